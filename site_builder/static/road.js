/* The button "save for the road" and the line that says what is saved. The worker does the work and tells
   of it; here are only words. */
(function () {
  "use strict";
  var script = document.currentScript;
  var panel = script.closest(".road-panel");
  var link = document.querySelector("link[data-worker]");
  var line = panel.querySelector("[role=status]");
  var saver = panel.querySelector("[data-task=save]");
  var eraser = panel.querySelector("[data-task=forget]");
  var words = panel.dataset;
  var language = document.documentElement.lang;
  var asking = 0;
  var worker = null;
  if (!link) { return; }

  function megabytes(bytes) {
    return words.size.replace("{n}", Math.max(bytes / 1e6, 0.1).toFixed(1).replace(".", ","));
  }

  function name(state) {
    if (state.isSaving) { return "saving"; }
    if (state.fault) { return state.fault; }
    if (state.saved) { return state.saved.version === state.version ? "saved" : "newer"; }
    return state.done ? "partial" : "none";
  }

  var LABELS = { newer: "refresh", partial: "resume", failed: "resume" };

  function say(key, state) {
    var values = state ? {
      size: megabytes(state.saved && key !== "newer" ? state.saved.bytes : state.bytes),
      date: state.saved ? state.saved.day[language] : "",
      done: Math.min(state.done, state.total),
      total: state.total
    } : {};
    var text = words[key].replace(/\{(\w+)\}/g, function (_, value) { return values[value]; });
    if (line.textContent !== text) { line.textContent = text; }
    panel.dataset.state = key;
  }

  function show(state) {
    var key = name(state);
    say(key, state);
    saver.textContent = words[LABELS[key] || "save"];
    saver.hidden = key === "saved" || key === "saving";
    if (eraser) { eraser.hidden = key === "saving" || !(state.saved || state.done || state.visited); }
    clearTimeout(asking);
    /* A worker that was stopped says nothing more. */
    if (state.isSaving) { asking = setTimeout(function () { worker.postMessage("tell"); }, 5000); }
  }

  function ask(active) {
    worker = active;
    worker.postMessage("tell");
  }

  function start(registration) {
    if (registration.active) { ask(registration.active); return; }
    var coming = registration.installing || registration.waiting;
    coming.addEventListener("statechange", function () {
      if (coming.state === "activated") { ask(coming); }
      if (coming.state === "redundant") { say("unready"); }
    });
  }

  if (!window.isSecureContext) { say("insecure"); return; }
  if (!navigator.serviceWorker || !navigator.locks) { say("unsupported"); return; }
  navigator.serviceWorker.addEventListener("message", function (event) {
    /* The last words of a worker that another one has replaced. */
    if (event.source.state === "redundant") { return; }
    worker = event.source;
    show(event.data);
  });
  navigator.serviceWorker.startMessages();
  navigator.serviceWorker.addEventListener("controllerchange", function () {
    ask(navigator.serviceWorker.controller);
  });
  navigator.serviceWorker.register(link.dataset.worker, { updateViaCache: "none" })
    .then(start)
    .catch(function () {
      /* Without a signal there is no new worker to ask for, but perhaps one from before. */
      return navigator.serviceWorker.getRegistration().then(start);
    })
    .catch(function () { say("unsupported"); });

  panel.addEventListener("click", function (event) {
    var task = event.target.dataset.task;
    if (!task || !worker) { return; }
    /* Browsers throw away what lies unused for a while, but not what was asked to last. */
    if (task === "save" && navigator.storage && navigator.storage.persist) { navigator.storage.persist(); }
    worker.postMessage(task);
    line.focus();
  });
}());
