"""More pupils, elders and helpers (importing this module adds them to CAST), and the rooms they meet in."""

from .. import furniture as f
from .. import teaching_props as tp
from ..cast import CAST
from ..glyphs import text
from ..palette import (
    GOLD,
    HAIR,
    HAIR_BROWN,
    HAIR_GREY,
    INDIGO,
    INK,
    JADE,
    LEAF,
    LEAF_DARK,
    OCHRE_WASH,
    ORANGE,
    PLUM,
    SEAL,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    darker,
    lighter,
)
from ..pen import at, clip, ellipse, line, path, poly, rect, shadow
from . import stage as st

W, H = st.W, st.H
BOARD = "#2f5a4c"

_SENIOR = {"yoke": JADE, "bottom": "#2d4a44"}


def _add(name, base, dress=None, **changes):
    CAST[name] = {**CAST[base], **changes, "dress": {**CAST[base]["dress"], **(dress or {})}}


# pupils of the guide, by their names: five of a junior school, one senior
_add("yiming", "teen_boy", hair="crop")
_add("kexin", "teen_girl", col=HAIR_BROWN)
_add("xiaoman", "teen_girl", hair="bob")
_add("ruoxi", "teen_girl", hair="ponytails", glasses="#5b3a22")
_add("qinlang", "teen_boy", glasses=INK)
_add("ziang", "teen_boy", _SENIOR, hair="slick", col=HAIR_BROWN)
_add("senior_girl", "teen_girl", _SENIOR, hair="long", col=HAIR)
_add("senior_boy", "teen_boy", _SENIOR, hair="curly", col="#4a3a30")
_add("bun_girl", "teen_girl", hair="bun", col=HAIR)
_add("kid_curly", "boy", hair="curly", col=HAIR_BROWN)
_add("kid_glasses", "girl", hair="tied", col=HAIR, glasses=INK)
_add("kid_bun", "girl", hair="bun", col=HAIR)
_add("kid_short", "boy", hair="short", col=HAIR_BROWN, glasses="#5b3a22")
_add("kid_side", "boy", hair="slick", col=HAIR)
# elders and helpers
_add("granny_curly", "grandma", {"top": PLUM, "style": "shirt", "print": "dots"}, hair="curly", glasses=False)
_add("granny_bob", "grandma", {"top": JADE, "style": "tang", "print": None}, hair="bob", col="#cfc8bd")
_add("granny_dark", "grandma", {"top": "#b5643c", "style": "shirt", "print": "check"}, col="#8d857a", glasses=False)
_add("gramps_grey", "grandpa", {"top": INDIGO, "style": "shirt", "print": None}, hair="short", col=HAIR_GREY)
_add("gramps_side", "grandpa", {"top": "#8a5a44", "style": "tang", "print": None}, hair="slick", glasses=INK)
_add("gramps_bald", "grandpa", {"top": "#4f6f8a", "print": "stripes", "style": "tee"}, glasses="#5b3a22")
_VEST = {"top": WHITE, "style": "vest", "over": SEAL, "back": "志愿者", "collar": WHITE, "print": None}
_add("volunteer", "young_woman", _VEST, hair="bob", col=HAIR)
_add("volunteer_man", "young_man", _VEST, hair="crop", col=HAIR)
_add("promoter", "young_man", {**_VEST, "over": ORANGE, "top": OCHRE_WASH, "back": "", "collar": OCHRE_WASH})


def lane_window(x, y, w, h, key, panes=3, sky="#d9e8ec", roof="#a9604e"):
    """A wide window with its left upper corner at x, y: lane houses and a plane tree outside."""
    out = rect(x, y, w, h, sky, stroke=None) + ellipse(x + w * 0.3, y + h * 0.16, w * 0.1, h * 0.05, WHITE, None)
    step = w / 4
    for i in range(4):
        top = y + h * (0.42, 0.34, 0.5, 0.38)[i]
        hx = x + i * step
        wall = ("#d9a48c", "#ead9bf", "#d39a82", "#e6cdb0")[i]
        out += rect(hx, top, step, h, wall, stroke=None)
        out += poly([(hx - 8, top), (hx + step / 2, top - h * 0.12), (hx + step + 8, top)], roof, None)
        out += "".join(
            rect(hx + step * k, top + h * 0.1 + r * h * 0.2, step * 0.2, h * 0.12, "#f3efe2", 2, darker(wall, 0.3), 3)
            for k in (0.2, 0.6)
            for r in range(3)
        )
    out += at(f.tree(h * 1.25, LEAF), x + w * 0.78, y + h * 1.24) + at(
        f.tree(h * 1.1, LEAF_DARK), x + w * 0.1, y + h * 1.3
    )
    out = clip(out, rect(x, y, w, h, WHITE, 0, None), f"lw{key}")
    out += "".join(line(x + w * i / panes, y, x + w * i / panes, y + h, stroke=WHITE, w=12) for i in range(1, panes))
    out += line(x, y + h * 0.26, x + w, y + h * 0.26, stroke=WHITE, w=9)
    return out + rect(x, y, w, h, None, 2, WHITE, 14) + rect(x - 24, y + h, w + 48, 20, WOOD_LIGHT, 3, lw=3)


