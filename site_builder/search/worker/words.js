/* Words as the search knows them: as typed, as written in small letters, folded, and folded with single letters. */
var WORDS = (function () {
  "use strict";

  var LONGEST = 40;
  var FUNCTION_WORDS = new Set(TABLE.function_words.split(" ").map(FOLDING.fold));

  function read(typed) {
    var surface = FOLDING.surface(typed.slice(0, LONGEST));
    var spelled = FOLDING.spelled(surface);
    return { typed: typed, surface: surface, spelled: spelled, key: FOLDING.single(spelled) };
  }

  function saysLittle(word) { return FUNCTION_WORDS.has(word.key); }

  return { read: read, saysLittle: saysLittle };
}());
