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
    return { className: "base-river", fill: false, weight: width };
  }

  site.addBaseLayer = function (map, basemap) {
    map.createPane("base").style.zIndex = 150;
    map.getPane("base").style.pointerEvents = "none";
    L.geoJSON(basemap, {
      pane: "base",
      interactive: false,
      style: function (feature) {
        var layer = feature.properties.l;
        return layer === "river" ? riverStyle(feature.properties.w) : STYLES[layer];
      }
    }).addTo(map);
  };
}(window.SiteMap = window.SiteMap || {}));
