"""Covers of the class activities, from the court of advertisements to the evidence workshop."""

from .. import cover_props as cp
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
    PINK,
    PLUM,
    SEAL,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    darker,
)
from ..pen import at, circle, line, path, poly, rays, rect, shadow
from ..people import bust, person
from . import classroom as cl
from . import stage as st

W, H = st.W, st.H


def courtroom():
    """The class as a court: three judges at the front, hands up on both sides, the poster on the board."""
    poster = rect(-150, -120, 300, 240, "#fff3c9", 3) + rays(0, -30, 92, 140, 16, ORANGE, 7)
    poster += text(0, -48, "全球第一", 56, SEAL, "serif") + text(0, 26, "一喝就瘦", 56, SEAL, "serif")
    poster += rect(-110, 52, 220, 48, SEAL, 8) + text(0, 88, "买一送十", 34, WHITE, "serif")
    s = st.new().add(cl.class_room("ochre", 590), cl.blackboard(230, 36, 820, 330))
    s.add(at(poster, 640, 172, 0.92, -3), circle(520, 72, 9, SEAL), circle(756, 60, 9, SEAL))
    s.add(cl.board_text(340, 160, ("广告", "法庭"), 64), cl.board_text(940, 160, ("能不", "能登"), 64))
    judges = (("xiaoman", 450, "thinking", 0.3), ("qinlang", 640, "talk", 0.0), ("bun_girl", 830, "neutral", -0.3))
    robe = {"style": "coat", "top": "#4a4f63", "shirt": WHITE, "tie": SEAL, "yoke": None}
    s.add(
        *(
            bust(
                w, x, 575, 1.12, mood=m, turn=t, l=("at", x - 60, 520, "flat"), r=("at", x + 60, 520, "flat"), wear=robe
            )
            for w, x, m, t in judges
        )
    )
    s.add(shadow(640, 664, 380, 16), rect(310, 520, 660, 140, WOOD), rect(290, 500, 700, 34, WOOD_LIGHT, 5))
    s.add(*(rect(336 + i * 204, 552, 188, 88, darker(WOOD, 0.1), 4, lw=3) for i in range(3)))
    s.add(at(tp.plate("合议庭", SEAL, size=40), 640, 506), at(tp.gavel(), 800, 502, 0.8))
    for who, x, y, k, t, arm in (
        ("yiming", 110, 800, 1.5, 0.5, "r"),
        ("kexin", 1170, 800, 1.5, -0.5, "l"),
    ):
        pose = {"l": "down", "r": "down", arm: "up"}
        s.add(bust(who, x, y - 10, k, mood="talk", turn=t, look=(t * 1.6, -0.3), **pose))
    for x, who, k, up in ((290, "ruoxi", 1.7, "l"), (1000, "teen_boy", 1.75, "r")):
        pose = {"l": "none", "r": "none", up: "up"}
        s.add(bust(who, x, 880, k, back=True, **pose))
    s.add(bust("senior_boy", 470, 1000, 1.7, back=True, l="none", r="none", wear={"yoke": INDIGO}))
    s.add(*(rect(x, 764, 330, 60, WOOD_LIGHT, 5) for x in (-30, 980)))
    return s.add(at(tp.plate("正方", JADE, size=36), 90, 768), at(tp.plate("反方", PLUM, size=36), 1200, 768))


