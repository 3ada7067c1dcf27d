"""Covers with a street, a hall or a crowd in them."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from ..glyphs import text
from ..palette import (
    DEEPER,
    GOLD,
    INDIGO,
    INDIGO_WASH,
    INK,
    JADE,
    LEAF,
    LEAF_DARK,
    ORANGE,
    PINK,
    PLUM,
    SEAL,
    SEAL_WASH,
    STEEL,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    lighter,
    mix,
)
from ..pen import at, circle, ellipse, line, path, poly, rect, shadow
from ..people import bust, person
from . import stage as st
from . import things as th
from .stage import H, W


def free_lectures():
    """From the last row: hats, buns and bald heads, a white coat far away, eggs by the door."""
    s = st.new().add(
        rect(0, 0, W, H, SEAL_WASH, stroke=None),
        *(rect(x, 0, 30, 470, mix(SEAL_WASH, DEEPER["seal"], 0.4), stroke=None) for x in range(0, W, 96)),
    )
    s.add(
        rect(0, 470, W, 330, "#c89b86", stroke=None),
        rect(230, 30, 760, 84, SEAL, 3),
        text(610, 92, "健康讲座", 60, GOLD, "serif", spacing=26),
    )
    s.add(
        poly([(590, 150), (930, 150), (1180, 520), (420, 520)], "#fff3cf", None, extra='opacity="0.5"'),
        rect(600, 150, 330, 220, WHITE, 4, INK, 6),
        text(765, 250, "包治百病", 54, SEAL, "serif"),
        at(p.bottle("神"), 700, 350, 0.8),
        at(p.medicine_box(""), 820, 350, 0.8),
    )
    s.add(
        rect(180, 470, 860, 44, "#a5634e"),
        person("expert", 480, 482, 0.84, "explain", 0.5, r="present", l="hip"),
        at(rect(-40, -120, 80, 120, WOOD, 4), 300, 474),
        at(p.cup(SEAL, False), 300, 356, 0.8),
    )
    for x, c in ((60, GOLD), (108, SEAL), (1010, GOLD)):
        s.add(path(f"M{x} 240q-10 60 6 130", w=3), ellipse(x, 200, 32, 42, c))
    s.add(
        rect(1080, 120, 160, 480, mix(WOOD, SEAL_WASH, 0.3)),
        rect(1096, 136, 128, 464, mix(WOOD_DARK, SEAL_WASH, 0.35)),
        circle(1116, 380, 8, GOLD),
    )
    for row, (y, k, count, off) in enumerate(((560, 0.72, 9, 0), (650, 0.95, 7, -30))):
        for i in range(count):
            s.add(th.listener(70 + off + i * 880 / (count - 1), y, k, i * 3 + row * 4, seed=i + row))
    s.add(
        rect(960, 640, 360, 30, "#f4ede2", 3),
        rect(976, 668, 340, 150, SEAL),
        *(
            at(th.egg_box(), 1020 + i * 118, 640 - r * 56, 1.04)
            for r in range(3)
            for i in range(3)
            if i >= r - 1 or r < 2
        ),
    )
    g = bust("grandma", 180, 880, 2.0, back=False, mood="thinking", turn=0.6, look=(1, 0.1), l="none", r="none")
    for x, i in ((470, 2), (790, 5)):
        s.add(th.listener(x, 740, 1.5, i, seed=i))
    return s.add(g)


def cheap_tours():
    """The coach stands before the jade shop; from the window grandmother says no."""
    s = st.new().add(
        rect(0, 0, W, H, "#e9eef4", stroke=None),
        st.fade(
            path("M-20 420Q180 180 380 330T760 240T1300 360V640H-20Z", LEAF, None)
            + path("M-20 480Q300 330 620 430T1300 420V640H-20Z", LEAF_DARK, None),
            "#e9eef4",
            0.55,
        ),
    )
    shop = (
        rect(770, 120, 540, 540, "#f0dfc8")
        + at(f.awning(580, 10, "", JADE, 10, 42), 1040, 226)
        + rect(760, 110, 560, 122, JADE, 4)
        + text(1040, 196, "玉器商场", 76, GOLD, "serif", spacing=18)
    )
    shop += (
        rect(800, 330, 480, 330, "#cfe0ea")
        + line(1040, 330, 1040, 660)
        + "".join(circle(x, 520, 30, None, JADE, 13) for x in (870, 960, 1120, 1210))
        + rect(800, 570, 480, 90, WOOD)
    )
    s.add(shop, rect(0, 650, W, 160, "#d0cac0", stroke=None), line(0, 650, W, 650, stroke="#b5ada0", w=4))
    s.add(
        rect(-60, 60, 800, 640, WHITE, 40),
        rect(-60, 470, 800, 76, INDIGO),
        text(250, 526, "99 元三日游", 48, WHITE, "serif", spacing=8),
        rect(-60, 680, 800, 40, INK),
        circle(120, 700, 96, INK),
        circle(120, 700, 44, STEEL),
    )
    s.add(rect(20, 110, 250, 310, "#5d6c82", 20), rect(310, 110, 390, 310, "#dfe9ef", 20))
    s.add(
        '<clipPath id="bw"><rect x="310" y="110" width="390" height="310" rx="20"/></clipPath><g clip-path="url(#bw)">',
        rect(330, 190, 150, 260, "#3f5f8a", 30),
    )
    g = bust(
        "grandma", 470, 560, 1.7, mood="determined", turn=0.4, look=(0.9, 0.3), l="down", r=("at", 630, 310, "open")
    )
    s.add(
        g,
        at(th.sun_hat(), g.head[0], g.head[1] - 24, 1.75),
        "</g>",
        rect(310, 110, 390, 310, None, 20, INK, 6),
        path("M664 232q14 -6 22 6M676 210q22 -4 30 14", stroke=SEAL, w=6),
    )
    m = th.listener(150, 300, 1.3, 3, 1)
    s.add(
        '<clipPath id="bx"><rect x="20" y="110" width="250" height="310" rx="20"/></clipPath><g clip-path="url(#bx)">',
        st.fade(m, "#5d6c82", 0.25),
        "</g>",
        rect(20, 110, 250, 310, None, 20, INK, 6),
    )
    gd = person(
        "guide",
        930,
        800,
        1.45,
        "surprised",
        -0.5,
        look=(-0.8, -0.5),
        r=("at", 1020, 420),
        hold_r=th.flag("团"),
        l="offer",
    )
    return s.add(gd, th.leaves(1290, 840, 1.1, LEAF_DARK))


def campus():
    """A small shop beside the school gate; two pupils look for the words on the back of the packet."""
    s = st.new().add(
        rect(0, 0, W, H, "#e4f0ec", stroke=None),
        ellipse(960, 110, 130, 30, WHITE, None),
        ellipse(1060, 130, 90, 22, WHITE, None),
    )
    school = rect(860, 210, 440, 420, "#f1dcc4") + "".join(
        rect(900 + i * 92, 250 + r * 110, 60, 70, "#cfe0ea", 3) for i in range(4) for r in range(2)
    )
    school += (
        rect(880, 400, 30, 230, "#d58f76")
        + rect(1170, 400, 30, 230, "#d58f76")
        + rect(860, 360, 360, 56, "#b96f58", 4)
        + text(1040, 400, "光明小学", 34, WHITE, "serif", spacing=6)
    )
    school += "".join(line(930 + i * 30, 440, 930 + i * 30, 630, w=4) for i in range(8))
    s.add(
        st.fade(school, "#e4f0ec", 0.45),
        rect(0, 626, W, 180, "#d9d2c2", stroke=None),
        line(0, 626, W, 626, stroke="#b7ae9d", w=4),
        *(line(640 + i * 170, 626, 640 + i * 290, 800, stroke="#c9c1b0", w=3) for i in range(-6, 7)),
    )
    shop = (
        rect(-20, 60, 560, 580, "#e8c9a6")
        + rect(20, 250, 480, 386, "#6b5138")
        + "".join(rect(20, 330 + r * 100, 480, 14, WOOD, lw=3) for r in range(3))
    )
    goods = "".join(
        at(cp.spicy_strips(54, 74), 60 + i * 62, 290 + r * 100, 1)
        if (i * 3 + r) % 4 == 0
        else at(
            p.food_pack("", (ORANGE, GOLD, LEAF, INDIGO, PINK)[(i + r * 2) % 5], 52, 70), 60 + i * 62, 330 + r * 100
        )
        for i in range(7)
        for r in range(3)
    )
    s.add(
        shop,
        goods,
        rect(-20, 560, 560, 80, WOOD_LIGHT),
        *(
            at(
                rect(-30, -66, 60, 66, "#e9f3f2", 10)
                + rect(-26, -40, 52, 40, c, 8, None)
                + rect(-34, -78, 68, 16, SEAL, 4),
                60 + i * 96,
                560,
            )
            for i, c in enumerate((GOLD, PINK, LEAF, ORANGE))
        ),
        at(f.awning(590, 10, "文具小吃", JADE, 62, 42), 255, 110),
    )
    for x, y, k, who in ((1010, 668, 0.62, "xiaomin_school"), (1090, 660, 0.6, "boy"), (1160, 672, 0.66, "girl")):
        s.add(st.fade(person(who, x, y, k, back=True, legs="walk", turn=0.3), "#e4f0ec", 0.35))
    b = person("boy", 960, 830, 2.1, "smile", -0.5, look=(-0.8, 0.7), l=(-66, 24, "point"), r="down")
    g = person(
        "girl",
        680,
        840,
        2.15,
        "neutral",
        0.35,
        look=(0.6, 0.9),
        l="down",
        r=(40, 34),
        hold_r=at(cp.spicy_strips(56, 72, True), 0, -22),
        rot_r=6,
    )
    for who in (b, g):
        s.add(
            at(
                th.backpack(SEAL if who is b else GOLD, 2.1), who.head[0] + (42 if who is b else -42), who.head[1] + 190
            ),
            who,
        )
    s.add(st.fade(at(f.tree(640), 1290, 810), "#e4f0ec", 0.1), th.leaves(20, 840, 1.1))
    return s


def shop_closed():
    """The street: a shutter, a notice, parents from behind."""
    s = st.new().add(rect(0, 0, W, H, "#e4eeec", stroke=None))
    s.add(
        st.fade(
            rect(-20, -10, 340, 650, "#e2c7a8")
            + at(f.shop_front(300, 470, "面馆", GOLD, key="a"), 150, 640)
            + rect(980, -10, 340, 650, "#dcb9a4")
            + at(f.shop_front(300, 470, "花店", PLUM, key="b"), 1130, 640),
            "jade",
            0.5,
        )
    )
    front = (
        rect(300, -20, 690, 660, "#efe0c4")
        + rect(340, 190, 610, 450, STEEL)
        + "".join(line(340, y, 950, y, stroke="#a9a79f", w=4) for y in range(214, 640, 26))
        + rect(280, 70, 730, 120, JADE, 6)
        + text(645, 152, "小芽早教", 74, WHITE, "serif", spacing=22)
        + rect(600, 600, 90, 22, "#a9a79f", 4)
    )
    front += (
        "".join(circle(x, 44, 24, c) for x, c in ((350, GOLD), (940, ORANGE)))
        + at(p.toy(PINK), 420, 70, 0.9)
        + at(p.toy(GOLD), 870, 70, 0.9)
    )
    notice = (
        rect(-110, -80, 220, 160, WHITE, 2)
        + text(0, -14, "停业通知", 46, SEAL, "serif")
        + cp.bars(-80, 16, (160, 140, 100), 22, w=6)
    )
    s.add(
        front,
        at(notice, 630, 390, 1.25, -3),
        rect(0, 636, W, 170, "#d9d2c2", stroke=None),
        line(0, 636, W, 636, stroke="#b7ae9d", w=4),
        rect(0, 760, W, 60, "#b9b3a6", stroke=None),
    )
    s.add(person("father", 120, 830, 1.55, back=True, l="hip", r="down", wear={"top": INDIGO}))
    s.add(person("mother", 930, 860, 1.75, back=True, l=("at", 806, 480), hold_l=p.phone("chat", 58, 100), r="down"))
    s.add(
        person(
            "young_woman", 1130, 820, 1.5, "worried", -0.6, l="cheek", r="down", look=(-0.8, -0.2), wear={"top": GOLD}
        ),
        person("toddler", 1206, 825, 1.5, "sad", -0.5, l="up"),
    )
    s.add(
        person("grandma", 370, 825, 1.5, "worried", 0.5, look=(0.8, -0.5), r=("at", 480, 560, "open"), l="hip"),
        person("girl", 250, 845, 1.3, back=True, wear={"style": "tee", "top": ORANGE, "yoke": None, "scarf": False}),
    )
    return s


def parcel_damage():
    """The stairwell, seen from inside the flat: a crushed box on the mat, a photo before signing."""
    s = st.new().add(
        rect(0, 0, W, H, mix(INDIGO_WASH, "#ffffff", 0.25), stroke=None), rect(0, 620, W, 180, "#cfc6b6", stroke=None)
    )
    steps = "".join(
        rect(890 + i * 56, 560 - i * 62, 460, 64, mix("#cfc6b6", WHITE, 0.2 * (i % 2)), stroke="#a9a092", lw=3)
        for i in range(7)
    )
    s.add(
        steps,
        line(880, 430, 1280, -20, stroke="#8a94ab", w=14),
        *(line(930 + i * 70, 372 - i * 79, 930 + i * 70, 560 - i * 70, stroke="#8a94ab", w=8) for i in range(5)),
    )
    s.add(
        at(f.window(230, 230, "lane", None, "pd"), 620, 180).replace(INK, "#8a94ab"),
        line(0, 620, W, 620, stroke="#a9a092", w=4),
    )
    for i in range(5):
        s.add(line(-100 + i * 330, 800, 150 + i * 240, 620, stroke="#bdb3a2", w=3))
    board = rect(-92, -120, 184, 240, WOOD, 4) + rect(-78, -106, 156, 212, "#f4ede2", 2, lw=3)
    board += (
        rect(-62, -88, 58, 76, WHITE, 1, lw=3)
        + rect(8, -92, 56, 66, "#f7d9d0", 1, lw=3)
        + rect(-50, 10, 104, 72, "#f6e7bd", 1, lw=3)
    )
    board += (
        cp.bars(-52, -66, (36, 28, 36), 16, w=3)
        + cp.bars(18, -70, (36, 24), 16, w=3)
        + cp.bars(-36, 34, (74, 50), 18, w=3)
    )
    s.add(st.fade(at(board, 300, 260) + at(f.plant(150), 800, 640, 1.1), "indigo", 0.35))
    c = person("courier", 1030, 760, 1.62, "worried", -0.5, l="shrug", r="down", look=(-0.8, 0.6))
    a = person(
        "aunt",
        400,
        770,
        1.72,
        "thinking",
        0.5,
        look=(0.8, 0.9),
        r=("at", 590, 470),
        hold_r=p.phone("back", 56, 98),
        l=("at", 536, 486, "grip"),
    )
    mat = poly([(540, 690), (900, 690), (960, 776), (500, 776)], SEAL) + poly(
        [(560, 700), (882, 700), (930, 766), (534, 766)], None, lighter(SEAL, 0.5), 4
    )
    s.add(c, mat, shadow(730, 744, 150, 16), at(cp.crushed_parcel(290, 200), 730, 742), a)
    s.add(
        rect(-10, -10, 150, 830, WOOD),
        rect(104, -10, 36, 830, lighter(WOOD, 0.3)),
        rect(100, 0, W, 30, lighter(WOOD, 0.3)),
        rect(1238, -10, 60, 830, WOOD),
    )
    s.add(
        at(rect(-48, -48, 96, 96, SEAL, 3), 46, 250, 1, 45),
        text(46, 272, "福", 62, GOLD, "serif"),
        circle(88, 470, 15, STEEL),
    )
    s.add(*(path(d, stroke=SEAL, w=6) for d in ("M862 500l26 -28M886 548l40 -10M820 470l4 -36",)))
    return s


COVERS = {
    "elder-free-lectures": free_lectures,
    "elder-cheap-tours": cheap_tours,
    "campus-gate-snacks": campus,
    "prepaid-shop-closed": shop_closed,
    "parcel-damage-who-pays": parcel_damage,
}
