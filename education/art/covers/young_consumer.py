"""Covers of the course for young consumers: ochre, jars of coins, boxes and blackboards."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from ..glyphs import text
from ..palette import (
    GOLD,
    INDIGO,
    INK,
    JADE,
    LEAF,
    OCHRE_WASH,
    PINK,
    PLUM,
    SEAL,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from ..pen import Scene, at, circle, ellipse, line, path, poly, rect, shadow
from ..people import bust, person
from . import school as sch
from . import stage as st
from . import things as th

BOARD = "#2f5a4c"


def course():
    """The stationer's: two pupils compare prices, the old lady at the counter smiles."""
    s = st.new().add(
        st.room("ochre", 640),
        st.fade(at(sch.stationery(700, 3, 560), 350, 640), "ochre", 0.3),
        st.fade(at(f.window(280, 260, "lane", JADE, "yc"), 1090, 180), "ochre", 0.35),
    )
    s.add(st.light(820, 90, 180, 420, -120, 0.35))
    g = bust(
        "grandma",
        1010,
        620,
        1.6,
        mood="happy",
        turn=-0.4,
        look=(-0.8, 0.2),
        l=("at", 920, 570, "flat"),
        r=("at", 1100, 570, "flat"),
        split=True,
        wear={"style": "apron", "over": JADE, "top": "#b98a6a", "print": None},
    )
    s.add(
        g,
        rect(790, 580, 520, 240, WOOD),
        rect(766, 560, 560, 38, WOOD_LIGHT, 6),
        *(rect(816 + i * 170, 630, 150, 150, darker(WOOD, 0.08), 5, lw=3) for i in range(3)),
        g.arms,
    )
    s.add(at(sch.pencil_cup(SEAL), 1200, 562), at(p.vegetable("orange"), 850, 562, 0.01))
    b = person(
        "boy",
        250,
        800,
        2.0,
        "neutral",
        0.4,
        look=(0.7, 0.9),
        r=(48, 30),
        hold_r=at(p.notebook("练习本", INDIGO, 66, 84), 0, -8),
        l="down",
    )
    x = person("xiaomin_school", 590, 812, 2.0, "happy", -0.35, look=(-0.3, 0.9), l=(-6, 56, "grip"), r=(22, 34))
    for who, dx, c in ((b, -46, GOLD), (x, 46, SEAL)):
        s.add(at(th.backpack(c, 1.9), who.head[0] + dx, who.head[1] + 180), who)
    s.add(
        at(p.notebook("", JADE, 110, 130), x.left[0] + 20, x.left[1] + 16, 1, -8),
        at(st.knuckles(1.6), x.left[0] - 6, x.left[1] + 10),
        at(cp.pen(SEAL, 90, 6), x.right[0] - 26, x.right[1] + 40, 1, 30),
    )
    return s


def pocket_money():
    """Three labelled jars in front, the girl behind them with her coins."""
    s = st.new().add(
        st.room("ochre", 650, pattern="dots"),
        st.fade(
            at(f.window(320, 300, "tower", SEAL, "pm"), 220, 210) + at(f.shelf(300, 260, 2, seed=5), 1090, 360),
            "ochre",
            0.4,
        ),
    )
    s.add(st.fade(at(p.piggy_bank(), 1130, 100, 0.9), "ochre", 0.3))
    x = bust(
        "xiaomin",
        600,
        690,
        2.7,
        mood="happy",
        turn=0.1,
        look=(0.4, 1),
        tilt=-3,
        l=("at", 360, 610, "flat"),
        r=("at", 770, 420),
        hold_r=at(p.coin(15), 4, -6),
        split=True,
    )
    s.add(x, st.table_top(600, "#e0bd82"), shadow(240, 770, 120, 14), shadow(760, 776, 360, 14))
    s.add(
        at(rect(-120, -14, 240, 28, WHITE, 3) + rect(-124, -26, 248, 18, JADE, 4), 220, 764),
        at(
            rect(-98, -122, 196, 128, JADE, 6)
            + rect(-98, -122, 22, 128, darker(JADE, 0.3), 3)
            + rect(-50, -90, 126, 50, WHITE, 3)
            + text(13, -54, "小账本", 34, INK, "serif"),
            220,
            744,
            1,
            -4,
        ),
    )
    s.add(
        at(sch.jar("需要", SEAL, 0.62), 560, 776),
        at(sch.jar("心愿", JADE, 0.4), 790, 780),
        at(sch.jar("开心", INDIGO, 0.26), 1020, 776),
    )
    s.add(
        x.arms,
        at(p.banknotes(2, JADE), 1190, 790, 1.2, 60),
        *(at(p.coin(22), cx, cy) for cx, cy in ((380, 780), (426, 756), (1150, 690))),
    )
    return s


