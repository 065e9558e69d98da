/* Small things that every page needs: the remembered language, and a search index and maps that load when
   they are wanted. */
(function () {
  "use strict";
  var here = document.currentScript.src;
  var root = document.documentElement;
  var KEY = "site-language";

  /* Material 9.8 fetches a sitemap for each link[rel=alternate], at the address of the live site.
     A second word in `rel` hides the links from it; to every reader of HTML they mean the same. */
  document.querySelectorAll("link[rel=alternate]").forEach(function (link) {
    link.rel = "alternate translation";
  });

  function remembered() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }

  function remember(language) {
    try { localStorage.setItem(KEY, language); } catch (error) { /* private mode: not kept */ }
  }

  /* On the page at the root: go to the language chosen before, else to the browser's. */
  function chooseLanguage(links) {
    var offered = {};
    links.forEach(function (link) { offered[link.dataset.language] = link.href; });
    var wanted = [remembered()].concat(navigator.languages || [navigator.language]);
    for (var i = 0; i < wanted.length; i += 1) {
      var language = (wanted[i] || "").slice(0, 2).toLowerCase();
      if (offered[language]) { location.replace(offered[language]); return; }
    }
  }

  var choices = document.querySelectorAll("a[data-language]");
  if (choices.length) {
    chooseLanguage(choices);
  } else if (!document.querySelector("[data-error-page]")) {
    remember(root.lang);
  }

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

  /* Maps: Leaflet, the base layer and the map's script are fetched once a map comes near. */
  function asset(path) { return new URL(path, here).href; }

  function load(source) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = source;
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  function drawMap(element) {
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = asset("leaflet/leaflet.css");
    document.head.appendChild(style);
    var basemap = fetch(asset("maps/basemap.geojson")).then(function (answer) { return answer.json(); });
    load(asset("leaflet/leaflet.js"))
      .then(function () { return load(asset("map.js")); })
      .then(function () { return load(element.dataset.script); })
      .then(function () { return basemap; })
      .then(function (data) { window.SiteMap.draw(element, data); })
      .catch(function () { element.hidden = true; });
  }

  document.querySelectorAll(".map[data-script]").forEach(function (element) {
    if (!("IntersectionObserver" in window)) { drawMap(element); return; }
    var observer = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) { return; }
      observer.disconnect();
      drawMap(element);
    }, { rootMargin: "300px" });
    observer.observe(element);
  });
}());
