"""Everything fits: no sideways scrolling at 320 px or at 400 % zoom, targets that a thumb can hit, elder type."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from e2e.helpers import LESSON, PAGES, PHONE, PICTURED_LESSON, Guard, Visitors, visit

NARROW = {"width": 320, "height": 800}
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 % leaves 320 × 256 CSS pixels

# How far the page can be scrolled sideways, and what sticks out. Boxes that scroll by themselves may hold wide things.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement)
      if (getComputedStyle(e).overflowX !== "visible") return true;
    return false;
  };
  const out = [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e)).slice(0, 5)
    .map((e) => `${e.tagName.toLowerCase()}.${e.className} to ${Math.round(e.getBoundingClientRect().right)} px`);
  return [`scrolls to ${document.documentElement.scrollWidth} px`, ...out];
}"""

# Targets smaller than `least`. Not counted, as in WCAG 2.5.8: links within a sentence or block of text, and what is not
# shown. A box that holds its label counts with the label: the label is the target. A card's link covers the card.
SMALL_TARGETS = """(least) => {
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length
    && !e.closest(".visually-hidden, .skip, [inert]");
  const inSentence = (e) => {
    if (!["inline", "inline-block"].includes(getComputedStyle(e).display)) return false;
    const block = e.closest("p, li, dd, dt, td, th, figcaption, blockquote, summary, label, div");
    return block && [...block.childNodes].some((node) => node !== e && !node.contains?.(e) && node.textContent.trim());
  };
  const box = (e) => {
    const label = e.matches("input[type=checkbox], input[type=radio]") ? e.closest("label") ?? e.labels?.[0] : null;
    let { width, height } = (label ?? e).getBoundingClientRect();
    const cover = getComputedStyle(e, "::after");
    if (cover.position === "absolute" && cover.content !== "none") {
      width = Math.max(width, parseFloat(cover.width) || 0);
      height = Math.max(height, parseFloat(cover.height) || 0);
    }
    return { width, height };
  };
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]")]
    .filter((e) => shown(e) && !inSentence(e) && !e.closest("wagtail-userbar"))
    .map((e) => ({ e, ...box(e) }))
    .filter(({ width, height }) => width < least - .5 || height < least - .5)
    .map(({ e, width, height }) => `${e.tagName.toLowerCase()}.${e.className} “${(e.textContent || e.name || "").trim().slice(0, 20)}” ${width.toFixed(1)} × ${height.toFixed(1)}`);
}"""

# Reading text: every text node of main with its size, leading and the space to the next paragraph.
TYPE = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility() || parent.closest("script, style, noscript, .visually-hidden, .seal, .skip, .step__number, [aria-hidden=true]")) continue;
    const style = getComputedStyle(parent);
    found.push({ text: node.data.trim().slice(0, 20), tag: `${parent.tagName.toLowerCase()}.${parent.className}`, size: parseFloat(style.fontSize), leading: parseFloat(style.lineHeight) / parseFloat(style.fontSize) });
  }
  return found;
}"""

PARAGRAPHS = """() => [...document.querySelectorAll(".prose p + p")]
  .filter((p) => p.checkVisibility() && p.previousElementSibling.checkVisibility() && p.closest(".text, .rich-text, .law__plain, .case"))
  .map((p) => ({
    text: p.textContent.slice(0, 20),
    gap: p.getBoundingClientRect().top - p.previousElementSibling.getBoundingClientRect().bottom,
    leading: parseFloat(getComputedStyle(p).lineHeight), size: parseFloat(getComputedStyle(p).fontSize),
  }))"""


def walk(page: Page, look: Callable[[], list[str]]) -> str:
    """Look at every kind of page; return what was found, each with the pages that have it."""
    found: dict[str, list[str]] = {}
    for name, kind in PAGES.items():
        visit(page, kind)
        for problem in dict.fromkeys(look()):
            found.setdefault(problem, []).append(name)
    return "\n".join(f"{problem}   on: {', '.join(names)}" for problem, names in found.items())


@pytest.fixture(autouse=True)
def expect_the_missing_page(guard: Guard) -> None:
    guard.expect(r"404 \(Not Found\).*/no-such-page/")


@pytest.mark.parametrize("mode", ["normal", "elder"])
def test_nothing_scrolls_sideways(visitors: Visitors, mode: str):
    page = visitors.page(mode=mode, viewport=NARROW)

    def look() -> list[str]:
        found = []
        for viewport in (ZOOMED, NARROW):
            page.set_viewport_size(viewport)
            found += page.evaluate(OVERFLOW)
        return found

    found = walk(page, look)
    assert not found, "\n" + found


@pytest.mark.parametrize(("mode", "least"), [("normal", 44), ("elder", 60)])
def test_targets_are_large_enough(visitors: Visitors, mode: str, least: int):
    page = visitors.page(mode=mode, viewport=PHONE)
    found = walk(page, lambda: page.evaluate(SMALL_TARGETS, least))
    assert not found, "\n" + found


@pytest.mark.parametrize(("mode", "smallest"), [("normal", 14), ("elder", 24)])
def test_type_is_large_enough(visitors: Visitors, mode: str, smallest: int):
    page = visitors.page(mode=mode, viewport=PHONE)

    def look() -> list[str]:
        rows = page.evaluate(TYPE)
        return [f"{r['tag']} “{r['text']}” {r['size']} px" for r in rows if r["size"] < smallest - 0.01]

    found = walk(page, look)
    assert not found, "\n" + found


def test_elder_lines_and_paragraphs_have_air(visitors: Visitors):
    """互联网网站适老化通用设计规范: line spacing at least 1.3, paragraphs at least 1.3 × that apart."""
    page = visitors.page(mode="elder", viewport=PHONE)
    for path in (LESSON, PICTURED_LESSON, PAGES["chapter"].path, PAGES["notice"].path, PAGES["plain page"].path):
        page.goto(path)
        rows = page.evaluate(TYPE)
        tight = [row for row in rows if row["leading"] < 1.3 - 0.01]
        assert not tight, f"{path}: {tight[:5]}"
        paragraphs = page.evaluate(PARAGRAPHS)
        close = [row for row in paragraphs if row["gap"] < 1.3 * row["size"] * 1.3 - 0.5]
        assert not close, f"{path}: {close[:5]}"


def test_reading_lines_are_short_and_open(visitors: Visitors):
    """30 to 38 characters a line at a desk, leading of at least 1.7."""
    page = visitors.page()
    page.goto(LESSON)
    shape = page.locator(".prose .text p").first.evaluate(
        "(p) => { const s = getComputedStyle(p); return { wide: p.clientWidth / parseFloat(s.fontSize), leading: parseFloat(s.lineHeight) / parseFloat(s.fontSize) }; }"
    )
    assert shape["wide"] <= 38.5
    assert shape["leading"] >= 1.7 - 0.01