def blackboard(x, y, w, h, content=""):
    """A board with its left upper corner at x, y; `content` in the picture's units."""
    return (
        rect(x, y, w, h, BOARD, 6, WOOD_DARK, 16)
        + rect(x - 9, y - 9, w + 18, h + 18, None, 8, INK, 4)
        + content
        + rect(x + 30, y + h - 4, 110, 11, WHITE, 2, lw=3)
        + rect(x + w - 120, y + h - 12, 62, 19, SEAL, 3, lw=3)
    )


def class_room(colour="jade", floor=600, ground="#d8c39a"):
    """Walls, floor and windows at both sides, everything in the wash; put a board between."""
    return (
        st.room(colour, floor, ground, dado=150)
        + st.fade(lane_window(-70, 110, 210, 270, "a", 2), colour, 0.35)
        + st.fade(lane_window(1140, 110, 210, 270, "b", 2), colour, 0.35)
    )


def community_room(label="社区活动室", floor=600, colour="ochre", wall=True):
    """A bright room with bunting and, if `wall`, a window, photographs and a plant."""
    out = st.room(colour, floor, dado=170)
    flags = path(f"M0 20Q{W / 4} 100 {W / 2} 30T{W} 24", stroke=WOOD, w=4)
    for i in range(13):
        x = 40 + i * 100
        y = 54 + 26 * (1 if i % 6 in (2, 3, 4) else 0.2)
        flags += poly([(x - 20, y), (x + 20, y), (x, y + 42)], (SEAL, GOLD, JADE, INDIGO)[i % 4], w=3)
    decor = lane_window(70, 150, 260, 230, "c", 2) + at(f.picture("fish", 130, 110), 1120, 230)
    decor += at(f.picture("family", 150, 110), 960, 220) + at(f.plant(150), 1220, floor + 10, 1.2)
    plate = at(tp.sign(label, 380, 84, JADE, 44), 640, 190) if label else ""
    return out + st.fade(flags + (decor if wall else ""), colour, 0.35) + st.fade(plate, colour, 0.15)


def oval_table(x, y, rx, ry, colour=WOOD_LIGHT, drop=46):
    """A round table seen from a little above, the middle of its top at x, y."""
    return (
        shadow(x, y + ry + drop + 60, rx * 0.9, 26)
        + path(f"M{x - 60} {y}V{y + ry + 200}H{x + 60}V{y}Z", darker(colour, 0.3))
        + path(f"M{x - rx} {y}V{y + drop}A{rx} {ry} 0 0 0 {x + rx} {y + drop}V{y}Z", darker(colour, 0.16))
        + ellipse(x, y, rx, ry, colour)
        + ellipse(x, y - 3, rx * 0.93, ry * 0.9, lighter(colour, 0.3), None)
    )


def slope_table(top, bottom, y0, y1, colour=WOOD_LIGHT, edge=30):
    """A table seen from a little above: `top` and `bottom` are (left, right) of its far and near edge."""
    ends = [(top[0], y0), (top[1], y0), (bottom[1], y1), (bottom[0], y1)]
    return (
        rect(bottom[0], y1, bottom[1] - bottom[0], edge, darker(colour, 0.18))
        + poly(ends, colour)
        + "".join(
            line(
                top[0] + (top[1] - top[0]) * k,
                y0 + 4,
                bottom[0] + (bottom[1] - bottom[0]) * k,
                y1 - 4,
                stroke=darker(colour, 0.09),
                w=3,
            )
            for k in (0.2, 0.4, 0.6, 0.8)
        )
    )


def board_text(x, y, rows, size=44, colour=OCHRE_WASH, gap=1.5, anchor="middle", family="serif"):
    return "".join(text(x, y + i * size * gap, r, size, colour, family, anchor) for i, r in enumerate(rows))


def light_on_wall():
    """Morning light over the picture, as a pair of slanting bands."""
    return st.light(200, 60, 240, 560, 160, 0.22) + st.light(640, 60, 240, 560, 160, 0.22)
