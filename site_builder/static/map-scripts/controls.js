/* Buttons, the scale and the credit, named in the page's language. */
(function (site) {
  "use strict";

  var Scale = L.Control.Scale.extend({
    /* Leaflet's own knows the units in Latin letters only. */
    _updateMetric: function (most) {
      var metres = this._getRoundNum(most);
      var words = this.options.words;
      var label = metres < 1000 ? words.m.replace("{n}", metres) : words.km.replace("{n}", metres / 1000);
      this._updateScale(this._mScale, label, metres / most);
    }
  });

  /* A button on the map; `act` is called when it is pressed. */
  site.addButton = function (map, name, className, act) {
    var control = L.control({ position: "topright" });
    var button = site.line("button", "", "map-button " + className);
    button.type = "button";
    button.title = name;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", act);
    control.onAdd = function () {
      var bar = L.DomUtil.create("div", "leaflet-bar");
      bar.appendChild(button);
      L.DomEvent.disableClickPropagation(bar);
      return bar;
    };
    control.addTo(map);
    return button;
  };

  /* What is said or pressed under the map stands in the page from the start, lest the text below jump. */
  site.tool = function (query) { return document.querySelector(".map-tools " + query); };

  function addFullscreen(map, words) {
    var element = map.getContainer();
    if (!element.requestFullscreen) { return; }
    var button = site.addButton(map, words.fullscreen, "map-fullscreen", function () {
      if (document.fullscreenElement) { document.exitFullscreen(); } else { element.requestFullscreen(); }
    });
    element.addEventListener("fullscreenchange", function () {
      var isFull = document.fullscreenElement === element;
      button.setAttribute("aria-pressed", String(isFull));
      /* There is no page to scroll. */
      if (site.needsTwoFingers) { map.dragging[isFull ? "enable" : "disable"](); }
      map.invalidateSize();
    });
  }

  site.addControls = function (map, words) {
    L.control.zoom({ position: "topright", zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out })
      .addTo(map);
    site.addButton(map, words.show_all, "map-all", function () { site.showAll(map); });
    addFullscreen(map, words);
    map.attributionControl.setPrefix('<a href="https://leafletjs.com" rel="noopener">Leaflet</a>');
    /* In the corner of the credit, so that it always stands above it. */
    new Scale({ position: "bottomright", imperial: false, words: words }).addTo(map);
    /* The wheel scrolls the page until the map is clicked or reached by Tab. */
    map.scrollWheelZoom.disable();
    map.on("focus", function () { map.scrollWheelZoom.enable(); });
    map.on("blur", function () { map.scrollWheelZoom.disable(); });
  };
}(window.SiteMap = window.SiteMap || {}));
