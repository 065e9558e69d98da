/* The search index and the worker that searches it weigh as much as half a page, and Material 9.8 asks for
   both on every page: they wait here until a reader goes to the search field. */
(function () {
  "use strict";
  var field = document.querySelector("[data-md-component=search-query]");
  if (!field) { return; }

  function whenWanted(action) {
    if (document.activeElement === field) { action(); return; }
    field.addEventListener("focus", action, { once: true });
  }

  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    open.apply(this, arguments);
    if (!String(address).endsWith("/search/search_index.json")) { return; }
    var send = this.send.bind(this);
    this.send = function () { whenWanted(function () { send(); }); };
  };

  /* Messages wait in the stand-in until there is a worker. */
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
    whenWanted(function () {
      worker = new RealWorker(address, options);
      worker.onmessage = function (event) {
        self.dispatchEvent(new MessageEvent("message", { data: event.data }));
      };
      waiting.forEach(function (message) { worker.postMessage(message); });
    });
    return self;
  }
  if (RealWorker) { window.Worker = LazyWorker; }
}());
