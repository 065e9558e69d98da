/* The line of a route: straight from stop to stop, which is said. */
(function (site) {
  "use strict";

  site.addStops = function (map, words) {
    var points = Array.from(document.querySelectorAll("ol > li [data-lat]"), function (source) {
      return [source.dataset.lat, source.dataset.lon];
    });
    L.polyline(points, { className: "stops", weight: 2, dashArray: "3 6", interactive: false }).addTo(map);
    site.addTool(map, site.line("p", words.straight, "note"));
  };
}(window.SiteMap = window.SiteMap || {}));
