/* The worker keeps pages for the road; a page that is such a copy says so. */
(function () {
  "use strict";
  var link = document.querySelector("link[data-worker]");
  /* The worker needs locks, which browsers learned later than workers. */
  if (!link || !navigator.serviceWorker || !navigator.locks) { return; }
  /* After the page itself: the line may be slow. */
  addEventListener("load", function () {
    navigator.serviceWorker.register(link.dataset.worker, { updateViaCache: "none" }).catch(function () {
      /* The browser does not allow it: the site works as it would without. */
    });
  });
  var visit = performance.getEntriesByType("navigation")[0];
  var copy = (visit && visit.serverTiming || []).find(function (entry) { return entry.name === "kept"; });
  if (!copy) { return; }
  /* In figures: browsers do not know the names of Kazakh months. */
  var date = new Date(copy.description).toLocaleDateString("ru", { day: "2-digit", month: "2-digit", year: "numeric" });
  var note = document.createElement("p");
  note.className = "kept-note";
  note.setAttribute("role", "status");
  document.querySelector("main").before(note);
  note.textContent = link.dataset.kept.replace("{date}", date);
}());
