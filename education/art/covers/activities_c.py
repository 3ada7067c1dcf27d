"""Covers of the class activities: the label lab, the relay, the call of the swindler, the game of the seven days."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from .. import teaching_props as tp
from ..balloons import sfx
from ..glyphs import text
from ..palette import (
    GOLD,
    INDIGO,
    INK,
    JADE,
    LEAF,
    ORANGE,
    PLUM,
    SEAL,
    STEEL,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from ..pen import at, circle, line, path, poly, rays, rect, shadow
from ..people import bust, person
from . import classroom as cl
from . import stage as st

W, H = st.W, st.H


def label_lab():
    """A lab of labels: sugar in towers, salt in a spoon, four cards; one counts, one builds."""
    s = st.new().add(st.room("jade", 580, pattern="tiles"))
    shelf = rect(80, 120, 320, 14, WOOD, lw=3) + rect(880, 150, 330, 14, WOOD, lw=3)
    for i, c in enumerate((ORANGE, JADE, SEAL, INDIGO)):
        flask = path("M-12 -80H12V-44L38 0H-38L-12 -44Z", WHITE) + path("M-22 -26H22L38 0H-38Z", c, None)
        shelf += at(flask, 120 + i * 78, 120)
    shelf += "".join(at(p.food_pack("", c, 60, 80), 930 + i * 76, 150) for i, c in enumerate((GOLD, SEAL, LEAF, PLUM)))
    s.add(
        st.fade(shelf, "jade", 0.3),
        cl.blackboard(510, 40, 340, 210, cl.board_text(680, 124, ("一整包", "吃下去？"), 56)),
    )
    coat = {"style": "coat", "top": WHITE, "shirt": INDIGO, "yoke": None}
    b = bust(
        "senior_boy",
        380,
        640,
        2.0,
        mood="surprised",
        turn=0.4,
        look=(0.8, 0.6),
        l=("at", 240, 620, "flat"),
        r=("at", 560, 380, "grip"),
        split=True,
        wear=coat,
    )
    g = bust(
        "ruoxi",
        930,
        650,
        2.0,
        mood="thinking",
        turn=-0.3,
        look=(-0.5, 1),
        l=("at", 850, 640, "grip"),
        r=("at", 1000, 630, "point"),
        split=True,
        wear=coat,
    )
    s.add(b, g, st.table_top(590, "#cfd9d4"), shadow(600, 650, 120, 10), at(tp.sugar(6, 1.5), 600, 650))
    s.add(tp.gloved(b.arms), at(tp.sugar(1, 1.5), 580, 372))
    s.add(
        at(
            rect(-70, -50, 140, 120, INK, 12)
            + rect(-56, -38, 112, 34, "#dcebe4", 4, None)
            + text(48, -10, "2100", 30, INK, anchor="end")
            + "".join(
                rect(-54 + k % 4 * 29, 8 + k // 4 * 20, 22, 15, SEAL if k == 11 else WHITE, 3, None) for k in range(12)
            ),
            930,
            668,
        )
    )
    s.add(tp.gloved(g.arms))
    cards = (
        ("薯片", (("能量", "26%"), ("钠", "30%")), ORANGE),
        ("乳酸菌饮品", (("能量", "3%"), ("钠", "1%")), SEAL),
        ("话梅", (("能量", "2%"), ("钠", "35%")), PLUM),
        ("全麦饼干", (("能量", "23%"), ("脂肪", "30%")), GOLD),
    )
    for i, (t, rows, c) in enumerate(cards):
        s.add(
            st.cast_shadow(
                at(tp.nutrition(t, rows, darker(c, 0.1), 190, 128), 130 + i * 212, 724, 1, (i % 2 * 2 - 1) * 3), 5, 8
            )
        )
    salt = path("M-60 0Q-30 -54 0 -56T60 0Z", WHITE)
    return s.add(shadow(1120, 760, 110, 12), at(salt, 1090, 764, 0.7), at(tp.spoon(), 1100, 724, 1.2, -10))


def relay():
    """Three teams hold up their boards; the score on the blackboard, applause in front."""
    score = cl.board_text(840, 92, ("红队   30", "黄队   25", "蓝队   35"), 38, anchor="start", gap=1.25)
    s = st.new().add(cl.class_room("indigo", 570), cl.blackboard(180, 34, 930, 300, score))
    s.add(
        text(490, 106, "消费知识", 50, WHITE, "serif"),
        text(490, 190, "接力赛", 72, GOLD, "serif", spacing=10),
        line(790, 64, 790, 220, stroke="#7fa394", w=4),
    )
    mike = at(rect(-9, -10, 18, 40, INK, 5) + circle(0, -20, 14, STEEL), 0, -10)
    s.add(person("senior_girl", 1150, 660, 1.4, "talk", -0.5, look=(-0.7, 0.4), l="up", r=(-6, 44), hold_r=mike))
    teams = (
        (SEAL, 170, ("kexin", "yiming"), "A"),
        (GOLD, 520, ("qinlang", "xiaoman"), "C"),
        (INDIGO, 870, ("ruoxi", "teen_boy"), "A"),
    )
    for colour, x, names, answer in teams:
        for k, who in enumerate(names):
            px = x - 66 + k * 140
            wear = {"yoke": colour}
            up = (
                {"r": ("at", px + 60, 316), "hold_r": at(tp.card(answer, colour, 70, 70, 48), 0, 0)}
                if k == 0
                else {"r": "table"}
            )
            s.add(
                bust(
                    who,
                    px,
                    610,
                    1.3,
                    mood=("happy", "determined")[k],
                    turn=(0.15, -0.15)[k],
                    l="table",
                    wear=wear,
                    **up,
                )
            )
        s.add(
            shadow(x, 690, 170, 14),
            rect(x - 150, 570, 300, 120, lighter(colour, 0.25)),
            rect(x - 164, 554, 328, 26, WOOD_LIGHT, 4),
        )
        s.add(text(x, 640, {SEAL: "红队", GOLD: "黄队", INDIGO: "蓝队"}[colour], 52, WHITE, "serif", spacing=10))
    for who, x, k in (("qinlang", 10, 1.45), ("bun_girl", 345, 1.4), ("senior_boy", 700, 1.4), ("kexin", 1060, 1.45)):
        s.add(bust(who, x, 985, k, back=True, l="none", r="none", wear={"yoke": INDIGO}))
        s.add(
            *(
                st.reach(
                    x + 110 + d * 60, 910, x + 110 + d * 17, 752, "flat", INDIGO, 1.4, -90 - d * 10, side=d, cuff=0.5
                )
                for d in (-1, 1)
            )
        )
        s.add(rays(x + 110, 712, 34, 56, 5, GOLD, 6, 220, 100))
    return s


def scam_call():
    """A screen between caller and called: she frowns at the receiver, the card says what to do."""
    s = st.new().add(cl.community_room("", 590, "seal"))
    s.add(
        st.fade(
            "".join(
                bust(w, x, 600, 0.95, mood=m, turn=t)
                for w, x, m, t in (
                    ("gramps_bald", 470, "neutral", 0),
                    ("granny_curly", 600, "thinking", 0.2),
                    ("gramps_grey", 730, "smile", -0.2),
                )
            )
            + rect(400, 560, 420, 60, WOOD),
            "seal",
            0.3,
        )
    )
    g = bust(
        "granny_bob",
        300,
        700,
        2.05,
        mood="worried",
        turn=0.3,
        look=(0.6, 0.6),
        l=("at", 210, 330),
        hold_l=at(cp.handset(SEAL), 0, 0, 0.95),
        rot_l=-8,
        r=("at", 440, 660, "flat"),
        split=True,
    )
    v = bust(
        "volunteer_man",
        1010,
        700,
        1.95,
        mood="sly",
        turn=-0.4,
        look=(-0.3, 0.5),
        r="ear",
        hold_r=p.phone("back"),
        rot_r=12,
        l=("at", 880, 520),
        hold_l=at(tp.sheet("剧本", (0.8, 0.6, 0.7), 90, 110, size=24), 0, -30),
        split=True,
    )
    s.add(g, v, st.table_top(620, "#e3c48d"), g.arms, v.arms)
    s.add(
        poly([(690, 190), (772, 220), (772, 700), (690, 730)], "#c9b48c"),
        poly([(690, 190), (612, 220), (612, 700), (690, 730)], "#e3d3b4"),
    )
    s.add(line(690, 190, 690, 730, w=5), sfx("铃", 660, 160, 64, -14), sfx("铃", 730, 120, 50, 10))
    hint = (
        rect(-180, -100, 360, 200, WHITE, 8)
        + rect(-180, -100, 360, 20, SEAL, 6)
        + cl.board_text(0, -24, ("先挂断 再核实", "不转账 说暗号"), 46, INK, 1.5)
    )
    s.add(st.cast_shadow(at(hint, 400, 708, 0.8, -3), 6, 9), at(cp.desk_phone(SEAL), 120, 756, 1.3))
    cord = "M86 700q-60 -60 -30 -140t60 -140t90 -60"
    s.add(
        path(cord, stroke=INK, w=7),
        st.cast_shadow(at(tp.sheet("家庭暗号", (0.7,), 220, 110, size=38, colour=JADE), 880, 740, 1, 4), 6, 9),
    )
    return s.add(at(cp.pen(JADE, 110, 8), 1060, 770, 1, 66), at(p.cup(JADE), 1190, 740, 1.4))


def seven_days():
    """Three zones on the floor: where does this card belong? Run!"""
    s = st.new().add(
        rect(0, 0, W, H, "#dcebe4", stroke=None),
        rect(0, 170, W, 640, "#d8c39a", stroke=None),
        line(0, 170, W, 170, stroke="#a98f60", w=4),
    )
    s.add(st.fade(cl.blackboard(350, -120, 560, 230, cl.board_text(630, 62, ("七日退货大闯关",), 54)), "jade", 0.1))
    s.add(*(st.fade(at(f.desk(150, 90), x, 190), "jade", 0.3) for x in (90, 250, 1010, 1190)))
    zones = (
        (SEAL, "不能退", (130, 440), (-160, 360)),
        (GOLD, "看情况", (470, 800), (400, 880)),
        (LEAF, "能退", (830, 1080), (910, 1190)),
    )
    for c, word, (a, b), (x0, x1) in zones:
        s.add(poly([(a, 250), (b, 250), (x1, 780), (x0, 780)], mix(c, WHITE, 0.45), c, 14))
        mid = (a + b + x0 + x1) / 4
        word_svg = text(0, 0, word, 96, darker(c, 0.2), "serif", spacing=10)
        s.add(f'<g transform="translate({mid:.0f} 720) scale(1 0.7)">{word_svg}</g>')
    runs = (
        ("ruoxi", 300, 520, 0.95, -0.5, "活虾", "run", "laugh"), ("qinlang", 590, 430, 0.8, 0.5, "球鞋", "walk", "thinking"),
        ("xiaoman", 930, 480, 0.85, 0.5, "洗发水", "run", "happy"), ("yiming", 215, 700, 1.2, -0.5, "窗帘", "run", "happy"),
        ("senior_boy", 720, 610, 1.1, 0.5, "耳机", "run", "surprised"),
    )  # fmt: skip
    for who, x, y, k, t, label, legs, mood in runs:
        arm = "r" if t > 0 else "l"
        pose = {
            "l": "down",
            "r": "down",
            arm: "up",
            f"hold_{arm}": tp.card(label, INDIGO, 34 + len(label) * 32, 58, 32),
        }
        s.add(person(who, x, y, k, mood, t, legs=legs, lean=8 * (1 if t > 0 else -1) if legs == "run" else 0, **pose))
        if legs == "run":
            back = -1 if t > 0 else 1
            s.add(
                *(
                    line(x + back * 90 * k, y - d * k, x + back * 150 * k, y - d * k, stroke="#8f7a50", w=5)
                    for d in (60, 110, 160)
                )
            )
    t = person(
        "teacher",
        1225,
        860,
        1.45,
        "laugh",
        -0.5,
        look=(-0.8, -0.2),
        l=("at", 1065, 400),
        r="hip",
        hold_l=at(f.calendar("7", "第七天", 100, 116), 0, -40),
    )
    return s.add(t, bust("kexin", 415, 940, 1.45, back=True, l="none", r="none"))


COVERS = {
    "food-label-lab": label_lab,
    "rights-quiz-relay": relay,
    "scam-call-drill": scam_call,
    "seven-day-return-game": seven_days,
}
