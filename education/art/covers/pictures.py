"""Pictures inside the lessons: here the labels are meant to be read."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from .. import scenes
from ..glyphs import text
from ..palette import (
    DEEPER,
    GOLD,
    INDIGO,
    INK,
    JADE,
    JADE_WASH,
    OCHRE_WASH,
    PINK,
    PLUM,
    PLUM_WASH,
    SEAL,
    STEEL,
    WHITE,
    WOOD_DARK,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from ..pen import Scene, at, circle, clip, ellipse, line, path, poly, rect, shadow
from ..people import bust, person
from . import stage as st
from . import things as th
from .prepaid import cape, salon


def box():
    """Picture: the doctor's finger on the line in small print."""
    s = Scene(1200, 800).add(
        st.room("seal", 640, pattern="tiles"),
        st.fade(
            at(f.window(240, 260, "sky", None, "bx"), 990, 210)
            + rect(80, 90, 240, 160, WHITE, 6)
            + text(200, 190, "健康", 56, JADE, "serif"),
            "seal",
            0.35,
        ),
    )
    g = bust(
        "grandpa",
        320,
        810,
        2.2,
        mood="thinking",
        turn=0.55,
        look=(0.9, 0.5),
        lean=6,
        l=("at", 200, 736, "flat"),
        r=("at", 330, 744, "flat"),
        split=True,
    )
    d = bust(
        "doctor",
        900,
        800,
        2.1,
        mood="explain",
        turn=-0.5,
        look=(-0.8, 0.4),
        l=("at", 706, 640, "point"),
        r=("at", 860, 690, "flat"),
        split=True,
    )
    lens = (
        "".join(circle(x, -4, 17, WHITE, extra='fill-opacity="0.4"') for x in (-11, 27))
        + line(6, -6, 10, -6, w=4)
        + line(-28, -7, -44, -10, w=4)
    )
    s.add(
        d,
        g,
        at(lens, *g.head, 2.2),
        rect(-10, 690, 1220, 120, WOOD_LIGHT),
        line(0, 716, 1200, 716, stroke=darker(WOOD_LIGHT, 0.2), w=3),
    )
    pack = (
        rect(-130, -330, 260, 330, PLUM, 4)
        + rect(-104, -300, 208, 116, WHITE, 3)
        + text(0, -222, "清清胶囊", 46, INK, "serif")
        + rect(-104, -164, 208, 60, lighter(PLUM, 0.8), 3, lw=3)
        + text(0, -122, "保健食品", 36, PLUM)
    )
    pack += (
        rect(-104, -86, 208, 66, OCHRE_WASH, 3, SEAL, 5)
        + text(0, -60, "本品不能代替", 24, INK)
        + text(0, -30, "药物", 24, INK)
    )
    s.add(
        shadow(590, 716, 170, 14),
        at(pack, 590, 712),
        g.arms,
        d.arms,
        at(cp.bp_monitor(), 1090, 760, 1.2),
        at(cp.glass(), 130, 770, 1.3),
    )
    return s


def package():
    """Picture: the side of a carton, unfolded, six places with numbers."""
    s = Scene(1200, 900).add(
        scenes.wash(1200, 900, "jade", "plain"), rect(0, 760, 1200, 140, DEEPER["jade"], stroke=None)
    )
    s.add(
        shadow(600, 846, 430, 18),
        poly([(250, 130), (330, 50), (870, 50), (950, 130)], "#eef3ee"),
        poly([(250, 130), (180, 190), (180, 800), (250, 850)], "#dfe8e2"),
        poly([(950, 130), (1020, 190), (1020, 800), (950, 850)], "#dfe8e2"),
        rect(250, 130, 700, 720, WHITE),
        rect(250, 130, 700, 92, JADE),
    )
    rows = (
        ("名称", "纯牛奶"),
        ("配料", "生牛乳"),
        ("净含量", "250 毫升"),
        ("生产日期", "2026 年 11 月 02 日"),
        ("保质期", "常温 6 个月"),
        ("贮存条件", "避光，开封后冷藏"),
    )
    s.add(text(600, 196, "纯牛奶", 56, WHITE, "serif", spacing=14))
    for i, (k, v) in enumerate(rows):
        y = 290 + i * 96
        s.add(
            circle(304, y - 14, 32, SEAL, WHITE, 5),
            text(304, y + 2, str(i + 1), 42, WHITE),
            text(360, y, k, 38, INK, "serif", "start"),
            text(540, y, v, 38, mix(INK, JADE, 0.4), "sans-regular", "start"),
        )
        if i < 5:
            s.add(line(290, y + 34, 910, y + 34, stroke=DEEPER["jade"], w=4))
    return s


