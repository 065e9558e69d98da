/* Keys that were pressed in another layout of the keyboard. */
var KEYBOARD = (function () {
  "use strict";

  /* Returns nothing where these keys make no words in the other layout: «әже» is `2;t` there. */
  function otherLayout(parts) {
    var text = parts.join(" ").toLowerCase();
    var layouts = [TABLE.keyboard.latin, TABLE.keyboard.cyrillic];
    if (!/[a-z]/.test(text)) { layouts.reverse(); }
    var other = Array.from(text, function (key) {
      return layouts[1][layouts[0].indexOf(key)] || key;
    }).join("");
    return /[^\p{L} ]/u.test(other) ? [] : other.split(" ");
  }

  return { otherLayout: otherLayout };
}());
