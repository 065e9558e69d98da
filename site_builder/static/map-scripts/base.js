/* The base layer: land, water, rivers, borders from the site's own file. */
(function (site) {
  "use strict";

  var STYLES = {
    land: { className: "base-land", stroke: false, fillOpacity: 1 },
    water: { className: "base-water", stroke: false, fillOpacity: 1 },
    region: { className: "base-region", fill: false, weight: 1, dashArray: "4 4" },
    border: { className: "base-border", fill: false, weight: 2, dashArray: "8 3 2 3" }
  };

  function riverStyle(width) {
    return { className: "base-river", fill: false, weight: 4 - width };
  }

  site.addBaseLayer = function (map, basemap, credits) {
    var box = basemap.bbox;
    var options = { pane: "base", interactive: false };
    map.baseBounds = L.latLngBounds([box[1], box[0]], [box[3], box[2]]);
    map.createPane("base").style.zIndex = 150;
    map.getPane("base").style.pointerEvents = "none";
    /* What the file does not cover is not sea. */
    L.rectangle(map.baseBounds, Object.assign({ className: "base-water", stroke: false, fillOpacity: 1 }, options))
      .addTo(map);
    L.geoJSON(basemap, Object.assign({
      style: function (feature) {
        var layer = feature.properties.l;
        return layer === "river" ? riverStyle(feature.properties.w) : STYLES[layer];
      }
    }, options)).addTo(map);
    credits.forEach(function (credit) { map.attributionControl.addAttribution(credit); });
  };
}(window.SiteMap = window.SiteMap || {}));
