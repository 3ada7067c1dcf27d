"""Covers over someone's shoulder: a screen fills the middle."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from ..glyphs import text
from ..palette import (
    DEEPER,
    GOLD,
    INDIGO,
    INK,
    JADE,
    LEAF,
    ORANGE,
    PINK,
    PLUM,
    PLUM_WASH,
    SEAL,
    STEEL,
    WHITE,
    WOOD,
    WOOD_DARK,
    mix,
)
from ..pen import at, circle, ellipse, line, path, poly, rect
from ..people import bust, person
from . import school as sch
from . import stage as st
from .stage import H, W


def permissions():
    """In the library, over her shoulder: the window that asks, the finger that waits."""
    s = st.new().add(
        rect(0, 0, W, H, PLUM_WASH, stroke=None),
        st.fade(
            at(sch.books(430, 500, 4, seed=4), 200, 560)
            + at(sch.books(430, 500, 4, seed=11), 660, 560)
            + at(sch.books(430, 500, 4, seed=17), 1120, 560),
            "plum",
            0.6,
        ),
    )
    s.add(rect(0, 560, W, 90, mix(DEEPER["plum"], WOOD, 0.3), stroke=None), st.table_top(640, "#c9a07a"))
    s.add(
        poly([(60, 690), (300, 664), (340, 790), (50, 820)], WHITE),
        line(190, 676, 200, 806),
        cp.bars(84, 712, (86, 74, 90), 26, w=6),
        cp.bars(222, 700, (70, 84, 60), 26, w=6),
        at(cp.pen(SEAL, 120), 30, 790, 1, 70),
    )
    scr = rect(-132, -250, 264, 500, "#e8ddec", 20, None) + "".join(
        rect(
            -104 + i % 3 * 78,
            -200 + i // 3 * 84,
            56,
            56,
            (JADE, GOLD, INDIGO, PINK, LEAF, ORANGE)[(i * 2 + i // 3) % 6],
            14,
            None,
        )
        for i in range(9)
    )
    scr += (
        rect(-118, -70, 236, 236, WHITE, 18, INK, 4)
        + at(circle(0, -14, 17, None, PLUM, 7) + path("M-30 34Q-30 8 0 8T30 34", stroke=PLUM, w=7), 0, -20)
        + text(0, 54, "读取通讯录", 36, INK)
    )
    scr += (
        rect(-104, 88, 98, 56, STEEL, 12, None)
        + text(-55, 128, "拒绝", 32, INK)
        + rect(8, 88, 98, 56, SEAL, 12, None)
        + text(57, 128, "允许", 32, WHITE)
    )
    s.add(st.grip_phone(480, 390, scr, WHITE, 320, 600, -4, sleeve=INDIGO, side=-1))
    g = bust("teen_girl", 1010, 960, 2.9, back=True, l="none", r="none")
    return s.add(
        g,
        st.reach(960, 920, 668, 600, "point", INDIGO, 2.9, -138, side=-1, cuff=0.4),
        *(
            path(d, stroke=SEAL, w=6)
            for d in (
                "M600 452l12 -28",
                "M622 478l26 -14",
            )
        ),
    )


def brushing():
    """Night, over his shoulder: the transfer page, his sister in the doorway."""
    s = st.new().add(
        rect(0, 0, W, H, "#57496b", stroke=None),
        rect(0, 640, W, 160, "#463a58", stroke=None),
        st.fade(
            at(f.window(330, 300, "night", INDIGO, "bo"), 200, 210) + at(f.shelf(260, 240, 2, seed=3), 560, 330),
            "#57496b",
            0.35,
        ),
    )
    s.add(
        rect(820, 70, 360, 600, WOOD_DARK),
        rect(846, 96, 308, 574, "#ffe6b0"),
        poly([(846, 670), (1154, 670), (1280, 800), (700, 800)], "#ffe6b0", None, extra='opacity="0.35"'),
    )
    sis = person(
        "young_woman", 1000, 720, 1.35, "worried", -0.4, look=(-1, 0.3), l="front", r="front", wear={"top": "#7fae7c"}
    )
    plate = ellipse(0, 0, 84, 18, WHITE) + "".join(
        at(p.vegetable(k), x, -4, 1) for x, k in ((-40, "orange"), (40, "orange"), (0, "tomato"))
    )
    s.add(sis, at(plate, 992, 500), path("M1100 250l26 -22M1112 290l36 -6M1070 226l10 -34", stroke=SEAL, w=6))
    s.add(
        rect(-20, 640, 800, 180, "#8a6a54"),
        rect(-20, 628, 810, 28, "#a98465", 4),
        at(cp.table_lamp(GOLD), 90, 634, 1.5),
    )
    scr = (
        rect(-100, -190, 200, 380, WHITE, 16, None)
        + circle(0, -110, 38, SEAL, None)
        + text(0, -92, "￥", 50, WHITE)
        + text(0, -16, "转账", 50, INK, "serif")
        + cp.bars(-64, 20, (128, 92), 26, w=8)
        + rect(-74, 86, 148, 60, SEAL, 14, None)
        + text(0, 128, "确认", 36, WHITE)
    )
    b = bust("teen_boy", 330, 960, 2.7, back=True, l="none", r="none", wear={"yoke": "#8b7a60", "top": "#8b7a60"})
    return s.add(b, st.grip_phone(650, 500, scr, WHITE, 230, 440, 6, sleeve="#8b7a60"))


COVERS = {
    "app-permissions-consent": permissions,
    "brushing-orders-job-scam": brushing,
}
