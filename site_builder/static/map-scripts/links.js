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
    var view = /^#map=(\d{1,2})\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(location.hash);
    if (!view) { return; }
    var at = L.latLng(view[2], view[3]);
    /* Farther away there is nothing to see. */
    if (map.baseBounds.pad(1).contains(at)) { map.setView(at, Number(view[1]), { animate: false }); }
  }

  /* An address that leads back to the view; it must not open a place instead. */
  function address(map) {
    var url = new URL(location.href), centre = map.getCenter();
    url.searchParams.delete("place");
    url.hash = "map=" + [map.getZoom(), centre.lat.toFixed(3), centre.lng.toFixed(3)].join("/");
    return url.href;
  }

  /* Only what the visitor has moved is written into the address, so that anchors stay; a view that the
     map has taken to show the visitor's position would tell where that is. */
  function follow(map) {
    var isMoved = false;
    map.on("dragstart zoomstart keydown", function (event) {
      isMoved = isMoved || event.type !== "keydown" || event.originalEvent.key.startsWith("Arrow");
    });
    map.on("moveend", function () {
      isMoved = isMoved && !map.isFollowing;
      if (isMoved) { history.replaceState(history.state, "", address(map)); }
    });
  }

  site.addLinks = function (map) {
    var place = site.wantedPlace();
    setView(map);
    if (place) { openPlace(map, place); }
    follow(map);
    window.addEventListener("hashchange", function () { setView(map); });
  };
}(window.SiteMap = window.SiteMap || {}));
