"""Which font files print and draw, and which characters they can show.

The wheel pylopdf-fonts-zh-cn brings one weight of Noto Serif SC and Noto Sans SC everywhere. Where Debian's fonts-noto-cjk
is installed its bold weights are used as well; without it bold is drawn by a thin outline (Typst) or stroke (Pillow).
"""

import struct
import unicodedata
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
from PIL import ImageFont

SYSTEM_FONTS = Path("/usr/share/fonts/opentype/noto")
# name of the style: file in SYSTEM_FONTS. The third face (index 2) of each collection is the simplified Chinese one.
SYSTEM_FILES = {
    "serif": "NotoSerifCJK-Regular.ttc",
    "serif-bold": "NotoSerifCJK-Bold.ttc",
    "sans": "NotoSansCJK-Regular.ttc",
    "sans-bold": "NotoSansCJK-Bold.ttc",
}
SIMPLIFIED_FACE = 2
# What printers set where a character is missing from the case; every font here has it.
GETA = "〓"


def wheel_files() -> dict[str, Path]:
    """The fonts that are always there, by style."""
    return {"serif": pylopdf_fonts_zh_cn.serif_path(), "sans": pylopdf_fonts_zh_cn.sans_path()}


def system_files() -> dict[str, Path]:
    """The fonts of fonts-noto-cjk, by style: all four or none, so that a page never mixes."""
    found = {style: SYSTEM_FONTS / name for style, name in SYSTEM_FILES.items()}
    return found if all(path.is_file() for path in found.values()) else {}


def has_bold() -> bool:
    """Whether real bold type is there."""
    return bool(system_files())


def picture_font(style: str, size: int) -> ImageFont.FreeTypeFont:
    """A font for Pillow. `style` is serif, sans, serif-bold or sans-bold; a missing bold falls back to the regular."""
    if system := system_files():
        return ImageFont.truetype(system[style], size, index=SIMPLIFIED_FACE)
    return ImageFont.truetype(wheel_files()[style.removesuffix("-bold")], size)


def printable(text: str, files: tuple[Path, ...] | None = None) -> str:
    """Return `text` with nothing that would print as a missing glyph: pictographs go, rare letters become 〓."""
    covered = coverage(files or tuple((system_files() or wheel_files()).values()))
    return "".join(printable_character(character, covered) for character in unicodedata.normalize("NFC", text))


def printable_character(character: str, covered: frozenset[int]) -> str:
    """One character as it can be printed; an empty string for what has no shape of its own."""
    if character in "\n\t ":
        return character
    category = unicodedata.category(character)
    if category in {"Zs", "Zl", "Zp"}:
        return character if ord(character) in covered else " "
    # Controls, joiners, variation selectors, private use and halves of surrogates.
    if category in {"Cc", "Cf", "Cs", "Co", "Cn"} or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    if ord(character) in covered:
        return character
    return "" if category in {"So", "Sk", "Mn", "Me"} else GETA


@cache
def coverage(files: tuple[Path, ...]) -> frozenset[int]:
    """The code points that at least one of the font files can show."""
    return frozenset().union(*(character_map(path) for path in files))


def character_map(path: Path) -> set[int]:
    """Read the code points of a font's Unicode `cmap` table (formats 4 and 12), of the simplified face of a collection."""
    with path.open("rb") as font:
        start = 0
        if font.read(4) == b"ttcf":
            font.seek(12 + 4 * SIMPLIFIED_FACE)
            (start,) = struct.unpack(">I", font.read(4))
        font.seek(start + 4)
        (tables,) = struct.unpack(">H", font.read(2))
        font.seek(start + 12)
        records = [struct.unpack(">4sIII", font.read(16)) for _ in range(tables)]
        offset, length = next((offset, length) for tag, _sum, offset, length in records if tag == b"cmap")
        font.seek(offset)
        return points_of(font.read(length))


def points_of(table: bytes) -> set[int]:
    """The code points of all format 4 and format 12 subtables of a `cmap` table."""
    points: set[int] = set()
    (count,) = struct.unpack_from(">H", table, 2)
    for number in range(count):
        (at,) = struct.unpack_from(">I", table, 4 + 8 * number + 4)
        (kind,) = struct.unpack_from(">H", table, at)
        if kind == 4:
            (double,) = struct.unpack_from(">H", table, at + 6)
            ends = struct.unpack_from(f">{double // 2}H", table, at + 14)
            starts = struct.unpack_from(f">{double // 2}H", table, at + 16 + double)
            for first, last in zip(starts, ends, strict=True):
                points.update(range(first, last + 1))
        elif kind == 12:
            (groups,) = struct.unpack_from(">I", table, at + 12)
            for group in range(groups):
                first, last, _glyph = struct.unpack_from(">III", table, at + 16 + 12 * group)
                points.update(range(first, last + 1))
    return points - {0xFFFF}
