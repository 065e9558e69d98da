/* The language that the theme's search worker loads, for Kazakh and for Russian pages: our index and our search in
   the place of lunr's. */
(function (lunr) {
  "use strict";

  var RESULT = 3;
  var typedParts = [];
  var answer = null;

  /* The theme shows a suggestion that goes on from what was typed. */
  function suggestion(index, word) {
    var best = word.surface, most = titles(index.surfaces.get(best));
    function titles(other) {
      return other ? other.hits.filter(function (hit) { return hit.field === "title"; }).length : 0;
    }
    index.surfaces.forEach(function (other, surface) {
      if (!surface.startsWith(word.surface) || titles(other) <= most) { return; }
      most = titles(other);
      best = surface;
    });
    return best === word.surface ? [] : [word.typed + best.slice(word.surface.length)];
  }

  function marks(match, field) {
    var positions = new Set();
    match.words.forEach(function (word) { word[field].forEach(function (at) { positions.add(at); }); });
    return { position: Array.from(positions) };
  }

  function search(index, parts) {
    var query = QUERY.read(parts);
    return { results: RANKING.search(index, query), wanted: query.wanted };
  }

  /* Returns what the theme expects of lunr, and keeps the rest for its answer. */
  function results(index) {
    var parts = typedParts, shown = null;
    typedParts = [];
    var found = search(index, parts);
    if (!found.results.length) {
      shown = KEYBOARD.otherLayout(parts);
      found = search(index, shown);
      /* One of the words may make sense by chance. */
      found.results = found.results.filter(function (result) {
        return found.wanted.every(function (word, i) { return result.match.words[i]; });
      });
    }
    var last = found.wanted[found.wanted.length - 1];
    answer = { terms: new Map(), suggest: last ? suggestion(index, last) : [] };
    if (shown && found.results.length) { answer.shown_for = shown.join(" "); }
    return found.results.map(function (result) {
      answer.terms.set(result.doc.ref, result.match.terms);
      return {
        ref: result.doc.ref,
        /* The theme multiplies by this. */
        score: result.score / (result.doc.section ? 2 : 5),
        matchData: { metadata: { "": { title: marks(result.match, "title"), text: marks(result.match, "text") } } },
      };
    });
  }

  lunr.kk = function () {
    var index = INDEX.create(), extractors = {}, builder = this;
    builder.field = function (name, attributes) { extractors[name] = attributes.extractor; };
    builder.add = function (source) {
      var tokens = {};
      Object.keys(extractors).forEach(function (field) { tokens[field] = builder.tokenizer(extractors[field](source)); });
      INDEX.addDoc(index, source, tokens);
    };
    builder.build = function () {
      INDEX.finish(index);
      return {
        fields: Object.keys(extractors),
        invertedIndex: {},
        query: function () { return []; },
        search: function () { return results(index); },
      };
    };
  };

  /* The theme takes queries apart by lunr's syntax, in which colons and hyphens mean something: here it gets
     something simple in the place of each part, while the search takes the parts as they were typed. */
  lunr.QueryLexer.prototype.run = function () {
    if (!this.str || typedParts.length >= QUERY.MOST_WORDS) { return; }
    typedParts.push(this.str);
    this.lexemes = [{ type: "TERM", str: "x", start: 0, end: this.length }];
  };
  lunr.QueryParser.prototype.parse = function () {
    this.query.clauses = [{ term: "", presence: lunr.Query.presence.OPTIONAL }];
    return this.query;
  };

  var post = self.postMessage;
  self.postMessage = function (message) {
    if (message.type === RESULT && answer) {
      var data = message.data;
      data.items.forEach(function (items) {
        items.forEach(function (item) { item.terms = answer.terms.get(item.location) || {}; });
      });
      data.suggest = answer.suggest;
      if (answer.shown_for) { data.shown_for = answer.shown_for; }
      answer = null;
    }
    post.call(self, message);
  };
}(self.lunr));
