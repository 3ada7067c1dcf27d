"""Covers of the guide for middle schools: the same six pupils in the town, in shops, at home and at the contact point."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from .. import teaching_props as tp
from ..glyphs import text
from ..palette import (
    GOLD,
    GREY_TEXT,
    INDIGO,
    INK,
    JADE,
    LEAF,
    LEAF_DARK,
    OCHRE_WASH,
    ORANGE,
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
)
from ..pen import at, circle, ellipse, line, path, poly, rays, rect, shadow
from ..people import bust, person
from . import classroom as cl
from . import school as sch
from . import stage as st
from . import things as th

W, H = st.W, st.H


def guide():
    """Three pupils round a desk, the lane and its plane trees in the window."""
    s = st.new().add(st.room("jade", 560, "#cdbb95"), cl.lane_window(130, 50, 1020, 400, "g", 4), cl.light_on_wall())
    k = bust("kexin", 280, 650, 1.85, mood="talk", turn=0.5, look=(0.9, 0.5), l=("at", 250, 640, "flat"),
             r=("at", 470, 560), hold_r=tp.blister(GOLD, 78, 118), rot_r=8, split=True)  # fmt: skip
    q = bust("qinlang", 650, 600, 1.75, mood="explain", turn=-0.4, look=(-0.8, 0.6), lean=-6,
             l="none", r=("at", 770, 585, "flat"), split=True)  # fmt: skip
    r = bust("ruoxi", 1000, 650, 1.85, mood="happy", turn=-0.5, look=(-0.9, 0.3), l=("at", 850, 620),
             hold_l=p.receipt(58, 84, "12.80"), rot_l=-8, r=("at", 1040, 650, "flat"), split=True)  # fmt: skip
    s.add(q, k, r, cl.slope_table((210, 1070), (40, 1240), 570, 830, "#e3c48d"), q.arms)
    flat = [
        at(p.open_book(230, 130), 640, 720, 1, 2),
        at(tp.highlighter(PINK, 140), 900, 735, 1, -24),
        at(tp.highlighter(LEAF, 140), 860, 690, 1, 8),
        at(p.receipt(88, 120), 420, 760, 1, 14),
        at(rect(-46, -26, 92, 52, WHITE, 6) + rect(-46, -26, 60, 52, INDIGO, 6), 1080, 760, 1, 10),
        at(p.phone("shop", 74, 140), 270, 790, 1, -16),
    ]
    s.add(*(st.cast_shadow(x, 6, 9) for x in flat), k.arms, r.arms)
    s.add(st.reach(606, 400, 622, 490, "point", INDIGO, 1.6, 188, bow=-0.3, cuff=0.62))
    return s.add(at(sch.pencil_cup(SEAL, 1.5), 1150, 710), th.leaves(10, 850, 1.1))


def consumer():
    """Early morning in the street: a rice roll from the stall, the change in his hand."""
    s = st.new().add(rect(0, 0, W, H, "#fbe6c6", stroke=None), circle(905, 300, 92, "#fff3cf", None))
    s.add(*(circle(905, 300, r, "#fff3cf", None, extra='opacity="0.35"') for r in (150, 220)))
    houses = "".join(
        rect(560 + i * 150, 330 - (i * 67) % 120, 160, 330, c)
        + "".join(
            rect(586 + i * 150 + k * 62, 372 - (i * 67) % 120 + r * 84, 42, 52, "#fff1d6", 2, lw=3)
            for k in (0, 1)
            for r in (0, 1)
        )
        for i, c in enumerate(("#d58f76", "#ead9bf", "#c97a62", "#e2c7a8", "#d58f76"))
    )
    s.add(st.fade(houses + at(f.bus(330, JADE), 1110, 640), "#fbe6c6", 0.5))
    s.add(rect(0, 622, W, 180, "#d9c9ab", stroke=None), line(0, 622, W, 622, stroke="#b9a684", w=4))
    s.add(*(line(640 + i * 170, 622, 640 + i * 290, 800, stroke="#cbb996", w=3) for i in range(-6, 7)))
    s.add(st.fade(person("mother", 1020, 664, 0.62, legs="walk", turn=0.5), "#fbe6c6", 0.35))
    s.add(st.fade(at(f.bicycle(SEAL), 730, 650, 0.9), "#fbe6c6", 0.2))
    stall = rect(-20, 60, 500, 580, "#c97a62") + rect(16, 170, 440, 420, "#5d4535")
    stall += "".join(rect(30, 300 + i * 90, 410, 12, WOOD, lw=3) for i in range(3))
    stall += "".join(at(p.cup(JADE, False), 60 + i * 52, 300, 0.8) for i in range(8))
    man = bust("shopkeeper", 330, 590, 1.6, mood="happy", turn=0.5, look=(0.9, 0.3), l=("at", 250, 560, "fist"),
               r=("at", 560, 470), hold_r=at(tp.rice_ball(), 10, -8, 0.9), split=True)  # fmt: skip
    s.add(stall, man, rect(-20, 560, 560, 250, WOOD), rect(-20, 540, 590, 36, WOOD_LIGHT, 4))
    for i, word in enumerate(("粢饭团", "豆浆", "油条")):
        s.add(rect(16 + i * 176, 610, 160, 92, OCHRE_WASH, 4), text(96 + i * 176, 672, word, 44, SEAL, "serif"))
    s.add(at(tp.steamer(170, 3), 90, 540), at(f.awning(600, 10, "老西门早点", SEAL, 76, 48), 250, 30), man.arms)
    tub = path("M-74 -74H74L62 0H-62Z", WOOD_LIGHT) + ellipse(0, -76, 74, 20, "#fdf8ea") + rect(-78, -52, 156, 12, WOOD)
    s.add(at(tub, 440, 542, 0.8))
    b = person(
        "yiming", 820, 850, 1.75, "smile", -0.5, look=(-0.9, 0.2), l=("at", 640, 500, "open"), r=(44, 66, "open")
    )
    s.add(at(th.backpack(SEAL, 2.0), b.head[0] + 56, b.head[1] + 180), shadow(820, 800, 120, 16), b)
    s.add(*(at(p.coin(15), b.right[0] + dx, b.right[1] + dy) for dx, dy in ((-16, 16), (8, 22), (-6, 34))))
    s.add(at(tp.shade(760, 2, LEAF, 170), 1010, -6), at(rect(-44, 0, 88, 820, "#b79a72"), 1240, 0))
    return s.add(path("M1210 120q20 40 4 90M1256 330q-18 40 -2 80M1222 520q16 30 2 70", stroke="#9d815c", w=5))


def before_buy():
    """Seen from inside the shelf: two faces between the pens."""
    s = st.new().add(st.room("ochre", 620), st.fade(at(sch.stationery(560, 4, 560), 250, 620), "ochre", 0.45))
    s.add(st.fade(at(sch.stationery(560, 4, 560), 1030, 620), "ochre", 0.45))
    b = bust("yiming", 900, 770, 2.25, mood="thinking", turn=-0.4, look=(-0.3, 0.9), l=("at", 790, 590),
             r=("at", 900, 610, "point"), hold_l=at(sch_calc(), s=0.52), rot_l=-6)  # fmt: skip
    g = bust("xiaoman", 440, 780, 2.4, mood="surprised", turn=0.35, look=(0.3, 0.9), l=("at", 470, 560, "point"),
             r=("at", 590, 620), hold_r=tp.blister(ORANGE, 84, 128), rot_r=5)  # fmt: skip
    s.add(b, g)
    wood = "#c39a5c"
    s.add(rect(-10, -10, W + 20, 86, wood), rect(-10, 62, W + 20, 18, lighter(wood, 0.3)))
    s.add(rect(-10, -10, 84, 830, wood), rect(W - 74, -10, 90, 830, wood), rect(56, 80, 18, 640, darker(wood, 0.2)))
    s.add(rect(W - 74, 80, 18, 640, darker(wood, 0.2)), rect(-10, 716, W + 20, 100, wood), line(0, 740, W, 740, w=3))
    for x, word in ((250, "6.5 元"), (660, "8.9 元"), (1040, "12 元")):
        s.add(at(tp.price_tag(word, 170, 58), x, 772))
    hooks = "".join(
        at(tp.blister(c, 92, 150), 950 + i * 100, 200, 0.9, (i % 3 - 1) * 3) for i, c in enumerate((PINK, LEAF, GOLD))
    )
    s.add(hooks, *(line(950 + i * 100, 70, 950 + i * 100, 100, w=8) for i in range(3)))
    s.add(at(sch.pencil_cup(JADE, 1.7), 150, 724), at(sch.pencil_cup(SEAL, 1.5), 1140, 724))
    books = "".join(rect(1000 + i * 26, 560, 24, 160, c, 2) for i, c in enumerate((INDIGO, PLUM, GOLD)))
    return s.add(books, at(tp.highlighter(GOLD, 190), 320, 700), at(tp.highlighter(PINK, 190), 730, 702, 1, -4))


def sch_calc():
    """A phone that shows a sum."""
    keys = "".join(
        rect(-42 + k % 3 * 30, -78 + k // 3 * 27, 24, 20, SEAL if k == 8 else STEEL, 4, None) for k in range(9)
    )
    return (
        rect(-54, -168, 108, 200, INK, 14)
        + rect(-45, -154, 90, 172, WHITE, 6, None)
        + text(38, -104, "1.3", 40, INK, anchor="end")
        + text(38, -138, "6.5÷5", 20, GREY_TEXT, anchor="end")
        + keys
    )


def online():
    """Dusk: the shoe comes out of its box, the telephone on its tripod has it all."""
    s = st.new().add(st.room("indigo", 620, pattern="stripes"))
    s.add(cl.lane_window(60, 60, 400, 330, "o", 2, sky="#f7c99a", roof="#7d4a4a"))
    s.add(rect(60, 60, 400, 330, ORANGE, 0, None, extra='opacity="0.22"'))
    s.add(
        st.fade(
            at(f.shelf(330, 280, 2, seed=5), 1080, 330) + at(f.picture("mountain", 150, 110), 620, 150), "indigo", 0.35
        )
    )
    g = bust("kexin", 690, 680, 2.15, mood="thinking", turn=0.3, look=(0.8, 0.7), l=("at", 640, 560, "flat"),
             r=("at", 850, 430), hold_r=at(tp.sneaker(JADE), 16, 26, 0.86, -14), split=True)  # fmt: skip
    box = rect(-190, -150, 380, 150, p_card()) + rect(-190, -150, 380, 150, None)
    lid = poly([(-190, -150), (-150, -210), (230, -210), (190, -150)], lighter(p_card(), 0.2))
    inner = poly([(-150, -204), (-120, -170), (180, -170), (222, -204)], WHITE, w=3)
    box = lid + inner + at(tp.sneaker(JADE), 30, -150, 1.5) + box + rect(-160, -104, 150, 70, WHITE, 3)
    box += cp.bars(-142, -84, (110, 84), 22, w=5) + text(110, -50, "42 码", 44, WHITE, "serif")
    s.add(g, st.table_top(600, "#d9b98a"), shadow(720, 716, 240, 16), at(box, 740, 714), g.arms)
    scr = rect(-126, -66, 252, 138, "#dfe6f3", 0, None) + rect(-126, 30, 252, 42, "#d9b98a", 0, None)
    scr += at(rect(-62, -44, 124, 44, p_card(), lw=3) + at(tp.sneaker(JADE), 16, -44, 0.5), 30, 52)
    scr += circle(-104, -46, 9, SEAL, None) + text(-88, -38, "录像 02:16", 24, INK, anchor="start")
    phone = rect(-150, -84, 300, 168, INK, 22) + scr
    s.add(at(tp.tripod(270), 250, 810), at(phone, 250, 486), shadow(1150, 770, 80, 10))
    lamp = at(cp.table_lamp(SEAL), 1160, 760, 1.5, flip=True)
    glow = poly([(1080, 520), (1190, 560), (1120, 800), (820, 800)], "#fff3cf", None, extra='opacity="0.3"')
    return s.add(glow, lamp, at(th.scissors(), 1010, 760, 1, 60))


def p_card():
    return "#d8a86a"


def food():
    """By the chiller: the bag against the lamp, the finger at the date."""
    s = st.new().add(rect(0, 0, W, H, "#e4f0ec", stroke=None), rect(0, 660, W, 140, "#d3dcd2", stroke=None))
    s.add(st.fade(at(cp.dairy_case(900, 600), 900, 690) + rect(0, 120, 420, 560, "#cfdcd4"), "jade", 0.35))
    s.add(st.fade(at(f.shelf(380, 520, 4, seed=3), 190, 690), "jade", 0.45), rect(0, 0, W, 70, JADE))
    s.add(text(190, 52, "便利店", 46, WHITE, "serif", spacing=12), rect(540, 70, 440, 26, WHITE, 8))
    s.add(poly([(560, 96), (960, 96), (1180, 800), (330, 800)], "#fffbe6", None, extra='opacity="0.5"'))
    b = bust("qinlang", 370, 885, 2.6, mood="thinking", turn=0.45, look=(0.7, -0.9), tilt=-5, l=("at", 360, 800, "fist"),
             r=("at", 668, 262), split=True)  # fmt: skip
    m = bust("bun_girl", 1010, 850, 2.3, mood="talk", turn=-0.5, look=(-0.9, -0.5), l=("at", 800, 470, "point"),
             r=("at", 1080, 800, "fist"), split=True)  # fmt: skip
    s.add(rays(668, 380, 190, 230, 16, "#f0d48a", 7), b, m)
    s.add(b.arms, at(tp.bread_bag(236, 316), b.right[0] + 6, b.right[1] - 10), at(st.knuckles(2.4), *b.right), m.arms)
    front = "".join(at(cp.yogurt(c, 1.5), 60 + i * 96, 806) for i, c in enumerate((PINK, ORANGE, INDIGO, GOLD)))
    return s.add(rect(-10, 770, 480, 40, STEEL), at(front, -20, -30), rect(-10, 776, 470, 40, STEEL))


def games():
    """On the sofa with grandmother: the bill on the telephone, opened boxes on the table."""
    s = st.new().add(st.room("plum", 590, pattern="dots"))
    s.add(st.fade(at(f.window(300, 280, "night", SEAL, "gm"), 250, 200) + at(f.lamp(480), 1180, 640), "plum", 0.3))
    s.add(st.fade(at(f.picture("family", 190, 140), 900, 150), "plum", 0.3), at(f.sofa(800, "#5f7f9c"), 640, 800, 1.5))
    g = bust("grandma", 420, 650, 2.0, mood="thinking", turn=0.45, look=(0.9, 0.9), l=("at", 588, 470, "point"),
             r=("at", 560, 640, "flat"), split=True, wear={"top": SEAL})  # fmt: skip
    b = bust("yiming", 850, 660, 2.1, mood="worried", turn=-0.45, look=(-0.8, 0.9), l=("at", 716, 590, "grip"), r=("at", 930, 640, "flat"),
             split=True, wear={"style": "tee", "yoke": None, "top": LEAF, "print": "stripes", "cuff": 0})  # fmt: skip
    rows = "".join(
        text(-58, -98 + i * 32, a, 20, INK, "sans-regular", "start") + text(58, -98 + i * 32, v, 20, SEAL, anchor="end")
        for i, (a, v) in enumerate((("充值", "98"), ("盲盒", "59"), ("盲盒", "59"), ("打赏", "30")))
    )
    bill = rect(-76, -180, 152, 260, INK, 18) + rect(-66, -164, 132, 230, WHITE, 8, None) + rows
    bill += text(0, -132, "本月账单", 25, INK, "serif") + text(0, 50, "共 246 元", 26, SEAL, "serif")
    s.add(b, g, b.arms, at(bill, 656, 500, 1.12, 3), g.arms, at(st.knuckles(1.9), 738, 560))
    s.add(
        poly([(170, 650), (1110, 650), (1210, 820), (70, 820)], WOOD_LIGHT), line(150, 676, 1130, 676, stroke=WOOD, w=4)
    )
    for x, y, c, r in ((250, 780, PLUM, -6), (1020, 770, JADE, 5), (420, 740, INDIGO, 3)):
        box = rect(-48, -104, 96, 104, c, 4) + text(0, -32, "?", 60, WHITE, "serif")
        flap = poly([(-48, -104), (-72, -140), (-10, -138), (0, -104)], lighter(c, 0.3))
        s.add(
            shadow(x, y, 70, 10),
            at(flap + poly([(48, -104), (74, -136), (12, -138), (0, -104)], lighter(c, 0.3)) + box, x, y, 1, r),
        )
    for x, y, c in ((560, 770, PINK), (690, 786, PINK), (860, 760, "#a9cfe0")):
        s.add(shadow(x, y, 34, 8), at(tp.doll(c), x, y, 1.15))
    bits = ((330, 790, SEAL), (930, 790, GOLD), (610, 800, INDIGO), (1100, 800, PLUM))
    return s.add(*(at(path("M-26 6L-8 -14L20 -8L26 8L0 14Z", c), x, y) for x, y, c in bits))


def data():
    """At the school gate, under the plane tree: the telephone against her chest, a friendly no."""
    s = st.new().add(rect(0, 0, W, H, "#e6eff2", stroke=None), ellipse(420, 120, 130, 28, WHITE, None))
    school = rect(330, 150, 660, 490, "#f1dcc4") + "".join(
        rect(372 + i * 104, 190 + r * 120, 66, 78, "#cfe0ea", 3) for i in range(6) for r in range(2)
    )
    school += rect(250, 400, 70, 240, "#d58f76") + rect(900, 400, 70, 240, "#d58f76")
    school += rect(240, 398, 760, 40, "#b96f58", 4)
    school += rect(500, 226, 190, 84, "#b96f58", 4) + text(595, 282, "梧桐中学", 40, WHITE, "serif")
    school += "".join(line(340 + i * 36, 470, 340 + i * 36, 640, w=4) for i in range(16)) + line(
        320, 476, 900, 476, w=6
    )
    s.add(st.fade(school, "#e6eff2", 0.4), rect(0, 636, W, 180, "#d9d2c2", stroke=None))
    s.add(line(0, 636, W, 636, stroke="#b7ae9d", w=4))
    for x, y, k, who in ((470, 690, 0.72, "xiaoman"), (560, 684, 0.72, "qinlang"), (700, 676, 0.66, "yiming")):
        s.add(st.fade(person(who, x, y, k, back=True, legs="walk", turn=0.3), "#e6eff2", 0.3))
    s.add(rect(1080, -10, 150, 830, "#b79a72"), at(tp.shade(1700, 1, LEAF, 190), 700, -6))
    s.add(path("M1110 260q40 50 10 120M1180 420q-34 50 -6 110M1120 610q26 40 0 90", stroke="#9d815c", w=6))
    s.add(ellipse(1190, 330, 26, 40, "#cbb08a", None), ellipse(1110, 500, 20, 34, "#cbb08a", None))
    pr = person("promoter", 900, 850, 1.6, "sly", -0.5, look=(-0.9, 0.1), l=("at", 742, 500), r=("at", 1050, 420),
                hold_l=at(tp.bear(), 0, 46, 1.25), hold_r=qr_board(), rot_r=6)  # fmt: skip
    g = person("ruoxi", 330, 900, 2.05, "shy", 0.45, look=(0.8, -0.1), l=("at", 330, 516), hold_l=at(p.phone("back", 46, 82), 4, 16),
               r=("at", 560, 470, "open"), rot_l=-8)  # fmt: skip
    s.add(shadow(900, 812, 120, 14), pr, at(th.backpack(GOLD, 2.2), g.head[0] - 52, g.head[1] + 210), g)
    leaf = "M0 -20L8 -8L22 -10L14 3L20 16L5 12L0 24L-5 12L-20 16L-14 3L-22 -10L-8 -8Z"
    spots = (
        (90, 720, GOLD, 20),
        (640, 770, ORANGE, 60),
        (1230, 760, GOLD, 10),
        (180, 300, GOLD, 40),
        (760, 250, ORANGE, 80),
    )
    return s.add(*(at(path(leaf, c, w=3), x, y, 1, r) for x, y, c, r in spots))


def qr_board():
    """A board on a stick: scan and get a present."""
    return (
        rect(-8, -20, 16, 60, WOOD)
        + rect(-84, -230, 168, 216, WHITE, 8)
        + rect(-84, -230, 168, 54, SEAL, 8)
        + text(0, -190, "扫码领礼", 34, WHITE, "serif")
        + at(p.qr(128), 0, -96)
    )


def scam():
    """Night: a stranger wants a video call, the finger is over the red button, mother comes with water."""
    night, deep = "#3a4464", "#2b3550"
    s = st.new().add(rect(0, 0, W, H, night, stroke=None), at(f.window(300, 300, "night", None, "sc"), 640, 210))
    s.add(st.fade(at(f.shelf(330, 360, 3, seed=9), 300, 400), night, 0.6), rect(0, 640, W, 170, deep, stroke=None))
    s.add(rect(950, 60, 290, 600, "#ffe9b8", 0), rect(934, 46, 322, 16, WOOD_DARK), rect(934, 46, 18, 620, WOOD_DARK))
    s.add(
        rect(1238, 46, 18, 620, WOOD_DARK),
        poly([(950, 660), (1240, 660), (1280, 810), (700, 810)], "#ffe9b8", None, extra='opacity="0.35"'),
    )
    s.add(poly([(1250, 60), (1330, 20), (1330, 720), (1250, 660)], WOOD))
    m = person(
        "mother",
        1090,
        740,
        1.4,
        "worried",
        -0.5,
        look=(-0.9, 0.1),
        l=(-70, 60),
        hold_l=at(cp.glass(), 0, 20, 1),
        r="down",
    )
    z = bust(
        "ziang",
        640,
        700,
        2.2,
        mood="worried",
        turn=-0.3,
        look=(-0.8, 0.6),
        l="none",
        r=("at", 730, 670, "flat"),
        split=True,
    )
    s.add(m, z, rect(-10, 640, W + 20, 180, "#8a6a45"), rect(-10, 632, W + 20, 22, "#a5845a"))
    s.add(poly([(800, 470), (870, 480), (930, 640), (560, 640)], "#ffe9a8", None, extra='opacity="0.28"'))
    s.add(at(cp.table_lamp(SEAL), 880, 650, 1.25, flip=True), at(p.open_book(230, 96), 760, 720), z.arms)
    call = circle(0, -130, 84, "#55608a", None) + circle(0, -152, 34, "#aab2cc", None)
    call += path("M-62 -70Q-56 -112 0 -112T62 -70Z", "#aab2cc", None) + text(0, 4, "“客服” 007", 38, WHITE)
    call += text(0, 50, "请求视频通话", 30, "#c6d2e8", "sans-regular")
    call += circle(-78, 160, 46, SEAL, WHITE, 5) + circle(78, 160, 46, LEAF_DARK, WHITE, 5)
    hang = path("M-26 10Q0 -18 26 10L16 20L8 8Q0 4 -8 8L-16 20Z", WHITE, None)
    call += at(hang, -78, 158) + at(
        rect(-22, -16, 30, 32, WHITE, 6, None) + poly([(12, -4), (26, -14), (26, 14), (12, 4)], WHITE, None), 78, 160
    )
    s.add(st.grip_phone(300, 420, call, deep, 330, 590, -5, "#1c6457", -1))
    return s.add(st.reach(640, 880, 350, 700, "point", "#1c6457", 2.4, 232, cuff=0.5))


def wrong():
    """Over the contact person's shoulder: mother and son lay out what they have."""
    s = st.new().add(st.room("jade", 600, dado=170), st.fade(cl.lane_window(60, 130, 250, 260, "w", 2), "jade", 0.3))
    s.add(at(tp.sign("消费维权服务站", 560, 116, JADE, 54, "12315"), 660, 100))
    s.add(st.fade(at(f.shelf(280, 260, 2, seed=21), 1110, 420) + at(f.plant(170), 60, 620, 1.2), "jade", 0.3))
    b = bust("ziang", 400, 650, 1.95, mood="talk", turn=0.35, look=(0.7, 0.6), l=("at", 300, 640, "flat"), r=("at", 560, 640, "flat"),
             split=True)  # fmt: skip
    m = bust(
        "mother",
        740,
        620,
        1.75,
        mood="neutral",
        turn=0.3,
        look=(0.8, 0.3),
        l=("at", 640, 640, "flat"),
        r=("at", 800, 676, "flat"),
        split=True,
    )
    s.add(m, b, cl.slope_table((120, 1160), (-60, 1340), 590, 830, "#e3c48d"))
    things = [
        at(p.receipt(110, 150, "199.00"), 210, 750, 1, -10),
        at(tp.chat_print(150, 170), 400, 730, 1, 5),
        at(tp.headphones(INDIGO), 600, 690, 0.9, 4),
        at(
            rect(-80, -60, 160, 120, WHITE, 3)
            + rect(-68, -48, 136, 78, "#cfdced", 2, lw=3)
            + at(tp.headphones(INDIGO), 0, -4, 0.5),
            776,
            742,
            1,
            -4,
        ),
    ]
    s.add(*(st.cast_shadow(x, 6, 9) for x in things), b.arms, m.arms)
    st_ = bust("liaison_man", 1140, 890, 2.4, back=True, l="none", r="none")
    s.add(at(p.open_book(210, 120), 960, 720, 1, -6), st_)
    s.add(st.reach(980, 920, 1010, 780, "write", WHITE, 1.6, 215, held=cp.pen(SEAL, 92, 6), rot=24))
    return s


COVERS = {
    "middle-school-guide": guide,
    "guide-i-am-a-consumer": consumer,
    "guide-before-you-buy": before_buy,
    "guide-online-and-live": online,
    "guide-eat-safely": food,
    "guide-games-tips-blind-boxes": games,
    "guide-guard-your-data": data,
    "guide-spot-the-scam": scam,
    "guide-when-things-go-wrong": wrong,
}
