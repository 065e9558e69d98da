/* How a map's own script, which Folium builds, is drawn into its element. */
(function (site) {
  "use strict";
  var definition = null;
  var isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* A finger that scrolls the page must not be caught by the map. */
  site.needsTwoFingers = matchMedia("(pointer: coarse)").matches;

  site.options = function (options) {
    return Object.assign(options, {
      dragging: !site.needsTwoFingers,
      zoomAnimation: !isStill, fadeAnimation: !isStill, markerZoomAnimation: !isStill, inertia: !isStill
    });
  };

  if (isStill) {
    var pan = L.Map.prototype.panBy;
    L.Map.include({ panBy: function (offset) { return pan.call(this, offset, { animate: false }); } });
  }

  site.define = function (draw) { definition = draw; };
  site.draw = function (element, basemap) {
    var frame = element.closest(".map-frame");
    element.lang = document.documentElement.lang;
    definition(element, site.unpack(basemap));
    element.classList.add("map-drawn");
    if (frame) { frame.classList.add("map-frame-drawn"); }
  };
}(window.SiteMap = window.SiteMap || {}));
