/* The button that opens the system's own list of programs to send a page with. */
(function () {
  "use strict";
  if (!navigator.share) { return; }
  document.querySelectorAll(".share .system").forEach(function (button) {
    var copy = button.parentNode.querySelector("[data-copy]");
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.share({ title: document.title, text: copy.dataset.copy }).catch(function () {
        /* Nobody was chosen. */
      });
    });
  });
}());
