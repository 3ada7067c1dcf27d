"""Covers of 网购不踩坑: indigo, parcels, screens."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from ..glyphs import text
from ..palette import (
    CARD,
    DEEPER,
    GOLD,
    INDIGO,
    INK,
    JADE,
    LEAF,
    NIGHT,
    ORANGE,
    PINK,
    SEAL,
    STEEL,
    WHITE,
    WOOD,
    darker,
    lighter,
    mix,
)
from ..pen import at, circle, clip, ellipse, line, path, poly, rays, rect, shadow
from ..people import bust, person
from . import stage as st
from . import things as th
from .stage import H, W

FLOOR = "#d9ccb4"


def course():
    """Grandmother and granddaughter at the dining table, one phone between them."""
    s = st.new().add(st.room("indigo", 640, pattern="dots"))
    s.add(st.fade(at(f.window(420, 300, "tower", GOLD, "oc"), 640, 210), "indigo", 0.5))
    s.add(
        st.fade(at(f.shelf(240, 250, 2, seed=9), 1130, 380), "indigo", 0.5),
        st.fade(at(f.picture("family", 150, 110), 170, 190), "indigo", 0.4),
    )
    s.add(st.lamp(640, 120, 200, SEAL))
    g = bust(
        "grandma",
        470,
        700,
        1.8,
        mood="smile",
        turn=0.45,
        tilt=5,
        look=(0.7, 0.8),
        split=True,
        l=("at", 430, 660, "flat"),
        r=("at", 596, 566, "point"),
    )
    t = bust(
        "teen_girl",
        800,
        690,
        1.8,
        mood="happy",
        turn=-0.45,
        tilt=-5,
        look=(-0.7, 0.8),
        split=True,
        l=("at", 684, 590),
        hold_l=p.phone("shop", 62, 118),
        rot_l=-6,
        r=("at", 830, 660, "flat"),
        wear={"yoke": mix(INDIGO, WHITE, 0.25)},
    )
    s.add(g, t, st.table_top(630, "#e3c48d"))
    s.add(
        shadow(180, 772, 200, 20),
        at(p.parcel(210, 150, open_=True), 190, 770, 1.25),
        at(cp.foam_block(120, 46), 190, 592, 1.0, -8),
    )
    s.add(
        g.arms,
        t.arms,
        at(p.cup(SEAL), 1090, 740, 1.7),
        at(p.vegetable("orange"), 960, 756, 1.6),
        at(p.vegetable("orange"), 1000, 772, 1.6),
    )
    return s


def seven_day():
    """Auntie kneels on the floor and packs a foot bath back into its carton."""
    s = st.new().add(
        st.room("indigo", 330, ground=FLOOR), st.fade(at(f.sofa(560, INDIGO), 900, 350, 1.15), "indigo", 0.45)
    )
    s.add(st.fade(at(f.plant(190), 130, 360, 1.3), "indigo", 0.3), st.light(60, 0, 250, 330, 60, 0.4))
    s.add(
        ellipse(640, 640, 600, 190, mix(DEEPER["indigo"], WHITE, 0.1), None),
        ellipse(640, 640, 560, 168, None, WHITE, 5),
    )
    fig, who = st.kneel(
        "aunt",
        700,
        650,
        1.75,
        mood="smile",
        turn=-0.45,
        look=(-0.6, 1),
        split=True,
        l=("at", 350, 430, "grip"),
        r=("at", 604, 440, "grip"),
    )
    s.add(fig)
    box = at(p.parcel(330, 190, open_=True), 470, 730, 1.0)
    s.add(shadow(470, 732, 230, 20), rect(305, 520, 330, 60, darker(CARD, 0.35)))
    s.add(at(cp.footbath(270, 165, "#fdf7ee"), 474, 556, 1, -5), box, who.arms)
    s.add(
        at(cp.manual(w=150, h=110), 950, 690),
        at(cp.cord(), 1110, 610, 1.3, -8),
        shadow(1150, 740, 90, 12),
        at(cp.foam_block(170, 74), 1140, 740),
    )
    s.add(shadow(180, 742, 90, 12), at(cp.foam_block(170, 74), 170, 740, 1, 0), th.leaves(1290, 830, 1.2, JADE))
    return s


def fake_goods():
    """Close: a student under the desk lamp, the magnifier shows what is printed on the box."""
    s = st.new().add(rect(0, 0, W, H, NIGHT, stroke=None))
    s.add(
        st.fade(at(f.window(430, 330, "night", INDIGO, "fg"), 250, 240), NIGHT, 0.35),
        st.fade(at(f.shelf(330, 330, 3, seed=5), 1110, 350), NIGHT, 0.7),
    )
    s.add(poly([(930, 352), (1030, 400), (930, 660), (120, 660)], "#ffe9a8", None, extra='opacity="0.22"'))
    t = bust(
        "teen_boy",
        610,
        740,
        2.1,
        mood="thinking",
        turn=-0.35,
        tilt=-4,
        look=(-0.7, 0.9),
        split=True,
        l=("at", 470, 560),
        r=("at", 800, 590),
        hold_r=at(cp.earbud(), 0, -24, 1.5),
        hold_l=at(p.magnifier(72), 0, 20, 1, -24),
    )
    s.add(t, st.table_top(650, "#c99b5c"), shadow(330, 722, 150, 16))
    s.add(
        at(cp.earbuds_box("正品", 230, 230), 330, 606),
        t.arms,
        at(text(0, 0, "正品？", 72, SEAL, "serif"), 380, 426, 1, -6),
    )
    s.add(at(cp.table_lamp(SEAL), 1040, 720, 2.3, flip=True), at(p.phone("chat", 110, 210), 900, 770, 1, 62))
    return s


def livestream():
    """Over grandfather's shoulder: the host with the quilt, his daughter's finger on the shop's name."""
    s = st.new().add(
        st.room("indigo", 650, pattern="stripes"), st.fade(at(f.cabinet(420, 100), 240, 650), "indigo", 0.45)
    )
    s.add(st.fade(at(f.lamp(430), 110, 650), "indigo", 0.35), st.light(330, 60, 200, 280, 80, 0.35))
    host = bust("young_woman", 0, 150, 1.05, mood="laugh", l=(-60, 60), r=(60, 60), wear={"top": GOLD})
    quilt = (
        path("M-112 60Q-60 40 0 56T112 60L120 190Q60 206 0 196T-120 190Z", "#f4ede2")
        + "".join(line(x, 62, x * 1.06, 192, stroke=STEEL, w=3) for x in (-60, 0, 60))
        + line(-114, 122, 114, 122, stroke=STEEL, w=3)
    )
    room_ = (
        rect(-150, -270, 300, 560, "#4b3f66", stroke=None)
        + circle(0, -40, 170, "#6a5a8c", None)
        + rays(0, -40, 180, 220, 20, GOLD, 5)
    )
    screen = clip(room_ + host + quilt, rect(-137, -264, 274, 528, WHITE, 22, None), "lv")
    screen += (
        rect(-124, -226, 156, 54, WHITE, 27, SEAL, 6)
        + circle(-98, -199, 15, SEAL, None)
        + cp.bars(-74, -207, (84, 56), 16, w=6)
    )
    screen += (
        rect(-122, 214, 148, 34, "#2d2742", 17, None)
        + rect(40, 208, 84, 44, SEAL, 22, None)
        + text(82, 239, "抢", 26, WHITE)
    )
    hearts = "".join(
        path(f"M{x} {y}c-10 -14 -26 -2 0 18c26 -20 10 -32 0 -18Z", c, None)
        for x, y, c in ((108, 150, PINK), (96, 90, SEAL), (116, 30, PINK))
    )
    g = bust("grandpa", 300, 930, 2.7, back=True, l="none", r="none")
    s.add(
        g,
        rect(-60, 690, 720, 200, INDIGO, 46),
        line(300, 700, 300, 800),
        rect(560, 650, 130, 220, lighter(INDIGO, 0.12), 44),
    )
    s.add(st.grip_phone(700, 380, screen + hearts, NIGHT, 330, 620, 4, sleeve="#8b9a8a", side=1))
    s.add(st.reach(1320, 330, 830, 206, "point", mix(SEAL, ORANGE, 0.3), 2.9, bow=0.06, side=-1, cuff=0.5))
    return s


