/* The detailed map: pictures from a server of somebody else, after the visitor asked for them. */
(function (site) {
  "use strict";
  var KEY = "site-map-detail";

  function isWanted() {
    try { return localStorage.getItem(KEY) === "on"; } catch (error) { return false; }
  }

  function remember(isOn) {
    try {
      if (isOn) { localStorage.setItem(KEY, "on"); } else { localStorage.removeItem(KEY); }
    } catch (error) { /* private mode: not kept */ }
  }

  site.addDetail = function (map, tiles) {
    var classes = map.getContainer().classList;
    var button = site.tool(".map-detail");
    var zoom = map.getMaxZoom();

    function show(isOn) {
      button.setAttribute("aria-pressed", String(isOn));
      map[isOn ? "addLayer" : "removeLayer"](tiles);
      map.setMaxZoom(isOn ? tiles.options.maxZoom : zoom);
    }

    /* Names of the base layer stay where no others have come; a failed picture is replaced by an empty one. */
    tiles.on("tileload tileerror tileunload", function () {
      var loaded = Array.from(map.getPane("tilePane").querySelectorAll(".leaflet-tile-loaded"));
      classes.toggle("map-detailed", loaded.some(function (tile) { return !tile.src.startsWith("data:"); }));
    });
    button.disabled = false;
    button.addEventListener("click", function () {
      var isOn = !map.hasLayer(tiles);
      remember(isOn);
      show(isOn);
    });
    show(isWanted());
  };
}(window.SiteMap = window.SiteMap || {}));
