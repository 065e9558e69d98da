/* Popups say what the page says of a place. All text goes in as text, never as HTML. */
(function (site) {
  "use strict";

  site.line = function (tag, text, className) {
    var element = document.createElement(tag);
    element.textContent = text;
    if (className) { element.className = className; }
    return element;
  };

  function describe(box, source, words) {
    var link = source.querySelector("h2 a, h3 a");
    box.appendChild(site.line("strong", source.dataset.title));
    [".label", ".next-event", ".point"].forEach(function (part) {
      var said = source.querySelector(part);
      if (said) { box.appendChild(said.cloneNode(true)); }
    });
    if (link) {
      var open = site.line("a", words.open);
      open.href = link.href;
      open.setAttribute("aria-label", words.open + ": " + source.dataset.title);
      box.appendChild(open);
    }
  }

  function content(sources, words) {
    var box = document.createElement("div");
    var said = new Set();
    /* A place that a route comes to twice is one place. */
    sources.forEach(function (source) {
      if (!said.has(source.dataset.id)) { describe(box, source, words); }
      said.add(source.dataset.id);
    });
    return box;
  }

  /* Enter opens a popup and moves the focus in; Esc closes it and gives the focus back to the pin. */
  function opened(marker, popup, words) {
    var element = popup.getElement();
    var close = element.querySelector(".leaflet-popup-close-button");
    function back() {
      marker.closePopup();
      marker.getElement().focus();
    }
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", marker.options.title);
    close.setAttribute("aria-label", words.close);
    close.onclick = back;
    (element.querySelector(".leaflet-popup-content a") || close).focus();
    element.onkeydown = function (event) {
      if (event.key !== "Escape") { return; }
      event.stopPropagation();
      back();
    };
  }

  site.bindPopup = function (pin, map, words) {
    var marker = pin.marker;
    marker.bindPopup(function () { return content(pin.sources, words); }, {
      /* The buttons stand on the right; a popup has margins of its own. */
      maxWidth: Math.min(260, map.getSize().x - 130), minWidth: 120, maxHeight: 240,
      autoPanPaddingTopLeft: [8, 8], autoPanPaddingBottomRight: [64, 40]
    });
    marker.on("popupopen", function (event) { opened(marker, event.popup, words); });
    marker.on("keydown", function (event) {
      if (event.originalEvent.key !== " ") { return; }
      event.originalEvent.preventDefault();
      marker.openPopup();
    });
  };
}(window.SiteMap = window.SiteMap || {}));
