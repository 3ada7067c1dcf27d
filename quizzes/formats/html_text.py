"""HTML into the text form of quizzes/text.py: lines, `**emphasis**`, nothing else.

What comes in is sanitised first (nh3) and then flattened: paragraphs and list items become lines, table rows become cells
joined by " | ", small raised figures become Unicode signs. What is lost on the way is named in `warnings`; pictures are
listed, not loaded. `block_html` and `inline_html` of quizzes/text.py are the way back: to_text(block_html(t)).text == t for
every tidy text.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from ..question_types import InvalidBody
from ..text import tidy

# fmt: off
EMPHATIC = {"b", "strong", "em", "i", "u", "mark"}
BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody",
    "tfoot", "tr", "blockquote", "pre", "section", "article", "header", "footer", "figure", "figcaption", "address", "details",
    "summary", "center", "hr", "br",
}
INLINE = {"td", "th", "sup", "sub", "img", "a", "span"}
# Dropped with what they hold. They pass the sanitiser so that they can be named.
DROPPED = {"video", "audio", "iframe", "embed", "object", "svg", "math", "canvas"}
# fmt: on
UNSEEN = {"script", "style", "template", "noscript", "title"}
SCHEMES = {"http", "https", "mailto", "data"}

RAISED = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(zip("0123456789+-−=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓ", strict=True))
SCRIPTS = {"sup": (RAISED, "^"), "sub": (LOWERED, "_")}
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
UNDERSCORES = re.compile(r"_{3,}")
STAND_IN = "\ue000"  # for underscores while Markdown is read; a private sign, which no tidy text has
FORMULAS = (("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$"))
MAX_MARKDOWN = 20_000  # characters read as Markdown; what is longer stays as it is written
# Of "<" in one text. An HTML parser's time grows with the square of the depth, and people write a few hundred.
MAX_MARKS = 5_000


@dataclass(frozen=True)
class Image:
    """An <img>: where it points ("@@PLUGINFILE@@/x.png", a path, an address, a data: address) and its description."""

    source: str
    alt: str


@dataclass(frozen=True)
class Converted:
    """The text of some HTML, its pictures in order, and sentences about what was flattened or dropped."""

    text: str
    images: tuple[Image, ...] = ()
    warnings: tuple[str, ...] = ()


def to_text(html: str) -> Converted:
    """Return the HTML as a tidy text; raise InvalidBody when it is far more than a question's."""
    if html.count("<") > MAX_MARKS:
        raise InvalidBody(_("一段文字里的 HTML 标记太多，读不了。"))
    clean = nh3.clean(
        html,
        tags=EMPHATIC | BLOCKS | INLINE | DROPPED,
        clean_content_tags=UNSEEN,
        attributes={"img": {"src", "alt"}, "a": {"href"}, "ol": {"start"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(clean)
    reader.close()
    text = tidy("\n".join(reader.lines()))
    if any((start := text.find(opening)) >= 0 and text.find(closing, start + 2) >= 0 for opening, closing in FORMULAS):
        reader.warn(_("公式没有换成文字，请核对。"))
    return Converted(text, tuple(reader.images), tuple(reader.warnings))


def read_text(words: str, form: str) -> Converted:
    """Return a text that is written as Moodle knows it: "html", "plain", "markdown", or "moodle" (HTML with line breaks)."""
    if form == "markdown" and len(words) <= MAX_MARKDOWN:
        blanks = UNDERSCORES.findall(words)
        html = (
            MarkdownIt("commonmark", {"html": True, "breaks": True})
            .enable("table")
            .render(UNDERSCORES.sub(STAND_IN, words.replace(STAND_IN, "")))
        )
        for underscores in blanks:
            html = html.replace(STAND_IN, underscores, 1)
        return to_text(html)
    if form == "html":
        return to_text(words)
    if form == "moodle" and MARKUP.search(words):
        return to_text(words.replace("\n", "<br>"))
    return Converted(tidy(words))


class _Reader(HTMLParser):
    """Collects runs: (words, mark), where `mark` numbers the outermost emphasis around them, 0 for none; "\\n" is a break."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.runs: list[tuple[str, int]] = []
        self.images: list[Image] = []
        self.warnings: list[str] = []
        self._emphasis = self._marks = self._dropped = self._cells = self._pre = 0
        self._in_cell = False
        self._after_bullet = -1
        self._lists: list[int | None] = []
        self._script: list[tuple[str, list[str]]] = []
        self._link = ("", 0)

    def warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def _put(self, words: str) -> None:
        self.runs.append((words, self._marks if self._emphasis else 0))

    def _break(self) -> None:
        if self._after_bullet != len(self.runs):
            self.runs.append((" " if self._in_cell else "\n", 0))

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        if tag in DROPPED:
            self._dropped += tag != "embed"
            self.warn(_("“%(tag)s”没有导入（视频、音频、公式和嵌入的内容不能导入）。") % {"tag": tag})
        elif self._dropped:
            return
        elif tag in EMPHATIC:
            self._marks += not self._emphasis
            self._emphasis += 1
        elif tag in SCRIPTS:
            self._script.append((tag, []))
        elif tag == "img":
            self.images.append(Image(values.get("src", ""), tidy(values.get("alt", "")).replace("\n", " ")))
        elif tag == "a":
            self._link = (values.get("href", ""), len(self.runs))
        elif tag in ("td", "th"):
            self._put(" | " if self._cells else "")
            self._cells, self._in_cell = self._cells + 1, True
        else:
            self._open_block(tag, values)

    def _open_block(self, tag: str, values: dict[str, str]) -> None:
        if tag == "table":
            self.warn(_("表格改成了用“|”隔开的文字。"))
        elif tag == "tr":
            self._cells, self._in_cell = 0, False
        elif tag in ("ul", "ol"):
            first = values.get("start", "1")
            self._lists.append(None if tag == "ul" else int(first) if re.fullmatch(r"\d{1,6}", first) else 1)
        elif tag == "pre":
            self._pre += 1
        if tag in BLOCKS:
            self._break()
        if tag == "li":
            number = self._lists[-1] if self._lists else None
            self._put("· " if number is None else f"{number}. ")
            self._after_bullet = len(self.runs)
            if number is not None:
                self._lists[-1] = number + 1

    def handle_endtag(self, tag):
        if tag in DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif self._dropped:
            return
        elif tag in EMPHATIC:
            self._emphasis = max(0, self._emphasis - 1)
        elif tag in SCRIPTS and self._script:
            self._end_script()
        elif tag == "a":
            self._end_link()
        elif tag in ("td", "th"):
            self._in_cell = False
        elif tag in BLOCKS and tag != "br":
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            self._pre -= tag == "pre"
            self._break()

    def _end_script(self) -> None:
        tag, pieces = self._script.pop()
        table, sign = SCRIPTS[tag]
        words = "".join(pieces).strip()
        if words and all(c in table for c in words):
            self.handle_data("".join(table[c] for c in words))
        elif words:
            self.handle_data(f"{sign}{words}" if len(words) == 1 else f"{sign}({words})")

    def _end_link(self) -> None:
        address, since = self._link
        words = "".join(words for words, _mark in self.runs[since:]).strip()
        if address and words and address.removeprefix("mailto:") != words:
            self.warn(_("链接只留下文字，地址没有导入。"))
        self._link = ("", 0)

    def handle_data(self, data):
        if self._dropped:
            return
        if self._script:
            self._script[-1][1].append(data)
            return
        for number, line in enumerate(data.split("\n") if self._pre else [re.sub(r"[ \t\n\r\f]+", " ", data)]):
            if number:
                self._break()
            self._put(line)

    def lines(self) -> list[str]:
        """Return the lines, with the marks of emphasis around what is emphatic and has no outer spaces."""
        lines: list[str] = []
        line: list[tuple[list[str], int]] = []
        for words, mark in [*self.runs, ("\n", 0)]:
            if words == "\n":
                joined = (("".join(pieces), mark) for pieces, mark in line)
                lines.append("".join(_marked(words) if mark else words for words, mark in joined))
                line = []
            elif line and line[-1][1] == mark:
                line[-1][0].append(words)
            else:
                line.append(([words], mark))
        return lines


def _marked(words: str) -> str:
    inner = words.strip()
    if not inner:
        return words
    start = words.index(inner)
    return f"{words[:start]}**{inner}**{words[start + len(inner) :]}"
