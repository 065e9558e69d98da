/* The mode for readers with low vision (GOST R 52872-2019): size, colours, spacing, pictures. The choice is
   kept on the device; a line in the head of each page puts it on the document before it is drawn. */
(function () {
  "use strict";
  var root = document.documentElement;
  var panel = document.querySelector(".vision-panel");
  var opener = document.querySelector(".vision-open");
  var DEFAULTS = { size: "large", colours: "black-on-white", spacing: "wide", pictures: "on" };
  var KEY = "site-vision";

  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY));
      return kept && Object.keys(DEFAULTS).every(function (name) { return kept[name]; }) ? kept : null;
    } catch (error) { return null; }
  }

  function write(choice) {
    try {
      if (choice) { localStorage.setItem(KEY, JSON.stringify(choice)); } else { localStorage.removeItem(KEY); }
    } catch (error) { /* private mode: not kept */ }
  }

  function apply(choice) {
    Object.keys(DEFAULTS).forEach(function (name) {
      if (choice) { root.setAttribute("data-vision-" + name, choice[name]); }
      else { root.removeAttribute("data-vision-" + name); }
    });
    if (!panel) { return; }
    panel.hidden = !choice;
    opener.setAttribute("aria-expanded", String(Boolean(choice)));
    panel.querySelectorAll("button[data-name]").forEach(function (button) {
      var chosen = choice && choice[button.dataset.name] === button.dataset.value;
      button.setAttribute("aria-pressed", String(Boolean(chosen)));
    });
  }

  var current = read();
  apply(current);
  if (!panel) { return; }
  opener.hidden = false;
  opener.addEventListener("click", function () {
    current = current ? null : Object.assign({}, DEFAULTS);
    panel.querySelector("details").open = Boolean(current);
    write(current);
    apply(current);
  });
  panel.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) { return; }
    if (button.dataset.name) { current[button.dataset.name] = button.dataset.value; }
    else { current = null; }
    write(current);
    apply(current);
    if (!current) { opener.focus(); }
  });
}());
