/* Lists of dates: what is over leaves and what waited behind it comes forth, today and tomorrow are named,
   filters narrow the list. Without this script lists are complete and say as of when they speak. */
(function () {
  "use strict";
  var DAY = 24 * 60 * 60 * 1000;
  var ASTRAKHAN = 4 * 60 * 60 * 1000; /* UTC+4 all year */

  function dayInAstrakhan(days) {
    return new Date(Date.now() + ASTRAKHAN + days * DAY).toISOString().slice(0, 10);
  }

  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

  /* Items of lists, and on the page of an event the ways into a calendar. */
  function removeOver() {
    all("[data-until]").forEach(function (item) {
      if (Date.parse(item.dataset.until) <= Date.now()) { item.remove(); }
    });
  }

  function nameDays(area) {
    var today = dayInAstrakhan(0);
    var tomorrow = dayInAstrakhan(1);
    all("[data-since]", area).forEach(function (item) {
      var since = item.dataset.since;
      var words = since <= today ? area.dataset.today : since === tomorrow ? area.dataset.tomorrow : "";
      var badge = item.querySelector(".soon");
      if (badge) { badge.remove(); }
      if (!words) { return; }
      badge = document.createElement("strong");
      badge.className = "soon";
      badge.textContent = words;
      item.querySelector(".what").prepend(badge, " ");
    });
  }

  /* A class stands in a list once, by its next meeting; a list may show its first items only. */
  function show(area, fits) {
    var series = {};
    var count = 0;
    all(".agenda", area).forEach(function (list) {
      var room = Number(list.dataset.shown) || Infinity;
      all(".agenda-item", list).forEach(function (item) {
        var name = item.dataset.series;
        var shown = room > 0 && fits(item) && !(name && series[name]);
        if (name && shown) { series[name] = true; }
        if (shown) { room -= 1; count += 1; }
        item.hidden = !shown;
      });
    });
    all("section", area).forEach(function (section) {
      section.hidden = !section.querySelector(".agenda-item:not([hidden])");
      var heading = section.querySelector("h2[id]");
      var entry = heading && document.querySelector(".md-nav--secondary a[href='#" + heading.id + "']");
      if (entry) { entry.parentElement.hidden = section.hidden; }
    });
    return count;
  }

  function fitsAll() { return true; }

  function fitter(form) {
    var selects = all("select", form);
    return function (item) {
      return selects.every(function (select) {
        return !select.value || item.dataset[select.name].split(" ").indexOf(select.value) >= 0;
      });
    };
  }

  function readAddress(form) {
    var query = new URLSearchParams(location.search);
    all("select", form).forEach(function (select) {
      select.value = query.get(select.name) || "";
      if (select.selectedIndex < 0) { select.value = ""; }
    });
  }

  function writeAddress(form) {
    var query = new URLSearchParams(location.search);
    all("select", form).forEach(function (select) {
      if (select.value) { query.set(select.name, select.value); } else { query.delete(select.name); }
    });
    var text = query.toString();
    history.replaceState(history.state, "", location.pathname + (text && "?" + text) + location.hash);
  }

  function isNarrowed(form) {
    return all("select", form).some(function (select) { return select.value; });
  }

  function update(area) {
    var form = area.querySelector(".filters form");
    var count = show(area, form ? fitter(form) : fitsAll);
    if (!form) { return; }
    var found = count ? form.dataset.found.replace("{n}", count) : form.dataset.none;
    form.querySelector("[type=reset]").hidden = !isNarrowed(form);
    form.querySelector(".found").textContent = isNarrowed(form) ? found : "";
  }

  function refresh(area) {
    if (area.dataset.today) { nameDays(area); }
    var none = area.querySelector(".none");
    if (none && area.dataset.today) { none.hidden = Boolean(area.querySelector("[id^='events-']")); }
    var form = area.querySelector(".filters form");
    if (form) { readAddress(form); }
    update(area);
  }

  function start(area) {
    var form = area.querySelector(".filters form");
    if (form) {
      form.parentElement.hidden = false;
      form.addEventListener("change", function () { writeAddress(form); update(area); });
      form.addEventListener("reset", function (event) {
        event.preventDefault();
        all("select", form).forEach(function (select) { select.value = ""; });
        writeAddress(form);
        update(area);
        form.querySelector("select").focus();
      });
      form.addEventListener("submit", function (event) { event.preventDefault(); });
    }
    refresh(area);
    if (form) { form.parentElement.open = isNarrowed(form) || matchMedia("(min-width: 44em)").matches; }
  }

  var areas = all(".agenda-area");

  function refreshAll() {
    removeOver();
    areas.forEach(refresh);
  }

  removeOver();
  areas.forEach(start);
  addEventListener("popstate", refreshAll);
  /* A page that comes back from the cache may be days old, and its fields may be filled in anew. */
  addEventListener("pageshow", refreshAll);
  /* So may one that stayed open behind others, as pages on telephones do. */
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) { refreshAll(); }
  });

  /* In the calendar of a year. */
  var month = document.querySelector("[data-month='" + dayInAstrakhan(0).slice(0, 7) + "']");
  if (month) {
    all("td", month).forEach(function (cell) {
      if (parseInt(cell.textContent, 10) === Number(dayInAstrakhan(0).slice(8))) {
        cell.setAttribute("aria-current", "date");
      }
    });
  }
}());
