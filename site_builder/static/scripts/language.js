/* The remembered language, and the choice of it at the root of the site. */
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "site-language";

  /* Material 9.8 fetches a sitemap for each link[rel=alternate], at the address of the live site.
     A second word in `rel` hides the links from it; to every reader of HTML they mean the same. */
  document.querySelectorAll("link[rel=alternate]").forEach(function (link) {
    link.rel = link.hreflang ? "alternate translation" : "alternate feed";
  });

  function remembered() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }

  function remember(language) {
    try { localStorage.setItem(KEY, language); } catch (error) { /* private mode: not kept */ }
  }

  /* On the page at the root: go to the language chosen before, else to the browser's. */
  function chooseLanguage(links) {
    var offered = {};
    links.forEach(function (link) { offered[link.dataset.language] = link.href; });
    var wanted = [remembered()].concat(navigator.languages || [navigator.language]);
    for (var i = 0; i < wanted.length; i += 1) {
      var language = (wanted[i] || "").slice(0, 2).toLowerCase();
      if (offered[language]) { location.replace(offered[language]); return; }
    }
  }

  /* The page of lost addresses is of both languages: it searches in the one that was read last. */
  function searchIn(language) {
    var config = document.getElementById("__config");
    if (!language || language === root.lang) { return; }
    config.textContent = config.textContent.replace(/("base": "[^"]*)\w\w\/"/, "$1" + language + '/"');
    document.querySelector("[data-other]").parentNode.hidden = true;
  }

  var choices = document.querySelectorAll("a[data-language]");
  if (choices.length) {
    chooseLanguage(choices);
  } else if (document.querySelector("[data-error-page]")) {
    searchIn(remembered());
  } else if (!document.querySelector(".side-by-side-page")) {
    remember(root.lang);
  }
}());
