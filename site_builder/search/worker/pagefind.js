/* A search worker for a site that is too large to be searched whole. It takes and gives the messages of the
   theme's: Pagefind finds the pages that are worth a look, the theme's worker gets these alone to rank and mark.
   Its own address ends in a question mark and the name of the theme's worker. */
(function () {
  "use strict";
  var MESSAGES = { setup: 0, query: 2 };
  /* Each page is a request, and a reader looks at the first few. */
  var MOST_PAGES = 20;
  /* Of a page, passages around the words that were found will do: that keeps an answer quick. */
  var MOST_PLACES = 3, BEFORE = 12, AFTER = 24;
  /* Pagefind's ranking: the page whose name it is must be among those that the theme's worker gets. */
  var RANKING = { metaWeights: { title: 20, alias: 10 } };
  /* The build counts words in the same way. */
  var WORD = /(?:[\p{L}\p{N}][\u0300-\u036f\u00ad]*)+/gu;

  var post = self.postMessage.bind(self);
  var theme, pagefind, folder, setup, names;
  var waiting = {};
  var pages = {};
  var asked = 0;
  var last = Promise.resolve();

  /* Both are workers of their own and speak through `self`: Pagefind says which question it answers, the
     theme's answers one at a time. */
  function load(address) {
    var listen = self.addEventListener;
    var listener;
    self.addEventListener = function (type, action) { listener = action; };
    importScripts(address);
    self.addEventListener = listen;
    return listener;
  }

  self.postMessage = function (answer) { waiting[answer.id || "theme"](answer); };

  function askTheme(message) {
    return new Promise(function (done) {
      waiting.theme = done;
      theme({ data: message });
    });
  }

  function askPagefind(method, argument) {
    asked += 1;
    var id = asked;
    return new Promise(function (done, fail) {
      waiting[id] = function (answer) {
        delete waiting[id];
        if (answer.error) { fail(new Error(answer.error)); } else { done(answer.result); }
      };
      pagefind({ data: { id: id, method: method, args: [argument] } });
    });
  }

  async function start(data) {
    folder = new URL(data.config.pagefind.folder, self.location.href).href;
    setup = data;
    theme = load(self.location.search.slice(1));
    pagefind = load(folder + "pagefind-worker.js");
    var ready = await askTheme({ type: MESSAGES.setup, data: data });
    /* It would load its language again with each set of pages. */
    self.importScripts = function () {};
    names = await fetchJson("names.json");
    await askPagefind("init", {
      basePath: folder, language: "unknown", metaCacheTag: data.config.pagefind.version, ranking: RANKING
    });
    return ready;
  }

  async function fetchJson(name) { return (await fetch(folder + name)).json(); }

  function wordsOf(text) { return Array.from((text || "").matchAll(WORD)); }

  /* Whatever form of the word stands in the index, it begins with one of these. The vowel before the last letter
     of a stem may be missing; a letter may be wrong if it is nearly a name. */
  function beginnings(word) {
    var found = new Set([word.key]);
    FOLDING.stems(word.spelled).forEach(function (named) {
      var stem = named.slice(2);
      found.add(stem);
      if (/.[^аеиоу]{2}$/.test(stem)) { found.add(stem.slice(0, -1)); }
      if (stem.length >= TYPOS.SURE) { nearlyNames(stem).forEach(function (name) { found.add(name); }); }
    });
    return Array.from(found);
  }

  function nearlyNames(stem) {
    var lengths = [stem.length - 1, stem.length, stem.length + 1];
    return [].concat.apply([], names.map(function (name) {
      return lengths.map(function (length) { return name.slice(0, length); }).filter(function (beginning) {
        return TYPOS.differByOne(stem, beginning);
      });
    }));
  }

  /* Returns what was found of a word: by the page's name how telling it is there, and where it stands,
     counted in words. */
  async function findWord(word) {
    var found = new Map();
    var answers = await Promise.all(beginnings(word).map(function (beginning) {
      return askPagefind("search", beginning);
    }));
    answers.forEach(function (answer) {
      answer.results.forEach(function (result) {
        var page = found.get(result.id) || { score: 0, places: [] };
        page.score += result.score;
        page.places = page.places.concat(result.words.slice(0, MOST_PLACES));
        found.set(result.id, page);
      });
    });
    return found;
  }

  /* Returns the pages with the most of the words, and of these the ones where they tell most. */
  async function find(query) {
    var found = new Map();
    var words = QUERY.read(query.split(/\s+/)).wanted;
    (await Promise.all(words.map(findWord)))
      .forEach(function (pagesOfWord) {
        pagesOfWord.forEach(function (page, name) {
          var all = found.get(name) || { name: name, words: 0, score: 0, places: [] };
          all.words += 1;
          all.score += page.score;
          all.places = all.places.concat(page.places);
          found.set(name, all);
        });
      });
    return Array.from(found.values()).sort(function (a, b) {
      return b.words - a.words || b.score - a.score || (a.name < b.name ? -1 : 1);
    }).slice(0, MOST_PAGES);
  }

  function passages(text, words, places) {
    var pieces = [];
    places.sort(function (a, b) { return a - b; }).forEach(function (place) {
      var first = Math.max(place - BEFORE, 0);
      var final = Math.min(place + AFTER, words.length - 1);
      var piece = pieces[pieces.length - 1];
      if (piece && first <= piece.final + 1) { piece.final = final; }
      else { pieces.push({ first: first, final: final }); }
    });
    return pieces.map(function (piece) {
      var end = text.indexOf(" ", words[piece.final].index);
      return text.slice(
        text.lastIndexOf(" ", words[piece.first].index) + 1, end < 0 ? text.length : end
      );
    }).join(" … ");
  }

  /* Returns the page and those of its sections in which something was found, cut to passages. */
  function shorten(docs, places) {
    var end = 0;
    return docs.map(function (doc) {
      var start = end;
      var words = wordsOf(doc.text);
      var text = start + wordsOf(doc.title).length + wordsOf(doc.alias).length;
      end = text + words.length;
      var own = places.filter(function (place) { return place >= start && place < end; });
      if (!own.length && doc !== docs[0]) { return null; }
      var inText = own.filter(function (place) { return place >= text; })
        .map(function (place) { return place - text; });
      if (!inText.length && words.length) { inText = [0]; }
      return Object.assign({}, doc, { text: passages(doc.text, words, inText) });
    }).filter(Boolean);
  }

  async function read(page) {
    pages[page.name] = pages[page.name] || await fetchJson("pages/" + page.name + ".json");
    return shorten(pages[page.name], page.places);
  }

  async function search(query, typed) {
    var docs = await Promise.all((await find(query)).map(read));
    var data = Object.assign({}, setup, { docs: [].concat.apply([], docs) });
    await askTheme({ type: MESSAGES.setup, data: data });
    return askTheme({ type: MESSAGES.query, data: typed });
  }

  async function answer(query) {
    var result = await search(query, query);
    /* The theme's worker tries the other layout of the keyboard by itself, but in the pages of this one. */
    if (result.data.items.length && !result.data.shown_for) { return result; }
    return search(KEYBOARD.otherLayout(query.split(" ")).join(" "), query);
  }

  self.addEventListener("message", function (event) {
    var message = event.data;
    last = last.then(async function () {
      post(await (message.type === MESSAGES.setup ? start : answer)(message.data));
    }).catch(function (error) {
      /* Only so does who started this worker hear of it. */
      setTimeout(function () { throw error; });
    });
  });
}());
