/* The documents that a query finds, and in which order.

   Most counts the share of the query's words that a page has, rare words more. Then what each is worth: where it
   stands (FIELDS) times how it was found (MATCHING.KINDS), more where the text has it often or beside the word
   before; a day to come adds to that, a past one takes away. A name that has little beside the query is worth more,
   the same name most. The home page and sections of pages stand back, and more so what is for editors. */
var RANKING = (function () {
  "use strict";

  var KINDS = MATCHING.KINDS, DAY = INDEX.DAY;
  var FIELDS = { title: 1, alias: 0.8, text: 0.3 };
  var FOUND = 2, OFTEN = 0.1, BESIDE = 0.3, WHOLE_NAME = 0.6, SAME_NAME = 1;
  var COMING = 0.15, PAST = -0.1, ASIDE = -0.6;

  function newFound() { return { best: 0, names: new Map(), title: new Set(), text: new Set() }; }

  /* What each document has of the wanted words: match.words[i] of wanted[i]. */
  function collect(index, wanted) {
    var matches = new Map();
    function seeFor(i) {
      var beginning = wanted[i].key.length < 3;
      return function (hit, quality, surface) {
        if (beginning && quality <= KINDS.prefix && hit.field === "text") { return; }
        var match = matches.get(hit.doc);
        if (!match) { matches.set(hit.doc, match = { words: [], terms: Object.create(null) }); }
        var word = match.words[i] || (match.words[i] = newFound());
        word.best = Math.max(word.best, quality * FIELDS[hit.field]);
        if (hit.field !== "text") {
          (hit.field === "title" ? [0] : hit.positions).forEach(function (name) {
            word.names.set(name, Math.max(quality, word.names.get(name) || 0));
          });
        }
        if (hit.field === "alias") { return; }
        hit.positions.forEach(function (at) { word[hit.field].add(at); });
        match.terms[surface] = true;
      };
    }
    function seeWords(found, worth, see) {
      found.forEach(function (quality, word) {
        word.hits.forEach(function (hit) { see(hit, quality * worth, word.surface); });
      });
    }
    wanted.forEach(function (word, i) {
      seeWords(MATCHING.findWords(index, word), 1, seeFor(i));
      if (i + 1 < wanted.length) {
        var joined = WORDS.read(word.surface + wanted[i + 1].surface);
        [i, i + 1].forEach(function (at) { seeWords(MATCHING.findForms(index, joined), KINDS.joined, seeFor(at)); });
      }
    });
    return matches;
  }

  /* What the words are worth: rare ones more, those that no name has half. */
  function weigh(index, wanted, matches) {
    return wanted.map(function (wantedWord, i) {
      var count = 0, named = false;
      matches.forEach(function (match) {
        if (!match.words[i]) { return; }
        count += 1;
        named = named || match.words[i].names.size > 0;
      });
      return Math.log(1 + index.docs.length / (count || 1)) * (named ? 1 : 0.5);
    });
  }

  function dayBonus(doc, now) {
    if (isNaN(doc.first)) { return 0; }
    var days = (doc.first - now) / DAY;
    if (doc.last < now) { return PAST * days / (days - 2000); }
    return COMING * (0.5 + 0.5 * 30 / (30 + Math.max(0, days)));
  }

  /* How much of one name the words of the query are, and whether they are it. */
  function nameBonus(doc, match, count) {
    return Math.max.apply(null, doc.names.map(function (length, name) {
      var found = 0, quality = 0;
      match.words.forEach(function (word) {
        if (!word.names.has(name)) { return; }
        found += 1;
        quality += word.names.get(name) / length;
      });
      var bonus = WHOLE_NAME * Math.min(1, quality) + (found === count && quality >= KINDS.folded ? SAME_NAME : 0);
      return bonus * (name ? FIELDS.alias : FIELDS.title);
    }));
  }

  function standBeside(one, next) {
    return Boolean(one && next) && ["title", "text"].some(function (field) {
      return Array.from(one[field]).some(function (at) { return next[field].has(at + 1); });
    });
  }

  function score(doc, match, weights) {
    var all = 0, found = 0, worth = 0;
    weights.forEach(function (weight, i) {
      var word = match.words[i];
      all += weight;
      if (!word) { return; }
      found += weight;
      worth += weight * (word.best + OFTEN * word.text.size / (word.text.size + 3));
      if (standBeside(match.words[i - 1], word)) { worth += weight * BESIDE; }
    });
    worth = worth / all * (1 + dayBonus(doc, Date.now()));
    return FOUND * found / all + worth + nameBonus(doc, match, weights.length) + ASIDE * doc.aside;
  }

  /* Returns a list in no order, of each document what matches and its score. */
  function search(index, query) {
    var wanted = query.wanted, results = [];
    var matches = collect(index, wanted), left = collect(index, query.unwanted);
    var weights = weigh(index, wanted, matches);
    matches.forEach(function (match, doc) {
      if (left.has(doc) || wanted.some(function (word, i) { return word.required && !match.words[i]; })) { return; }
      wanted.forEach(function (word, i) { if (!match.words[i]) { match.terms[word.typed] = false; } });
      results.push({ doc: doc, match: match, score: score(doc, match, weights) });
    });
    return results;
  }

  return { search: search };
}());
