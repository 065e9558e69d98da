/* The legend of the page becomes a filter: a box before each layer that has pins. */
(function (site) {
  "use strict";
  var KEY = "site-map-hidden";

  function read() {
    try {
      var hidden = JSON.parse(sessionStorage.getItem(KEY));
      return Array.isArray(hidden) ? hidden : [];
    } catch (error) { return []; }
  }

  function remember(hidden) {
    try { sessionStorage.setItem(KEY, JSON.stringify(hidden)); } catch (error) { /* private mode: not kept */ }
  }

  site.addFilters = function (map, words) {
    var legend = document.querySelector(".map-legend");
    if (!legend) { return; }
    var status = site.tool(".map-status");
    /* A link to a place shows it, whatever was hidden before. */
    var hidden = site.wantedPlace() ? [] : read();

    function addBox(entry) {
      var layer = entry.dataset.layer;
      var box = document.createElement("input");
      /* The box itself is too small for a finger. */
      var label = document.createElement("label");
      box.type = "checkbox";
      box.checked = !hidden.includes(layer);
      box.setAttribute("aria-label", words.on_map + ": " + entry.querySelector("a").textContent.trim());
      box.addEventListener("change", function () {
        hidden = hidden.filter(function (one) { return one !== layer; }).concat(box.checked ? [] : layer);
        remember(hidden);
        map.showPins(hidden);
        status.textContent = words.pins + ": " + map.pins.length;
      });
      label.appendChild(box);
      entry.prepend(label);
    }

    legend.querySelectorAll("[data-layer]").forEach(function (entry) {
      if (map.pinLayers.has(entry.dataset.layer)) { addBox(entry); }
    });
    if (hidden.length) { map.showPins(hidden); }
  };
}(window.SiteMap = window.SiteMap || {}));
