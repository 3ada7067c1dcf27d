"""Covers of 吃得放心: jade, kitchens, shops and what stands on the shelf."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from .. import scenes
from ..glyphs import text
from ..palette import (
    GOLD,
    INDIGO,
    INK,
    JADE,
    JADE_WASH,
    LEAF,
    LEAF_DARK,
    NIGHT,
    OCHRE_WASH,
    ORANGE,
    PINK,
    SEAL,
    STEEL,
    TOMATO,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    darker,
    lighter,
)
from ..pen import at, circle, line, path, poly, rect, shadow
from ..people import bust, person
from . import stage as st
from . import things as th
from .stage import H, W

TILE = "#dfe3d6"


def course():
    """Grandmother and Xiaomin before the chiller, a carton each."""
    s = st.new().add(rect(0, 0, W, H, JADE_WASH, stroke=None), rect(0, 640, W, 160, TILE, stroke=None))
    s.add(
        st.fade(at(cp.dairy_case(1180, 600), 640, 664), "jade", 0.4),
        *(line(640 + i * 150, 664, 640 + i * 260, 800, stroke=darker(TILE, 0.08), w=3) for i in range(-6, 7)),
    )
    s.add(
        rect(0, 0, W, 40, darker(JADE, 0.1), stroke=None),
        *(rect(x, 12, 200, 14, WHITE, 7, None) for x in (140, 540, 940)),
    )
    g = person(
        "grandma",
        560,
        770,
        1.75,
        "neutral",
        0.35,
        look=(0.5, 0.9),
        tilt=4,
        l=("at", 432, 444, "grip"),
        r=(34, 26),
        hold_r=at(p.milk("鲜奶", 72, 108), 0, 34),
        under=(),
    )
    x = person(
        "xiaomin",
        860,
        776,
        1.62,
        "happy",
        -0.35,
        look=(-0.3, 0.9),
        tilt=-3,
        r=("at", 1000, 560, "open"),
        l=(-22, 34),
        hold_l=at(p.milk("酸奶", 66, 98, colour=SEAL), 0, 30),
    )
    s.add(g, x)
    s.add(
        at(p.vegetable("leek"), 230, 596, 1.5, 14),
        at(p.vegetable("cabbage"), 160, 612, 1.5),
        at(cp.cart(420, 350), 200, 790, 1, flip=True),
    )
    s.add(th.leaves(1300, 840, 1.0, LEAF_DARK))
    return s


def label():
    """The carton against the lamp, as large as the people."""
    s = st.new().add(
        st.room("jade", 700, pattern="tiles"),
        st.fade(at(f.window(300, 240, "night", JADE, "fl"), 160, 230), "jade", 0.45),
    )
    s.add(
        st.fade(
            rect(900, 130, 340, 18, WOOD)
            + at(p.thermos(GOLD), 960, 130)
            + at(p.cup(steam=False), 1050, 130, 1.2)
            + at(p.vegetable("aubergine"), 1150, 130, 1.2),
            "jade",
            0.35,
        )
    )
    s.add(st.lamp(640, 110, 220, SEAL))
    g = bust(
        "grandma",
        330,
        800,
        2.25,
        mood="neutral",
        turn=0.5,
        tilt=-4,
        look=(0.9, -0.3),
        l="hip",
        r=("at", 548, 560, "grip"),
        split=True,
    )
    x = bust(
        "xiaomin",
        1000,
        810,
        2.2,
        mood="happy",
        turn=-0.55,
        tilt=5,
        look=(-1, -0.3),
        l=("at", 790, 520, "point"),
        r="hip",
        split=True,
    )
    y = 210
    box = path(f"M530 {y + 80}L574 {y}H726L760 {y + 80}V700H530Z", WHITE) + poly(
        [(760, y + 80), (726, y), (770, y + 24), (800, y + 90), (800, 690), (760, 700)], "#dfe6e4"
    )
    box += (
        line(530, y + 80, 760, y + 80)
        + rect(574, y - 20, 152, 24, JADE, 4)
        + rect(556, 330, 178, 190, WHITE, 4, JADE, 4)
        + text(645, 366, "配料表", 32, JADE, "serif")
    )
    box += cp.bars(576, 394, (130, 96, 136), 30, w=6) + line(576, 484, 700, 484, stroke=SEAL, w=9)
    box += path("M530 560Q590 530 645 560T760 556V700H530Z", JADE) + text(645, 646, "牛奶", 62, WHITE, "serif")
    s.add(g, x, box, g.arms, x.arms, st.knuckles(2.1) and at(st.knuckles(2.2), 546, 560))
    s.add(
        *(
            line(640 + dx, 150 + dy, 640 + dx * 1.3, 150 + dy * 1.6, stroke=GOLD, w=6)
            for dx, dy in ((-190, 10), (190, 10), (-150, 50), (150, 50))
        )
    )
    return s


def expired():
    """The service desk: the buns in one hand, the receipt in the other."""
    s = st.new().add(st.room("jade", 560, dado=0))
    s.add(
        st.fade(scenes.supermarket(W, H, 560), "jade", 0.6),
        rect(300, 40, 680, 96, JADE, 8),
        text(640, 110, "服务台", 64, WHITE, "serif", spacing=18),
    )
    c = bust(
        "shopwoman",
        950,
        600,
        1.55,
        mood="worried",
        turn=-0.4,
        look=(-1, 0.2),
        l=("at", 880, 560, "flat"),
        r=("at", 1030, 560, "flat"),
        split=True,
    )
    s.add(
        c,
        rect(560, 560, 760, 260, WOOD),
        rect(530, 540, 800, 38, WOOD_LIGHT, 6),
        *(rect(600 + i * 230, 610, 200, 170, darker(WOOD, 0.08), 6, lw=3) for i in range(3)),
        c.arms,
    )
    s.add(
        at(rect(-66, -96, 132, 96, INK, 8) + rect(-54, -86, 108, 60, JADE_WASH, 3, None), 1180, 544),
        at(rect(-40, -50, 80, 50, STEEL, 6) + rect(-22, -58, 44, 14, WHITE, lw=3), 1070, 544),
    )
    m = bust(
        "grandpa",
        360,
        850,
        2.4,
        mood="determined",
        turn=0.5,
        look=(0.9, 0.1),
        l=("at", 190, 500),
        hold_l=at(cp.bun_bag(104, 100), 0, 0),
        r=("at", 590, 470),
        hold_r=p.receipt(66, 104, "6.00"),
        rot_r=8,
        wear={"top": "#a9743f", "print": None},
    )
    s.add(m, path("M60 570l-30 -14M50 640l-34 0", stroke=SEAL, w=7))
    return s


def takeaway():
    """The door ajar: the rider's back, the bag with its seal, pyjamas."""
    s = st.new().add(st.room("jade", 690, pattern="stripes"), rect(0, 0, 330, H, NIGHT, stroke=None))
    s.add(
        *(circle(x, y, 3, OCHRE_WASH, None) for x, y in ((60, 80), (150, 160), (230, 60), (100, 260))),
        circle(160, 110, 34, OCHRE_WASH, None),
        st.fade(
            "".join(
                rect(x, y, 90, 700, "#3a4668", stroke=None)
                + "".join(
                    rect(
                        x + 16 + k % 2 * 34,
                        y + 24 + k // 2 * 60,
                        22,
                        30,
                        GOLD if (k + x) % 3 else "#4b587c",
                        stroke=None,
                    )
                    for k in range(8)
                )
                for x, y in ((-10, 320), (90, 250), (200, 380))
            ),
            NIGHT,
            0.3,
        ),
    )
    s.add(
        rect(318, -10, 44, 830, WOOD_LIGHT),
        st.fade(
            at(f.picture("mountain", 190, 140), 1080, 180)
            + rect(920, 420, 320, 18, WOOD)
            + at(f.plant(130), 1000, 420)
            + at(p.cat(), 1160, 420),
            "jade",
            0.35,
        ),
    )
    s.add(st.fade(rect(900, 440, 18, 250, WOOD) + rect(1240, 440, 18, 250, WOOD), "jade", 0.35))
    k = person(
        "young_man",
        800,
        890,
        1.95,
        "thinking",
        -0.35,
        look=(-0.6, 1),
        tilt=-5,
        l=("at", 660, 478, "grip"),
        r=("at", 740, 560, "point"),
        split=True,
        wear={"top": "#8fb0cf", "print": "stripes", "style": "shirt", "bottom": "#8fb0cf"},
    )
    r = bust("courier", 260, 900, 2.35, back=True, l="down", r=("at", 506, 590, "grip"), split=True)
    s.add(
        k,
        r,
        at(
            circle(0, -10, 56, GOLD)
            + path("M-14 -64Q0 -50 14 -64V40H-14Z", WHITE, w=3)
            + path("M-56 8Q0 30 56 8L50 36Q0 54 -50 36Z", INDIGO),
            *r.head,
            2.2,
        ),
    )
    s.add(at(rect(-112, -80, 224, 210, JADE, 22) + rect(-84, -50, 168, 80, lighter(JADE, 0.2), 10), 250, 690))
    s.add(at(cp.takeaway_bag(220, 250), 620, 766), r.arms, k.arms)
    return s


