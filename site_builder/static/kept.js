/* The offline page: what is kept, and another try. */
(function () {
  "use strict";
  var root = new URL(document.currentScript.dataset.root, document.baseURI).href;

  document.querySelectorAll("[data-again]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { location.reload(); });
  });

  function title(text) {
    var head = text.slice(text.indexOf("<title>"), text.indexOf("</title>"));
    return new DOMParser().parseFromString(head, "text/html").title.split(" — ")[0];
  }

  function list(lists, url, name) {
    var language = url.slice(root.length).split("/")[0];
    lists.forEach(function (section) {
      if (language !== section.lang && language !== "both") { return; }
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = url;
      link.textContent = name;
      item.append(link);
      var names = section.querySelector("ul");
      var after = Array.prototype.find.call(names.children, function (other) {
        return other.textContent.localeCompare(name, section.lang) > 0;
      });
      names.insertBefore(item, after || null);
      section.hidden = false;
    });
  }

  function read(lists, seen, cache, request) {
    if (seen[request.url] || !request.url.endsWith("/")) { return null; }
    seen[request.url] = true;
    return cache.match(request)
      .then(function (answer) { return answer.text(); })
      .then(function (text) { list(lists, request.url, title(text)); });
  }

  if (!window.caches) { return; }
  var lists = document.querySelectorAll("[data-kept]");
  var seen = {};
  seen[root] = true; /* The choice of language. */
  caches.keys().then(function (names) {
    names.forEach(function (name) {
      if (!name.startsWith(root + "pages") && !name.startsWith(root + "pack-")) { return; }
      caches.open(name).then(function (cache) {
        return cache.keys().then(function (requests) {
          return Promise.all(requests.map(function (request) { return read(lists, seen, cache, request); }));
        });
      });
    });
  });
}());
