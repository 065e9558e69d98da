/* Queries: which words a page should have, must have, must not have. */
var QUERY = (function () {
  "use strict";

  var MOST_WORDS = 12;

  /* Parts are what stands between spaces. The last word is `open`: a reader may still be typing it. */
  function read(parts) {
    var wanted = [], unwanted = [], keys = new Set();
    parts.forEach(function (part, i) {
      var sign = /^[+-]/.test(part) ? part[0] : "";
      part.split(self.lunr.tokenizer.separator).map(WORDS.read).forEach(function (word) {
        if (!word.key || keys.has(word.key)) { return; }
        keys.add(word.key);
        word.open = !sign && i === parts.length - 1;
        word.required = sign === "+";
        (sign === "-" ? unwanted : wanted).push(word);
      });
    });
    var telling = wanted.filter(function (word) { return word.required || !WORDS.saysLittle(word); });
    return { wanted: (telling.length ? telling : wanted).slice(0, MOST_WORDS), unwanted: unwanted };
  }

  return { MOST_WORDS: MOST_WORDS, read: read };
}());
