/* Buttons and the credit, named in the page's language. */
(function (site) {
  "use strict";

  site.addControls = function (map, words) {
    /* At the bottom: popups open upwards and would lie under the buttons at the top. */
    L.control.zoom({
      position: "bottomleft", zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out
    }).addTo(map);
    map.getContainer().querySelectorAll(".leaflet-control-zoom a").forEach(function (button) {
      button.setAttribute("aria-label", button.title);
    });
    L.control.attribution({ prefix: false }).addAttribution(
      site.line("span", words.credit).outerHTML
    ).addTo(map);
    /* The wheel scrolls the page until the map is clicked or reached by Tab. */
    map.scrollWheelZoom.disable();
    map.on("focus", function () { map.scrollWheelZoom.enable(); });
    map.on("blur", function () { map.scrollWheelZoom.disable(); });
  };
}(window.SiteMap = window.SiteMap || {}));
