/* Words of the glossary are explained in place. Without this script, and in browsers without popovers,
   their links lead to the list of words at the end of the page. */
(function () {
  "use strict";
  var box = document.createElement("div");
  if (!("popover" in box)) { return; }
  var words = document.querySelectorAll("a.term");
  if (!words.length) { return; }
  var opener = null;
  var pressed = false;
  box.popover = "auto";
  box.id = "term-box";
  box.className = "term-box md-typeset";
  box.setAttribute("role", "note");
  document.body.appendChild(box);

  function place(word) {
    var at = word.getBoundingClientRect();
    var width = Math.min(22 * 16, innerWidth - 24);
    box.style.width = width + "px";
    box.style.left = Math.max(12, Math.min(at.left, innerWidth - width - 12)) + "px";
    var below = at.bottom + 8;
    var fits = below + box.offsetHeight < innerHeight || at.top < box.offsetHeight + 8;
    box.style.top = (fits ? below : at.top - box.offsetHeight - 8) + "px";
  }

  function isOpen(word) { return opener === word && box.matches(":popover-open"); }

  words.forEach(function (word) {
    word.setAttribute("aria-expanded", "false");
    word.setAttribute("role", "button");
    function toggle(event) {
      event.preventDefault();
      var wasOpen = event.detail ? pressed : isOpen(word);
      box.hidePopover();
      if (wasOpen) { return; }
      var note = document.getElementById(word.hash.slice(1));
      var name = document.createElement("strong");
      name.append(note.querySelector("a").cloneNode(true));
      var meaning = document.createElement("span");
      meaning.textContent = note.querySelector("dd").textContent;
      box.replaceChildren(name, meaning);
      opener = word;
      /* Beside the word in the document: what is read next, and where Tab leads, is the explanation. */
      word.after(box);
      box.showPopover();
      place(word);
    }
    /* A press closes what is open before the click comes. */
    word.addEventListener("pointerdown", function () { pressed = isOpen(word); });
    word.addEventListener("click", toggle);
    word.addEventListener("keydown", function (event) {
      if (event.key === " ") { toggle(event); }
    });
  });
  /* Before, because what comes after is told once where one explanation follows another. */
  box.addEventListener("beforetoggle", function (event) {
    opener.setAttribute("aria-expanded", String(event.newState === "open"));
  });
  addEventListener("scroll", function () {
    if (box.matches(":popover-open")) { place(opener); }
  }, { passive: true });
}());
