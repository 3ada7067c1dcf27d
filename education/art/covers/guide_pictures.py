"""Pictures inside the guide's chapters: the pen's label, the shelf of blind boxes, the table of evidence."""

from .. import cover_props as cp
from .. import props as p
from .. import scenes
from .. import teaching_props as tp
from ..glyphs import text
from ..palette import (
    GOLD,
    GREY_TEXT,
    INDIGO,
    INK,
    JADE,
    OCHRE_WASH,
    PINK,
    PLUM,
    SEAL,
    STEEL,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from ..pen import Scene, at, circle, ellipse, line, path, poly, rect, shadow
from ..people import bust
from . import stage as st


def pen_label():
    """The back of a pack of highlighters, six rings from left to right."""
    s = Scene(1200, 900).add(scenes.wash(1200, 900, "ochre", "dots"))
    pack = rect(60, 60, 1080, 780, GOLD, 30) + rect(60, 60, 1080, 160, mix(GOLD, "#e6763f", 0.35), 30)
    pack += rect(62, 190, 1076, 40, GOLD, 0, None) + rect(520, 84, 160, 30, WHITE, 15)
    s.add(st.cast_shadow(pack, 12, 16), text(330, 182, "亮亮荧光笔", 62, WHITE, "serif", spacing=8))
    for i, c in enumerate((PINK, "#8fd0a0", GOLD)):
        s.add(at(tp.highlighter(c, 190), 690 + i * 170, 168, 0.86, -8))
    s.add(rect(100, 250, 1000, 550, WHITE, 10))
    cells = (
        ("品名", ("荧光笔", "（黄、粉、绿）")),
        ("厂名厂址", ("某某文具厂", "某区某路 8 号")),
        ("合格标记", ("检验合格",)),
        ("规格", ("3 支装", "笔头宽 5 毫米")),
        ("日期", ("2026 年 5 月生产", "3 年内使用")),
        ("警示语", ("笔帽勿入口", "3 岁以下勿用")),
    )
    for i, (name, rows) in enumerate(cells):
        x, y = 268 + i % 3 * 332, 386 + i // 3 * 270
        s.add(ellipse(x, y, 156, 112, mix(OCHRE_WASH, WHITE, 0.55), SEAL, 8))
        s.add(text(x, y - 40, name, 40, SEAL, "serif"))
        if name == "合格标记":
            s.add(
                at(
                    rect(-86, -34, 172, 68, None, 8, JADE, 6) + text(0, 14, "检验合格", 38, JADE, "serif"),
                    x,
                    y + 32,
                    1,
                    -5,
                )
            )
        else:
            for r, row in enumerate(rows):
                s.add(text(x, y + 14 + r * 46, row, 36 if r == 0 else 30, INK, "sans" if r == 0 else "sans-regular"))
        s.add(circle(x - 128, y - 84, 33, SEAL, WHITE, 5), text(x - 128, y - 68, str(i + 1), 44, WHITE))
    return s


CLOUD = (
    (900, 140, 66),
    (970, 96, 76),
    (1060, 110, 78),
    (1096, 180, 66),
    (1040, 232, 72),
    (940, 228, 70),
    (990, 170, 110),
)


def blind_box_shelf():
    """Twelve boxes alike, a calculator, and the one she dreams of."""
    s = Scene(1200, 800).add(
        rect(0, 0, 1200, 800, "#f3e3ee", stroke=None), rect(0, 700, 1200, 100, "#d9c0b4", stroke=None)
    )
    s.add(*(circle(x + r % 2 * 40, 30 + r * 60, 6, "#ead3e2", None) for r in range(11) for x in range(20, 1240, 80)))
    s.add(shadow(400, 726, 420, 16), rect(40, 60, 740, 660, WOOD, 8), rect(64, 150, 692, 540, "#fdf6e3", 4))
    s.add(rect(40, 60, 740, 84, PLUM, 8), text(410, 122, "潮玩星球  每个 59 元", 50, WHITE, "serif"))
    box = rect(-58, -128, 116, 128, PLUM, 5) + poly(
        [(-58, -128), (-44, -144), (72, -144), (58, -128)], lighter(PLUM, 0.35)
    )
    box += poly([(58, -128), (72, -144), (72, -16), (58, 0)], darker(PLUM)) + rect(
        -40, -104, 80, 84, lighter(PLUM, 0.75), 6, lw=3
    )
    box += text(0, -36, "?", 74, PLUM, "serif")
    for i in range(12):
        s.add(at(box, 150 + i % 4 * 168, 322 + i // 4 * 178))
    s.add(*(rect(64, 322 + r * 178, 692, 16, WOOD_LIGHT, lw=3) for r in range(3)))
    s.add(rect(250, 664, 320, 46, WHITE, 4), text(410, 699, "隐藏款概率 1/144", 32, SEAL))
    cloud = "".join(circle(x, y, r, WHITE, INK, 8) for x, y, r in CLOUD)
    cloud += "".join(circle(x, y, r, WHITE, None) for x, y, r in CLOUD)
    cloud += circle(934, 332, 15, WHITE) + circle(924, 366, 10, WHITE)
    s.add(cloud, at(tp.doll(GOLD, star=True), 992, 240, 1.6))
    g = bust(
        "xiaoman",
        930,
        850,
        2.0,
        mood="thinking",
        turn=-0.35,
        look=(-0.6, -0.8),
        l=("at", 810, 720),
        hold_l=at(p.calculator(), 0, -6, 0.95),
        r=("at", 900, 740, "point"),
    )
    return s.add(g)


def evidence_table():
    """From above: everything in its order, the list ticked."""
    s = Scene(1200, 800)
    s.add('<g transform="scale(0.94 1)">' + st.desk_from_above("#d9b27c", 5) + "</g>")
    slip = (
        p.receipt(210, 330, "199.00", False)
        + rect(-101, -176, 202, 70, WHITE, 0, None)
        + text(-90, -124, "耳机一副", 32, INK, "sans-regular", "start")
        + text(0, -216, "购物小票", 34, INK, "serif")
    )
    s.add(st.cast_shadow(at(slip, 190, 310, 1, -4), 8, 11))
    s.add(st.cast_shadow(at(tp.headphones(INDIGO), 190, 610, 1.5, -6), 8, 11))
    chat = rect(-150, -210, 300, 420, WHITE, 4) + text(0, -166, "5 月 8 日 19:32", 30, GREY_TEXT)
    for i, (who, rows) in enumerate(((0, ("左耳没声音了",)), (1, ("是你自己摔的",)), (0, ("页面写着", "一年换新")))):
        y, w = -136 + i * 96, 206
        x = -134 if who else 134 - w
        h = 42 + len(rows) * 36
        s_ = rect(x, y, w, h, "#e6e2da" if who else "#bfe0c4", 12, None)
        chat += s_ + "".join(text(x + w / 2, y + 48 + k * 38, t, 30, INK, "sans-regular") for k, t in enumerate(rows))
    s.add(st.cast_shadow(at(chat, 520, 290, 1, 2), 8, 11))
    bill = (
        rect(-150, -95, 300, 190, "#fff3d6", 4)
        + rect(-150, -95, 300, 50, JADE, 4)
        + text(0, -58, "寄回运费单", 32, WHITE, "serif")
    )
    bill += text(-130, 0, "运费", 30, INK, "sans-regular", "start") + text(130, 0, "12.00 元", 32, SEAL, anchor="end")
    bill += "".join(line(-120 + i * 16, 30, -120 + i * 16, 74, w=4 + i % 3 * 3) for i in range(16))
    s.add(st.cast_shadow(at(bill, 540, 650, 1, -3), 8, 11))
    s.add(st.cast_shadow(at(listing(), 930, 370, 1, 3), 9, 12), at(cp.pen(SEAL, 240, 12), 1080, 770, 1, 40))
    return s.add(
        *(
            st.cast_shadow(at(tp.note(str(i + 1), GOLD, 62, 42), x, y, 1, 5), 4, 5)
            for i, (x, y) in enumerate(((300, 70), (310, 520), (690, 90), (706, 560)))
        )
    )


def listing():
    """The list in handwriting: four things, four ticks."""
    out = rect(-190, -290, 380, 580, "#fffbe9", 4) + line(-140, -290, -140, 290, stroke="#e8a79c", w=4)
    out += "".join(line(-190, y, 190, y, stroke="#cfd9e6", w=3) for y in range(-170, 290, 76))
    out += "".join(circle(-100 + i * 66, -268, 9, STEEL, WOOD_DARK, 3) for i in range(5))
    out += text(20, -196, "我的证据清单", 44, INK, "serif")
    for i, word in enumerate(("购物小票", "坏的耳机", "聊天截图", "运费单", "按时间排好")):
        y = -106 + i * 76
        out += text(-60, y, word, 40, darker(INDIGO, 0.2), "sans-regular", "start")
        out += rect(-126, y - 36, 42, 42, WHITE, 5, lw=4) + path(f"M-120 {y - 18}l14 16l30 -40", stroke=SEAL, w=8)
    return out


PICTURES = {
    "guide-pen-label": pen_label,
    "guide-blind-box-shelf": blind_box_shelf,
    "guide-evidence-table": evidence_table,
}