def bingo():
    """Elders round two tables hold up their cards: a line, stop!"""
    s = st.new().add(cl.community_room("", wall=False))
    s.add(
        person("volunteer", 640, 650, 1.15, "laugh", -0.2, l="down", r="up", hold_r=tp.card("提示", JADE, 84, 54, 32))
    )
    back = (
        ("granny_curly", 80, 560, ""), ("gramps_grey", 240, 540, "r"), ("granny_bob", 440, 560, ""),
        ("gramps_side", 840, 560, ""), ("grandma", 1040, 540, "l"), ("grandpa", 1200, 560, ""),
    )  # fmt: skip
    for i, (who, x, y, arm) in enumerate(back):
        pose = {"l": "table", "r": "table"}
        if arm:
            pose |= {
                arm: ("at", x + (76 if arm == "r" else -76), y - 232),
                f"hold_{arm}": tp.bingo_card(i, 92, words=("",)),
            }
        mood = ("laugh", "happy", "laugh", "shout", "laugh", "smile")[i]
        s.add(bust(who, x, y + 30, 1.12, mood=mood, turn=0.3 if x < 640 else -0.3, wear={"print": None}, **pose))
    for x, c in ((290, "#e3c48d"), (1000, "#e3c48d")):
        s.add(cl.oval_table(x, 620, 300, 74, c))
        s.add(
            at(p.cup(JADE, False), x, 620),
        )
    front = (
        ("granny_bob", 130, 1.5, 4),
        ("gramps_grey", 440, 1.5, -1),
        ("granny_dark", 870, 1.5, -1),
        ("gramps_bald", 1160, 1.5, 1),
    )
    for who, x, k, card in front:
        s.add(
            bust(
                who,
                x,
                920,
                k,
                back=True,
                l="none",
                r="none",
                wear={"print": None, "top": (PLUM, INDIGO, JADE, "#8a5a44")[x % 4]},
            )
        )
        if card >= 0:
            hx = x + (150 if x < 640 else -150)
            s.add(st.reach(hx, 880, hx, 620, "grip", PLUM, 1.9, -90, cuff=0.5))
            s.add(at(tp.bingo_card(card, 190), hx, 600), at(st.knuckles(1.9), hx, 596))
    return s.add(sfx("停！", 350, 150, 110, -8))


def permissions():
    """Over his shoulder: the check of the telephone, the cross at the address book."""
    s = st.new().add(
        cl.class_room("indigo", 420),
        cl.blackboard(190, -60, 640, 250, cl.board_text(510, 110, ("它要这个做什么？",), 60)),
    )
    m = bust(
        "senior_girl",
        1010,
        560,
        2.05,
        mood="surprised",
        turn=-0.5,
        look=(-0.9, 0.8),
        lean=-7,
        l=("at", 850, 510, "flat"),
        r=("at", 1100, 520, "flat"),
        split=True,
    )
    s.add(m, st.table_top(450, "#e3c48d"), m.arms)
    form = tp.form(
        "应用权限体检表", ("定位", "通讯录", "相机", "麦克风", "相册"), ("tick", "", "tick", "", ""), 380, 400, 34
    )
    s.add(st.cast_shadow(at(form, 720, 630, 1, 4)))
    rows = "".join(
        rect(-92, -124 + i * 74, 184, 60, WHITE, 10, None)
        + circle(-64, -94 + i * 74, 17, c, None)
        + rect(26, -108 + i * 74, 54, 28, JADE if on else "#c4c0b8", 14, None)
        + circle(66 if on else 40, -94 + i * 74, 12, WHITE, None)
        for i, (c, on) in enumerate(((JADE, 1), (SEAL, 0), (GOLD, 1), (INDIGO, 0)))
    )
    phone = rect(-118, -210, 236, 420, INK, 26) + rect(-106, -192, 212, 384, "#e8ecf4", 14, None)
    phone += text(0, -146, "权限", 34, INK, "serif") + rows
    s.add(st.cast_shadow(at(phone, 1090, 690, 0.86, -8)))
    s.add(bust("ziang", 250, 1010, 3.0, back=True, l="none", r="none"))
    cross = path("M-16 -16L16 16M-16 16L16 -16", stroke=SEAL, w=9)
    s.add(at(cross, 856, 598, 1, 4))
    return s.add(
        st.reach(430, 900, 830, 716, "write", "#1c6457", 2.4, -32, held=cp.pen(SEAL, 92, 6), rot=24, bow=-0.12)
    )


