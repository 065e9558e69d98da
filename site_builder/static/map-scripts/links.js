/* Links into the map: `?place=altynzhar` opens a pin, `#map=9/46.28/48.51` sets the view. */
(function (site) {
  "use strict";

  site.wantedPlace = function () { return new URLSearchParams(location.search).get("place"); };

  function openPlace(map, id) {
    var pin = map.pins.find(function (one) {
      return one.sources.some(function (source) { return source.dataset.id === "places-" + id; });
    });
    if (!pin) { return; }
    map.setView(pin.at, Math.max(map.getZoom(), 9), { animate: false });
    pin.marker.openPopup();
  }

  function setView(map) {
    var view = /^#map=(\d+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(location.hash);
    if (!view) { return; }
    map.setView([view[2], view[3]], view[1], { animate: false });
  }

  /* Only what the visitor has moved is written into the address, so that anchors stay. */
  function follow(map) {
    var isMoved = false;
    map.on("dragstart zoomstart keydown", function (event) {
      isMoved = isMoved || event.type !== "keydown" || event.originalEvent.key.startsWith("Arrow");
    });
    map.on("moveend", function () {
      var centre = map.getCenter();
      if (!isMoved) { return; }
      var view = [map.getZoom(), centre.lat.toFixed(3), centre.lng.toFixed(3)].join("/");
      history.replaceState(history.state, "", "#map=" + view);
    });
  }

  site.addLinks = function (map) {
    var place = site.wantedPlace();
    setView(map);
    if (place) { openPlace(map, place); }
    follow(map);
  };
}(window.SiteMap = window.SiteMap || {}));
