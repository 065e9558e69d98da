/* Pins of the page's own points, an area where a point is approximate. */
(function (site) {
  "use strict";

  var RANKS = ["mausoleum", "grave", "centre", "museum", "monument"];

  /* One pin for all places that share a point: pins on top of each other cannot be touched. */
  function addPin(map, sources, words) {
    var data = sources[0].dataset;
    var place = [Number(data.lat), Number(data.lon)];
    var bounds = L.latLngBounds([place]);
    var radius = Math.max.apply(null, sources.map(function (source) {
      return Number(source.dataset.radius);
    }));
    if (radius) {
      var area = L.circle(place, { radius: radius, className: "area", interactive: false });
      area.addTo(map);
      bounds = area.getBounds();
    }
    var exact = sources.some(function (source) { return !source.dataset.radius; });
    var name = sources.map(function (source) { return source.dataset.title; }).join(", ");
    /* The tip of a drop stands on the point, the middle of a disc does; see the styles. */
    var icon = L.divIcon({
      className: "pin pin-" + data.kind + (exact ? "" : " pin-approximate"),
      iconSize: [44, 44],
      iconAnchor: exact ? [22, 42] : [22, 22],
      popupAnchor: exact ? [0, -32] : [0, -8]
    });
    var rank = RANKS.indexOf(data.kind);
    var marker = L.marker(place, {
      icon: icon, title: name, alt: name, keyboard: true,
      /* What people come for lies above the villages around it. */
      zIndexOffset: rank < 0 ? 0 : 1000 - 100 * rank
    });
    marker.addTo(map);
    site.bindPopup(marker, sources, words);
    return bounds;
  }

  /* A few towns far away would make all others one heap: of many points the map first shows those three
     quarters that lie closest to the middle one. */
  function nearest(all) {
    if (all.length < 8) { return all; }
    function middle(of) {
      return all.map(function (one) { return one.getCenter()[of]; })
        .sort(function (a, b) { return a - b; })[Math.floor(all.length / 2)];
    }
    var centre = L.latLng(middle("lat"), middle("lng"));
    return all.slice().sort(function (a, b) {
      return centre.distanceTo(a.getCenter()) - centre.distanceTo(b.getCenter());
    }).slice(0, Math.ceil(all.length * 0.75));
  }

  site.addPagePoints = function (map, words) {
    var bounds = L.latLngBounds([]);
    var places = new Map();
    document.querySelectorAll("[data-lat]").forEach(function (source) {
      var key = source.dataset.lat + "," + source.dataset.lon;
      places.set(key, (places.get(key) || []).concat(source));
    });
    var all = [];
    places.forEach(function (sources) { all.push(addPin(map, sources, words)); });
    nearest(all).forEach(function (one) { bounds.extend(one); });
    if (bounds.isValid()) { map.fitBounds(bounds.pad(0.1), { maxZoom: 10 }); }
  };
}(window.SiteMap = window.SiteMap || {}));
