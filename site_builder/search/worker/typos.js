/* When two stems may be one, mistyped. */
var TYPOS = (function () {
  "use strict";

  /* From how many letters on one may be wrong. */
  var SURE = 6;

  /* «Я» and «ю» are two folded letters, but one to mistype. */
  function letters(stem) { return stem.replace(/иа/g, "я").replace(/иу/g, "ю"); }

  /* One letter more, less, other, or two letters in the other order. Mostly a glance at the ends will do. */
  function differByOne(one, other) {
    if (one[0] !== other[0] && one[one.length - 1] !== other[other.length - 1]) { return false; }
    var start = 0, end = 0, shorter = Math.min(one.length, other.length);
    while (start < shorter && one[start] === other[start]) { start += 1; }
    while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) { end += 1; }
    var left = one.length - start - end, right = other.length - start - end;
    return (left <= 1 && right <= 1) || (left === 2 && right === 2 &&
      one[start] === other[start + 1] && one[start + 1] === other[start]);
  }

  return { SURE: SURE, differByOne: differByOne, letters: letters };
}());
