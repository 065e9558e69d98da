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
    [".label", ".point"].forEach(function (part) {
      var said = source.querySelector(part);
      if (said) { box.appendChild(site.line("p", said.textContent, part.slice(1))); }
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
    sources.forEach(function (source) { describe(box, source, words); });
    return box;
  }

  /* Enter opens a popup and moves the focus in; Esc closes it and gives the focus back to the pin. */
  function opened(marker, popup, words) {
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

  site.bindPopup = function (marker, sources, words) {
    marker.bindPopup(function () { return content(sources, words); }, {
      maxWidth: 260, autoPanPadding: [16, 16]
    });
    marker.on("popupopen", function (event) { opened(marker, event.popup, words); });
  };
}(window.SiteMap = window.SiteMap || {}));