def blind_box_math():
    """Dice over the table, dolls on cards, and the sum in the book gets longer."""
    s = st.new().add(st.room("plum", 560), st.fade(cl.lane_window(60, 60, 300, 300, "b", 2), "plum", 0.35))
    chart = cl.board_text(650, 110, ("第 1 盒   39", "第 2 盒   78", "第 3 盒   117", "……"), 46, gap=1.35)
    s.add(st.fade(cl.blackboard(420, 36, 460, 310, chart), "plum", 0.12))
    b = bust(
        "kid_curly",
        360,
        640,
        2.3,
        mood="surprised",
        turn=0.3,
        look=(0.7, -0.2),
        l=("at", 220, 520, "open"),
        r=("at", 530, 470, "open"),
        split=True,
    )
    g = bust(
        "kid_glasses",
        900,
        650,
        2.3,
        mood="surprised",
        turn=-0.3,
        look=(-0.8, 0.1),
        l=("at", 800, 640, "fist"),
        r=("at", 1020, 640, "flat"),
        split=True,
    )
    s.add(b, g, st.table_top(590, "#e0bd82"))
    for i, (x, y, r) in enumerate(((90, 690, -12), (220, 750, 8), (1190, 690, 10), (400, 690, -5), (1090, 760, -9))):
        s.add(st.cast_shadow(at(tp.doll_card((PINK, "#a9cfe0", LEAF, GOLD, PLUM)[i], 110, 146), x, y, 1, r), 6, 9))
    book = poly([(690, 640), (880, 632), (890, 790), (670, 800)], WHITE) + poly(
        [(880, 632), (1060, 640), (1090, 796), (890, 790)], WHITE
    )
    sums = "".join(
        text(700, 682 + i * 32, t, 27, c, "sans-regular", "start")
        for i, (t, c) in enumerate((("1 盒  39", INK), ("2 盒  78", INK), ("3 盒 117", INK), ("4 盒 156", SEAL)))
    )
    s.add(
        st.cast_shadow(book, 6, 8),
        sums,
        b.arms,
        g.arms,
        at(cp.pen(SEAL, 100, 7), 800, 690, 1, 24),
        at(st.knuckles(1.8), 806, 634),
    )
    s.add(*(path(f"M{x} {y}q30 -70 {dx} -90", stroke="#b99a62", w=6) for x, y, dx in ((540, 440, 60), (590, 470, 90))))
    for v, x, y, k, r in (
        (5, 610, 300, 1.5, 18),
        (1, 700, 420, 1.3, -22),
        (6, 560, 680, 1.6, 8),
        (3, 500, 770, 1.4, -10),
        (2, 640, 480, 1.0, 34),
    ):
        s.add(
            (shadow(x + 8, y + 34 * k, 40 * k, 9) if y > 560 else "")
            + tp.die(v, k, r).replace("<g ", f'<g transform="translate({x} {y})"><g ', 1)
            + "</g>"
        )
    return s


def role_play():
    """Four round a table: she has the flask and speaks, he plays the shop, two write."""
    s = st.new().add(
        cl.class_room("jade", 570),
        cl.blackboard(250, 30, 780, 250, cl.board_text(640, 124, ("事实 → 要求 → 依据",), 66)),
    )
    pen = cp.pen(SEAL, 56, 5)
    a = bust(
        "qinlang",
        530,
        570,
        1.4,
        mood="neutral",
        turn=0.2,
        look=(0.2, 1),
        l=("at", 440, 588, "flat"),
        r=("at", 560, 580),
        hold_r=pen,
        rot_r=24,
        split=True,
    )
    b = bust(
        "bun_girl",
        760,
        570,
        1.4,
        mood="smile",
        turn=-0.2,
        look=(-0.2, 1),
        l=("at", 690, 586, "flat"),
        r=("at", 830, 580),
        hold_r=pen,
        rot_r=24,
        split=True,
    )
    s.add(a, b)
    k = bust(
        "kexin",
        210,
        700,
        2.0,
        mood="talk",
        turn=0.6,
        look=(0.9, 0),
        l=("at", 330, 640, "open"),
        r=("at", 400, 470),
        hold_r=at(p.thermos(JADE), 0, 40, 0.75),
        split=True,
    )
    y = bust(
        "yiming",
        1080,
        700,
        2.0,
        mood="explain",
        turn=-0.6,
        look=(-0.9, 0),
        l=("at", 880, 500, "open"),
        r=("at", 1190, 620, "fist"),
        split=True,
        wear={"style": "apron", "over": SEAL, "top": "#d9c7a4", "yoke": None},
    )
    s.add(cl.oval_table(640, 650, 480, 120, "#e3c48d", 60))
    tags = (
        ("消费者", SEAL, 470, 730),
        ("店家", PLUM, 830, 730),
        ("调解员", JADE, 540, 664),
        ("观察员", INDIGO, 740, 664),
    )
    s.add(*(at(tp.plate(w, c, size=32), x, yy) for w, c, x, yy in tags))
    note = rect(-60, -26, 120, 52, WHITE, 3) + cp.bars(-44, -10, (80, 60), 17, w=4)
    s.add(at(note, 500, 594, 0.9), at(note, 780, 594, 0.9), a.arms, b.arms)
    s.add(st.cast_shadow(at(p.receipt(70, 96), 650, 768, 1, 10), 5, 7))
    s.add(k, y, k.arms, y.arms)
    return s.add(path("M322 330q24 -14 46 -10M328 366q24 -4 40 4M322 296q14 -18 34 -24", stroke=SEAL, w=6))


