/* Draws the page's own points on the base layer. Loaded with the first map that comes near.
   All text goes in as text, never as HTML. */
(function () {
  "use strict";
  var definition = null;
  var language = document.documentElement.lang;

  var STYLES = {
    land: { className: "base-land", stroke: false, fillOpacity: 1 },
    water: { className: "base-water", stroke: false, fillOpacity: 1 },
    region: { className: "base-region", fill: false, weight: 1, dashArray: "4 4" },
    border: { className: "base-border", fill: false, weight: 2, dashArray: "8 3 2 3" }
  };

  function riverStyle(width) {
    return { className: "base-river", fill: false, weight: width };
  }

  function addBaseLayer(map, basemap) {
    map.createPane("base").style.zIndex = 150;
    map.getPane("base").style.pointerEvents = "none";
    L.geoJSON(basemap, {
      pane: "base",
      interactive: false,
      style: function (feature) {
        var layer = feature.properties.l;
        return layer === "river" ? riverStyle(feature.properties.w) : STYLES[layer];
      }
    }).addTo(map);
  }

  function line(tag, text, className) {
    var element = document.createElement(tag);
    element.textContent = text;
    if (className) { element.className = className; }
    return element;
  }

  /* The popup says what the page says: name, kind, how exact the point is. */
  function describe(box, source, words) {
    var link = source.querySelector("h2 a, h3 a");
    box.appendChild(line("strong", source.dataset.title));
    var label = source.querySelector(".label");
    if (label) { box.appendChild(line("p", label.textContent)); }
    var point = source.querySelector(".point");
    if (point) { box.appendChild(line("p", point.textContent, "point")); }
    if (link) {
      var open = line("a", words.open);
      open.href = link.href;
      open.setAttribute("aria-label", words.open + ": " + source.dataset.title);
      box.appendChild(open);
    }
  }

  function popupContent(sources, words) {
    var box = document.createElement("div");
    sources.forEach(function (source) { describe(box, source, words); });
    return box;
  }

  function controls(map, words) {
    /* At the bottom: popups open upwards and would lie under the buttons at the top. */
    L.control.zoom({
      position: "bottomleft", zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out
    }).addTo(map);
    map.getContainer().querySelectorAll(".leaflet-control-zoom a").forEach(function (button) {
      button.setAttribute("aria-label", button.title);
    });
    L.control.attribution({ prefix: false }).addAttribution(
      line("span", words.credit).outerHTML
    ).addTo(map);
  }

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
    /* The tip of a drop stands on the point, the middle of a disc does; see site.css. */
    var icon = L.divIcon({
      className: "pin pin-" + data.kind + (exact ? "" : " pin-approximate"),
      iconSize: [44, 44],
      iconAnchor: exact ? [22, 42] : [22, 22],
      popupAnchor: exact ? [0, -32] : [0, -8]
    });
    var rank = ["mausoleum", "grave", "centre", "museum", "monument"].indexOf(data.kind);
    var marker = L.marker(place, {
      icon: icon, title: name, alt: name, keyboard: true,
      /* What people come for lies above the villages around it. */
      zIndexOffset: rank < 0 ? 0 : 1000 - 100 * rank
    });
    marker.addTo(map).bindPopup(function () { return popupContent(sources, words); }, {
      maxWidth: 260, autoPanPadding: [16, 16]
    });
    marker.on("popupopen", function (event) { openPopup(marker, event.popup, words); });
    return bounds;
  }

  /* Enter opens a popup and moves the focus in; Esc closes it and gives the focus back to the pin. */
  function openPopup(marker, popup, words) {
    var element = popup.getElement();
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", marker.options.title);
    element.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close);
    var first = element.querySelector(".leaflet-popup-content a") ||
      element.querySelector(".leaflet-popup-close-button");
    first.focus();
    element.onkeydown = function (event) {
      if (event.key !== "Escape") { return; }
      event.stopPropagation();
      marker.closePopup();
      marker.getElement().focus();
    };
  }

  /* The wheel scrolls the page until the map is clicked or reached by Tab. */
  function keepPageScrolling(map) {
    map.scrollWheelZoom.disable();
    map.on("focus", function () { map.scrollWheelZoom.enable(); });
    map.on("blur", function () { map.scrollWheelZoom.disable(); });
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

  function addPagePoints(map, words) {
    keepPageScrolling(map);
    controls(map, words);
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
  }

  window.SiteMap = {
    define: function (draw) { definition = draw; },
    draw: function (element, basemap) {
      element.lang = language;
      definition(element, basemap);
      element.classList.add("map-drawn");
    },
    addBaseLayer: addBaseLayer,
    addPagePoints: addPagePoints
  };
}());
