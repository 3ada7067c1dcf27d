"""Markdown, reduced as the content README says, to the HTML that Wagtail keeps for rich text.

Paragraphs, `**bold**`, `-` and `1.` lists, `###` headings, `[words](page:slug)`, `[words](https://…)`,
`[12315](tel:12315)`. A single line break stays a line break.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from django.utils.html import escape
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

INLINE: frozenset[str] = frozenset()
PROSE = frozenset({"list"})
TEXT = frozenset({"list", "heading"})

PAGE_LINK = re.compile(r"page:([a-z0-9]+(?:-[a-z0-9]+)*)")
WEB_LINK = re.compile(r"https://[^\s\"<>]+|tel:[0-9+-]+")
# What the reduced Markdown leaves out: found in running text, it would show as is.
STRAY = [
    (re.compile(r"</?[a-zA-Z!]"), "不能写 HTML。"),
    (re.compile(r"\*\*"), "有一个 ** 没有配对。"),
    (re.compile(r"`"), "不能用反引号。"),
    (re.compile(r"\]\("), "链接没有写完整。"),
    (re.compile(r"^(#{1,6}\s|>|\|)", re.MULTILINE), "不能用这种标记（只有 ### 标题、列表、** 和链接）。"),
]


def bold(state: StateInline, silent: bool) -> bool:
    """`**words**` wherever it stands.

    CommonMark wants a space or punctuation outside the stars when punctuation stands inside, which Chinese text
    never has: `**“定金”**不退` would keep its stars.
    """
    start, end = state.pos + 2, state.src.find("**", state.pos + 2)
    if not state.src.startswith("**", state.pos) or not start < end < state.posMax:
        return False
    if not silent:
        limit = state.posMax
        state.push("strong_open", "b", 1)
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.push("strong_close", "b", -1)
        state.posMax = limit
    state.pos = end + 2
    return True


PARSER = MarkdownIt("zero").enable(["heading", "list", "link", "newline"])
PARSER.inline.ruler.before("link", "bold", bold)
PARSER.validateLink = lambda _url: True  # refused with a sentence in `problems`, not silently shown as text
PARSER.normalizeLink = lambda url: url


@lru_cache(maxsize=8192)
def parse(text: str) -> tuple[Token, ...]:
    """The tokens of `text`; cached because a load both checks and renders every text."""
    return tuple(PARSER.parse(text))


def inline_tokens(text: str) -> Iterator[Token]:
    for token in parse(text):
        yield from token.children or ()


def link_targets(text: str) -> list[str]:
    """Every link's target, as written."""
    return [token.attrs["href"] for token in inline_tokens(text) if token.type == "link_open"]


def page_links(text: str) -> list[str]:
    """The slugs of the pages of ours that `text` links to."""
    return [match[1] for target in link_targets(text) if (match := PAGE_LINK.fullmatch(target))]


def problems(text: str, features: frozenset[str]) -> list[str]:
    """What in `text` is not allowed. `features`: "list", "heading"."""
    found = []
    for token in parse(text):
        if token.type == "heading_open" and ("heading" not in features or token.tag != "h3"):
            found.append("这里不能用标题。" if "heading" not in features else "标题只能用 ###。")
        elif token.type.endswith("list_open") and "list" not in features:
            found.append("这里不能用列表。")
        elif token.attrs.get("start", 1) != 1:
            found.append("编号列表要从 1 开始，中间不要夹别的段落。")
    for target in link_targets(text):
        if not PAGE_LINK.fullmatch(target) and not WEB_LINK.fullmatch(target):
            found.append(f"链接“{target}”要写成 page:链接名、https://… 或 tel:号码。")
    words = "\n".join(token.content for token in inline_tokens(text) if token.type == "text")
    return found + [reason for pattern, reason in STRAY if pattern.search(words)]


def to_html(text: str, page_id: Callable[[str], int | None]) -> str:
    """Render `text`. `page_id` gives the id of the page with a slug, None when there is no such page (any more)."""
    out: list[str] = []
    depth = 0
    for token in parse(text):
        if token.type == "list_item_open":
            depth += 1
        elif token.type == "list_item_close":
            depth -= 1
        if token.type == "inline":
            out.append(inline_html(token.children or [], page_id))
        elif not token.type.startswith("paragraph"):
            out.append(f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>")
        elif not depth:
            out.append("<p>" if token.nesting > 0 else "</p>")
        elif token.nesting > 0 and out[-1] != "<li>":
            out.append("<br/>")  # Wagtail's list items hold no paragraphs
    return "".join(out)


def inline_html(tokens: list[Token], page_id: Callable[[str], int | None]) -> str:
    """Render the words of one paragraph, heading or list item."""
    out, closing = [], []
    for token in tokens:
        match token.type:
            case "text":
                out.append(escape(token.content))
            case "softbreak" | "hardbreak":
                out.append("<br/>")
            case "strong_open" | "strong_close":
                out.append("<b>" if token.nesting > 0 else "</b>")
            case "link_open":
                opened = link_html(token.attrs["href"], page_id)
                closing.append("</a>" if opened else "")
                out.append(opened)
            case "link_close":
                out.append(closing.pop())
    return "".join(out)


def link_html(target: str, page_id: Callable[[str], int | None]) -> str:
    """The opening tag of a link; empty when its page is gone, so that the words stay."""
    page = PAGE_LINK.fullmatch(target)
    if not page:
        return f'<a href="{escape(target)}">'
    found = page_id(page[1])
    return f'<a linktype="page" id="{found}">' if found else ""
