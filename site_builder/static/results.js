/* What the search found, on its way to the theme and in the theme's list: narrowed by kind, shortened,
   announced. The page loads this with the first letter. */
window.siteResults = function (pass) {
  "use strict";
  var search = document.querySelector("[data-md-component=search]");
  var toggle = document.querySelector("[data-md-toggle=search]");
  var output = search.querySelector(".md-search__output");
  var meta = search.querySelector(".md-search-result__meta");
  var status = search.querySelector(".search-status");
  var help = search.querySelector(".search-help");
  var other = help.querySelector("[data-other]");
  var choices = search.querySelector(".search-kinds");
  var buttons = Array.from(choices.querySelectorAll("button"));
  var words = output.dataset;

  var kind = "";
  var last = null;
  var query = "";

  function kindOf(item) { return item[0].kind; }

  function offer(items) {
    var counts = { "": items.length };
    items.forEach(function (item) { counts[kindOf(item)] = (counts[kindOf(item)] || 0) + 1; });
    buttons.forEach(function (button) {
      var isChosen = button.dataset.kind === kind;
      var count = counts[button.dataset.kind] || 0;
      button.hidden = !count && !isChosen;
      button.setAttribute("aria-pressed", String(isChosen));
      button.lastElementChild.textContent = count;
      button.setAttribute("aria-label", button.firstChild.data.trim() + ", " + count);
    });
    var shown = buttons.filter(function (button) { return !button.hidden; });
    choices.hidden = !query || (shown.length < 3 && !kind);
  }

  /* The page that a result leads to marks the words that were found, but not each «в» and «и». The beginning
     of a word finds more of them than an address should hold; the best come first. */
  var MOST_MARKED = 12;
  function pointed(entry) {
    var found = Object.keys(entry.terms).filter(function (term) { return entry.terms[term] && term.length > 1; });
    if (!found.length) { return entry; }
    var parts = entry.location.split("#");
    parts[0] += "?h=" + encodeURIComponent(found.slice(0, MOST_MARKED).join(" "));
    return Object.assign({}, entry, { location: parts.join("#") });
  }

  function show() {
    offer(last.items);
    var items = last.items.filter(function (item) { return !kind || kindOf(item) === kind; });
    pass(Object.assign({}, last, {
      items: items.map(function (item) { return item.map(pointed); })
    }));
    help.hidden = !query || items.length > 0;
    other.search = new URLSearchParams({ q: query });
    if (last.shown_for) { meta.append(" · " + words.shown.replace("{text}", last.shown_for)); }
    if (query && !navigator.onLine) { meta.append(" · " + words.offline); }
  }

  function choose(chosen) {
    kind = chosen;
    show();
    output.firstElementChild.scrollTop = 0;
  }

  choices.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (button) { choose(button.dataset.kind); }
  });
  toggle.addEventListener("change", function () {
    if (!toggle.checked && kind) { choose(""); }
  });

  /* Of a page's text the lines around the first mark are enough to choose by; of one whose name is asked for,
     its first lines say what it is. */
  var BEFORE = 80;
  var AFTER = 240;
  function shorten(article) {
    var node = article.querySelector("h1 > mark") ? null : article.querySelector(":scope > mark");
    var before = node && node.previousSibling;
    if (before && before.nodeType === Node.TEXT_NODE && before.data.length > BEFORE) {
      before.data = "… " + before.data.slice(-BEFORE).replace(/^\S*\s/, "");
    }
    var room = AFTER;
    Array.from(article.childNodes).forEach(function (child) {
      var isText = child.nodeType === Node.TEXT_NODE;
      if (!isText && child.nodeName !== "MARK") { return; }
      if (room <= 0) { child.remove(); return; }
      room -= child.textContent.length;
      if (isText && room < 0) { child.data = child.data.slice(0, room).replace(/\s\S*$/, "") + " …"; }
    });
  }

  function finish(item) {
    item.querySelectorAll("[tabindex]").forEach(function (element) { element.removeAttribute("tabindex"); });
    item.querySelectorAll("article").forEach(function (article) {
      var tags = article.querySelector(".md-tags");
      if (tags) {
        tags.setAttribute("role", "none");
        article.querySelector("h1, h2").after(tags);
      }
      shorten(article);
    });
  }

  new MutationObserver(function (changes) {
    changes.forEach(function (change) { change.addedNodes.forEach(finish); });
  }).observe(search.querySelector(".md-search-result__list"), { childList: true });

  /* Said once the typing rests, not on every letter. */
  var REST = 800;
  var timer = 0;
  new MutationObserver(function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      var text = toggle.checked && query ? meta.textContent : "";
      if (status.textContent !== text) { status.textContent = text; }
    }, REST);
  }).observe(meta, { childList: true });

  return function (result, asked) {
    last = result;
    query = asked;
    show();
  };
};
