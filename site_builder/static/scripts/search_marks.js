/* A page that a search led to loads what marks the words that it found. */
(function () {
  "use strict";
  if (!new URLSearchParams(location.search).get("h")) { return; }
  var script = document.createElement("script");
  script.src = new URL("marks.js", document.currentScript.src);
  document.head.append(script);
}());
