"""Covers of the course on data and money: plum, screens, labels and locks."""

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
    OCHRE_WASH,
    ORANGE,
    PINK,
    PLUM,
    PLUM_WASH,
    SEAL,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from ..pen import at, circle, clip, ellipse, line, path, poly, rect, shadow
from ..people import bust, person
from . import stage as st
from . import things as th
from .stage import H, W


def course():
    """At the window: phone, parcel and purse on the table, a big lock on paper."""
    s = st.new().add(rect(0, 0, W, H, PLUM_WASH, stroke=None), rect(120, 40, 1040, 500, "#f6ecec", stroke=None))
    s.add(
        '<clipPath id="dmw"><rect x="120" y="40" width="1040" height="500"/></clipPath><g clip-path="url(#dmw)">',
        circle(900, 190, 70, "#f3cf8a", None),
        st.skyline("plum", 470),
        "</g>",
    )
    s.add(
        *(rect(x, 40, 16, 500, WHITE, lw=3) for x in (112, 460, 806, 1152)),
        rect(90, 30, 1100, 18, WHITE, lw=3),
        rect(90, 530, 1100, 24, WHITE, lw=3),
    )
    m = bust(
        "mother",
        420,
        710,
        1.95,
        mood="smile",
        turn=0.4,
        look=(0.6, 0.9),
        tilt=4,
        l=("at", 330, 660, "flat"),
        r=("at", 530, 660, "flat"),
        split=True,
    )
    b = bust(
        "teen_boy",
        830,
        720,
        2.1,
        mood="happy",
        turn=-0.35,
        look=(-0.5, 1),
        tilt=-4,
        l=("at", 760, 660, "grip"),
        r=("at", 920, 670, "flat"),
        split=True,
    )
    s.add(m, b, st.table_top(620, "#d9b48a"))
    sheet = poly([(470, 640), (800, 640), (860, 796), (410, 796)], WHITE)
    s.add(sheet, at(th.padlock(0.62, "#f6e0a6"), 636, 722), m.arms, b.arms, at(cp.pen(SEAL, 120), 716, 728, 1, 28))
    s.add(
        at(p.phone("blank", 92, 180), 200, 770, 1, -78),
        shadow(1080, 750, 120, 12),
        at(p.parcel(170, 120), 1090, 748),
        at(
            rect(-90, -52, 180, 104, "#7d4a36", 12) + rect(30, -18, 64, 36, "#935b44", 8) + circle(52, 0, 7, GOLD, w=3),
            250,
            668,
            1,
            -6,
        ),
    )
    return s


def labels():
    """Beside the sorting bins: black ink over one label, another torn off."""
    s = st.new().add(
        rect(0, 0, W, H, "#ece6f0", stroke=None),
        st.fade(
            rect(-20, 40, 1330, 560, "#d8c7d6")
            + "".join(
                rect(x, y, 64, 26, "#c9b5c9", 3, None)
                for x, y in ((90, 110), (240, 170), (1120, 120), (1000, 90), (620, 96), (400, 120))
            )
            + at(f.tree(520), 1210, 640)
            + rect(440, 60, 400, 84, JADE, 6)
            + text(640, 122, "垃圾投放点", 54, WHITE, "serif"),
            "#ece6f0",
            0.35,
        ),
    )
    s.add(rect(0, 590, W, 220, "#cfc6cc", stroke=None), line(0, 590, W, 590, stroke="#a89da6", w=4))
    for i, (c, name) in enumerate(((INDIGO, "可回收"), (SEAL, "有害"), ("#7a5136", "湿垃圾"), ("#45434a", "干垃圾"))):
        s.add(st.fade(th.bin_(200 + i * 290, 620, c, name, 1.22), "#ece6f0", 0.2))
    fig, d = st.kneel(
        "father",
        430,
        780,
        1.75,
        mood="determined",
        turn=0.4,
        look=(0.7, 0.9),
        l=("at", 540, 560, "flat"),
        r=("at", 660, 560, "grip"),
        split=True,
    )
    g = person(
        "teen_girl",
        990,
        800,
        1.6,
        "happy",
        -0.4,
        look=(-0.4, 0.8),
        l=("at", 900, 520, "grip"),
        r=("at", 1010, 470),
        hold_r=at(th.label(0.5), 0, -10),
        rot_r=14,
    )
    s.add(fig, shadow(650, 790, 200, 16), at(p.parcel(300, 190), 640, 788))
    s.add(
        at(th.label(0.9), 640, 660),
        rect(574, 622, 110, 16, INK, 3, None),
        rect(574, 644, 96, 16, INK, 3, None),
        d.arms,
        at(cp.pen(INK, 110, 10), 690, 652, 1, 26),
        at(st.knuckles(1.5), 676, 562),
    )
    return s.add(shadow(880, 792, 110, 12), at(p.parcel(150, 110), 860, 790), g)


