/* Names of places, rivers, countries and the sea: as many as there is room for. */
(function (site) {
  "use strict";
  var GAP = 6;
  /* River widths of the base layer's file, from the widest, by the zoom level that names them. */
  var RIVER_ZOOMS = [0, 0, 8, 9];

  function overlaps(box, others) {
    return others.some(function (other) { return box.intersects(other); });
  }

  /* The boxes that a name of a size may take beside a point: right, left, below, above. */
  function around(point, size, gap) {
    return [
      [gap, -size.y / 2], [-gap - size.x, -size.y / 2], [-size.x / 2, gap], [-size.x / 2, -gap - size.y]
    ].map(function (shift) {
      var corner = point.add(shift);
      return L.bounds(corner, corner.add(size));
    });
  }

  function centred(points, size) {
    return points.map(function (point) {
      return L.bounds(point.subtract(size.divideBy(2)), point.add(size.divideBy(2)));
    });
  }

  /* The part of a pin that is seen: a drop above its point, a disc around it. */
  function pinBox(map, pin) {
    var point = map.latLngToContainerPoint(pin.at).subtract([0, pin.isExact ? 20 : 0]);
    return L.bounds(point.subtract([15, 15]), point.add([15, 15]));
  }

  /* Buttons, scale and credit lie above the names. */
  function controlBoxes(map) {
    var frame = map.getContainer().getBoundingClientRect();
    return Array.from(map.getContainer().querySelectorAll(".leaflet-control"), function (control) {
      var box = control.getBoundingClientRect();
      return L.bounds([box.left - frame.left, box.top - frame.top], [box.right - frame.left, box.bottom - frame.top]);
    });
  }

  /* The middle of the longest part of a river that is in view, and its slope there; null if it is too short. */
  function riverSpot(map, feature, length) {
    var view = L.bounds([0, 0], map.getSize());
    var run = [];
    var longest = [];
    feature.geometry.coordinates.forEach(function (pair) {
      var point = map.latLngToContainerPoint([pair[1], pair[0]]);
      run = view.contains(point) ? run.concat(point) : [];
      if (run.length > longest.length) { longest = run; }
    });
    var middle = longest[Math.floor(longest.length / 2)];
    if (longest.length < 5 || longest[0].distanceTo(longest[longest.length - 1]) < length) { return null; }
    var from = longest[Math.floor(longest.length / 3)];
    var slope = longest[Math.floor(2 * longest.length / 3)].subtract(from);
    return { at: middle, angle: Math.atan(slope.y / slope.x) || 0 };
  }

  function riverBox(spot, size) {
    var across = Math.abs(Math.cos(spot.angle));
    var along = Math.abs(Math.sin(spot.angle));
    return centred([spot.at], L.point(size.x * across + size.y * along, size.x * along + size.y * across));
  }

  function riverNames(basemap, language) {
    return basemap.features.filter(function (feature) {
      return feature.properties.l === "river" && feature.properties[language];
    }).map(function (feature) {
      var river = feature.properties;
      return { text: river[language], kind: "river", zoom: RIVER_ZOOMS[river.w], river: feature };
    });
  }

  function pinNames(pins) {
    return pins.map(function (pin) {
      var zoom = pin.rank === 0 || pin.isTown ? 0 : 9;
      return { text: pin.label, kind: "pin", at: [pin.at], zoom: zoom, gap: 18, pin: pin };
    }).sort(function (a, b) { return a.zoom - b.zoom || a.pin.rank - b.pin.rank; });
  }

  /* A wrapped text keeps the width that it was wrapped at, and would stand far from its pin. */
  function shrink(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    element.style.width = Math.ceil(range.getBoundingClientRect().width) + 1 + "px";
  }

  /* Where the name may stand, the best place first. */
  function boxes(map, name, element) {
    var size = L.point(element.offsetWidth, element.offsetHeight);
    if (name.river) {
      var spot = riverSpot(map, name.river, size.x + 20);
      if (!spot) { return []; }
      element.style.rotate = spot.angle + "rad";
      return riverBox(spot, size);
    }
    var points = name.at.map(function (at) { return map.latLngToContainerPoint(at); });
    if (name.kind === "country" || name.kind === "sea") { return centred(points, size); }
    return around(points[0].subtract([0, name.pin && name.pin.isExact ? 20 : 0]), size, name.gap || GAP);
  }

  function place(map, pane, name, taken) {
    var element = site.line("span", name.text, "name name-" + name.kind);
    var view = L.bounds([0, 0], map.getSize());
    pane.appendChild(element);
    shrink(element);
    var free = boxes(map, name, element).find(function (box) {
      return view.contains(box) && !overlaps(box, taken);
    });
    if (!free) { element.remove(); return; }
    taken.push(free);
    var corner = free.getCenter().subtract([element.offsetWidth / 2, element.offsetHeight / 2]);
    var at = map.containerPointToLayerPoint(corner).round();
    element.style.left = at.x + "px";
    element.style.top = at.y + "px";
  }

  site.addLabels = function (map, basemap, labels) {
    var pane = map.createPane("names");
    var dots = L.layerGroup().addTo(map);
    var rivers = riverNames(basemap, map.getContainer().lang);

    /* Towns with a pin have their name from the page. */
    function unpinned() {
      var pinned = new Set(map.pins.flatMap(function (pin) {
        return pin.sources.map(function (source) { return source.dataset.id.replace("places-", ""); });
      }));
      return labels.filter(function (label) { return !pinned.has(label.id); });
    }

    function draw() {
      var taken = map.pins.map(function (pin) { return pinBox(map, pin); }).concat(controlBoxes(map));
      var towns = unpinned();
      pane.replaceChildren();
      dots.clearLayers();
      pinNames(map.pins).concat(towns, rivers).forEach(function (name) {
        if (map.getZoom() >= name.zoom) { place(map, pane, name, taken); }
      });
      towns.filter(function (label) { return label.id; }).forEach(function (town) {
        L.circleMarker(town.at[0], { pane: "base", radius: 2, className: "base-town", interactive: false })
          .addTo(dots);
      });
    }

    pane.setAttribute("aria-hidden", "true");
    map.on("zoomstart", function () { pane.replaceChildren(); });
    map.on("moveend pins", draw);
    draw();
  };
}(window.SiteMap = window.SiteMap || {}));
