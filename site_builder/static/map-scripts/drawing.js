/* How a map's own script, which Folium builds, is drawn into its element. */
(function (site) {
  "use strict";
  var definition = null;

  site.define = function (draw) { definition = draw; };
  site.draw = function (element, basemap) {
    element.lang = document.documentElement.lang;
    definition(element, basemap);
    element.classList.add("map-drawn");
  };
}(window.SiteMap = window.SiteMap || {}));