def loan():
    """The dormitory corridor: a wall of little ads, a student with calculator and notebook."""
    s = st.new().add(
        rect(0, 0, W, H, PLUM_WASH, stroke=None),
        poly([(0, 800), (470, 500), (620, 500), (1280, 800)], "#cdbfc9", None),
        poly([(470, 150), (620, 150), (620, 500), (470, 500)], "#f7f0ea", None),
    )
    s.add(
        poly([(620, 150), (1280, -60), (1280, 800), (620, 500)], lighter(DEEPER["plum"], 0.2), None),
        poly([(0, 0), (1280, 0), (1280, -60), (620, 150), (470, 150), (0, -10)], lighter(PLUM_WASH, 0.5), None),
        poly([(0, -10), (470, 150), (470, 500), (0, 800)], PLUM_WASH, None),
    )
    for x0, x1 in ((690, 780), (900, 1060)):
        k0, k1 = (x0 - 620) / 660, (x1 - 620) / 660
        s.add(
            poly(
                [(x0, 210 - k0 * 110), (x1, 210 - k1 * 110), (x1, 500 + k1 * 300), (x0, 500 + k0 * 300)],
                mix(WOOD, PLUM_WASH, 0.35),
                darker(PLUM_WASH, 0.4),
                4,
            )
        )
    s.add(
        rect(510, 210, 70, 150, "#dfe9ef", 2, darker(PLUM_WASH, 0.4), 4),
        *(line(480 - i * 120, 500 + i * 76, 620 + i * 170, 500 + i * 76, stroke="#bdaeb9", w=3) for i in range(1, 5)),
    )
    for x, y, r, t_, c, k in (
        (110, 190, -8, "分期", GOLD, 1.3),
        (270, 270, 5, "秒到", ORANGE, 1.0),
        (120, 420, 4, "免息?", PINK, 1.15),
        (300, 440, -6, "分期", OCHRE_WASH, 0.95),
        (390, 330, 3, "秒批", GOLD, 0.8),
    ):
        s.add(
            at(
                rect(-66, -84, 132, 168, c, 2)
                + text(0, -14, t_, 50 if len(t_) < 3 else 42, SEAL, "serif")
                + cp.bars(-44, 18, (88, 70, 88), 22, w=6)
                + rect(-18, -92, 36, 16, "#f0e6d0", lw=2.4),
                x,
                y,
                k,
                r,
            )
        )
    b = person(
        "teen_boy",
        760,
        850,
        2.05,
        "thinking",
        -0.5,
        look=(-0.9, -0.2),
        l=("at", 600, 520),
        hold_l=at(p.calculator(), 0, 0),
        rot_l=-6,
        r=("at", 850, 650, "grip"),
        split=True,
        wear={"yoke": "#c7a24c", "top": "#c7a24c"},
    )
    s.add(
        b,
        at(
            rect(-84, -60, 168, 120, WHITE, 4)
            + rect(-84, -60, 168, 20, JADE, 4)
            + text(-10, 4, "21.5%", 42, SEAL)
            + cp.bars(-60, 30, (120,), w=6),
            760,
            640,
            1,
            -6,
        ),
        b.arms,
        at(st.knuckles(1.7), 842, 650),
    )
    return s.add(
        at(
            rect(-90, -170, 180, 170, INDIGO, 12)
            + rect(-30, -200, 60, 34, None, 8, INK, 8)
            + line(-50, -168, -50, -2, w=4)
            + line(50, -168, 50, -2, w=4)
            + circle(-60, 0, 14, INK)
            + circle(60, 0, 14, INK),
            1100,
            790,
            1.1,
        )
    )


def prices():
    """At the café table: the same room, two prices."""
    s = st.new().add(
        st.room("plum", 640, dado=150),
        st.fade(
            rect(90, 70, 420, 340, "#e8f0f2", 4)
            + line(300, 70, 300, 410)
            + at(f.tree(300), 200, 430, 0.9)
            + rect(820, 120, 380, 18, WOOD)
            + "".join(at(p.cup(c, False), 870 + i * 90, 120) for i, c in enumerate((JADE, SEAL, GOLD, INDIGO)))
            + rect(820, 260, 380, 18, WOOD)
            + at(f.plant(110), 900, 260)
            + at(p.thermos(GOLD), 1020, 260)
            + at(f.plant(90), 1140, 260),
            "plum",
            0.4,
        ),
        st.lamp(640, 120, 180, SEAL),
    )
    m = bust(
        "mother",
        300,
        720,
        2.05,
        mood="surprised",
        turn=0.5,
        look=(0.8, 0),
        l=("at", 240, 660, "flat"),
        r=("at", 428, 610, "grip"),
        split=True,
    )
    d = bust(
        "teen_girl",
        990,
        720,
        2.2,
        mood="surprised",
        turn=-0.5,
        look=(-0.8, 0),
        l=("at", 852, 610, "grip"),
        r=("at", 1060, 670, "flat"),
        split=True,
    )
    s.add(m, d, ellipse(640, 790, 760, 130, WOOD_LIGHT))
    s.add(m.arms, d.arms)
    for x, rot, price, colour in ((520, -5, "488", SEAL), (760, 5, "428", JADE)):
        scr = (
            rect(-88, -150, 176, 300, WHITE, 12, None)
            + clip(
                rect(-88, -150, 176, 120, "#bcd4e2", stroke=None)
                + rect(-60, -80, 120, 60, WHITE, 6, lw=3)
                + rect(-60, -96, 44, 34, WHITE, 6, lw=3)
                + rect(-4, -76, 64, 50, PLUM, 6, lw=3),
                rect(-88, -150, 176, 122, WHITE, 12, None),
                f"pr{price}",
            )
            + text(0, 34, "大床房", 36, INK)
            + text(0, 106, "￥" + price, 62, colour)
        )
        s.add(at(rect(-100, -168, 200, 336, INK, 20) + scr, x, 520, 1, rot))
    s.add(at(st.knuckles(2.0), 426, 606), at(st.knuckles(2.0), 856, 606))
    return s.add(
        at(p.cup(SEAL), 330, 770, 1.5),
        at(p.cup(JADE), 960, 770, 1.5),
        path("M628 300l0 -40M590 312l-20 -34M668 312l20 -34", stroke=SEAL, w=7),
    )


COVERS = {
    "data-and-money-course": course,
    "qr-codes-parcel-labels": labels,
    "campus-loan-real-cost": loan,
    "price-discrimination-fake-discounts": prices,
}