def topup():
    """On the sofa: father comes down to the boy's height before anything is paid."""
    s = st.new().add(
        st.room("ochre", 560, "#dcc59c", pattern="stripes"),
        st.fade(
            at(f.window(260, 260, "night", INDIGO, "tt"), 1090, 200)
            + at(f.picture("family", 170, 126), 180, 170)
            + at(f.lamp(470), 70, 640),
            "ochre",
            0.35,
        ),
        ellipse(640, 760, 700, 130, mix(SEAL, "#dcc59c", 0.6), None),
    )
    s.add(at(f.sofa(760, JADE), 470, 790, 1.4))
    b = bust(
        "boy_casual",
        430,
        670,
        2.1,
        mood="worried",
        turn=0.35,
        look=(0.2, 0.9),
        l=("at", 396, 596, "grip"),
        r=("at", 506, 596, "grip"),
        split=True,
    )
    ph = (
        rect(-64, -110, 128, 210, INK, 16)
        + rect(-53, -92, 106, 174, "#dfe6f3", 6, None)
        + rect(-53, 30, 106, 52, LEAF, 0, None)
        + circle(24, -46, 20, GOLD, None)
        + rect(-42, -14, 84, 40, SEAL, 18, None)
        + text(0, 16, "充值", 30, WHITE)
    )
    s.add(
        b,
        st.lap("boy_casual", 430, 668, 2.1),
        at(ph, 452, 566, 1, -4),
        b.arms,
        at(st.knuckles(1.7), 396, 592),
        at(st.knuckles(1.7), 508, 592),
    )
    fig, d = st.kneel(
        "father",
        900,
        800,
        1.85,
        mood="smile",
        turn=-0.5,
        look=(-0.9, 0.1),
        l=("at", 700, 560, "open"),
        r=("at", 940, 700, "flat"),
        split=True,
    )
    s.add(fig, d.arms, at(f.plant(150), 1210, 800, 1.3))
    return s


def blind_box():
    """Round the case of blind boxes: one reads the side, one holds his nose."""
    s = st.new().add(
        st.room("ochre", 650),
        at(f.awning(1340, 14, "", SEAL, 26, 40), 640, -10),
        st.fade(at(sch.stationery(380, 3, 460), 130, 650) + at(sch.stationery(380, 3, 460), 1170, 650), "ochre", 0.4),
    )
    case = (
        rect(-210, -520, 420, 520, WOOD, 8)
        + rect(-186, -496, 372, 420, "#fdf6e3", 4)
        + rect(-186, -60, 372, 40, darker(WOOD, 0.1), 4)
    )
    for r in range(3):
        y = -496 + (r + 1) * 138
        case += "".join(
            at(p.toy((PINK, GOLD)[r % 2]), -140 + i * 94, y, 1.1)
            if (r + i) % 4 == 1
            else at(p.blind_box(68, 84, (PLUM, INDIGO, SEAL, JADE)[(i + r * 2) % 4]), -140 + i * 94, y)
            for i in range(4)
        )
        case += rect(-186, y, 372, 12, WOOD_LIGHT, lw=3)
    s.add(shadow(640, 664, 240, 14), at(case, 640, 664), text(640, 640, "盲盒", 30, WHITE, "serif"))
    g = person(
        "xiaomin_school",
        240,
        826,
        2.15,
        "neutral",
        0.4,
        look=(0.8, 0.9),
        r=("at", 392, 540),
        hold_r=at(
            rect(-34, -62, 68, 80, PLUM, 3)
            + rect(-26, -50, 52, 56, WHITE, 2, lw=3)
            + cp.bars(-19, -38, (38, 30, 36), 16, w=3),
            4,
            14,
        ),
        l="down",
    )
    b = person(
        "boy",
        1040,
        826,
        2.15,
        "worried",
        -0.4,
        look=(-0.7, 0.7),
        r=("at", 1030, 390, "grip"),
        l=("at", 900, 560),
        hold_l=at(rect(-26, -34, 52, 32, PINK, 6) + rect(-26, -34, 20, 32, INDIGO, 6), 0, 10),
    )
    m = person("girl", 630, 850, 1.5, back=True, r="point_up")
    s.add(g, m, b, *(path(f"M{x} 470q10 -14 0 -28t0 -28", stroke="#9a8a58", w=6) for x in (872, 908)))
    return s


