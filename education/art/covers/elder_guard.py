"""Covers of 银发防骗课: rose and ochre rooms, old people who look twice."""

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
    PINK,
    PLUM,
    SEAL,
    SEAL_WASH,
    STEEL,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from ..pen import at, circle, ellipse, line, path, poly, rect, shadow
from ..people import bust, person
from . import stage as st
from . import things as th


def course():
    """A long table in the community room; the volunteer shows the card."""
    s = st.new().add(
        st.room("seal", 520, "#dcc2ac", dado=140),
        st.fade(
            at(f.window(250, 260, "lane", GOLD, "ec1"), 200, 200)
            + at(f.window(250, 260, "lane", GOLD, "ec2"), 1080, 200)
            + at(f.board(420, 230, ""), 640, 190),
            "seal",
            0.4,
        ),
    )
    s.add(st.light(60, 90, 200, 400, 100, 0.3))
    v = person("liaison", 640, 700, 1.6, "happy", 0.15, r=("at", 800, 340), hold_r=cp.paddle("先问一问", 62), l="hip")
    s.add(v)
    for who, x, y, turn, wear in (
        ("grandma", 250, 560, 0.5, {}),
        ("grandpa", 430, 540, 0.4, {}),
        ("aunt", 930, 545, -0.4, {}),
        ("grandpa", 1110, 560, -0.5, {"top": "#a9743f", "print": None}),
    ):
        s.add(
            bust(
                who,
                x,
                y + 40,
                1.3,
                mood="happy" if who == "aunt" else "smile",
                turn=turn,
                look=(turn * 1.6, -0.5),
                l=("at", x - 50, y + 20, "flat"),
                r=("at", x + 50, y + 20, "flat"),
                wear=wear,
            )
        )
    s.add(
        poly([(150, 560), (1130, 560), (1360, 830), (-80, 830)], WOOD_LIGHT),
        *(line(x, 566, 640 + (x - 640) * 1.5, 810, stroke=darker(WOOD_LIGHT, 0.1), w=3) for x in range(240, 1100, 130)),
    )
    s.add(
        at(p.cup(SEAL), 330, 650, 1.2),
        at(p.cup(JADE), 960, 640, 1.2),
        at(p.open_book(), 560, 630, 1.1),
        at(p.vegetable("orange"), 720, 640, 1.2),
        at(p.vegetable("orange"), 760, 650, 1.2),
        at(p.thermos(SEAL), 820, 700, 1.0),
        at(p.open_book(), 430, 730, 1.3, -6),
    )
    for x, col, coat in ((190, "#d8d2c8", PLUM), (1090, "#efeae0", INDIGO)):
        s.add(
            path(f"M{x - 190} 820C{x - 190} 700 {x - 90} 690 {x} 690S{x + 190} 700 {x + 190} 820Z", coat),
            circle(x, 610, 92, "#f2c9a5"),
            path(f"M{x - 96} 610C{x - 108} 460 {x + 108} 460 {x + 96} 610Q{x} 720 {x - 96} 610Z", col),
            *((circle(x, 520, 40, col), line(x - 48, 528, x + 48, 510, stroke=SEAL, w=8)) if x < 600 else ()),
        )
    return s


