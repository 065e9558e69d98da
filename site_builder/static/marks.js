/* On a page that a search led to: marks the words that it found, which the address tells. */
(function () {
  "use strict";
  var found = new URLSearchParams(location.search).get("h");
  var content = document.querySelector(".md-content");
  if (!found || !content) { return; }
  var wanted = new Set(found.toLowerCase().split(/\s+/));
  /* Stress marks and soft hyphens part no words, and the address has none. */
  var WORD = /(?:[\p{L}\p{N}][\u0300-\u036f\u00ad]*)+/gu;
  var NOT_TEXT = "button, nav, svg, script, style, textarea, select, .map, .map-drawing, .share";

  function isWanted(word) {
    return wanted.has(word.normalize("NFC").replace(/[\u0300-\u036f\u00ad]/g, "").toLowerCase());
  }

  function mark(node) {
    var end = 0;
    var parts = document.createDocumentFragment();
    Array.from(node.data.matchAll(WORD)).forEach(function (match) {
      if (!isWanted(match[0])) { return; }
      var element = document.createElement("mark");
      element.textContent = match[0];
      parts.append(node.data.slice(end, match.index), element);
      end = match.index + match[0].length;
    });
    if (!end) { return; }
    parts.append(node.data.slice(end));
    node.replaceWith(parts);
  }

  var nodes = [];
  var walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { nodes.push(walker.currentNode); }
  nodes.filter(function (node) { return !node.parentElement.closest(NOT_TEXT); }).forEach(mark);

  /* The browser itself goes to an anchor, and back to where a reader was. */
  var visit = performance.getEntriesByType("navigation")[0];
  var first = Array.from(content.querySelectorAll("mark")).find(function (element) {
    return element.getClientRects().length;
  });
  if (!first || location.hash || visit && visit.type !== "navigate") { return; }
  if (first.getBoundingClientRect().top > innerHeight) {
    var isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    first.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  }
}());