def fridge():
    """The open fridge lights the two old people; one writes the date on a box."""
    s = st.new().add(
        st.room("jade", 640, pattern="tiles"),
        st.fade(
            rect(60, 120, 330, 190, WOOD_LIGHT, 4)
            + line(225, 120, 225, 310)
            + rect(930, 140, 300, 16, WOOD)
            + at(p.thermos(SEAL), 1000, 140)
            + at(p.bottle("盐", JADE), 1080, 140)
            + at(p.bottle("糖", GOLD), 1150, 140),
            "jade",
            0.4,
        ),
    )
    s.add(
        poly([(500, 90), (820, 90), (1120, 800), (220, 800)], "#fff3cf", None, extra='opacity="0.6"'),
        at(cp.open_fridge(360, 620), 690, 690),
    )
    for x, y, it in (
        (600, 250, at(p.milk(), 0, 0, 0.9)),
        (680, 250, at(p.eggs(4), 0, 0, 0.9)),
        (780, 250, cp.lunch_box(90, 54, SEAL, "3")),
        (600, 424, p.vegetable("cabbage")),
        (690, 424, cp.lunch_box(100, 60, GOLD, "5", TOMATO)),
        (790, 424, p.vegetable("aubergine")),
        (640, 560, at(p.vegetable("tomato"), 0, 0, 1)),
        (740, 560, p.vegetable("corn")),
    ):
        s.add(at(it, x, y))
    m = person("grandpa", 310, 840, 1.75, "smile", 0.5, look=(0.8, 0.4), l="hip", r=("at", 470, 500, "open"))
    a = person(
        "grandma",
        1010,
        850,
        1.8,
        "determined",
        -0.4,
        look=(-0.4, 1),
        l=("at", 900, 570, "grip"),
        r=("at", 960, 510),
        split=True,
        wear={"top": "#8c5a6a"},
    )
    s.add(m, a, at(cp.lunch_box(150, 84, INDIGO, "8日", LEAF), 900, 624), a.arms, at(cp.pen(SEAL, 80), 930, 570, 1, 32))
    s.add(
        shadow(640, 790, 520, 16),
        rect(80, 706, 1120, 120, WOOD_LIGHT, 8),
        line(80, 732, 1200, 732, stroke=darker(WOOD_LIGHT, 0.2), w=3),
    )
    s.add(
        *(at(cp.yogurt(c, 1.35), x, 716) for x, c in ((230, PINK), (312, LEAF), (394, GOLD))),
        at(p.cup(JADE), 1120, 716, 1.4),
        at(cp.lunch_box(150, 80, SEAL, "6日", ORANGE), 640, 716),
    )
    return s


COVERS = {
    "food-safety-course": course,
    "read-a-food-label-in-one-minute": label,
    "expired-food-tenfold-compensation": expired,
    "takeaway-before-and-after-eating": takeaway,
    "fridge-and-near-expiry-food": fridge,
}
