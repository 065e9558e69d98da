/* Words as the search knows them: as typed, as written in small letters, folded, and folded with single letters. */
var WORDS = (function () {
  "use strict";

  var LONGEST = 40;
  var FUNCTION_WORDS = new Set(TABLE.function_words.split(" "));
  /* With doubled letters: «кім» is one, «киім» is none. */
  var SPELLED = new Set(Array.from(FUNCTION_WORDS, FOLDING.spelled));

  function read(typed) {
    var surface = FOLDING.surface(typed.slice(0, LONGEST));
    var spelled = FOLDING.spelled(surface);
    return { typed: typed, surface: surface, spelled: spelled, key: FOLDING.single(spelled) };
  }

  function isFunctionWord(word) { return FUNCTION_WORDS.has(word.surface); }

  /* In a query it may lack its Kazakh letters. */
  function saysLittle(word) { return SPELLED.has(word.spelled); }

  return { isFunctionWord: isFunctionWord, read: read, saysLittle: saysLittle };
}());
