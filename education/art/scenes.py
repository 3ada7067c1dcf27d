"""Backgrounds: each returns an SVG string that fills a picture of w × h, with the floor line at `floor` (default
about 0.74 h).
People stand with their feet at or below the floor line. Everything is placed in proportion, so any size works."""

import math
import random

from . import furniture as f
from . import props as p
from .glyphs import text
from .outdoors import bus_stop, floor_line, lane, market, park, street  # noqa: F401  for those who compose a scene
from .palette import (
    DEEPER,
    GLASS,
    GOLD,
    INDIGO,
    INDIGO_WASH,
    INK,
    JADE,
    JADE_WASH,
    LEAF_DARK,
    OCHRE_WASH,
    PAPER,
    PAPER2,
    PINK,
    SAND,
    SEAL,
    SEAL_WASH,
    STEEL,
    WASHES,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from .pen import at, circle, ellipse, line, path, poly, rect


def wash(w, h, colour="ochre", kind="dots"):
    """A plain ground for close shots. colour: seal, jade, ochre, indigo, plum; kind: dots, burst, plain, bands."""
    a, b = WASHES[colour], DEEPER[colour]
    out = rect(0, 0, w, h, a, stroke=None)
    if kind == "burst":
        cx, cy, far = w * 0.5, h * 0.55, w + h
        for i in range(0, 28, 2):
            t0, t1 = i * math.tau / 28, (i + 1) * math.tau / 28
            out += poly(
                [
                    (cx, cy),
                    (cx + far * math.cos(t0), cy + far * math.sin(t0)),
                    (cx + far * math.cos(t1), cy + far * math.sin(t1)),
                ],
                b,
                None,
            )
    elif kind == "dots":
        for row, y in enumerate(range(0, int(h) + 30, 34)):
            r = 3 + 7 * (y / h)
            out += "".join(circle(x + row % 2 * 20, y, r, b, None) for x in range(0, int(w) + 40, 40))
    elif kind == "bands":
        out += path(f"M0 {h * 0.66}Q{w * 0.3} {h * 0.56} {w * 0.6} {h * 0.68}T{w} {h * 0.62}V{h}H0Z", b, None)
    return out


def room(w, h, floor=None, wall=OCHRE_WASH, ground=SAND, paper="stripes", boards=True):
    """An empty room: wallpaper (stripes, leaves, tiles, plain), skirting board and floor boards."""
    y, tone = floor_line(h, floor), mix(wall, WOOD, 0.12)
    out = rect(0, 0, w, h, wall, stroke=None)
    if paper == "stripes":
        out += "".join(rect(x, 0, 26, y, tone, stroke=None) for x in range(20, int(w), 92))
    elif paper == "leaves":
        leaf = path("M0 -14Q10 0 0 14Q-10 0 0 -14Z", tone, None)
        out += "".join(
            at(leaf, x + r % 2 * 45, yy, 1, 30 if r % 2 else -30)
            for r, yy in enumerate(range(30, int(y), 62))
            for x in range(30, int(w), 90)
        )
    elif paper == "tiles":
        out += "".join(line(x, 0, x, y, stroke=tone, w=3) for x in range(0, int(w), 64)) + "".join(
            line(0, yy, w, yy, stroke=tone, w=3) for yy in range(0, int(y), 64)
        )
    out += rect(0, y, w, h - y, ground, stroke=None)
    if boards:
        deep = darker(ground, 0.12)
        for i in range(-8, 9):
            out += line(w / 2 + i * w * 0.11, y, w / 2 + i * w * 0.19, h, stroke=deep, w=2.6)
    return out + rect(-10, y - 16, w + 20, 18, lighter(ground, 0.45), lw=3)


def _sunbeam(w, h, x):
    return poly(
        [(x, h * 0.12), (x + w * 0.14, h * 0.12), (x + w * 0.4, h), (x + w * 0.14, h)],
        WHITE,
        None,
        extra='opacity="0.2"',
    )


def living_room(w, h, floor=None, night=False, sofa=True, screen="", wall=None):
    """Grandmother's living room: window, family picture, calendar, sofa on the left, cabinet with television on the
    right."""
    y = floor_line(h, floor)
    out = room(w, h, y, wall or ("#dcd3c8" if night else OCHRE_WASH), "#c9b48c" if night else SAND)
    out += (
        at(f.window(w * 0.2, h * 0.26, "night" if night else "lane", SEAL, "lr"), w * 0.2, h * 0.25)
        + at(f.picture("family", 130, 96), w * 0.44, h * 0.2)
        + at(f.calendar(), w * 0.58, h * 0.22)
    )
    out += at(f.clock(34, 9 if night else 3, 10), w * 0.7, h * 0.16)
    if sofa:
        out += at(f.sofa(w * 0.34), w * 0.22, y + 20)
    out += (
        at(f.cabinet(w * 0.3, 92), w * 0.83, y + 6)
        + at(f.tv(w * 0.2, content=screen), w * 0.83, y - 94)
        + at(f.plant(150), w * 0.965, y + 20)
    )
    return (
        out
        + ellipse(w * 0.5, y + (h - y) * 0.6, w * 0.3, (h - y) * 0.28, mix(SEAL, SAND, 0.45), None)
        + ellipse(w * 0.5, y + (h - y) * 0.6, w * 0.27, (h - y) * 0.22, "none", PAPER, 4)
        + ("" if night else _sunbeam(w, h, w * 0.13))
    )


def kitchen(w, h, floor=None):
    """A kitchen: tiles, cupboards, worktop, fridge on the right."""
    y = floor_line(h, floor)
    out = room(w, h, y, JADE_WASH, "#d9cbb0", "tiles") + at(
        f.window(w * 0.22, h * 0.26, "lane", None, "ki"), w * 0.5, h * 0.26
    )
    for x in (0.04, 0.17):
        out += rect(w * x, h * 0.06, w * 0.12, h * 0.26, WOOD_LIGHT, 3) + line(
            w * (x + 0.1), h * 0.18, w * (x + 0.1), h * 0.24, w=5
        )
    out += (
        rect(w * 0.02, y - 150, w * 0.74, 154, WOOD)
        + "".join(rect(w * (0.035 + 0.145 * i), y - 128, w * 0.13, 116, WOOD_LIGHT, 3, lw=3) for i in range(5))
        + rect(w * 0.01, y - 168, w * 0.76, 22, WHITE, 3)
    )
    pot = (
        rect(-44, -46, 88, 46, SEAL, 8)
        + rect(-50, -54, 100, 12, lighter(SEAL), 4)
        + circle(0, -60, 7, INK, None)
        + line(-58, -34, -44, -34, w=7)
        + line(44, -34, 58, -34, w=7)
    )
    out += (
        at(pot, w * 0.12, y - 166)
        + at(p.thermos(JADE), w * 0.28, y - 166, 0.8)
        + at(p.vegetable("cabbage"), w * 0.62, y - 166)
        + at(p.vegetable("tomato"), w * 0.68, y - 166, 0.9)
    )
    return out + at(f.fridge(), w * 0.88, y + 10)


def bedroom(w, h, floor=None, night=False):
    """Xiaomin's room: bed, star drawings, book shelf, window."""
    y = floor_line(h, floor)
    out = room(w, h, y, "#cfd6e4" if night else INDIGO_WASH, "#cbb28c", "leaves") + at(
        f.window(w * 0.2, h * 0.27, "night" if night else "tower", GOLD, "be"), w * 0.5, h * 0.26
    )
    out += (
        at(f.bed(w * 0.36), w * 0.21, y + 24)
        + at(f.picture("mountain"), w * 0.16, h * 0.24)
        + at(f.shelf(w * 0.2, h * 0.22, 2, seed=5), w * 0.83, h * 0.36)
    )
    return out + at(p.toy(PINK), w * 0.78, h * 0.14 - 2, 0.7) + at(p.piggy_bank(), w * 0.88, h * 0.14, 0.7)


def study_desk(w, h, floor=None):
    """A corner with a wide desk across the lower part; people sit behind it. The desk's top is at 0.72 h."""
    out = room(w, h, h * 0.8, INDIGO_WASH, "#cbb28c", "leaves") + at(
        f.window(w * 0.22, h * 0.3, "lane", GOLD, "sd"), w * 0.2, h * 0.28
    )
    return out + at(f.shelf(w * 0.24, h * 0.26, 2, seed=9), w * 0.82, h * 0.4)


def desk_front(w, h, top=0.72, colour=WOOD_LIGHT):
    """The desk or table in the foreground, over people."""
    y = h * top
    return rect(-10, y, w + 20, h - y + 10, colour) + line(0, y + 24, w, y + 24, stroke=darker(colour, 0.2), w=3)


def classroom(w, h, floor=None, title="消费小课堂", lines=(), desks=True):
    """A classroom: board, windows, wall paper, and if `desks` a front row of desks."""
    y = floor_line(h, floor)
    out = room(w, h, y, JADE_WASH, "#cfbf9f", "plain") + at(
        f.board(w * 0.46, h * 0.36, title, lines, size=w * 0.034, sub=w * 0.026), w * 0.5, h * 0.3
    )
    out += (
        at(f.window(w * 0.15, h * 0.3, "lane", None, "cl1"), w * 0.12, h * 0.28)
        + at(f.window(w * 0.15, h * 0.3, "sky", None, "cl2"), w * 0.88, h * 0.28)
        + at(f.clock(28, 9, 20), w * 0.5, h * 0.06)
    )
    if desks:
        out += "".join(at(f.desk(w * 0.15), w * x, h - 20, 1) for x in (0.18, 0.5, 0.82))
    return out


def supermarket(w, h, floor=None, sale="", far=False):
    """A shop with shelves; `sale` hangs a sign; `far` makes the goods paler, so that people stand out."""
    y = floor_line(h, floor)
    out = (
        rect(0, 0, w, h, PAPER, stroke=None)
        + rect(0, 0, w, h * 0.08, JADE)
        + "".join(rect(w * x, h * 0.1, w * 0.12, 12, WHITE, 3, lw=3) for x in (0.14, 0.44, 0.74))
    )
    out += rect(0, y, w, h - y, "#e6dccb", stroke=None) + "".join(
        poly(
            [(x, y), (x + w * 0.07, y), (x + w * 0.07 + (x - w / 2) * 0.6, h), (x + (x - w / 2) * 0.6, h)],
            "#dbcfba",
            None,
        )
        for x in (i * w / 7 for i in range(8))
    )
    out += (
        at(f.shelf(w * 0.32, y * 0.72, 4, seed=3, far=far), w * 0.17, y + 6)
        + at(f.shelf(w * 0.32, y * 0.72, 4, seed=8, far=far), w * 0.51, y + 6)
        + at(f.shelf(w * 0.32, y * 0.72, 4, seed=13, far=far), w * 0.85, y + 6)
    )
    if sale:
        out += (
            line(w * 0.4, h * 0.08, w * 0.4, h * 0.16)
            + line(w * 0.62, h * 0.08, w * 0.62, h * 0.16)
            + rect(w * 0.36, h * 0.14, w * 0.3, h * 0.1, SEAL, 4)
            + text(w * 0.51, h * 0.21, sale, h * 0.056, WHITE, "serif")
        )
    return out


def lecture_hall(w, h, floor=None, banner="健康讲座 免费领鸡蛋", screen="百病全消"):
    """A hired hall for a sales lecture: banner, stage, screen, balloons."""
    y = floor_line(h, floor)
    out = (
        room(w, h, y, SEAL_WASH, "#c9a58f", "stripes")
        + rect(w * 0.1, h * 0.05, w * 0.8, h * 0.11, SEAL, 2)
        + text(w * 0.5, h * 0.128, banner, h * 0.062, GOLD, "serif", spacing=6)
    )
    out += (
        rect(w * 0.54, h * 0.22, w * 0.34, h * 0.34, WHITE, 3, INK, 7)
        + text(w * 0.71, h * 0.4, screen, h * 0.082, SEAL, "serif")
        + at(p.bottle("神", w=44, h=70), w * 0.6, h * 0.54)
        + at(p.medicine_box("", w=70, h=44), w * 0.82, h * 0.54)
    )
    for x, c in ((0.05, GOLD), (0.08, SEAL), (0.93, JADE), (0.965, GOLD)):
        out += path(f"M{w * x} {h * 0.3}q-10 60 6 130", w=2.6) + ellipse(w * x, h * 0.25, 30, 38, c)
    return out + rect(w * 0.02, y - 8, w * 0.96, 40, "#a86a52", 3) + line(w * 0.02, y + 12, w * 0.98, y + 12, w=3)


def contact_point(w, h, floor=None, board=True):
    """The contact point (联络点): green plate, shelf with leaflets, notice board, plant. Put furniture.table in front."""
    y = floor_line(h, floor)
    out = (
        room(w, h, y, PAPER2, "#cdb892", "plain")
        + rect(0, y - h * 0.22, w, h * 0.22 - 16, JADE_WASH, stroke=None)
        + line(0, y - h * 0.22, w, y - h * 0.22, w=3)
    )
    out += at(f.contact_sign(w * 0.36, h * 0.13), w * 0.5, h * 0.13) + at(
        f.window(w * 0.17, h * 0.26, "lane", None, "cp"), w * 0.13, h * 0.3
    )
    if board:
        out += (
            rect(w * 0.76, h * 0.1, w * 0.2, h * 0.32, WOOD_LIGHT, 3, INK, 4)
            + rect(w * 0.78, h * 0.13, w * 0.075, h * 0.12, WHITE, 1, lw=3)
            + rect(w * 0.87, h * 0.12, w * 0.07, h * 0.14, SEAL_WASH, 1, lw=3)
            + rect(w * 0.79, h * 0.28, w * 0.15, h * 0.1, OCHRE_WASH, 1, lw=3)
            + text(w * 0.865, h * 0.35, "12315", h * 0.05, SEAL)
        )
    return out + at(f.plant(170), w * 0.04, y + 26) + at(f.shelf(w * 0.15, h * 0.26, 2, seed=21), w * 0.9, y + 6)


def gym(w, h, floor=None, banner="年卡 5 折"):
    """A gym: mirror wall, treadmills, weights and a sales banner."""
    y = floor_line(h, floor)
    out = (
        rect(0, 0, w, h, "#d8dce0", stroke=None)
        + rect(0, y, w, h - y, "#8f8a92", stroke=None)
        + line(0, y, w, y)
        + "".join(
            rect(w * x, h * 0.1, w * 0.2, y - h * 0.18, GLASS, 2)
            + path(f"M{w * (x + 0.04)} {y - h * 0.16}L{w * (x + 0.12)} {h * 0.16}", stroke=WHITE, w=9)
            for x in (0.04, 0.27, 0.5, 0.73)
        )
    )
    return (
        out
        + at(f.treadmill(), w * 0.17, y + 20)
        + at(f.treadmill(), w * 0.86, y + 20)
        + rect(w * 0.3, h * 0.03, w * 0.4, h * 0.12, SEAL, 3)
        + text(w * 0.5, h * 0.115, banner, h * 0.07, WHITE, "serif")
        + "".join(at(f.dumbbell(c), w * 0.5 + i * 74, y + 30) for i, c in ((-1, INK), (0, SEAL), (1, INDIGO)))
    )


def toy_shop(w, h, floor=None):
    """A toy and stationery shop by the school gate with a wall of blind boxes."""
    y = floor_line(h, floor)
    out = room(w, h, y, "#f3dfe6", "#d9c0b4", "plain") + at(
        f.awning(w * 0.96, 14, "小小文具店", "#7a4a86", 50, 34), w * 0.5, h * 0.02
    )
    for r in range(3):
        yy = h * (0.34 + r * 0.15)
        out += rect(w * 0.06, yy, w * 0.88, 12, WOOD_LIGHT, lw=3)
        for i in range(11):
            c = ("#7a4a86", GOLD, SEAL, JADE, INDIGO)[(i * 2 + r) % 5]
            out += (
                at(p.toy((PINK, GOLD, "#a9cfe0")[i % 3]), w * (0.1 + i * 0.08), yy - 2, 0.86)
                if (i + r) % 4 == 0
                else at(p.blind_box(56, 72, c), w * (0.1 + i * 0.08), yy - 2)
            )
    return out


def foreground_leaves(w, h, side="left", colour=LEAF_DARK):
    """Out-of-focus leaves in a lower corner, to give a picture depth."""
    out = "".join(
        at(path("M0 0C-34 -50 -30 -130 0 -180C30 -130 34 -50 0 0Z", c, darker(c, 0.3)), x, h + 30, 1, rot)
        for x, rot, c in (
            (10, -22, darker(colour, 0.12)),
            (60, 8, colour),
            (120, 36, darker(colour, 0.2)),
            (20, 30, colour),
        )
    )
    return at(out, w, 0, flip=True) if side == "right" else out


def crowd(w, h, y=None, count=7, seed=4):
    """Backs of heads along the lower edge: an audience."""
    rnd = random.Random(seed)  # noqa: S311  a fixed pattern, no secret
    out = ""
    for i in range(count):
        x, top = w * (i + 0.5) / count + rnd.uniform(-12, 12), (y or h - 120) + rnd.uniform(-14, 14)
        col, coat = (
            rnd.choice(("#d8d2c8", "#efeae0", "#5a4030", "#b9b0a4")),
            rnd.choice((INDIGO, "#7a4a86", SEAL, JADE, "#8b7a60", STEEL)),
        )
        out += (
            path(
                f"M{x - 78} {h + 10}C{x - 78} {top + 60} {x - 40} {top + 48} {x} {top + 48}S{x + 78} {top + 60} "
                f"{x + 78} {h + 10}Z",
                darker(coat, 0.2),
            )
            + circle(x, top, 48, "#e2ae84")
            + path(
                f"M{x - 49} {top + 6}C{x - 56} {top - 74} {x + 56} {top - 74} {x + 49} {top + 6}Q{x} {top + 44} "
                f"{x - 49} {top + 6}Z",
                col,
            )
        )
        if i % 3 == 0:
            out += circle(x, top - 50, 18, col)
    return out
