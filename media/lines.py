"""Break Chinese text into lines: no closing mark begins a line, no opening mark ends one, words and numbers stay whole."""

import re
from collections.abc import Callable

from PIL import ImageFont

CLOSING = set("，。、；：？！…—～·）》〉」』】〕］｝”’％‰℃°%,.;:?!)]}")
OPENING = set("（《〈「『【〔［｛“‘([{￥$¥£#")
# A Latin word, a number with its sign and unit, or one character.
UNIT = re.compile(r"[A-Za-z0-9@&+\-/_.:%’']+|\s+|.", re.DOTALL)


def wrap(text: str, font: ImageFont.FreeTypeFont, width: int, *, most: int) -> list[str]:
    """Return at most `most` lines of at most `width` pixels; the last one ends in … when words are left over."""
    lines = all_lines(text, font, width)
    if len(lines) <= most:
        return lines
    if most <= 0:
        return []
    last = lines[most - 1]
    while last and font.getlength(last + "…") > width:
        last = last[:-1]
    while last and (last[-1] in OPENING or last[-1] in CLOSING):
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]


def all_lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Every line of the text."""
    lines: list[str] = []
    line = ""
    for group in groups(text):
        for piece in pieces(group, font, width):
            if line and font.getlength((line + piece).rstrip()) > width:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece if line else piece.lstrip()
    if line.strip():
        lines.append(line.rstrip())
    return lines


def groups(text: str) -> list[str]:
    """Units that must not be parted: a character with the marks that open before it and close after it."""
    found: list[str] = []
    for unit in UNIT.findall(text):
        sticks = found and (unit[0] in CLOSING or found[-1][-1] in OPENING) and not found[-1].isspace()
        if sticks:
            found[-1] += unit
        else:
            found.append(unit)
    return found


def pieces(group: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A group that is wider than a line, parted wherever it must be; otherwise the group."""
    if font.getlength(group) <= width:
        return [group]
    parts, part = [], ""
    for character in group:
        if part and font.getlength(part + character) > width:
            parts.append(part)
            part = ""
        part += character
    return [*parts, part]


def fit_text(
    text: str, make_font: Callable[[int], ImageFont.FreeTypeFont], width: int, most: int, size: int, smallest: int
) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest font between `size` and `smallest` in which the text takes at most `most` lines, and the lines.

    Three lines are only taken when two do not do; a last line of one or two characters is avoided by a smaller size.
    """
    for points in range(size, smallest - 1, -2):
        font = make_font(points)
        lines = all_lines(text, font, width)
        lonely = len(lines) > 1 and len(lines[-1]) <= 2
        if len(lines) <= most - 1 and not lonely:
            return font, lines
    for points in range(size * 3 // 4, smallest - 1, -2):
        font = make_font(points)
        lines = all_lines(text, font, width)
        if len(lines) <= most:
            return font, lines
    font = make_font(smallest)
    return font, wrap(text, font, width, most=most)