def cashback():
    """Two desk-mates, a wobbly lamp and a card with five stars."""
    s = (
        st.new()
        .add(st.room("indigo", 650))
        .add(
            st.fade(
                at(f.board(620, 300, "自习", size=44), 560, 190)
                + path(
                    "M320 150q40 -40 80 0t80 0M330 220h130M330 260h96"
                    "M700 140l26 60l62 4l-48 38l18 62l-58 -34l-54 36l16 -64l-50 -38l62 -6Z",
                    stroke="#e9efe9",
                    w=5,
                ),
                "indigo",
                0.45,
            )
        )
    )
    s.add(
        st.fade(at(f.window(220, 300, "lane", None, "cb"), 1130, 210), "indigo", 0.4),
        st.light(820, 70, 180, 340, -90, 0.35),
    )
    s.add(st.fade("".join(at(f.desk(260, 150), x, 660) for x in (180, 1120)), "indigo", 0.4))
    b = bust(
        "boy_casual",
        985,
        660,
        2.1,
        mood="surprised",
        turn=-0.6,
        tilt=-10,
        look=(-0.6, 0.5),
        lean=-8,
        split=True,
        l=("at", 900, 670, "flat"),
        r=("at", 1070, 660, "flat"),
        wear={"top": LEAF},
    )
    g = bust(
        "teen_girl",
        560,
        730,
        2.15,
        mood="thinking",
        turn=0.3,
        tilt=4,
        look=(0.8, 0.9),
        split=True,
        l=("at", 470, 680, "flat"),
        r=("at", 735, 590),
        rot_r=6,
        hold_r=cp.star_card(100, 66),
    )
    s.add(b, g, st.table_top(650, "#e3c48d"))
    s.add(
        shadow(240, 770, 160, 16),
        at(p.parcel(210, 130, open_=True), 250, 768, 1.1),
        shadow(1090, 768, 100, 14),
        at(cp.table_lamp(SEAL, 38), 1030, 774, 1.7),
        g.arms,
        b.arms,
    )
    s.add(path("M1130 470q20 6 26 26M1164 452q26 10 34 40", stroke=INK, w=5))
    return s