def livestream_screen():
    """Picture: the three places to look at."""
    s = Scene(1200, 900).add(scenes.wash(1200, 900, "indigo", "plain"), circle(600, 470, 400, DEEPER["indigo"], None))
    host = bust("young_woman", 0, 100, 1.15, mood="happy", l=(-70, 56), r=(70, 56), wear={"top": GOLD})
    quilt = at(
        path("M-130 -20Q-60 -40 0 -24T130 -20L136 130Q60 146 0 136T-136 130Z", "#f4ede2")
        + "".join(line(x, -24, x * 1.06, 134, stroke=STEEL, w=3) for x in (-66, 0, 66))
        + line(-132, 56, 132, 56, stroke=STEEL, w=3),
        0,
        20,
    )
    scr = clip(
        rect(-170, -400, 340, 700, "#4b3f66", stroke=None) + circle(0, -70, 150, "#6a5a8c", None) + host + quilt,
        rect(-170, -376, 340, 540, WHITE, 20, None),
        "ls",
    )
    scr += (
        rect(-150, -330, 200, 56, WHITE, 28, None)
        + circle(-120, -302, 17, JADE, None)
        + text(-94, -293, "某某严选", 25, INK, anchor="start")
    )
    scr += rect(-170, 164, 340, 212, WHITE, 0, None) + rect(-150, 184, 86, 86, "#f4ede2", 6, WOOD_DARK, 3)
    scr += text(-46, 212, "羊毛被 299 元", 25, INK, anchor="start") + text(
        -46, 250, "商品详情 ›", 24, INDIGO, anchor="start"
    )
    scr += rect(-150, 292, 300, 56, SEAL, 28, None) + text(0, 331, "订单内付款", 27, WHITE)
    s.add(at(f.screen_phone(380, 800, WHITE, scr), 600, 450))
    for (x, y, rx, ry), (lx, label), n_ in zip(
        ((552, 148, 126, 48), (640, 677, 140, 62), (600, 770, 172, 46)),
        ((180, "店铺名称"), (1010, "商品详情"), (180, "付款按钮")),
        "123",
        strict=True,
    ):
        s.add(ellipse(x, y, rx, ry, None, SEAL, 8))
        side = -1 if lx < 600 else 1
        s.add(
            line(x + side * rx, y, lx - side * 128, y, stroke=SEAL, w=6),
            rect(lx - 128, y - 42, 256, 84, WHITE, 42, SEAL, 6),
        )
        s.add(
            circle(lx - 84, y, 27, SEAL, None),
            text(lx - 84, y + 13, n_, 36, WHITE),
            text(lx + 24, y + 13, label, 37, INK, "serif"),
        )
    return s


