"""The seal, the app icons and the vignettes of empty and error pages, written to site/static/img."""

from pathlib import Path

from . import furniture as f
from . import props as p
from . import render
from .glyphs import outline, text
from .palette import GREY_TEXT, PAPER2, SAND, SEAL, SEAL_WASH, WHITE
from .pen import Scene, at, ellipse, line, path, rays, shadow

STATIC = Path(__file__).resolve().parents[2] / "site" / "static" / "img"
# the stone's edge: a square with the small chips that pressing leaves
EDGE = (
    "M9 3.2L31 2.6L33 3.6L54 2.8Q61 2.6 61.2 9L60.8 27L61.6 29L61 55Q61 61.4 54.6 61.2L36 61.6L34 60.8L10 61.4Q3 "
    "61.4 3 55"
    "L3.4 40L2.6 38L3 10Q3 3.2 9 3.2Z"
)


def _glyph(char, size, x, baseline):
    return f'<path d="{outline(char, size, x - size / 2, baseline, "serif")}" fill="{WHITE}"/>'


def _svg(body, size=64):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{body}</svg>'


def seal():
    """明白, one above the other, cut into a red seal."""
    frame = f'<rect x="7.5" y="7.3" width="49" height="49.4" rx="2.6" fill="none" stroke="{WHITE}" stroke-width="1.3"/>'
    return _svg(f'<path d="{EDGE}" fill="{SEAL}"/>{frame}{_glyph("明", 24, 32, 30)}{_glyph("白", 24, 32, 53)}')


def favicon():
    """One character only: it must be read at 16 pixels."""
    return _svg(f'<path d="{EDGE}" fill="{SEAL}"/>{_glyph("明", 50, 32, 50.5)}')


def maskable():
    """A full red ground; everything that matters lies in the middle 60 %."""
    frame = f'<rect x="14.5" y="14.5" width="35" height="35" rx="2" fill="none" stroke="{WHITE}" stroke-width="1"/>'
    return _svg(
        f'<rect width="64" height="64" fill="{SEAL}"/>{frame}{_glyph("明", 17, 32, 30.6)}{_glyph("白", 17, 32, 46.8)}'
    )


def empty():
    """An empty basket, the cat asleep beside it."""
    s = Scene(320, 220).add(ellipse(160, 178, 142, 26, PAPER2, None), shadow(200, 186, 84, 8))
    weave = (
        "".join(line(x, 118, 200 + (x - 200) * 0.84, 182, w=3) for x in range(148, 260, 26))
        + line(134, 140, 266, 140, w=3)
        + line(138, 162, 262, 162, w=3)
    )
    s.add(
        path("M132 112C132 40 268 40 268 112", w=6),
        path("M126 112H274L260 186H140Z", SAND),
        weave,
        line(120, 112, 280, 112, w=9),
    )
    return s.add(
        at(p.cat(mood="sleep"), 76, 188, 0.82), text(118, 84, "z", 24, GREY_TEXT), text(138, 64, "Z", 32, GREY_TEXT)
    ).svg()


def notfound():
    """A lost receipt carried off by the wind, the cat looking after it."""
    s = Scene(320, 220).add(ellipse(160, 190, 146, 22, PAPER2, None))
    s.add(path("M110 60Q150 30 196 52M96 92Q140 70 176 84M120 124Q150 108 180 116", stroke="#d9cdb8", w=4))
    slip = p.receipt(78, 112) + text(0, 14, "404", 27, SEAL)
    return s.add(at(slip, 236, 116, 1, 16), at(p.cat(), 64, 196, 0.95), shadow(236, 192, 44, 6)).svg()


def error():
    """The washing machine has stopped; somebody is already looking after it."""
    s = Scene(320, 220).add(ellipse(160, 192, 146, 22, SEAL_WASH, None), at(f.washer(True), 190, 196, 0.86))
    s.add(rays(190, 116, 104, 122, 5, SEAL, 4, -150, 120), at(p.cat(), 72, 200, 0.72))
    return s.svg()


def write_static():
    """Write every file; an SVG over 8 kB is an error."""
    STATIC.mkdir(parents=True, exist_ok=True)
    drawings = {"logo": seal(), "favicon": favicon(), "empty": empty(), "notfound": notfound(), "error": error()}
    for name, svg in drawings.items():
        if len(svg.encode()) > 8000:
            raise ValueError(f"{name}.svg has {len(svg.encode())} bytes")
        (STATIC / f"{name}.svg").write_text(svg + "\n", encoding="utf-8")
        print(f"{name}.svg {len(svg.encode()) / 1000:.1f} kB")
    for name, svg, size in (
        ("icon-192", seal(), 192),
        ("icon-512", seal(), 512),
        ("icon-maskable-512", maskable(), 512),
    ):
        render.raster(svg, size).save(STATIC / f"{name}.png", optimize=True)
        print(f"{name}.png {(STATIC / f'{name}.png').stat().st_size / 1000:.1f} kB")
