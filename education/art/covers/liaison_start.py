"""Covers of the course for contact people: rose walls, the green plate, tables where things are sorted out."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from ..glyphs import text
from ..palette import (
    GOLD,
    INDIGO,
    INK,
    JADE,
    PINK,
    SEAL,
    SEAL_WASH,
    STEEL,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from ..pen import at, circle, ellipse, line, path, poly, rect, shadow
from ..people import bust, person
from . import stage as st
from . import things as th
from .stage import H, W


def sweater(colour="#c98aa0", k=1.0):
    """A shrunken pullover lying flat, around its middle."""
    return at(
        path("M-60 -90Q0 -66 60 -90L150 -30L120 30L84 6V100H-84V6L-120 30L-150 -30Z", colour)
        + path("M-40 -84Q0 -50 40 -84", stroke=darker(colour, 0.4), w=9)
        + "".join(
            path(
                f"M-70 {y}l14 -10l14 10l14 -10l14 10l14 -10l14 10l14 -10l14 10l14 -10l14 10",
                stroke=lighter(colour, 0.5),
                w=5,
            )
            for y in (-10, 24, 58)
        )
        + line(-84, 88, 84, 88, stroke=darker(colour, 0.3), w=5),
        s=k,
    )


def wash_label(k=1.0):
    """A care label: basin, circle, crossed-out triangle."""
    return at(
        rect(-46, -66, 92, 132, WHITE, 3)
        + path("M-22 -44l6 26h32l6 -26M-22 -38q11 8 22 0t22 0", stroke=INK, w=4)
        + circle(0, 8, 15, None, INK, 4)
        + path("M-16 54L0 30L16 54ZM-18 30L18 56", stroke=SEAL, w=4)
        + line(0, -66, 0, -84, w=3),
        s=k,
    )


def course():
    """The open door under the green plate: tea first, the register is ready."""
    s = st.new().add(
        rect(0, 0, W, H, "#d99a86", stroke=None),
        *(
            rect(x, y, 60, 20, darker("#d99a86", 0.08), 3, None)
            for x, y in (
                (40, 60),
                (150, 200),
                (60, 360),
                (170, 520),
                (1120, 80),
                (1200, 240),
                (1080, 420),
                (1190, 560),
                (90, 620),
                (300, 30),
                (960, 40),
            )
        ),
    )
    s.add(
        rect(0, 680, W, 130, "#d5ccbb", stroke=None),
        line(0, 680, W, 680, stroke="#a89d8c", w=4),
        rect(240, 150, 800, 540, WOOD_DARK, 4),
        rect(264, 174, 752, 516, SEAL_WASH, lw=3),
    )
    s.add(
        st.fade(
            at(f.window(190, 200, "lane", None, "lc"), 400, 330)
            + rect(760, 230, 210, 170, WOOD_LIGHT, 3)
            + rect(780, 252, 74, 96, WHITE, lw=3)
            + rect(872, 252, 74, 60, PINK, lw=3),
            "seal",
            0.35,
        ),
        rect(264, 610, 752, 80, "#dcc2ac", stroke=None),
    )
    s.add(at(f.contact_sign(640, 118), 640, 88))
    g = person("grandma", 400, 770, 1.62, "happy", 0.45, look=(0.8, 0.4), l="down", r=("at", 530, 520, "open"))
    v = person(
        "liaison",
        830,
        770,
        1.6,
        "smile",
        -0.4,
        look=(-0.7, 0.8),
        l=("at", 716, 476, "grip"),
        hold_l=at(p.thermos(SEAL), 0, 56),
        rot_l=-118,
        r="down",
        wear={"badge": True},
    )
    card = (
        path("M-22 -70L0 0L22 -70", stroke=SEAL, w=6)
        + rect(-26, 0, 52, 64, WHITE, 4)
        + circle(0, 22, 10, "#f2c9a5", w=2.4)
        + cp.bars(-16, 44, (32, 22), 9, w=3)
    )
    s.add(g, v, at(card, v.head[0] - 4, v.head[1] + 150, 0.95), path("M638 538Q612 546 604 576", stroke="#a9c9de", w=8))
    s.add(
        shadow(640, 790, 250, 14),
        rect(460, 640, 26, 150, darker(WOOD)),
        rect(790, 640, 26, 150, darker(WOOD)),
        rect(430, 618, 420, 30, WOOD_LIGHT, 4),
        at(p.cup(JADE), 596, 618, 1.4),
        at(rect(-80, -20, 160, 20, WHITE, 2) + rect(-84, -28, 168, 12, JADE, 3), 752, 618),
        at(cp.pen(INK, 80), 752, 590, 1, 70),
    )
    return s.add(at(f.plant(210), 120, 780, 1.2), at(f.plant(150), 1160, 780, 1.3))


def do_and_dont():
    """The whiteboard: five ticks, five crosses; neighbours listen."""
    s = st.new().add(
        st.room("seal", 560, "#dcc2ac"),
        rect(230, 50, 820, 400, STEEL, 8),
        rect(248, 68, 784, 364, WHITE, 4),
        line(640, 90, 640, 410, stroke=STEEL, w=5),
    )
    for i in range(5):
        y = 112 + i * 64
        s.add(
            path(f"M280 {y}l16 18l30 -36", stroke=JADE, w=11),
            path(f"M672 {y - 14}l30 32M702 {y - 14}l-30 32", stroke=SEAL, w=11),
        )
        s.add(
            line(350, y + 4, 350 + (170, 210, 150, 190, 130)[i], y + 4, stroke="#8a7f72", w=8),
            line(726, y + 4, 726 + (200, 150, 220, 170, 190)[i] * 0.55, y + 4, stroke="#8a7f72", w=8),
        )
    s.add(at(f.plant(190), 110, 570, 1.2), st.fade(at(f.window(170, 260, "lane", JADE, "dd"), 1170, 220), "seal", 0.35))
    s.add(person("liaison_man", 985, 690, 1.5, "explain", -0.45, l=("at", 840, 300, "point"), r="hip"))
    s.add(at(f.chair(WOOD), 250, 800, 1.0))
    for x, y, k, i, seed in (
        (110, 640, 1.15, 1, 0),
        (330, 620, 1.15, 4, 1),
        (560, 640, 1.15, 3, 2),
        (1180, 640, 1.15, 0, 4),
    ):
        s.add(th.listener(x, y, k, i, seed=seed))
    a = bust("aunt", 740, 880, 1.55, mood="smile", turn=0.3, look=(0.6, -0.9), l="none", r="none")
    return s.add(th.listener(470, 760, 1.7, 2, seed=0), th.listener(210, 770, 1.7, 5, seed=3), a)


def intake():
    """Side by side: the line is read aloud."""
    s = st.new().add(
        st.room("seal", 660, dado=170),
        st.fade(
            at(f.contact_sign(420, 110), 330, 110)
            + at(f.window(260, 260, "lane", GOLD, "in"), 1080, 210)
            + at(f.shelf(240, 200, 2, seed=21), 720, 330),
            "seal",
            0.4,
        ),
    )
    g = bust(
        "grandpa",
        420,
        740,
        2.15,
        mood="neutral",
        turn=0.35,
        look=(0.3, 1),
        tilt=6,
        l=("at", 320, 670, "flat"),
        r=("at", 455, 680, "flat"),
        split=True,
    )
    v = bust(
        "liaison",
        850,
        740,
        2.2,
        mood="explain",
        turn=-0.45,
        look=(-0.6, 0.9),
        tilt=-6,
        lean=-5,
        l=("at", 740, 700, "point"),
        r=("at", 960, 690, "flat"),
        split=True,
    )
    s.add(g, v, st.table_top(620, "#d9b48a"))
    form = (
        poly([(480, 650), (830, 650), (900, 800), (410, 800)], WHITE)
        + text(610, 688, "登记表", 34, INK, "serif")
        + line(478, 704, 842, 704, stroke=STEEL, w=4)
        + line(462, 738, 858, 738, stroke=SEAL, w=7)
        + line(446, 772, 876, 772, stroke=STEEL, w=4)
        + cp.bars(486, 722, (120,), w=6)
        + cp.bars(470, 756, (170,), w=6)
    )
    return s.add(
        form,
        g.arms,
        v.arms,
        at(p.cup(JADE), 190, 750, 1.7),
        at(p.phone("blank", 70, 130), 1130, 770, 1, 70),
        at(cp.pen(INK, 110), 960, 770, 1, 64),
    )


def mediate():
    """The round table: the small pullover, its label, the notes in between."""
    s = st.new().add(
        st.room("seal", 600, pattern="stripes"),
        at(f.contact_sign(430, 116), 640, 90),
        st.fade(
            at(f.window(230, 240, "lane", JADE, "md"), 180, 220) + at(f.shelf(220, 260, 2, seed=21), 1130, 400),
            "seal",
            0.4,
        ),
    )
    v = bust(
        "liaison",
        640,
        610,
        1.75,
        mood="neutral",
        turn=-0.1,
        look=(-0.2, 1),
        l=("at", 570, 590, "flat"),
        r=("at", 700, 570),
        split=True,
    )
    a = bust(
        "young_woman",
        270,
        700,
        1.95,
        mood="sad",
        turn=0.5,
        look=(0.6, 0.8),
        l=("at", 310, 660, "flat"),
        r=("at", 460, 610, "open"),
        split=True,
        wear={"top": "#e0a34a"},
    )
    o = bust(
        "shopkeeper",
        1020,
        700,
        1.95,
        mood="thinking",
        turn=-0.5,
        look=(-0.6, 0.5),
        l=("at", 880, 540),
        hold_l=at(wash_label(0.62), 0, -22),
        r=("at", 1060, 670, "flat"),
        split=True,
        wear={"over": INDIGO},
    )
    s.add(v, a, o, ellipse(640, 760, 640, 170, darker(WOOD_LIGHT, 0.2)), ellipse(640, 742, 640, 170, WOOD_LIGHT))
    s.add(
        at(rect(-80, -52, 160, 104, WHITE, 3) + cp.bars(-58, -26, (100, 84, 110), 24, w=6), 660, 630, 1, 3),
        v.arms,
        at(cp.pen(SEAL, 80, 6), 712, 616, 1, 26),
        st.cast_shadow(at(sweater(k=1.1), 560, 700, 1, -6)),
        a.arms,
        o.arms,
    )
    return s.add(
        at(p.receipt(80, 120, "260"), 860, 770, 1, 12), at(p.cup(JADE), 1020, 760, 1.4), at(p.cup(SEAL), 240, 760, 1.4)
    )


def talk():
    """Not on the stage but among them: a pretended call, four signs say: hang up."""
    s = st.new().add(
        st.room("seal", 540, "#dcc2ac", dado=150),
        st.fade(
            at(f.window(240, 250, "lane", GOLD, "tk"), 170, 190)
            + rect(420, 60, 440, 260, WOOD, 4)
            + rect(436, 76, 408, 228, "#2f5a4c", 2)
            + at(f.window(240, 250, "lane", GOLD, "tk2"), 1110, 190),
            "seal",
            0.4,
        ),
    )
    s.add(st.light(300, 90, 200, 430, 90, 0.3), ellipse(640, 720, 620, 150, mix(SEAL, "#dcc2ac", 0.72), None))
    for who, x, y, turn, wear, side in (
        ("grandpa", 300, 640, 0.4, {"top": "#a9743f", "print": None}, -1),
        ("grandma", 990, 640, -0.4, {"top": "#8c5a6a"}, 1),
    ):
        s.add(
            at(f.chair(WOOD), x, y, 1.25),
            person(
                who,
                x,
                y + 6,
                1.35,
                "laugh",
                turn * 0.5,
                legs="sit",
                **{
                    "l" if side < 0 else "r": ("at", x + side * 80, y - 250),
                    "hold_l" if side < 0 else "hold_r": sign(),
                },
                wear=wear,
            ),
        )
    v = person(
        "liaison", 640, 720, 1.5, "explain", 0.12, legs="sit", l="ear", hold_l=p.phone("back", 40, 76), r="present"
    )
    s.add(at(f.chair(WOOD), 640, 712, 1.4), v)
    for who, x, turn, side in (("aunt", 170, 0.45, -1), ("grandpa", 1110, -0.45, 1)):
        b = bust(
            who,
            x,
            850,
            1.95,
            mood="laugh",
            turn=turn,
            **{
                "l" if side > 0 else "r": "down",
                "r" if side > 0 else "l": ("at", x + side * 112, 560),
                "hold_r" if side > 0 else "hold_l": sign(54),
            },
        )
        s.add(b)
    return s


def sign(r=50):
    return cp.paddle("挂断", r)


def table():
    """Picture: the pullover, the label, the receipt, three questions and three hands."""
    s = st.new().add(
        st.desk_from_above("#c9a58c"),
        circle(640, 400, 560, darker(WOOD_LIGHT, 0.14)),
        circle(640, 390, 550, WOOD_LIGHT),
    )
    sheet = rect(-190, -170, 380, 340, WHITE, 3) + "".join(
        text(-160, -86 + i * 96, t, 34, INK, "serif", "start")
        + line(-160, -62 + i * 96, 160, -62 + i * 96, stroke=STEEL, w=4)
        for i, t in enumerate(QUESTIONS)
    )
    s.add(
        st.cast_shadow(at(sweater(k=1.75), 360, 270, 1, -8)),
        st.cast_shadow(at(wash_label(1.5), 660, 190, 1, 8)),
        st.cast_shadow(at(p.receipt(150, 230, "260"), 330, 640, 1, 10)),
        st.cast_shadow(at(sheet, 850, 490, 1, 4)),
    )
    s.add(
        st.reach(-60, 60, 190, 190, "point", "#e0a34a", 3.4, 24, cuff=0.45),
        st.reach(1180, -80, 800, 120, "point", "#d9c7a4", 3.4, 158, side=-1, cuff=0.5),
        st.reach(1340, 760, 1150, 590, "point", WHITE, 3.4, 205, side=-1, cuff=0.4),
    )
    return s


QUESTIONS = ("衣服能不能水洗？", "单子背面的话算不算？", "赔多少合适？")
COVERS = {
    "liaison-start-course": course,
    "contact-point-do-and-dont": do_and_dont,
    "visitor-intake-complaint-record": intake,
    "mediate-small-dispute-refer": mediate,
    "thirty-minute-consumer-talk": talk,
}
PICTURES = {"mediate-small-dispute-refer-table": table}