def counter():
    """Picture: wet hair, a cape, and the sum done first."""
    s = Scene(1200, 800).add(salon())
    m = person(
        "shopkeeper",
        900,
        830,
        1.75,
        "smile",
        -0.4,
        r="hip",
        l=("at", 780, 500),
        hold_l=p.paper_sheet("价目单", 84, 110, False),
        rot_l=-5,
        wear={"over": JADE, "top": "#d9c7a4"},
    )
    s.add(m, at(th.salon_chair("#7d3b34"), 430, 810, 1.75))
    w = bust("young_woman", 430, 740, 1.95, mood="neutral", turn=0.3, look=(0.5, 1), l="none", r="none")
    drops = "".join(
        path(f"M{w.head[0] + dx} {w.head[1] + dy}q-10 16 0 20q10 -4 0 -20Z", "#a9cfe0", w=3)
        for dx, dy in ((-120, 40), (112, 90), (-128, 130), (124, 10))
    )
    s.add(w, cape(430, w.head[1] + 100, 1.75), drops)
    screen = (
        rect(-60, -190, 120, 220, INK, 16)
        + rect(-48, -172, 96, 54, JADE_WASH, 4, None)
        + "".join(
            rect(-46 + k % 3 * 33, -104 + k // 3 * 32, 25, 22, SEAL if k == 8 else WHITE, 5, None) for k in range(9)
        )
    )
    return s.add(st.reach(610, 920, 590, 650, "grip", PINK, 2.0, -95, held=at(screen, 0, 20), rot=5, cuff=0.4))


def shred():
    """Picture: scissors, strips of a label in a cup, a blacked-out ticket, a marker."""
    s = Scene(1200, 800).add(
        st.desk_from_above("#d9bfa8"),
        poly([(0, 0), (520, 0), (120, 800), (0, 800)], PLUM_WASH, None, extra='opacity="0.55"'),
    )
    s.add(st.cast_shadow(circle(560, 560, 150, mix(JADE, WHITE, 0.6)) + circle(560, 560, 122, mix(JADE, WHITE, 0.25))))
    for i, (x, y, r) in enumerate(
        (
            (500, 520, 20),
            (560, 500, -30),
            (610, 560, 60),
            (540, 610, 100),
            (590, 620, -10),
            (480, 580, 75),
            (560, 560, 40),
        )
    ):
        s.add(at(rect(-52, -11, 104, 22, WHITE, lw=3) + line(-34, 0, 20 + i * 3, 0, stroke="#8a7f72", w=5), x, y, 1, r))
    s.add(
        st.cast_shadow(at(th.label(1.7), 470, 270, 1, -4)),
        *(line(600, 190 + i * 34, 690 - i * 8, 178 + i * 34, w=4) for i in range(5)),
    )
    s.add(st.reach(60, 420, 300, 300, "flat", PLUM, 3.4, -16, cuff=0.4))
    blades = at(
        path("M-150 -12L0 -4L0 6L-146 2Z", STEEL)
        + path("M-146 30L0 6L0 -4L-150 14Z", lighter(STEEL))
        + circle(0, 2, 8, INK, None)
        + path("M0 2Q60 -40 110 -30M0 4Q60 50 110 36", stroke=SEAL, w=18)
        + circle(142, -34, 36, None, SEAL, 16)
        + circle(142, 40, 36, None, SEAL, 16),
        800,
        300,
        1.1,
        -4,
    )
    s.add(
        blades,
        st.reach(1260, 520, 1010, 330, "grip", PLUM, 3.4, 196, side=-1, cuff=0.42),
        at(st.knuckles(3.2), 968, 316, 1, 10),
    )
    ticket = (
        rect(-150, -80, 300, 160, "#cfe3ee", 8)
        + text(-60, -34, "上海", 40, INK, "serif")
        + text(80, -34, "苏州", 40, INK, "serif")
        + line(-10, -48, 30, -48, w=5)
        + rect(-126, 0, 170, 26, INK, 3, None)
        + rect(-126, 36, 130, 26, INK, 3, None)
        + at(rect(-30, -30, 60, 60, INK, 2, None), 104, 32)
    )
    return s.add(
        st.cast_shadow(at(ticket, 930, 620, 1.15, 6)),
        st.cast_shadow(at(rect(-110, -17, 150, 34, INK, 8) + rect(40, -20, 80, 40, "#45434a", 8), 240, 650, 1.1, -24)),
    )


PICTURES = {
    "qr-codes-parcel-labels-shred": shred,
    "elder-miracle-pills-box": box,
    "read-a-food-label-in-one-minute-package": package,
    "livestream-buying-check-seller-screen": livestream_screen,
    "prepaid-before-paying-counter": counter,
}
