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
    var basemap = fetch(asset("maps/basemap.geojson")).then(function (answer) { return answer.json(); });
    load(asset("leaflet/leaflet.js"))
      .then(function () { return load(asset("map.js")); })
      .then(function () { return load(element.dataset.script); })
      .then(function () { return basemap; })
      .then(function (data) { window.SiteMap.draw(element, data); })
      .catch(function () { element.hidden = true; });
  }

  /* A link to a place leads to its pin, or to its card where no source says where it is. */
  var wanted = document.getElementById("places-" + new URLSearchParams(location.search).get("place"));
  if (wanted) { (wanted.dataset.lat ? document.querySelector(".map") : wanted).scrollIntoView(); }

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
