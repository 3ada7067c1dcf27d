"""Covers of 办卡之前想三件事: sea green, shops that sell cards."""

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
    JADE_WASH,
    ORANGE,
    PINK,
    PLUM,
    SAND,
    SEAL,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    darker,
    mix,
)
from ..pen import at, circle, ellipse, line, path, poly, rect
from ..people import bust, person
from . import stage as st
from . import things as th
from .stage import H, W

CAPE = "#e9e4f0"


def cape(x, y, s=1.0, colour=CAPE):
    """The salon's cloth around someone's shoulders; x, y is the neck."""
    return at(
        path("M-24 0C-60 8 -128 60 -150 300H150C128 60 60 8 24 0Q0 18 -24 0Z", colour)
        + path("M-60 90Q-80 190 -84 296M0 60V296M60 90Q80 190 84 296", stroke=darker(colour, 0.14), w=4)
        + path("M-26 -4Q0 18 26 -4L28 10Q0 34 -28 10Z", darker(colour, 0.12)),
        x,
        y,
        s,
    )


def salon(colour="jade", floor=620):
    """The salon's wall: two lit mirrors, a shelf with bottles, a pole."""
    return st.room(colour, floor, mix(SAND, DEEPER[colour], 0.6), pattern="plain", dado=150) + st.fade(
        at(th.mirror(300, 430), 210, 270)
        + at(th.mirror(300, 430), 1070, 270)
        + rect(40, 500, 340, 18, WOOD)
        + rect(900, 500, 340, 18, WOOD)
        + "".join(
            at(p.bottle("", c, 36, 70), x, 500)
            for x, c in ((80, SEAL), (130, GOLD), (330, INDIGO), (940, PLUM), (1190, JADE), (1140, ORANGE))
        ),
        colour,
        0.4,
    )


def course():
    """In the salon chair: a flyer in one hand, a calculator in the other."""
    s = st.new().add(salon())
    s.add(st.fade(person("shopwoman", 1020, 720, 1.35, "happy", -0.5, l="present", r="hip"), "jade", 0.15))
    s.add(at(th.salon_chair("#7d3b34"), 600, 800, 1.75))
    w = bust("young_woman", 600, 740, 1.95, mood="neutral", turn=-0.3, look=(-0.7, 0.9), tilt=-4, l="none", r="none")
    s.add(w, cape(600, w.head[1] + 100, 1.75))
    s.add(
        st.reach(
            470,
            900,
            420,
            560,
            "grip",
            PINK,
            2.0,
            -100,
            held=at(f.poster("充值", ("满千送五百",), 190, 250, SEAL, size=44), -40, -90, 1, -6),
            cuff=0.45,
        )
    )
    s.add(at(p.calculator(), 800, 640, 2.6, 8), st.reach(760, 900, 790, 690, "point", PINK, 2.0, -70, cuff=0.4))
    s.add(th.leaves(-10, 830, 1.1, JADE))
    return s


