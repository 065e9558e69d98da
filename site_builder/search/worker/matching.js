/* Which words of the index a word of the query finds, and how well: word -> quality. */
var MATCHING = (function () {
  "use strict";

  var KINDS = { exact: 1, folded: 0.95, joined: 0.9, stem: 0.9, prefix: 0.6, typo: 0.4 };

  /* What two words have in common, against the longer. */
  function share(length, one, other) { return length / Math.max(one.key.length, other.key.length); }

  function findForms(index, wanted) {
    var found = new Map();
    function add(word, quality) {
      if (!(found.get(word) >= quality)) { found.set(word, quality); }
    }
    (index.keys.get(wanted.key) || []).forEach(function (word) {
      add(word, word.surface === wanted.surface ? KINDS.exact : KINDS.folded);
    });
    FOLDING.stems(wanted.spelled).forEach(function (stem) {
      var key = stem.slice(2);
      /* Short Kazakh stems are words: «той» is, «кел» of «келін» is not. Russian ones seldom are: «орд-». */
      if (key.length <= (stem[0] === "k" ? 3 : 2) && key !== wanted.key && !index.keys.has(key)) { return; }
      (index.stems.get(stem) || []).forEach(function (word) {
        add(word, KINDS.stem * (0.8 + 0.2 * share(key.length, wanted, word)));
      });
    });
    return found;
  }

  /* Of a word that is whole as it stands, longer ones are worth less. */
  function findLonger(index, wanted, found) {
    var worth = KINDS.prefix * (found.size ? 0.5 : 1);
    var low = 0, high = index.sorted.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (index.sorted[middle] < wanted.key) { low = middle + 1; } else { high = middle; }
    }
    for (; low < index.sorted.length && index.sorted[low].startsWith(wanted.key); low += 1) {
      index.keys.get(index.sorted[low]).forEach(function (word) {
        if (!found.has(word)) { found.set(word, worth * (0.5 + 0.5 * share(wanted.key.length, wanted, word))); }
      });
    }
  }

  /* Stems, because a word may have both a typo and another ending. */
  function findTypos(index, wanted, found) {
    if (/\d/.test(wanted.key)) { return; }
    FOLDING.stems(wanted.spelled).forEach(function (stem) {
      var letters = TYPOS.letters(stem.slice(2));
      if (letters.length < TYPOS.SURE) { return; }
      [-1, 0, 1].forEach(function (more) {
        (index.lengths.get(stem[0] + (letters.length + more)) || []).forEach(function (other) {
          if (!TYPOS.differByOne(letters, other.letters)) { return; }
          other.words.forEach(function (word) { found.set(word, KINDS.typo); });
        });
      });
    });
  }

  function findWords(index, wanted) {
    var found = findForms(index, wanted);
    if (wanted.open || !found.size) { findLonger(index, wanted, found); }
    if (!found.size) { findTypos(index, wanted, found); }
    return found;
  }

  return { KINDS: KINDS, findForms: findForms, findWords: findWords };
}());
