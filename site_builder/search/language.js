/* The language that the theme's search worker loads for Kazakh and for Russian pages: an index and a search of
   our own in the place of lunr's. Above stand TABLE and FOLDING.

   How results are ordered. Most counts the share of the query's words that a page has, rare words more. Then what
   each is worth: where it stands (FIELDS) times how it was found (KINDS), more where the text has it often or
   beside the word before; a day to come adds to that, a past one takes away. A name that has little beside the
   query is worth more, the same name most. The home page, sections of pages stand back, and more so what is for editors. */
(function (lunr) {
  "use strict";

  var FIELDS = { title: 1, alias: 0.8, text: 0.3 };
  var KINDS = { exact: 1, folded: 0.95, joined: 0.9, stem: 0.9, prefix: 0.6, typo: 0.4 };
  var FOUND = 2, OFTEN = 0.1, BESIDE = 0.3, WHOLE_NAME = 0.6, SAME_NAME = 1;
  var COMING = 0.15, PAST = -0.1, ASIDE = -0.6;
  var MOST_WORDS = 12, LONGEST_WORD = 40, DAY = 86400000;
  /* With doubled letters: «кім» is one, «киім» is none. */
  var FUNCTION_WORDS = new Set(TABLE.function_words.split(" "));
  Array.from(FUNCTION_WORDS).forEach(function (word) { FUNCTION_WORDS.add(FOLDING.spelled(word)); });

  function newWord(typed) {
    var surface = FOLDING.surface(typed.slice(0, LONGEST_WORD));
    var spelled = FOLDING.spelled(surface);
    return { typed: typed, surface: surface, spelled: spelled, key: FOLDING.single(spelled), hits: [] };
  }

  function push(map, key, value) {
    if (map.has(key)) { map.get(key).push(value); } else { map.set(key, [value]); }
  }

  /* ---- The index: `words` by surface, key and stem; a word's hits are the fields where it stands. ---- */

  function newIndex() {
    return {
      fields: [], extractors: [], invertedIndex: {}, docs: [], sorted: [],
      surfaces: new Map(), keys: new Map(), stems: new Map(), lengths: new Map(),
    };
  }

  /* A position is that of the theme's marks, and in an alias the number of the name. */
  function addWord(index, typed, doc, field, position) {
    var surface = FOLDING.surface(typed);
    if (!surface) { return; }
    var word = index.surfaces.get(surface);
    if (!word) { index.surfaces.set(surface, word = newWord(surface)); }
    var hit = word.hits[word.hits.length - 1];
    if (!hit || hit.doc !== doc || hit.field !== field) {
      word.hits.push(hit = { doc: doc, field: field, positions: [] });
    }
    hit.positions.push(position);
    if (field !== "text" && !FUNCTION_WORDS.has(word.spelled)) { doc.names[field === "title" ? 0 : position] += 1; }
  }

  /* A document's `names` are how many words its title has, and each of its other names. */
  function addDoc(index, tokenizer, source) {
    var doc = { ref: source.location, section: Boolean(source.parent), names: [0] };
    doc.aside = source.kind === "editors" ? 3 : Number(doc.section || !source.location);
    doc.first = Date.parse(source.date);
    doc.last = Date.parse(source.last || source.date) + DAY;
    index.docs.push(doc);
    index.extractors.forEach(function (extract, i) {
      if (index.fields[i] === "alias") { return; }
      tokenizer(extract(source)).forEach(function (token) {
        addWord(index, token.str, doc, index.fields[i], token.metadata.position);
      });
    });
    (source.alias || "").split("\n").forEach(function (name) {
      var number = doc.names.push(0) - 1;
      name.split(lunr.tokenizer.separator).forEach(function (word) { addWord(index, word, doc, "alias", number); });
    });
    /* A year alone is no name. */
    if (source.date) { addWord(index, source.date.slice(0, 4), doc, "alias", doc.names.push(4) - 1); }
  }

  function finish(index) {
    index.surfaces.forEach(function (word) {
      push(index.keys, word.key, word);
      /* «Посол» is not to find «после»; «құдалар» is to find «құда», though that is spelled like «куда». */
      if (FUNCTION_WORDS.has(word.surface)) { return; }
      FOLDING.stems(word.spelled).forEach(function (stem) { push(index.stems, stem, word); });
    });
    index.stems.forEach(function (words, stem) {
      var letters = typedLetters(stem);
      push(index.lengths, letters.length, { letters: letters, words: words });
    });
    index.sorted = Array.from(index.keys.keys()).sort();
  }

  /* ---- Which words of the index a word of the query finds: word -> quality. ---- */

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

  function findLonger(index, wanted, found) {
    var low = 0, high = index.sorted.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (index.sorted[middle] < wanted.key) { low = middle + 1; } else { high = middle; }
    }
    for (; low < index.sorted.length && index.sorted[low].startsWith(wanted.key); low += 1) {
      index.keys.get(index.sorted[low]).forEach(function (word) {
        if (!found.has(word)) { found.set(word, KINDS.prefix * (0.5 + 0.5 * share(wanted.key.length, wanted, word))); }
      });
    }
  }

  /* One letter more, less, other, or two letters in the other order. Mostly a glance at the ends will do. */
  function differByOne(one, other) {
    if (one[2] !== other[2] && one[one.length - 1] !== other[other.length - 1]) { return false; }
    var start = 0, end = 0, shorter = Math.min(one.length, other.length);
    while (start < shorter && one[start] === other[start]) { start += 1; }
    while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) { end += 1; }
    var left = one.length - start - end, right = other.length - start - end;
    return (left <= 1 && right <= 1) || (left === 2 && right === 2 &&
      one[start] === other[start + 1] && one[start + 1] === other[start]);
  }

  /* «Я» and «ю» are two folded letters, but one to mistype. */
  function typedLetters(stem) { return stem.replace(/иа/g, "я").replace(/иу/g, "ю"); }

  /* Stems, because a word may have both a typo and another ending. Their first two signs tell the language. */
  function findTypos(index, wanted, found) {
    if (/\d/.test(wanted.key)) { return; }
    FOLDING.stems(wanted.spelled).forEach(function (stem) {
      var ours = typedLetters(stem);
      if (ours.length < 8) { return; }
      [-1, 0, 1].forEach(function (more) {
        (index.lengths.get(ours.length + more) || []).forEach(function (theirs) {
          if (!differByOne(ours, theirs.letters)) { return; }
          theirs.words.forEach(function (word) { found.set(word, KINDS.typo); });
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

  /* «Бөкейхан» finds «Бөкей хан»: `see(hit, quality, surface)` gets both halves, where they stand side by side. */
  function findHalves(index, wanted, see) {
    for (var length = 3; length <= wanted.key.length - 3; length += 1) {
      var left = index.keys.get(wanted.key.slice(0, length));
      var right = left && findForms(index, newWord(wanted.spelled.slice(length)));
      if (right && right.size) { left.forEach(seeBeside); }
    }
    function seeBeside(one) {
      right.forEach(function (quality, other) {
        one.hits.forEach(function (hit) {
          other.hits.forEach(function (next) {
            if (next.doc !== hit.doc || next.field !== hit.field) { return; }
            var starts = hit.positions.filter(function (at) { return next.positions.includes(at + 1); });
            if (!starts.length) { return; }
            see({ doc: hit.doc, field: hit.field, positions: starts }, KINDS.joined * quality, one.surface);
            see({ doc: hit.doc, field: hit.field, positions: starts.map(function (at) { return at + 1; }) },
              KINDS.joined * quality, other.surface);
          });
        });
      });
    }
  }

  /* ---- The query ---- */

  function readQuery(parts) {
    var wanted = [], unwanted = [], keys = new Set();
    parts.forEach(function (part, i) {
      var sign = /^[+-]/.test(part) ? part[0] : "";
      part.split(lunr.tokenizer.separator).map(newWord).forEach(function (word) {
        if (!word.key || keys.has(word.key)) { return; }
        keys.add(word.key);
        word.open = !sign && i === parts.length - 1;
        word.required = sign === "+";
        (sign === "-" ? unwanted : wanted).push(word);
      });
    });
    var telling = wanted.filter(function (word) { return word.required || !FUNCTION_WORDS.has(word.spelled); });
    return { wanted: (telling.length ? telling : wanted).slice(0, MOST_WORDS), unwanted: unwanted };
  }

  function newFound() { return { best: 0, names: new Map(), title: new Set(), text: new Set() }; }

  /* What each document has of the wanted words: match.words[i] of wanted[i]. */
  function collect(index, wanted) {
    var matches = new Map();
    function seeFor(i) {
      var beginning = wanted[i].key.length < 3;
      return function (hit, quality, surface) {
        if (beginning && quality <= KINDS.prefix && hit.field === "text") { return; }
        var match = matches.get(hit.doc);
        if (!match) { matches.set(hit.doc, match = { words: [], terms: {} }); }
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
      seeWords(findWords(index, word), 1, seeFor(i));
      findHalves(index, word, seeFor(i));
      if (i + 1 < wanted.length) {
        var joined = newWord(word.surface + wanted[i + 1].surface);
        [i, i + 1].forEach(function (at) { seeWords(findForms(index, joined), KINDS.joined, seeFor(at)); });
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

  function searchParts(index, parts) {
    var query = readQuery(parts), wanted = query.wanted;
    var matches = collect(index, wanted), left = collect(index, query.unwanted);
    var weights = weigh(index, wanted, matches);
    var results = [];
    matches.forEach(function (match, doc) {
      if (left.has(doc) || wanted.some(function (word, i) { return word.required && !match.words[i]; })) { return; }
      wanted.forEach(function (word, i) { if (!match.words[i]) { match.terms[word.typed] = false; } });
      results.push({ doc: doc, match: match, score: score(doc, match, weights) });
    });
    return { results: results, last: wanted[wanted.length - 1] };
  }

  /* ---- Keys that were pressed in another layout ---- */

  /* Returns nothing where these keys make no words in the other layout: «әже» is `2;t` there. */
  function otherLayout(parts) {
    var text = parts.join(" ").toLowerCase();
    var layouts = [TABLE.keyboard.latin, TABLE.keyboard.cyrillic];
    if (!/[a-z]/.test(text)) { layouts.reverse(); }
    var other = Array.from(text, function (key) {
      return layouts[1][layouts[0].indexOf(key)] || key;
    }).join("");
    return /[^\p{L} ]/u.test(other) ? "" : other;
  }

  /* ---- Between the theme's worker and the search ---- */

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

  function search() {
    var index = this, parts = typedParts, shown = "";
    typedParts = [];
    var found = searchParts(index, parts);
    if (!found.results.length) {
      shown = otherLayout(parts);
      found = searchParts(index, shown.split(" "));
    }
    answer = { terms: new Map(), suggest: found.last ? suggestion(index, found.last) : [] };
    if (shown && found.results.length) { answer.shown_for = shown; }
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
    var index = newIndex(), builder = this;
    index.search = search;
    index.query = function () { return []; };
    builder.field = function (name, attributes) {
      index.fields.push(name);
      index.extractors.push(attributes.extractor);
    };
    builder.add = function (doc) { addDoc(index, builder.tokenizer, doc); };
    builder.build = function () { finish(index); return index; };
  };

  /* What else a search by another engine needs. */
  lunr.kk.differByOne = differByOne;
  lunr.kk.otherLayout = otherLayout;
  lunr.kk.readQuery = readQuery;

  /* The theme takes queries apart by lunr's syntax, in which colons and hyphens mean something: here it gets
     something simple in the place of each part, while the search takes the parts as they were typed. */
  lunr.QueryLexer.prototype.run = function () {
    if (!this.str || typedParts.length >= MOST_WORDS) { return; }
    typedParts.push(this.str);
    this.lexemes = [{ type: "TERM", str: "x", start: 0, end: this.length }];
  };
  lunr.QueryParser.prototype.parse = function () {
    this.query.clauses = [{ term: "", presence: lunr.Query.presence.OPTIONAL }];
    return this.query;
  };

  var post = self.postMessage;
  self.postMessage = function (message) {
    if (message.type === 3 && answer) {
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
