/* The keyboard in Material's search, which hears letters of keys only, closes on Tab and takes any other key,
   Shift too, to the field. */
(function () {
  "use strict";
  var search = document.querySelector("[data-md-component=search]");
  if (!search) { return; }
  var field = search.querySelector("[data-md-component=search-query]");
  var toggle = document.querySelector("[data-md-toggle=search]");
  var opener = null; /* Where the reader was before. */

  /* Letters that are pasted, dictated or chosen from the suggestions of a phone come without keys. */
  function tell() {
    ["keydown", "keyup"].forEach(function (name) { field.dispatchEvent(new Event(name)); });
  }
  field.addEventListener("input", tell);
  field.form.addEventListener("reset", function () { setTimeout(tell); });

  function close() { if (toggle.checked) { toggle.click(); } }

  field.addEventListener("focus", function (event) {
    if (!search.contains(event.relatedTarget)) { opener = event.relatedTarget; }
  });
  search.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !search.contains(event.relatedTarget)) { close(); }
  });

  search.addEventListener("keydown", function (event) {
    var key = event.key;
    if (event.isComposing || event.target === field && !/^(Tab|Escape)$/.test(key)) { return; }
    /* What leads on from a choice or a result: up and down, and letters to the field. */
    var isTyped = key.length === 1 && (key !== " " || event.target.localName !== "button");
    if (!isTyped && !/^(Arrow(Up|Down)|Backspace)$/.test(key)) { event.stopPropagation(); }
    if (key === "Escape") {
      close();
      if (opener) { opener.focus({ preventScroll: true }); } else { document.activeElement.blur(); }
    }
  });
}());
