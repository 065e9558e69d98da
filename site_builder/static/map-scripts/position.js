/* Where the visitor is, only when asked: a dot on the map, and how far and which way each place lies.
   Nothing is sent or stored. */
(function (site) {
  "use strict";
  /* Milliseconds: phones report every second, reading takes longer. */
  var PAUSE = 2000;
  /* Metres: who is farther away than that would stand beside the base layer. */
  var REACH = 300000;

  function distanceWords(metres, words) {
    if (metres < 1000) { return words.m.replace("{n}", Math.round(metres)); }
    var km = metres / 1000;
    return words.km.replace("{n}", km < 10 ? km.toFixed(1).replace(".", ",") : Math.round(km));
  }

  /* The direction of the great circle on a sphere, in eighths clockwise from north. */
  function eighth(from, to) {
    var radian = Math.PI / 180;
    var lat1 = from.lat * radian, lat2 = to.lat * radian, turn = (to.lng - from.lng) * radian;
    var angle = Math.atan2(
      Math.sin(turn) * Math.cos(lat2),
      Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(turn)
    );
    return (Math.round(angle / radian / 45) + 8) % 8;
  }

  function clearLines() {
    document.querySelectorAll(".from-me").forEach(function (line) { line.remove(); });
  }

  function showLines(map, here, words) {
    clearLines();
    document.querySelectorAll("[data-lat]").forEach(function (source) {
      var there = L.latLng(source.dataset.lat, source.dataset.lon);
      var metres = map.distance(here, there);
      /* Of an area only the middle is known: inside of it there is no way to tell. */
      var radius = Number(source.dataset.radius);
      var text = metres < radius ? words.near : words.away
        .replace("{distance}", (radius ? "≈ " : "") + distanceWords(metres, words))
        .replace("{way}", words.ways[eighth(here, there)]);
      source.appendChild(site.line("span", text, "from-me"));
    });
  }

  function grow(map, here) {
    map.isFollowing = !map.getBounds().contains(here);
    if (!map.isFollowing) { return; }
    /* While Leaflet zooms it does not listen to another wish. */
    map.once("moveend", function () { grow(map, here); });
    map.fitBounds(map.getBounds().extend(here));
  }

  site.addPosition = function (map, words) {
    var drawn = L.layerGroup().addTo(map);
    var status = site.tool(".map-status");
    var watch = null, timer = 0, latest = null, shown = null;

    function stop(message) {
      navigator.geolocation.clearWatch(watch);
      clearTimeout(timer);
      watch = latest = shown = null;
      timer = 0;
      drawn.clearLayers();
      clearLines();
      button.setAttribute("aria-pressed", "false");
      status.textContent = message;
    }

    function show() {
      timer = 0;
      if (latest === shown) { return; }
      var here = L.latLng(latest.coords.latitude, latest.coords.longitude);
      var accuracy = latest.coords.accuracy;
      drawn.clearLayers();
      drawn.addLayer(L.circle(here, { radius: accuracy, className: "here-area", interactive: false }));
      drawn.addLayer(L.circleMarker(here, { radius: 7, className: "here", interactive: false }));
      showLines(map, here, words);
      if (!shown) {
        status.textContent = words.found.replace("{distance}", distanceWords(accuracy, words));
        if (map.distance(here, map.getCenter()) < REACH) { grow(map, here); }
      }
      shown = latest;
      timer = setTimeout(show, PAUSE);
    }

    function found(position) {
      latest = position;
      if (!timer) { show(); }
    }

    function failed(error) {
      if (error.code === error.PERMISSION_DENIED) { stop(words.denied); return; }
      if (!shown) { status.textContent = words.no_signal; }
    }

    var button = site.addButton(map, words.button, "locate", function () {
      if (watch !== null) { stop(""); return; }
      if (!window.isSecureContext) { status.textContent = words.insecure; return; }
      button.setAttribute("aria-pressed", "true");
      watch = navigator.geolocation.watchPosition(found, failed, {
        enableHighAccuracy: true, maximumAge: 10000, timeout: 30000
      });
    });
    button.setAttribute("aria-pressed", "false");
  };
}(window.SiteMap = window.SiteMap || {}));
