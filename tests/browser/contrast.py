"""Contrast of all text that a page shows, as the Web Content Accessibility Guidelines count it."""

from __future__ import annotations

from playwright.sync_api import Page

__all__ = ["low_contrast"]

RATIOS = """paper => {
  const colour = text => {
    const parts = text.match(/[\\d.]+/g).map(Number);
    return parts.length < 4 ? [...parts, 1] : parts;
  };
  const light = rgb => rgb.map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const over = (top, below) => below.map((c, i) => top[i] * top[3] + c * (1 - top[3]));
  const ground = e => {
    // A number of a timeline stands on its dot, one of a map on its mark.
    const dot = e?.previousElementSibling;
    if (dot?.matches('circle, .mark > path')) { return colour(getComputedStyle(dot).fill).slice(0, 3); }
    if (!e || paper) { return [255, 255, 255]; }
    const own = colour(getComputedStyle(e).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, ground(e.parentElement));
  };
  const found = [];
  function measure(e, text, ink, below) {
    const [more, less] = [light(over(colour(ink), below)), light(below)].sort((a, b) => b - a);
    const name = `${e.tagName}.${e.className.baseVal ?? e.className}`;
    found.push([(more + 0.05) / (less + 0.05), `${name} “${text.trim().slice(0, 30)}” ${ink} on ${below}`]);
  }
  for (const e of document.body.querySelectorAll('*')) {
    if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) { continue; }
    const style = getComputedStyle(e);
    for (const node of e.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) { continue; }
      measure(e, node.data, e.closest('svg') ? style.fill : style.color, ground(e));
    }
    for (const pseudo of ['::before', '::after']) {
      const own = getComputedStyle(e, pseudo);
      if (own.display === 'none' || !/counter|[^"\\s]/.test(own.content.replace(/^none$|^normal$/, ''))) { continue; }
      measure(e, pseudo, own.color, paper ? ground() : over(colour(own.backgroundColor), ground(e)));
    }
    if (e.placeholder) { measure(e, e.placeholder, getComputedStyle(e, '::placeholder').color, ground(e)); }
  }
  return found;
}"""


def low_contrast(page: Page, least: float, *, paper: bool = False) -> list[str]:
    """Return the visible texts of a page whose contrast is less than `least`.

    Args:
        page: The page.
        least: The ratio that will do.
        paper: Whether it is printed: browsers leave out backgrounds then.
    """
    # Colours that are still changing have any contrast for a moment.
    page.add_style_tag(content="*, ::before, ::after { transition: none !important; }")
    found: list[tuple[float, str]] = page.evaluate(RATIOS, paper)
    assert len(found) >= 10, "the page has hardly any text"
    return [f"{ratio:.1f}: {text}" for ratio, text in found if ratio < least]
