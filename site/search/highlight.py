"""Marking the words of a query in a text. Every piece of the text is escaped; the only markup is <mark> of our own."""

import re
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .segment import ARTICLE, Word, article_of, fold_with_origins, runs

CONNECTOR = r"[·.,/_'’&+-]?"
ELLIPSIS = "…"


@dataclass(frozen=True)
class Span:
    """A part of a text, from `start` up to but not including `end`, that a word of the query was found in."""

    start: int
    end: int
    word: str


def pattern_of(spelling: str) -> str:
    """A regular expression for one spelling, folded: 315 finds 3·15, and gb4706 finds gb 4706."""
    return r"\s*".join(latin_pattern(run) if kind == "latin" else re.escape(run) for kind, run in runs(spelling))


def latin_pattern(run: str) -> str:
    """The run's letters and digits, whatever connector stands between, with or without a space before digits."""
    pattern = ""
    for previous, character in pairwise(" " + "".join(c for c in run if c.isalnum())):
        if previous != " ":
            pattern += CONNECTOR if previous.isdigit() == character.isdigit() else rf"\s?{CONNECTOR}"
        pattern += character
    return pattern


def marked(words: list[Word]) -> list[Word]:
    """The words worth marking: a single character says little beside longer words."""
    return [word for word in words if len(word.text) > 1] or words


def spans(text: str, words: list[Word]) -> list[Span]:
    """Where the words stand in `text`, in order and without overlap; the longest wins where two begin together."""
    folded, origins = fold_with_origins(text)
    found = []
    for word in marked(words):
        if word.kind == "article":
            number = article_of(word.text)
            matches = [m for m in re.finditer(ARTICLE, folded) if article_of(m.group()) == number]
        else:
            pattern = "|".join(pattern_of(spelling) for spelling in sorted(word.spellings, key=len, reverse=True))
            matches = list(re.finditer(pattern, folded))
        found += [Span(origins[m.start()], origins[m.end() - 1] + 1, word.text) for m in matches if m.end() > m.start()]
    result: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not result or span.start >= result[-1].end:
            result.append(span)
    return result


def wrap(text: str, found: list[Span]) -> SafeString:
    """`text` as HTML with <mark> around the spans; neighbouring spans share one."""
    pieces, position = [], 0
    for span in found:
        pieces += [escape(text[position : span.start]), "<mark>", escape(text[span.start : span.end]), "</mark>"]
        position = span.end
    pieces.append(escape(text[position:]))
    return mark_safe("".join(pieces).replace("</mark><mark>", ""))


def highlight(text: str, words: list[Word]) -> SafeString:
    """The whole text, with the words marked."""
    return wrap(text, spans(text, words))


def snippet(text: str, words: list[Word], length: int = 90) -> SafeString:
    """The `length` characters of `text` in which most different words stand, marked; empty when none stands in it."""
    text = " ".join(text.split())
    found = spans(text, words)
    if not found:
        return mark_safe("")
    start = best_start(found, length)
    begin = max(0, start - length // 4)
    end = min(len(text), begin + length)
    begin = max(0, end - length)
    inside = [
        Span(max(span.start, begin) - begin, min(span.end, end) - begin, span.word)
        for span in found
        if span.end > begin and span.start < end
    ]
    return mark_safe(
        (ELLIPSIS if begin else "") + wrap(text[begin:end], inside) + (ELLIPSIS if end < len(text) else "")
    )


def best_start(found: list[Span], length: int) -> int:
    """Where a window of `length` characters must begin to hold most different words; the earliest of the best."""
    best, best_count = found[0].start, 0
    for first in found[:200]:  # a word that stands everywhere need not be weighed everywhere
        count = len({span.word for span in found if first.start <= span.start < first.start + length * 3 // 4})
        if count > best_count:
            best, best_count = first.start, count
    return best
