/* Maps: Leaflet, the base layer and the map's script are fetched once a map comes near. */
(function () {
  "use strict";
  var here = document.currentScript.src;

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
    var basemap = fetch(asset("maps/base.json")).then(function (answer) { return answer.json(); });
    load(asset("leaflet/leaflet.js"))
      .then(function () { return load(asset("map.js")); })
      .then(function () { return load(asset("maps/" + element.dataset.map + ".js")); })
      .then(function () { return basemap; })
      .then(function (data) { window.SiteMap.draw(element, data); })
      .catch(function () {
        element.hidden = true;
        document.querySelector(".map-tools").hidden = true;
      });
  }

  /* A link to a view leads to the map, one to a place too, or to its card where no source says where it is. */
  function goTo(map) {
    var place = document.getElementById("places-" + new URLSearchParams(location.search).get("place"));
    if (place && !place.dataset.lat) { place.scrollIntoView(); }
    else if (place || location.hash.startsWith("#map=")) { map.scrollIntoView({ block: "center" }); }
  }

  document.querySelectorAll(".map[data-map]").forEach(function (element) {
    if (!("IntersectionObserver" in window)) { drawMap(element); return; }
    var observer = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) { return; }
      observer.disconnect();
      drawMap(element);
    }, { rootMargin: "300px" });
    observer.observe(element);
    /* Until then the theme takes the page for one without scripts, which has no map. */
    document.addEventListener("DOMContentLoaded", function () { goTo(element); });
  });
}());