def ads():
    """From the back row: cards go up, on the board a magnifying glass."""
    s = st.new().add(
        st.room("ochre", 560),
        rect(250, 40, 780, 390, BOARD, 6, WOOD_DARK, 18),
        rect(240, 30, 800, 410, None, 8, INK, 4),
    )
    s.add(
        circle(560, 210, 110, None, "#f3efe2", 12),
        line(640, 290, 730, 384, stroke="#f3efe2", w=18),
        text(560, 244, "广告", 74, OCHRE_WASH, "serif"),
        rect(290, 420, 110, 12, WHITE, 2, lw=3),
    )
    s.add(
        st.fade(
            at(f.window(200, 300, "lane", None, "ad1"), 110, 230)
            + at(f.window(200, 300, "sky", None, "ad2"), 1170, 230),
            "ochre",
            0.35,
        )
    )
    s.add(person("teacher", 880, 640, 1.35, "explain", -0.4, l=("at", 730, 230, "point"), r="hip"))
    for x, y, k, who, label, colour in (
        (120, 760, 1.5, "boy", "推荐", JADE),
        (640, 750, 1.45, "girl", "", GOLD),
        (1050, 760, 1.5, "xiaomin_school", "新闻", INDIGO),
    ):
        kid = person(who, x, y + 150, k, back=True, r=("at", x + 110, y - 210) if label else "down")
        s.add(kid)
        if label:
            s.add(held_card(label, x + 116, y - 250, colour))
    s.add(*(rect(x - 150, 726, 300, 120, WOOD_LIGHT, 6) for x in (120, 640, 1050)))
    big = bust("teen_boy", 450, 1000, 2.4, back=True, l="none", r="none", wear={"yoke": "#8fb0cf", "top": WHITE})
    s.add(
        big,
        st.reach(700, 860, 690, 560, "grip", "#8fb0cf", 2.4, -96, cuff=0.5),
        held_card("广告", 694, 478, SEAL, 1.5),
        at(st.knuckles(2.4), 690, 546),
    )
    return s


def held_card(label, x, y, colour, k=1.0):
    return at(
        rect(-74, -46, 148, 92, WHITE, 6)
        + rect(-74, -46, 148, 16, colour, 6)
        + text(0, 32, label, 50, colour, "serif"),
        x,
        y,
        k,
        -4,
    )


def evidence():
    """Picture: bills, household register and the written account in a row."""
    s = Scene(1200, 800).add(
        rect(0, 0, 1200, 800, OCHRE_WASH, stroke=None),
        st.fade(
            at(f.window(300, 260, "night", SEAL, "ye"), 200, 180) + at(f.picture("family", 180, 130), 980, 170),
            "ochre",
            0.4,
        ),
        st.lamp(600, 110, 200, SEAL),
    )
    d = bust(
        "father",
        360,
        600,
        1.95,
        mood="smile",
        turn=0.4,
        look=(0.6, 0.9),
        l=("at", 250, 520, "flat"),
        r=("at", 470, 520, "flat"),
        split=True,
    )
    b = bust(
        "boy_casual",
        840,
        590,
        2.05,
        mood="determined",
        turn=-0.3,
        look=(-0.1, 1),
        l=("at", 680, 540, "flat"),
        r=("at", 900, 620),
        split=True,
    )
    s.add(
        d,
        b,
        rect(-10, 500, 1220, 310, "#e3c48d"),
        rect(-10, 500, 1220, 24, lighter("#e3c48d", 0.35), lw=0.01),
        line(0, 500, 1200, 500),
    )
    bill = (
        rect(-120, -84, 240, 168, WHITE, 3)
        + text(0, -40, "充值账单", 38, INK, "serif")
        + cp.bars(-94, -10, (120, 96, 108), 26, w=6)
        + cp.bars(60, -10, (36, 36, 36), 26, SEAL, 6)
    )
    book = (
        rect(-90, -100, 180, 200, "#7d3b34", 8)
        + text(0, -24, "户口簿", 46, GOLD, "serif")
        + circle(0, 40, 26, None, GOLD, 4)
    )
    page = (
        rect(-150, -96, 300, 192, WHITE, 3)
        + text(-34, -46, "事情经过", 42, INK, "serif")
        + cp.bars(-120, -16, (240, 220), 28, w=6)
        + text(-60, 76, "11 月 25 日", 34, INDIGO)
    )
    s.add(
        st.cast_shadow(at(bill, 220, 690, 1, -5)),
        st.cast_shadow(at(book, 500, 690, 1, 3)),
        st.cast_shadow(at(page, 810, 690, 1, 2)),
    )
    return s.add(
        d.arms,
        b.arms,
        at(
            rect(-6, -96, 12, 80, GOLD, 2, lw=3) + poly([(-6, -16), (6, -16), (0, 0)], WOOD_LIGHT, w=3), 884, 712, 1, 16
        ),
        at(p.cup(JADE), 1110, 640, 1.4),
    )


COVERS = {
    "young-consumer-course": course,
    "pocket-money-compare-prices": pocket_money,
    "minors-game-topup-tipping": topup,
    "blind-box-stationery-safety": blind_box,
    "ads-and-influencers-for-kids": ads,
}
PICTURES = {"minors-game-topup-tipping-evidence": evidence}
