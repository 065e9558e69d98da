/* The inverted index: words by surface, key and stem. A word's hits are the fields of documents where it stands. */
var INDEX = (function () {
  "use strict";

  var DAY = 86400000;

  function create() {
    return { docs: [], sorted: [], surfaces: new Map(), keys: new Map(), stems: new Map(), lengths: new Map() };
  }

  function push(map, key, value) {
    if (map.has(key)) { map.get(key).push(value); } else { map.set(key, [value]); }
  }

  /* A position is that of the theme's marks, and in an alias the number of the name. */
  function addWord(index, typed, doc, field, position) {
    var surface = FOLDING.surface(typed);
    if (!surface) { return; }
    var word = index.surfaces.get(surface);
    if (!word) { index.surfaces.set(surface, word = Object.assign(WORDS.read(surface), { hits: [] })); }
    var hit = word.hits[word.hits.length - 1];
    if (!hit || hit.doc !== doc || hit.field !== field) {
      word.hits.push(hit = { doc: doc, field: field, positions: [] });
    }
    hit.positions.push(position);
    if (field !== "text" && !WORDS.saysLittle(word)) { doc.names[field === "title" ? 0 : position] += 1; }
  }

  /* «Бөкей хан» is found as «Бөкейхан», too, but a part of a name is not the name. */
  function addPairs(index, words, doc) {
    words.slice(1).forEach(function (word, i) {
      addWord(index, words[i] + word, doc, "alias", doc.names.push(words.length) - 1);
    });
  }

  /* A document's `names` are how many words its title has, and each of its other names. Tokens are the theme's.
     Days, which stand in the tags after the first, are names, too. */
  function addDoc(index, source, tokens) {
    var doc = { ref: source.location, section: Boolean(source.parent), names: [0] };
    doc.aside = source.kind === "editors" ? 3 : Number(doc.section || !source.location);
    doc.first = Date.parse(source.date);
    doc.last = Date.parse(source.last || source.date) + DAY;
    index.docs.push(doc);
    ["title", "text"].forEach(function (field) {
      tokens[field].forEach(function (token) { addWord(index, token.str, doc, field, token.metadata.position); });
    });
    addPairs(index, tokens.title.map(String), doc);
    (source.alias || "").split("\n").concat((source.tags || []).slice(1)).forEach(function (name) {
      var number = doc.names.push(0) - 1, words = name.split(self.lunr.tokenizer.separator).filter(Boolean);
      words.forEach(function (word) { addWord(index, word, doc, "alias", number); });
      addPairs(index, words, doc);
    });
  }

  /* What may be mistyped is looked for by its language and its length. */
  function finish(index) {
    index.surfaces.forEach(function (word) {
      push(index.keys, word.key, word);
      /* «Посол» is not to find «после»; «құдалар» is to find «құда», though that is spelled like «куда». */
      if (WORDS.isFunctionWord(word)) { return; }
      FOLDING.stems(word.spelled).forEach(function (stem) { push(index.stems, stem, word); });
    });
    index.stems.forEach(function (words, stem) {
      var letters = TYPOS.letters(stem.slice(2));
      push(index.lengths, stem[0] + letters.length, { letters: letters, words: words });
    });
    index.sorted = Array.from(index.keys.keys()).sort();
  }

  return { DAY: DAY, addDoc: addDoc, create: create, finish: finish };
}());
