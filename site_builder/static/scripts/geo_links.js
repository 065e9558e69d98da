/* Only Android asks which app is to open a point. */
if (/Android/.test(navigator.userAgent)) {
  document.querySelectorAll("[href^='geo:']").forEach(function (link) { link.hidden = false; });
}
