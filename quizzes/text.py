"""The words of questions: plain text, paragraphs by line breaks, emphasis by `**…**`, nothing else.

Every format is read into this form and written from it, so a text means the same everywhere and nothing needs trusting.
"""

import re
import unicodedata

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
BLANK = "____"
# Signs that mean something between digits: 3.5, 1/2, 12:30, 3-15.
BETWEEN_DIGITS = ".:/-"
MEANINGFUL = "%‰"


def tidy(value: str) -> str:
    """Return the text in canonical form: NFC, line breaks as \\n, no control characters, no blank lines, no outer spaces.

    A tab counts as a space; byte order marks in the midst of a text go. Tidying a tidy text changes nothing.
    """
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\ufeff", "")
    value = "".join(c for c in value if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"})
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in value.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(line for line in lines if line))


def plain(value: str) -> str:
    """Return the text without its emphasis marks."""
    return EMPHASIS.sub(r"\1", value)


def inline_html(value: str) -> SafeString:
    """Return the text as HTML for a line: escaped, emphasis as <strong>, line breaks as <br>."""
    return mark_safe(EMPHASIS.sub(r"<strong>\1</strong>", str(escape(value))).replace("\n", "<br>"))


def block_html(value: str) -> SafeString:
    """Return the text as HTML paragraphs."""
    return mark_safe("".join(f"<p>{inline_html(line)}</p>" for line in value.split("\n") if line))


def fold(value: str) -> str:
    """Return a key under which two spellings of one answer are equal.

    Full width becomes half width (NFKC), case, spaces and punctuation are dropped; a sign between digits, a percent sign and
    a leading minus stay, so that 3.5 is not 35. What consists of signs alone keeps them.
    """
    value = unicodedata.normalize("NFKC", plain(value)).casefold()
    value = re.sub(r"(?<=\d),(?=\d{3})", "", value)
    kept = "".join(c for i, c in enumerate(value) if _counts(value, i))
    return kept or re.sub(r"\s", "", value)


def _counts(value: str, i: int) -> bool:
    sign = value[i]
    if unicodedata.category(sign)[0] not in "PZC" or sign in MEANINGFUL:
        return True
    after = value[i + 1 : i + 2].isdigit()
    if sign == "-" and after and i == 0:
        return True
    return sign in BETWEEN_DIGITS and after and value[i - 1 : i].isdigit()
