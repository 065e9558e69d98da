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

  site.addDetail = function (map, tiles, words) {
    var classes = map.getContainer().classList;
    var button = site.line("button", words.detail, "button map-detail");
    var zoom = map.getMaxZoom();

    function show(isOn) {
      button.setAttribute("aria-pressed", String(isOn));
      map[isOn ? "addLayer" : "removeLayer"](tiles);
      map.setMaxZoom(isOn ? tiles.options.maxZoom : zoom);
      if (!isOn) { classes.remove("map-detailed"); }
    }

    /* Names of the base layer stay until others have come; a failed picture is replaced by an empty one. */
    tiles.on("tileload", function (event) {
      if (!event.tile.src.startsWith("data:")) { classes.add("map-detailed"); }
    });
    button.type = "button";
    button.addEventListener("click", function () {
      var isOn = !map.hasLayer(tiles);
      remember(isOn);
      show(isOn);
    });
    site.addTool(map, button);
    site.addTool(map, site.line("p", words.detail_note, "note"));
    show(isWanted());
  };
}(window.SiteMap = window.SiteMap || {}));
