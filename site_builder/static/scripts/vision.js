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
    try { return JSON.parse(localStorage.getItem(KEY)); } catch (error) { return null; }
  }

  function write(choice) {
    try {
      if (choice) { localStorage.setItem(KEY, JSON.stringify(choice)); } else { localStorage.removeItem(KEY); }
    } catch (error) { /* private mode: not kept */ }
  }

  function apply(choice) {
    Object.keys(DEFAULTS).forEach(function (name) {
      if (choice) { root.dataset["vision" + name[0].toUpperCase() + name.slice(1)] = choice[name]; }
      else { delete root.dataset["vision" + name[0].toUpperCase() + name.slice(1)]; }
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
