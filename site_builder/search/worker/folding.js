/* Makes words alike that readers take for the same, and cuts their endings. Python does the first from the same
   table (folding.py). Above stands TABLE. */
var FOLDING = (function () {
  "use strict";

  /* Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic. What is a letter, its small form and its marks changed
     nowhere here between the versions of Unicode that browsers and Python know; elsewhere they differ. */
  var OTHER = /[^\0-\u02af\u0300-\u06ff\u1e00-\u1eff]/g;
  var NO_LETTER = /[^\p{L}\p{N}]/gu;
  var DIGRAPHS = new RegExp(Object.keys(TABLE.digraphs).join("|"), "g");
  var LETTERS = new Map(Object.entries(TABLE.letters));
  var FLEETING = {
    kazakh: fleeting(TABLE.kazakh.fleeting),
    russian: fleeting(TABLE.russian.fleeting),
  };
  var ENDINGS = {
    kazakh: [TABLE.kazakh.case, TABLE.kazakh.possessive, TABLE.kazakh.plural, TABLE.kazakh.adjective].map(endings),
    russian: [TABLE.russian.ending].map(endings),
  };

  function fleeting(vowels) { return new RegExp("([^аеиоу])[" + vowels + "]([^аеиоу])$"); }

  /* ending -> the letters that may stand before it */
  function endings(table) {
    var found = new Map();
    Object.keys(table).forEach(function (list) {
      list.split(" ").forEach(function (ending) { found.set(ending, table[list]); });
    });
    return found;
  }

  /* The word as it is written: small letters and digits. The second look at OTHER is for small letters that
     stand elsewhere than their great ones. */
  function surface(word) {
    return word.replace(OTHER, "").normalize("NFC").toLowerCase().replace(OTHER, "").replace(NO_LETTER, "");
  }

  function letter(composed) {
    if (LETTERS.has(composed)) { return LETTERS.get(composed); }
    var plain = composed.normalize("NFD")[0];
    return LETTERS.has(plain) ? LETTERS.get(plain) : plain;
  }

  /* The letters of a surface, folded, with doubled ones left: the first may be of the stem, the second of an ending. */
  function spelled(word) {
    var latin = word.replace(DIGRAPHS, function (digraph) { return TABLE.digraphs[digraph]; });
    return Array.from(latin, letter).join("");
  }

  function single(word) { return word.replace(/(\D)\1+/g, "$1"); }

  function fold(word) { return single(spelled(surface(word))); }

  /* The words, and each without one of the endings. */
  function cut(words, ends) {
    var found = words.slice();
    words.forEach(function (word) {
      for (var length = 1; length <= 5 && length < word.length; length += 1) {
        var before = ends.get(word.slice(-length)), stem = word.slice(0, -length);
        if (before === "" || (before && before.includes(stem.slice(-1)))) { found.push(stem); }
      }
    });
    return found;
  }

  /* What may be the stems of a spelled word, as `language:stem`. */
  function stems(word) {
    var found = new Set();
    Object.keys(ENDINGS).forEach(function (language) {
      ENDINGS[language].reduce(cut, [word]).forEach(function (stem) {
        [stem, stem.replace(FLEETING[language], "$1$2")].map(single).forEach(function (form) {
          if (form.length >= 2 && /[аеиоу]/.test(form)) { found.add(language[0] + ":" + form); }
        });
      });
    });
    return found;
  }

  return { fold: fold, single: single, spelled: spelled, stems: stems, surface: surface };
}());
