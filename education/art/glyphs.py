"""Chinese text as outlines: what is drawn never depends on a font at render time, and a missing glyph is an error.

Fonts: Debian's fonts-noto-cjk (bold weights), else the pylopdf-fonts-zh-cn wheel (regular weight, thickened by a
stroke).
"""

from functools import cache
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTCollection, TTFont

from .palette import INK
from .pen import n

_DEBIAN = Path("/usr/share/fonts/opentype/noto")
_FILES = {
    "sans": ("NotoSansCJK-Bold.ttc", "NotoSansSC-Regular.otf"),
    "sans-regular": ("NotoSansCJK-Medium.ttc", "NotoSansSC-Regular.otf"),
    "serif": ("NotoSerifCJK-Black.ttc", "NotoSerifSC-Regular.otf"),
}


@cache
def _font(family: str):
    """(glyph set, character map, units per em, stroke that stands in for the bold weight)."""
    debian, wheel = _FILES[family]
    if (_DEBIAN / debian).exists():
        font = next(
            f for f in TTCollection(_DEBIAN / debian, lazy=True).fonts if " SC" in str(f["name"].getName(4, 3, 1))
        )
        bold = 0
    else:
        import pylopdf_fonts_zh_cn

        font = TTFont(Path(pylopdf_fonts_zh_cn.__file__).parent / wheel, lazy=True)
        bold = 0 if family == "sans-regular" else 36
    return font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm, bold


@cache
def _glyph(family: str, char: str) -> tuple[str, float]:
    """The glyph's name and its advance in em."""
    glyphs, cmap, upm, _ = _font(family)
    if ord(char) not in cmap:
        raise ValueError(f"no glyph for {char!r} in {family}")
    name = cmap[ord(char)]
    return name, glyphs[name].width / upm


def measure(string: str, size: float, family="sans", spacing=0.0) -> float:
    """Width of one line in picture units."""
    return sum(_glyph(family, c)[1] * size + spacing for c in string) - (spacing if string else 0)


def outline(string: str, size: float, x=0.0, y=0.0, family="sans", spacing=0.0) -> str:
    """Path data of one line whose baseline starts at x, y."""
    glyphs, _, upm, _ = _font(family)
    pen = SVGPathPen(glyphs, ntos=n)
    k = size / upm
    for char in string:
        name, advance = _glyph(family, char)
        glyphs[name].draw(TransformPen(pen, (k, 0, 0, -k, x, y)))
        x += advance * size + spacing
    return pen.getCommands()


def text(x, y, string, size=30, fill=INK, family="sans", anchor="middle", spacing=0.0, vertical=False):
    """One line of text, baseline at y; `anchor` start, middle or end. `vertical` stacks the characters downwards."""
    bold = _font(family)[3] * size / 1000
    thick = f' stroke="{fill}" stroke-width="{n(bold)}"' if bold else ""
    if vertical:
        d = "".join(
            outline(c, size, x - measure(c, size, family) / 2, y + i * (size * 1.08 + spacing), family)
            for i, c in enumerate(string)
        )
    else:
        shift = {"start": 0, "middle": 0.5, "end": 1}[anchor] * measure(string, size, family, spacing)
        d = outline(string, size, x - shift, y, family, spacing)
    return f'<path d="{d}" fill="{fill}"{thick}/>'
