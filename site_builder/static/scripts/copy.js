/* Buttons that copy a greeting. */
(function () {
  "use strict";
  if (!navigator.clipboard) { return; }
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    var words = button.textContent;
    var label = button.getAttribute("aria-label");
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        button.textContent = button.dataset.done;
        button.setAttribute("aria-label", button.dataset.done);
        setTimeout(function () {
          button.textContent = words;
          button.setAttribute("aria-label", label);
        }, 2500);
      });
    });
    button.setAttribute("aria-live", "polite");
  });
}());
