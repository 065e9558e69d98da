/* The language that the theme's search worker loads for Kazakh and for Russian pages. Above stands TABLE,
   the table of letters and endings. */
(function (lunr) {
  "use strict";

  var DIGRAPHS = new RegExp(Object.keys(TABLE.digraphs).join("|"), "g");

  function mapped(word) {
    return Array.from(word, function (letter) {
      return letter in TABLE.letters ? TABLE.letters[letter] : letter;
    }).join("");
  }

  function fold(word) {
    word = word.toLowerCase().normalize("NFC");
    if (/[a-z]/.test(word.normalize("NFD"))) {
      word = word.replace(DIGRAPHS, function (digraph) { return TABLE.digraphs[digraph]; });
    }
    word = mapped(mapped(word).normalize("NFD").replace(/\p{M}/gu, ""));
    return word.replace(/(.)\1+/gu, "$1");
  }

  function foldToken(token) { return token.update(fold); }

  lunr.Pipeline.registerFunction(foldToken, "kk-fold");

  lunr.kk = function () {
    this.pipeline.reset();
    this.pipeline.add(foldToken);
    this.searchPipeline.reset();
  };

  var parse = lunr.QueryParser.prototype.parse;
  lunr.QueryParser.prototype.parse = function () {
    var query = parse.call(this);
    query.clauses.forEach(function (clause) { clause.term = fold(clause.term); });
    return query;
  };
}(self.lunr));