def evidence():
    """A puddle, a washing machine, a tablet with the order and a notebook."""
    s = st.new().add(st.room("indigo", 560, "#c9d3de", pattern="tiles"))
    s.add(
        st.fade(
            at(f.window(230, 210, "sky", None, "ev"), 1110, 180)
            + rect(860, 60, 110, 150, WHITE, 8)
            + rect(874, 76, 82, 118, "#cfe0ea", 4),
            "indigo",
            0.35,
        )
    )
    s.add(
        st.fade(
            rect(40, 150, 250, 18, WOOD)
            + at(p.bottle("洗", INDIGO), 100, 150)
            + at(p.thermos(GOLD), 180, 150, 0.8)
            + at(p.cup(steam=False), 250, 150),
            "indigo",
            0.3,
        )
    )
    s.add(
        path("M120 640C120 596 420 610 560 640S980 620 1000 690S760 776 520 760S120 720 120 640Z", "#a9c9de", w=4),
        path("M220 668q60 -16 130 0M520 712q80 -18 180 0", stroke=WHITE, w=6),
    )
    s.add(at(f.washer(True), 240, 640, 2.3), path("M300 560q6 40 -2 90", stroke="#a9c9de", w=12))
    d = person(
        "young_woman",
        690,
        760,
        1.6,
        "explain",
        0.4,
        legs="sit",
        look=(0.7, 0.6),
        l=("at", 620, 510, "grip"),
        r=("at", 780, 480, "point"),
        split=True,
        wear={"top": PINK},
    )
    s.add(
        at(f.stool(GOLD, 96), 690, 742, 1.35),
        d,
        at(cp.tablet(cp.order_rows(120, 3, 30), 190, 140), 740, 520, 1, -4),
        d.arms,
    )
    m = person(
        "grandpa",
        1010,
        770,
        1.6,
        "determined",
        -0.4,
        legs="sit",
        look=(-0.5, 1),
        l=("at", 960, 560, "grip"),
        r=("at", 1040, 540),
        split=True,
        wear={"top": "#6f8a9a", "print": None},
    )
    s.add(
        at(f.stool(SEAL, 92), 1010, 750, 1.35),
        m,
        at(cp.manual(w=120, h=84), 976, 578),
        m.arms,
        at(cp.pen(SEAL, 76), 1010, 560, 1, 24),
    )
    s.add(at(th.toolbox(JADE), 1180, 790, 1.4))
    return s


COVERS = {
    "online-shopping-course": course,
    "seven-day-return-after-unboxing": seven_day,
    "fake-goods-triple-compensation": fake_goods,
    "livestream-buying-check-seller": livestream,
    "cashback-reviews-and-fake-orders": cashback,
    "online-order-evidence-and-platform": evidence,
}
