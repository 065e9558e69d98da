/* The search index is fetched when somebody wants to search. */
(function () {
  "use strict";
  /* The search index weighs as much as half a page, and Material 9.8 asks for it on every page: that one
     request waits here until a reader goes to the search field. */
  var field = document.querySelector("[data-md-component=search-query]");
  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    open.apply(this, arguments);
    if (!field || !String(address).endsWith("/search/search_index.json")) { return; }
    var send = this.send.bind(this);
    this.send = function () {
      if (document.activeElement === field) { send(); return; }
      field.addEventListener("focus", function () { send(); }, { once: true });
    };
  };

  /* The same for the worker that searches: messages wait in it until it is wanted. */
  var RealWorker = window.Worker;
  function LazyWorker(address, options) {
    if (!String(address).includes("/search.")) { return new RealWorker(address, options); }
    var self = new EventTarget();
    var waiting = [];
    var worker = null;
    self.postMessage = function (message) {
      if (worker) { worker.postMessage(message); } else { waiting.push(message); }
    };
    self.terminate = function () { if (worker) { worker.terminate(); } };
    function start() {
      if (worker) { return; }
      worker = new RealWorker(address, options);
      worker.onmessage = function (event) {
        self.dispatchEvent(new MessageEvent("message", { data: event.data }));
      };
      waiting.forEach(function (message) { worker.postMessage(message); });
    }
    if (document.activeElement === field) { start(); } else { field.addEventListener("focus", start, { once: true }); }
    return self;
  }
  if (field && RealWorker) { window.Worker = LazyWorker; }
}());