def before_paying():
    """At the till: the slip comes over the counter, the phone counts first."""
    s = st.new().add(st.room("jade", 640, dado=170), at(th.licence(260, 190), 270, 170))
    s.add(
        st.fade(
            at(th.mirror(260, 380), 1090, 260)
            + rect(520, 120, 380, 18, WOOD)
            + "".join(
                at(p.bottle("", c, 44, 80), 560 + i * 62, 120) for i, c in enumerate((GOLD, PLUM, INDIGO, GOLD, JADE))
            )
            + rect(520, 250, 380, 18, WOOD)
            + "".join(
                at(p.bottle("", c, 40, 70), 570 + i * 70, 250) for i, c in enumerate((PLUM, JADE, ORANGE, INDIGO))
            ),
            "jade",
            0.45,
        )
    )
    c = bust(
        "shopwoman",
        340,
        640,
        1.7,
        mood="happy",
        turn=0.45,
        l=("at", 250, 600, "flat"),
        r=("at", 560, 510),
        hold_r=at(p.paper_sheet("充值单", 84, 110, False), 0, 0),
        rot_r=6,
        split=True,
    )
    s.add(
        c,
        rect(-20, 610, 660, 220, "#c9a46a"),
        rect(-20, 590, 690, 40, WOOD_LIGHT, 6),
        *(rect(30 + i * 210, 660, 180, 150, darker(WOOD, 0.08), 6, lw=3) for i in range(3)),
        c.arms,
    )
    s.add(
        at(th.barber_pole(190), 80, 500),
        at(rect(-44, -50, 88, 50, INK, 8) + rect(-36, -42, 72, 24, JADE_WASH, 2, None), 200, 592),
    )
    m = bust(
        "mother",
        900,
        860,
        2.5,
        mood="neutral",
        turn=-0.5,
        look=(-0.8, 0.9),
        l=("at", 745, 610),
        hold_l=at(
            rect(-30, -96, 60, 110, INK, 9)
            + rect(-24, -86, 48, 30, JADE_WASH, 2, None)
            + "".join(
                rect(-23 + k % 3 * 17, -48 + k // 3 * 16, 12, 11, SEAL if k == 8 else WHITE, 3, None) for k in range(9)
            ),
            0,
            6,
        ),
        rot_l=-6,
        r=("at", 800, 640, "point"),
    )
    return s.add(m)


def contract_terms():
    """At the pool's desk: the red pen goes round three lines."""
    s = st.new().add(st.room("jade", 640))
    pool = (
        rect(60, 60, 1160, 420, "#d5ecef", stroke=None)
        + rect(60, 250, 1160, 230, "#7fbfd0", stroke=None)
        + "".join(
            line(
                60,
                300 + i * 60,
                1220,
                300 + i * 60,
                stroke=(SEAL, WHITE, GOLD)[i % 3],
                w=7,
                extra='stroke-dasharray="26 18"',
            )
            for i in range(3)
        )
    )
    pool += "".join(
        path(f"M{x} {y}q20 -12 40 0t40 0", stroke=WHITE, w=5)
        for x, y in ((160, 280), (420, 340), (980, 272), (1060, 400), (240, 420))
    ) + "".join(rect(70 + i * 200, 230, 90, 22, WHITE, 3) for i in range(6))
    pool += (
        circle(1010, 330, 22, "#f2c9a5")
        + path("M988 326q22 -34 44 0Z", SEAL)
        + path("M1032 340q50 -40 84 -4", stroke="#f2c9a5", w=14)
    )
    s.add(
        st.fade(pool, "jade", 0.25),
        *(line(x, 60, x, 480, w=10, stroke=WHITE) for x in (60, 447, 834, 1220)),
        rect(50, 50, 1180, 14, WHITE, stroke=None),
        rect(50, 474, 1180, 16, WHITE, stroke=None),
    )
    b = bust(
        "boy_casual",
        1020,
        720,
        2.0,
        mood="smile",
        turn=-0.45,
        look=(-0.8, 0.5),
        l=("at", 960, 640, "flat"),
        r=("at", 1060, 640, "flat"),
        split=True,
        wear={"top": ORANGE, "print": None},
    )
    d = bust(
        "father",
        480,
        740,
        2.15,
        mood="determined",
        turn=0.35,
        look=(0.3, 1),
        tilt=4,
        l=("at", 380, 650, "flat"),
        r=("at", 640, 610, "grip"),
        split=True,
    )
    s.add(b, at(th.goggles(-0.45), *b.head, 1.9), d, st.table_top(630, "#dcc08c"))
    sheet = (
        poly([(470, 650), (780, 650), (850, 790), (420, 790)], WHITE)
        + text(590, 690, "会员合同", 34, INK, "serif")
        + cp.bars(510, 712, (230, 250, 260), 24, w=6)
    )
    s.add(sheet, path("M486 738C500 716 770 712 790 740S560 780 500 762T486 738Z", stroke=SEAL, w=7), d.arms, b.arms)
    s.add(
        at(cp.pen(SEAL, 110), 700, 716, 1, -24),
        at(p.card("游泳卡", JADE, 170, 110), 250, 720, 1, -10),
        at(circle(0, 0, 60, ORANGE) + circle(0, 0, 28, "#dcc08c"), 1190, 740),
    )
    return s


def refund_rules():
    """From above: the bill, the notebook with the sum, a cup of tea."""
    s = st.new().add(st.desk_from_above("#dfe9df"))
    cloth = (
        rect(-20, 60, 1320, 680, JADE_WASH, stroke=None)
        + "".join(rect(x, 60, 60, 680, DEEPER["jade"], stroke=None, extra='opacity="0.5"') for x in range(20, W, 160))
        + "".join(rect(0, y, W, 50, DEEPER["jade"], stroke=None, extra='opacity="0.5"') for y in range(110, 740, 150))
    )
    s.add(cloth)
    bill = (
        rect(-150, -230, 300, 460, WHITE, 3)
        + text(0, -170, "瑜伽馆", 44, JADE, "serif")
        + text(0, -124, "消费单", 30, INK, "serif")
        + "".join(
            cp.bars(-120, -80 + i * 46, (130,), w=7)
            + cp.bars(70, -80 + i * 46, (50,), w=7, colour=SEAL if i == 4 else "#8a7f72")
            for i in range(6)
        )
        + circle(84, 176, 34, None, SEAL, 6)
    )
    s.add(st.cast_shadow(at(bill, 260, 350, 1.05, -9)))
    book = (
        path("M-330 -230Q-170 -256 0 -226Q170 -256 330 -230V230Q170 206 0 236Q-170 206 -330 230Z", "#fffaf0")
        + line(0, -226, 0, 236)
        + "".join(
            line(-300, y, -30, y - 4, stroke=DEEPER["jade"], w=3) + line(30, y - 4, 300, y, stroke=DEEPER["jade"], w=3)
            for y in range(-170, 200, 52)
        )
    )
    book += (
        text(-164, -132, "2000 ÷ 2500", 46, INK)
        + text(-164, -28, "= 八折", 50, INK)
        + text(-164, 76, "2000 − 800", 46, INK)
        + text(-164, 178, "= 1200 元", 52, SEAL)
    )
    book += path("M60 -130q50 -20 100 0t90 -6", stroke=INK, w=6)
    s.add(st.cast_shadow(at(book, 720, 370, 1, 3)))
    s.add(
        ellipse(1140, 190, 120, 118, mix(JADE, WHITE, 0.72)),
        circle(1140, 188, 84, WHITE),
        circle(1140, 188, 68, "#c98b3c"),
        path("M1096 176q40 -30 84 0", stroke="#e9c384", w=6),
        path("M1216 150q60 -10 66 40t-62 40", w=12),
    )
    s.add(
        st.reach(
            1150,
            900,
            985,
            500,
            "write",
            PINK,
            4.2,
            -128,
            side=-1,
            cuff=0.5,
            bow=-0.06,
            held=cp.pen(SEAL, 64, 2.7),
            rot=100,
        )
    )
    s.add(st.reach(150, 900, 330, 640, "flat", PINK, 4.2, -50, cuff=0.4))
    return s


def three_cards():
    """Still life from above: two cards, the register, a hand that writes the house rules."""
    s = st.new().add(rect(0, 0, W, H, "#e8c98f", stroke=None), st.desk_from_above("#dfba7a"))
    s.add(
        poly(
            [(-20, 470), (640, -20), (1300, -20), (1300, 120), (420, 820), (-20, 820)],
            JADE_WASH,
            None,
            extra='opacity="0.55"',
        )
    )
    bell = at(f.dumbbell(WHITE), 0, 0, 1.3)
    s.add(st.cast_shadow(at(th.leaf_card("健身卡", JADE, bell, 400, 250), 280, 210, 1, -10)))
    s.add(
        st.cast_shadow(
            at(th.leaf_card("理发卡", PLUM, at(th.scissors(WHITE), 0, 6, 0.8, 20), 400, 250), 330, 520, 1, 7)
        )
    )
    s.add(st.cast_shadow(at(th.register(360, 470), 730, 300, 1, 3)))
    note = (
        rect(-170, -150, 340, 300, "#fdf3d0", 2)
        + text(0, -74, "办卡规矩", 60, SEAL, "serif")
        + text(-120, -2, "一", 40, INK, "serif")
        + cp.bars(-84, -16, (200,), w=7)
        + text(-120, 62, "二", 40, INK, "serif")
        + cp.bars(-84, 48, (120,), w=7)
    )
    s.add(
        st.cast_shadow(at(note, 1040, 500, 1, -4)),
        st.reach(
            1330, 980, 1190, 690, "write", GOLD, 4.0, -130, side=-1, cuff=0.42, held=cp.pen(INK, 64, 2.7), rot=100
        ),
    )
    s.add(
        st.cast_shadow(at(th.comb(ORANGE), 1010, 110, 1.7, 24)),
        st.cast_shadow(at(circle(0, 0, 34, GOLD) + circle(0, 0, 22, GOLD, darker(GOLD, 0.3), 4), 1180, 210)),
        st.cast_shadow(circle(560, 720, 34, GOLD) + circle(560, 720, 22, GOLD, darker(GOLD, 0.3), 4)),
    )
    return s


COVERS = {
    "prepaid-course": course,
    "prepaid-before-paying": before_paying,
    "prepaid-contract-terms": contract_terms,
    "prepaid-refund-rules": refund_rules,
    "prepaid-gym-hair-class": three_cards,
}
