/* Pins of the page's own points, an area where a point is approximate. */
(function (site) {
  "use strict";

  /* What people come for lies above the villages around it; the drawing has the same order. */
  var RANKS = ["mausoleums", "museums", "monuments", "mosques", "venues", "crossings", "settlements"];

  function unique(all) { return Array.from(new Set(all)); }

  /* The numbers of the stops in the page's list; none where the places are no stops. */
  function stopNumbers(sources) {
    return sources.map(function (source) {
      var stop = source.closest("ol > li");
      return stop ? Array.from(stop.parentNode.children).indexOf(stop) + 1 : 0;
    }).filter(Boolean);
  }

  /* Runs of numbers in short, as the drawing has them: «2–4», «7, 8». */
  function runs(numbers) {
    var found = [];
    numbers.slice().sort(function (a, b) { return a - b; }).forEach(function (number) {
      var run = found[found.length - 1];
      if (run && run[run.length - 1] === number - 1) { run.push(number); } else { found.push([number]); }
    });
    return found.map(function (run) {
      return run.length > 2 ? run[0] + "–" + run[run.length - 1] : run.join(", ");
    }).join(", ");
  }

  /* One pin for all places that share a point: pins on top of each other cannot be touched. */
  function describe(sources, layers) {
    function rank(source) { return RANKS.indexOf(layers[source.dataset.kind]); }
    var first = sources.slice().sort(function (a, b) { return rank(a) - rank(b); })[0];
    var numbers = stopNumbers(sources);
    var names = unique(sources.map(function (source) { return source.dataset.title; }));
    return {
      sources: sources,
      at: L.latLng(first.dataset.lat, first.dataset.lon),
      layer: layers[first.dataset.kind],
      rank: rank(first),
      isTown: first.dataset.kind === "town",
      label: first.dataset.title,
      number: runs(numbers),
      name: (numbers.length ? numbers.join(", ") + ". " : "") + names.join(", "),
      /* Of the place that names the pin: a village may be exact where the grave in it is not. */
      isExact: !first.dataset.radius,
      radius: Math.max.apply(null, sources.map(function (source) { return Number(source.dataset.radius); }))
    };
  }

  function addPin(pin, group, map, words) {
    /* The tip of a drop stands on the point, the middle of a disc does; see the styles. */
    var icon = L.divIcon({
      className: "pin layer-" + pin.layer + (pin.isExact ? "" : " pin-approximate"),
      html: pin.number ? site.line("span", pin.number, "pin-number") : false,
      iconSize: [44, 44],
      iconAnchor: pin.isExact ? [22, 42] : [22, 22],
      popupAnchor: pin.isExact ? [0, -32] : [0, -8]
    });
    if (pin.radius) {
      L.circle(pin.at, { radius: pin.radius, className: "area", interactive: false }).addTo(group);
    }
    pin.marker = L.marker(pin.at, {
      icon: icon, title: pin.name, alt: pin.name, keyboard: true, zIndexOffset: 100 * (RANKS.length - pin.rank)
    }).addTo(group);
    site.bindPopup(pin, map, words);
  }

  /* A few towns far away would make all others one heap: of many points the map first shows those two
     thirds that lie closest to the middle one, as the drawing does. A route is shown whole. */
  function nearest(all) {
    if (all.length <= 12 || all[0].number) { return all; }
    function middle(of) {
      return all.map(function (pin) { return pin.at[of]; })
        .sort(function (a, b) { return a - b; })[Math.floor((all.length - 1) / 2)];
    }
    var centre = L.latLng(middle("lat"), middle("lng"));
    return all.slice().sort(function (a, b) { return centre.distanceTo(a.at) - centre.distanceTo(b.at); })
      .slice(0, Math.ceil(all.length * 2 / 3));
  }

  /* The view that shows the pins, and some of the base layer where they lie beyond it. */
  function viewOf(pins, base) {
    var view = L.latLngBounds([]);
    nearest(pins).forEach(function (pin) {
      view.extend(pin.radius ? pin.at.toBounds(2 * pin.radius) : pin.at);
      if (!base.contains(pin.at)) {
        var known = base.pad(-0.15);
        view.extend([
          Math.min(Math.max(pin.at.lat, known.getSouth()), known.getNorth()),
          Math.min(Math.max(pin.at.lng, known.getWest()), known.getEast())
        ]);
      }
    });
    return view.pad(0.1);
  }

  site.showAll = function (map, options) {
    map.fitBounds(map.firstView, Object.assign({ maxZoom: 10 }, options));
  };

  site.addPagePoints = function (map, layers, words) {
    var all = Array.from(document.querySelectorAll("[data-lat]"));
    var group = L.layerGroup().addTo(map);

    /* Show the pins of all layers but those in `hidden`. */
    map.showPins = function (hidden) {
      var places = new Map();
      all.forEach(function (source) {
        var key = source.dataset.lat + "," + source.dataset.lon;
        if (hidden.includes(layers[source.dataset.kind])) { return; }
        places.set(key, (places.get(key) || []).concat(source));
      });
      group.clearLayers();
      map.pins = Array.from(places.values(), function (sources) { return describe(sources, layers); });
      map.pins.forEach(function (pin) { addPin(pin, group, map, words); });
      map.fire("pins");
    };
    map.pinLayers = new Set(all.map(function (source) { return layers[source.dataset.kind]; }));
    map.showPins([]);
    map.firstView = viewOf(map.pins, map.baseBounds);
    /* At once: while Leaflet moves it would not listen to an address that wants another view. */
    site.showAll(map, { animate: false });
  };
}(window.SiteMap = window.SiteMap || {}));
