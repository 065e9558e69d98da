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
}());
