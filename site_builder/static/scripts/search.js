/* Stands in for the worker and the index of Material's search, which asks for both on every page: nothing
   of them is fetched before the first letter. What the worker finds goes through here to the theme. */
(function () {
  "use strict";
  var search = document.querySelector("[data-md-component=search]");
  if (!search) { return; }
  var SETUP = 0;
  var READY = 1;
  var QUERY = 2;
  var RESULT = 3;
  var LONGEST_QUERY = 300; /* The theme's worker takes minutes for a page of text that was pasted. */
  var toggle = document.querySelector("[data-md-toggle=search]");
  var output = search.querySelector(".md-search__output");
  var meta = search.querySelector(".md-search-result__meta");
  var status = search.querySelector(".search-status");
  var help = search.querySelector(".search-help");
  var other = help.querySelector("[data-other]");
  var choices = search.querySelector(".search-kinds");
  var buttons = Array.from(choices.querySelectorAll("button"));
  var words = output.dataset;

  /* The index: one without documents, from memory */

  var indexAddress = "";
  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    if (String(address).endsWith("/search/search_index.json")) {
      indexAddress = address;
      arguments[1] = 'data:application/json,{"config":{},"docs":[]}';
    }
    return open.apply(this, arguments);
  };

  /* The worker */

  var RealWorker = window.Worker;
  var workerAddress = "";
  var options = {}; /* What the theme wants of the worker. */
  var worker = null;
  var loading = null; /* A worker that is not ready yet. */
  var query = "";
  var asked = null; /* The query that the worker is at. */
  var standIn = null;

  function answer(type, data) {
    standIn.dispatchEvent(new MessageEvent("message", { data: { type: type, data: data } }));
  }

  function load() {
    var started = new RealWorker(workerAddress);
    function fail() {
      started.terminate();
      worker = loading = asked = null;
      meta.textContent = words.failed;
    }
    loading = started;
    started.onerror = fail;
    started.onmessage = function (event) {
      if (event.data.type === READY) { worker = started; }
      else if (worker) { receive(event.data.data); }
      else { fail(); } /* It answers in order, and without its language it never is ready. */
    };
    fetch(indexAddress).then(function (response) {
      if (!response.ok) { throw new Error(response.status); }
      return response.json();
    }).then(function (index) {
      if (loading !== started) { return; }
      asked = query;
      started.postMessage({ type: SETUP, data: Object.assign(index, { options: options }) });
      started.postMessage({ type: QUERY, data: asked });
    }).catch(fail);
  }

  /* The last query only: the worker may be slower than the fingers. */
  function ask() {
    if (!query) { show({ items: [] }); return; }
    if (!worker) {
      meta.textContent = words.loading;
      if (!loading) { load(); }
    } else if (asked === null) {
      asked = query;
      worker.postMessage({ type: QUERY, data: query });
    }
  }

  function receive(result) {
    var isLast = asked === query;
    asked = null;
    if (isLast) { show(result); } else { ask(); }
  }

  window.Worker = function (address, settings) {
    if (!String(address).includes("/workers/search.")) { return new RealWorker(address, settings); }
    workerAddress = address;
    standIn = new EventTarget();
    standIn.postMessage = function (message) {
      if (message.type === QUERY) {
        query = message.data.trim().slice(0, LONGEST_QUERY);
        ask();
      } else {
        options = message.data.options;
        Promise.resolve().then(function () { answer(READY); });
      }
    };
    return standIn;
  };

  /* Results */

  var kind = "";
  var last = { items: [] };

  function kindOf(item) { return item[0].kind; }

  function offer(items) {
    var counts = { "": items.length };
    items.forEach(function (item) { counts[kindOf(item)] = (counts[kindOf(item)] || 0) + 1; });
    buttons.forEach(function (button) {
      var isChosen = button.dataset.kind === kind;
      var count = counts[button.dataset.kind] || 0;
      button.hidden = !count && !isChosen;
      button.setAttribute("aria-pressed", String(isChosen));
      button.lastElementChild.textContent = count;
    });
    var shown = buttons.filter(function (button) { return !button.hidden; });
    choices.hidden = !query || (shown.length < 3 && !kind);
  }

  /* The page that a result leads to marks the words that were found. */
  function pointed(entry) {
    var found = Object.keys(entry.terms).filter(function (term) { return entry.terms[term]; });
    if (!found.length) { return entry; }
    var parts = entry.location.split("#");
    parts[0] += "?h=" + encodeURIComponent(found.join(" "));
    return Object.assign({}, entry, { location: parts.join("#") });
  }

  function show(result) {
    last = result;
    offer(result.items);
    var items = result.items.filter(function (item) { return !kind || kindOf(item) === kind; });
    answer(RESULT, Object.assign({}, result, {
      items: items.map(function (item) { return item.map(pointed); })
    }));
    help.hidden = !query || items.length > 0;
    other.search = new URLSearchParams({ q: query });
    if (result.shown_for) { meta.append(" · " + words.shown.replace("{text}", result.shown_for)); }
    if (query && !navigator.onLine) { meta.append(" · " + words.offline); }
  }

  function choose(chosen) {
    kind = chosen;
    show(last);
    output.firstElementChild.scrollTop = 0;
  }

  choices.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (button) { choose(button.dataset.kind); }
  });
  toggle.addEventListener("change", function () {
    if (!toggle.checked && kind) { choose(""); }
  });

  /* Of a page's text the lines around the first mark are enough to choose by; of one whose name is asked for,
     its first lines say what it is. */
  var BEFORE = 80;
  var AFTER = 240;
  function shorten(article) {
    var node = article.querySelector("h1 > mark") ? null : article.querySelector(":scope > mark");
    var before = node && node.previousSibling;
    if (before && before.nodeType === Node.TEXT_NODE && before.data.length > BEFORE) {
      before.data = "… " + before.data.slice(-BEFORE).replace(/^\S*\s/, "");
    }
    var room = AFTER;
    Array.from(article.childNodes).forEach(function (child) {
      var isText = child.nodeType === Node.TEXT_NODE;
      if (!isText && child.nodeName !== "MARK") { return; }
      if (room <= 0) { child.remove(); return; }
      room -= child.textContent.length;
      if (isText && room < 0) { child.data = child.data.slice(0, room).replace(/\s\S*$/, "") + " …"; }
    });
  }

  function finish(item) {
    item.querySelectorAll("[tabindex]").forEach(function (element) { element.removeAttribute("tabindex"); });
    item.querySelectorAll("article").forEach(function (article) {
      var tags = article.querySelector(".md-tags");
      if (tags) {
        tags.setAttribute("role", "none");
        article.querySelector("h1, h2").after(tags);
      }
      shorten(article);
    });
  }

  new MutationObserver(function (changes) {
    changes.forEach(function (change) { change.addedNodes.forEach(finish); });
  }).observe(search.querySelector(".md-search-result__list"), { childList: true });

  /* Said once the typing rests, not on every letter. */
  var REST = 800;
  var timer = 0;
  new MutationObserver(function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      var text = toggle.checked && query ? meta.textContent : "";
      if (status.textContent !== text) { status.textContent = text; }
    }, REST);
  }).observe(meta, { childList: true });
}());