def miracle_pills():
    """Grandfather in his armchair reads the side of the box."""
    s = st.new().add(
        st.room("seal", 650, "#dcc2ac", pattern="stripes"),
        st.fade(
            at(f.window(330, 330, "lane", SEAL, "mp"), 240, 240)
            + at(f.calendar(w=120, h=138), 1150, 190)
            + at(f.picture("family", 190, 140), 940, 180)
            + at(f.plant(210), 60, 680, 1.3),
            "seal",
            0.4,
        ),
        st.light(300, 110, 230, 520, 150, 0.35),
    )
    s.add(at(f.armchair(JADE), 520, 840, 2.7))
    g = bust(
        "grandpa",
        520,
        770,
        2.15,
        mood="thinking",
        turn=0.4,
        look=(0.9, 0.8),
        tilt=6,
        l=("at", 660, 618, "grip"),
        r=("at", 730, 560, "point"),
        split=True,
    )
    box = at(
        rect(-92, -124, 184, 248, PLUM, 4)
        + rect(-74, -106, 148, 76, WHITE, 3)
        + text(0, -56, "保健食品", 34, INK, "serif")
        + rect(-74, -8, 148, 108, lighter(PLUM, 0.75), 3, lw=3)
        + cp.bars(-60, 14, (118, 96, 110, 70), 22, w=5),
        690,
        470,
        1,
        7,
    )
    s.add(
        g,
        at(
            circle(-13, -4, 17, WHITE, extra='fill-opacity="0.4"')
            + circle(25, -4, 17, WHITE, extra='fill-opacity="0.4"')
            + line(4, -6, 8, -6, w=4)
            + line(-30, -7, -46, -10, w=4),
            *g.head,
            2.15,
            6,
        ),
        st.lap("grandpa", 520, 760, 2.15),
        box,
        g.arms,
    )
    s.add(
        ellipse(1060, 730, 260, 46, WOOD),
        ellipse(1060, 716, 260, 46, WOOD_LIGHT),
        rect(1040, 760, 40, 80, WOOD),
        at(cp.bp_monitor(), 1050, 724, 1.5),
        at(cp.glass(), 850, 726, 1.4),
        path("M842 612q-10 -14 0 -26M862 612q-10 -14 0 -26", stroke=STEEL, w=5),
    )
    return s


def fake_calls():
    """The sofa at night: she listens, he points at the note on the wall."""
    s = st.new().add(
        st.room("seal", 640, "#d6b9a6", pattern="dots"),
        st.fade(at(f.window(280, 280, "night", INDIGO, "fc"), 170, 230), "seal", 0.2),
    )
    s.add(
        at(f.lamp(560, False), 60, 700, 1),
        poly([(30, 200), (110, 200), (360, 800), (-240, 800)], "#fff3cf", None, extra='opacity="0.4"'),
    )
    s.add(
        at(cp.sticky("先挂断再核实", 300, "#fdf0c8", 74, 2), 640, 180, 1, -3),
        at(f.sofa(900, "#9a4a44"), 640, 800, 1.25),
    )
    g = bust(
        "grandma",
        420,
        760,
        2.05,
        mood="worried",
        turn=-0.25,
        look=(-0.4, 0.5),
        l=("at", 300, 400, "grip"),
        r=("at", 500, 740, "flat"),
        split=True,
    )
    s.add(
        g,
        at(cp.handset(SEAL), g.head[0] - 122, g.head[1] + 30, 2.0, 10),
        path("M300 470C230 560 250 640 210 690S150 740 140 820", stroke=INK, w=6),
        st.lap("grandma", 420, 744, 2.05),
        g.arms,
        at(st.knuckles(2.0), 318, 372),
    )
    b = bust(
        "grandpa",
        980,
        770,
        2.05,
        mood="determined",
        turn=-0.45,
        look=(-0.8, -0.4),
        l=("at", 812, 330, "point"),
        r=("at", 1080, 690, "flat"),
    )
    s.add(b, st.lap("grandpa", 980, 752, 2.05))
    s.add(*(path(d, stroke=INK, w=6) for d in ("M196 420q-22 24 -4 52", "M170 400q-40 40 -8 92")))
    s.add(at(f.plant(170), 1240, 810, 1.2))
    return s