def evidence():
    """From above: the slips find their place on the line of time; many hands."""
    s = st.new().add(st.desk_from_above("#e2c48f", 4))
    s.add(
        rect(-10, 366, W + 20, 84, WHITE, lw=3),
        line(20, 408, 1236, 408, stroke=SEAL, w=10),
        poly([(1236, 388), (1270, 408), (1236, 428)], SEAL, None),
    )
    for i, word in enumerate(("7 月", "8 月", "9 月", "10 月", "11 月")):
        s.add(circle(130 + i * 250, 408, 15, WHITE, SEAL, 7), text(130 + i * 250 + 48, 398, word, 30, INK))
    docs = (
        (tp.sheet("年卡合同", (0.8, 0.7, 0.8, 0.5), 180, 220, True, 32), 150, 220, -4),
        (p.receipt(120, 190, "3600"), 400, 270, 5),
        (tp.sheet("入馆记录", (0.7, 0.7, 0.7, 0.7, 0.7), 186, 220, False, 34), 650, 210, -3),
        (tp.sheet("关闭告示", (0.8, 0.6, 0.7), 180, 190, False, 34, SEAL), 900, 230, 4),
        (p.card("健身卡", JADE, 190, 120), 300, 600, -7),
        (tp.chat_print(180, 210, "10 月 12 日"), 620, 610, 6),
        (tp.sheet("退款申请", (0.8, 0.7, 0.5), 190, 200, False, 34), 1020, 640, -5),
    )
    s.add(*(st.cast_shadow(at(d, x, y, 1, r), 7, 10) for d, x, y, r in docs))
    for i, (x, y) in enumerate(((256, 112), (468, 136), (748, 104), (1004, 140), (388, 556))):
        s.add(
            st.cast_shadow(
                at(tp.note(str(i + 1), (GOLD, PINK, "#a9cfe0", LEAF, GOLD)[i], 66), x, y, 1, (i % 3 - 1) * 8), 4, 6
            )
        )
    s.add(st.reach(1330, 60, 1080, 230, "flat", PLUM, 3.0, 150, side=-1, cuff=0.45))
    s.add(st.reach(-60, 480, 180, 560, "flat", "#8b9a8a", 3.0, 16, cuff=0.5))
    s.add(st.reach(620, 900, 690, 726, "point", INDIGO, 3.0, -70, cuff=0.4))
    s.add(at(tp.note("6", ORANGE, 72), 716, 560, 1, 8), at(tp.note("7", GOLD, 74), 1116, 556, 1, -8))
    s.add(st.reach(1370, 820, 1196, 640, "point", "#d9542b", 3.0, 232, side=-1, cuff=0.5))
    s.add(at(cp.pen(JADE, 130, 9), 830, 720, 1, 70), at(tp.note("", "#a9cfe0", 74), 1200, 320, 1, 6))
    return s.add(st.cast_shadow(circle(70, 730, 74, WHITE) + circle(70, 730, 58, "#b98a4a"), 8, 10))


COVERS = {
    "ad-courtroom": courtroom,
    "anti-scam-bingo": bingo,
    "app-permission-check": permissions,
    "blind-box-math": blind_box_math,
    "complaint-role-play": role_play,
    "evidence-workshop": evidence,
}
