/* Stands in for the worker and the index of Material's search, which asks for both on every page: nothing
   of them is fetched before the first letter. With them come `results.css` and `results.js`, whose one
   function, `siteResults(pass)`, returns one that is given each result and its query, and that passes on
   to the theme what of it is shown. */
(function () {
  "use strict";
  var search = document.querySelector("[data-md-component=search]");
  if (!search) { return; }
  var SETUP = 0;
  var READY = 1;
  var QUERY = 2;
  var RESULT = 3;
  var NOTHING = { items: [] };
  /* The theme's worker takes minutes for a page of text; addresses with a query know no `maxlength`. */
  var LONGEST_QUERY = 200;
  var meta = search.querySelector(".md-search-result__meta");
  var status = search.querySelector(".search-status");
  var words = search.querySelector(".md-search__output").dataset;

  /* The index: one without documents, from memory; a policy of the host may forbid other addresses. */

  var indexAddress = "";
  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    if (String(address).endsWith("/search/search_index.json")) {
      indexAddress = address;
      this.send = answerEmpty;
    }
    return open.apply(this, arguments);
  };

  function answerEmpty() {
    var index = new Blob(['{"config":{},"docs":[]}']);
    Object.defineProperties(this, { status: { value: 200 }, response: { value: index } });
    this.dispatchEvent(new ProgressEvent("load"));
  }

  /* The theme's side */

  var RealWorker = window.Worker;
  var workerAddress = "";
  var options = {}; /* What the theme wants of the worker. */
  var query = "";
  var standIn = null;

  function answer(type, data) {
    standIn.dispatchEvent(new MessageEvent("message", { data: { type: type, data: data } }));
  }

  function pass(result) { answer(RESULT, result); }

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

  /* The worker's side */

  var folder = new URL(".", document.currentScript.src).href;
  var show = null; /* What `results.js` is given results by. */
  var worker = null;
  var loading = null; /* A worker that is not ready yet. */
  var asked = null; /* The query that the worker is at. */

  function loadPart(element) {
    return new Promise(function (done, fail) {
      element.onload = done;
      element.onerror = fail;
      document.head.append(element);
    });
  }

  function loadResults() {
    return show || Promise.all([
      loadPart(Object.assign(document.createElement("link"), { rel: "stylesheet", href: folder + "results.css" })),
      loadPart(Object.assign(document.createElement("script"), { src: folder + "results.js" }))
    ]).then(function () { show = window.siteResults(pass); });
  }

  function loadIndex() {
    return fetch(indexAddress).then(function (response) {
      if (!response.ok) { throw new Error(response.status); }
      return response.json();
    });
  }

  function load() {
    var started = new RealWorker(workerAddress);
    function fail() {
      started.terminate();
      worker = loading = asked = null;
      meta.textContent = status.textContent = words.failed;
    }
    loading = started;
    started.onerror = fail;
    started.onmessage = function (event) {
      if (event.data.type === READY) { worker = started; }
      else if (worker) { receive(event.data.data); }
      else { fail(); } /* It answers in order, and without its language it never is ready. */
    };
    Promise.all([loadIndex(), loadResults()]).then(function (loaded) {
      if (loading !== started) { return; }
      asked = query;
      started.postMessage({ type: SETUP, data: Object.assign(loaded[0], { options: options }) });
      started.postMessage({ type: QUERY, data: asked });
    }).catch(fail);
  }

  /* The last query only: the worker may be slower than the fingers. */
  function ask() {
    if (!query) { (show || pass)(NOTHING, query); return; }
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
    if (isLast) { show(result, query); } else { ask(); }
  }
}());