def home_repair():
    """Up on the ladder and down with the notebook."""
    s = st.new().add(
        st.room("ochre", 690),
        st.fade(
            at(f.window(300, 360, "sky", JADE, "hr"), 1080, 290)
            + at(f.cabinet(430, 120), 1060, 700)
            + at(f.plant(120), 950, 580)
            + at(f.picture("mountain", 170, 130), 130, 300),
            "ochre",
            0.4,
        ),
    )
    ac = (
        rect(-250, -70, 500, 140, WHITE, 16)
        + line(-220, 30, 220, 30, w=4)
        + line(-220, 46, 220, 46, w=4)
        + circle(200, -30, 8, LEAF, None)
        + poly([(-230, 66), (230, 66), (250, 112), (-210, 112)], "#dfe6e8")
    )
    s.add(
        at(ac, 560, 130),
        *(path(f"M{x} 250q10 14 0 28t0 28", stroke="#9fb9c9", w=5) for x in (380, 430, 480)),
        at(th.ladder(520, 250), 640, 800, 1),
    )
    r = person(
        "repairman",
        640,
        580,
        1.25,
        "talk",
        -0.45,
        look=(-0.5, -0.8),
        l=("at", 520, 206, "grip"),
        r=("at", 720, 220),
        hold_r=at(line(0, 16, 0, -50, w=12) + line(0, 14, 0, -48, stroke=GOLD, w=5) + line(0, -50, 0, -74, w=5), 0, 0),
        ground=False,
    )
    s.add(r, *(rect(582 + i * 64, 572, 52, 18, WOOD, 3) for i in range(2)))
    m = bust(
        "grandpa",
        270,
        860,
        2.2,
        mood="thinking",
        turn=0.5,
        look=(0.7, -0.8),
        l=("at", 330, 700, "grip"),
        r=("at", 420, 640),
        split=True,
        wear={"top": "#7d8f6a", "print": None},
    )
    s.add(
        m,
        at(
            rect(-95, -62, 190, 124, WHITE, 4)
            + rect(-95, -62, 190, 22, SEAL, 4)
            + cp.bars(-70, -14, (130, 100, 120), 24, w=5),
            400,
            690,
            1,
            -7,
        ),
        m.arms,
        at(cp.pen(SEAL, 100), 428, 660, 1, 26),
    )
    s.add(
        shadow(980, 782, 150, 14),
        at(th.toolbox(SEAL), 980, 780, 1.6),
        at(
            rect(-60, -16, 120, 16, STEEL, 4)
            + "".join(line(-50 + i * 14, -12, -50 + i * 14, -4, w=3) for i in range(8)),
            1180,
            786,
            1.2,
        ),
    )
    return s


def pension_schemes():
    """Close on the table: the contract pushed across, the pen, a daughter's hand on her father's."""
    s = st.new().add(
        st.desk_from_above("#e2bd86"),
        poly([(0, 0), (460, 0), (200, 800), (0, 800)], SEAL_WASH, None, extra='opacity="0.5"'),
    )
    sheet = (
        rect(-240, -300, 480, 600, WHITE, 4)
        + text(0, -206, "养老项目合同", 58, INK, "serif")
        + "".join(cp.bars(-190, -150 + i * 42, (380 - (i * 67) % 110,), w=7) for i in range(6))
        + rect(-190, 118, 150, 66, SEAL_WASH, 4, None)
        + text(-115, 164, "年息 18%", 34, SEAL)
        + line(20, 244, 196, 244, w=5)
        + text(-40, 254, "签字", 34, INK)
    )
    s.add(st.cast_shadow(at(sheet, 640, 296, 1, 5)))
    s.add(
        st.cast_shadow(
            circle(170, 180, 100, mix(JADE, WHITE, 0.72))
            + circle(170, 178, 70, WHITE)
            + circle(170, 178, 55, "#c98b3c")
        )
    )
    s.add(st.reach(1330, 60, 940, 150, "flat", "#514a63", 4.2, 165, side=1, cuff=0.5))
    s.add(st.cast_shadow(at(p.card("名片", "#514a63", 190, 116), 1120, 330, 1, 12)))
    s.add(
        st.reach(
            960, 960, 840, 690, "write", "#8b9a8a", 4.4, -124, side=-1, cuff=0.4, held=cp.pen(INK, 66, 2.7), rot=110
        )
    )
    s.add(st.reach(120, 860, 680, 700, "flat", PINK, 4.4, -14, cuff=0.5))
    glasses = (
        circle(-58, 0, 50, WHITE, "#5b3a22", 9, 'fill-opacity="0.45"')
        + circle(58, 0, 50, WHITE, "#5b3a22", 9, 'fill-opacity="0.45"')
        + path("M-10 -8Q0 -18 10 -8M-106 -12L-150 -70M106 -12L160 -60", stroke="#5b3a22", w=9)
    )
    return s.add(st.cast_shadow(at(glasses, 220, 430, 1.0, -16), 8, 10))


COVERS = {
    "elder-guard-course": course,
    "elder-miracle-pills": miracle_pills,
    "elder-fake-calls": fake_calls,
    "elder-home-repair": home_repair,
    "elder-pension-schemes": pension_schemes,
}
