/* The line of a route: straight from stop to stop, which the page says. */
(function (site) {
  "use strict";

  site.addStops = function (map) {
    var points = Array.from(document.querySelectorAll("ol > li [data-lat]"), function (source) {
      return [source.dataset.lat, source.dataset.lon];
    });
    L.polyline(points, { className: "stops", weight: 2, dashArray: "3 6", interactive: false }).addTo(map);
  };
}(window.SiteMap = window.SiteMap || {}));
