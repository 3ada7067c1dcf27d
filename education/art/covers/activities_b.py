"""Covers of the class activities, label detectives, the online class, the market and the hunt for prices."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from .. import scenes
from .. import teaching_props as tp
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
    STEEL,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    darker,
    lighter,
)
from ..pen import at, circle, clip, line, path, poly, rays, rect, shadow
from ..people import bust, person
from . import classroom as cl
from . import stage as st
from . import things as th

W, H = st.W, st.H


def _cap(colour="#a5845a"):
    """A detective's hat, for a head's middle at 0, 0."""
    return (
        path("M-54 -22C-54 -64 -30 -84 0 -84S54 -64 54 -22Q0 -36 -54 -22Z", colour)
        + path("M-54 -26Q0 -42 54 -26L72 -8Q0 -34 -72 -8Z", darker(colour, 0.2))
        + line(-30, -72, -36, -34, stroke=darker(colour, 0.3), w=4)
        + line(30, -72, 36, -34, stroke=darker(colour, 0.3), w=4)
        + circle(0, -86, 7, SEAL, w=3)
    )


def detectives():
    """Four small detectives over a packet: the glass makes the small print large."""
    s = st.new().add(
        cl.class_room("ochre", 540), cl.blackboard(330, 26, 620, 170, cl.board_text(640, 126, ("标签侦探社",), 70))
    )
    team = (
        ("kid_short", 150, 690, 1.9, "thinking", 0.4, "fist"), ("xiaomin_school", 450, 600, 1.85, "surprised", 0.2, "flat"),
        ("kid_curly", 830, 600, 1.85, "happy", -0.2, "flat"), ("kid_bun", 1130, 690, 1.9, "determined", -0.4, "fist"),
    )  # fmt: skip
    figs = []
    for who, x, y, k, mood, t, _ in team:
        left, right = ("at", x - 90, y - 40, "flat"), ("at", x + 80, y - 40, "flat")
        if who == "xiaomin_school":
            right = ("at", 668, 640, "fist")
        if who == "kid_bun":
            left = ("at", 1010, 690, "fist")
        fig = bust(who, x, y, k, mood=mood, turn=t, look=(t * 2, 1), l=left, r=right, split=True)
        figs.append(fig)
        s.add(fig)
        if who in ("kid_short", "kid_curly"):
            s.add(at(_cap("#a5845a" if who == "kid_short" else "#6c7a86"), fig.head[0], fig.head[1] + 4, k * 0.98))
    s.add(cl.slope_table((120, 1160), (-40, 1320), 560, 830, "#e3c48d"), figs[0].arms, figs[2].arms)
    pack = rect(-150, -100, 300, 200, ORANGE, 8) + rect(-128, -80, 256, 160, WHITE, 4)
    pack += cp.bars(-110, -54, (150, 190, 120, 170, 140, 180), 22, w=5)
    s.add(st.cast_shadow(at(pack, 520, 690, 1.1, -5), 6, 9))
    big = (
        text(0, -26, "生产日期", 34, INK, "sans-regular")
        + text(0, 30, "保质期？", 40, SEAL, "serif")
        + cp.bars(-70, 60, (130, 90), 20, w=5)
    )
    body = clip(circle(0, 0, 112, WHITE, None) + big, circle(0, 0, 110, WHITE, None), "dt")
    s.add(at(tp.lens(112, body), 560, 660), figs[1].arms)
    s.add(
        st.cast_shadow(
            at(tp.form("侦探记录", ("日期", "配料", "厂家"), ("tick", "tick", ""), 230, 220, 30), 930, 706, 1, 6), 6, 9
        )
    )
    s.add(figs[3].arms, at(cp.pen(SEAL, 92, 6), 1006, 724, 1, 20), at(st.knuckles(1.7), 1012, 686))
    for x, y, c, r in ((190, 740, GOLD, -12), (300, 690, LEAF, 8), (1180, 740, PLUM, 10)):
        s.add(st.cast_shadow(at(p.food_pack("零食", c, 90, 112), x, y + 40, 1, r), 5, 8))
    return s


def online_class():
    """The teacher before the screen: a live room, the chat, the vote."""
    s = st.new().add(st.room("indigo", 640), st.fade(at(f.shelf(260, 420, 3, seed=9), 120, 470), "indigo", 0.4))
    s.add(
        st.fade(at(f.plant(170), 1230, 640, 1.2), "indigo", 0.2),
        rect(190, 30, 960, 560, INK, 18),
        rect(210, 50, 920, 516, "#f4f6fa", 8, None),
    )
    s.add(
        rect(210, 50, 920, 54, INDIGO, 8, None),
        text(236, 90, "进直播间前的六问", 34, WHITE, "serif", "start"),
        text(1104, 88, "在线 128 人", 26, "#dfe6f3", "sans-regular", "end"),
    )
    host = bust(
        "salesman", 0, 120, 1.2, mood="laugh", l="present", r="up", wear={"top": "#9a4f6b", "bottom": "#9a4f6b"}
    )
    live = (
        rect(-190, -200, 380, 400, "#4b3f66", 0, None)
        + circle(0, -40, 150, "#6a5a8c", None)
        + rays(0, -40, 158, 196, 14, "#8a78ad", 7)
        + host
    )
    live += (
        at(p.gift(90, 76), -110, 150)
        + at(p.gift(80, 66, JADE), 110, 150)
        + rect(-190, 140, 380, 60, "#2f2742", 0, None)
    )
    live += (
        rect(-170, 152, 200, 36, "#5a4c77", 18, None)
        + rect(60, 148, 110, 44, SEAL, 22, None)
        + text(115, 180, "抢！", 28, WHITE)
    )
    s.add(
        at(clip(live, rect(-190, -200, 380, 400, WHITE, 12, None), "ol"), 430, 328),
        rect(240, 128, 380, 400, None, 12, INK, 4),
    )
    s.add(rect(256, 142, 128, 38, SEAL, 6, None), text(320, 170, "模拟直播", 25, WHITE))
    s.add(text(650, 152, "投票：卖家是谁？", 30, INK, "serif", "start"))
    for i, (word, k, c) in enumerate((("主播", 0.34, GOLD), ("店铺", 0.82, JADE), ("平台", 0.2, PLUM))):
        y = 172 + i * 50
        s.add(
            rect(650, y, 450, 36, "#e3e8f1", 6, None),
            rect(650, y, 450 * k, 36, c, 6, None),
            text(662, y + 27, word, 25, WHITE if k > 0.3 else INK, "sans", "start"),
        )
        s.add(text(1090, y + 27, f"{round(k * 74)} %", 23, INK, "sans-regular", "end"))
    s.add(line(640, 338, 1112, 338, stroke="#c6d2e8", w=4))
    for i, (who, said) in enumerate(
        (("王阿姨", "执照在哪里看？"), ("小陆", "钱要付在平台里！"), ("老周", "原来主播不是店主"))
    ):
        y = 360 + i * 60
        s.add(
            circle(668, y + 22, 19, (SEAL, JADE, GOLD)[i], None),
            text(668, y + 31, who[0], 24, WHITE),
            rect(698, y, 44 + len(said) * 27, 44, WHITE, 14, "#c6d2e8", 3),
            text(718, y + 31, said, 26, INK, "sans-regular", "start"),
        )
    s.add(poly([(600, 590), (740, 590), (770, 660), (570, 660)], STEEL), st.table_top(640, "#d9b98a"))
    t = bust("teacher", 990, 1060, 2.1, back=True, l="none", r="none")
    keys = poly([(470, 690), (760, 690), (800, 770), (430, 770)], WHITE) + "".join(
        line(462 - i * 9, 708 + i * 18, 768 + i * 9, 708 + i * 18, stroke=STEEL, w=4) for i in range(4)
    )
    s.add(keys, at(p.cup(JADE), 300, 740, 1.5), at(tp.clipboard("讲稿", WOOD, 110, 130), 130, 780, 1.1, -8))
    s.add(
        st.reach(800, 880, 730, 738, "flat", WHITE, 1.9, 232, cuff=0.5),
        t,
        at(th.headset(INDIGO), t.head[0], t.head[1], 2.1),
    )
    s.add(rect(1000, 352, 112, 90, "#dcebe4", 8, INK, 3))
    return s.add(
        at(
            clip(bust("teacher", 0, 92, 0.46, mood="talk"), rect(-50, -40, 100, 80, WHITE, 6, None), "me"),
            1056,
            398,
            1.08,
        )
    )


def market():
    """Early in the market: what does the scale say?"""
    s = st.new().add(st.fade(scenes.market(W, H, 560), "ochre", 0.5))
    s.add(poly([(0, 0), (420, 0), (900, 800), (300, 800)], "#fff3cf", None, extra='opacity="0.4"'))
    s.add(
        bust("shopwoman", 330, 600, 1.6, mood="happy", turn=0.4, look=(0.8, 0.5), l="down", r=("at", 470, 470, "open"))
    )
    g = person(
        "gramps_side",
        1170,
        850,
        1.6,
        "happy",
        -0.5,
        look=(-0.9, 0.5),
        l=("at", 1050, 610),
        hold_l=tp.clipboard("走访", WOOD, 80, 100),
        r="down",
    )
    d = person("granny_dark", 890, 850, 1.6, "surprised", -0.4, look=(-0.9, 0.4), l=("at", 660, 480, "point"), r="down")
    s.add(person("volunteer_man", 1040, 760, 1.5, "explain", -0.5, look=(-0.9, 0.4), l="none", r="none"))
    s.add(
        rect(-10, 560, 700, 260, WOOD),
        rect(-20, 540, 730, 34, WOOD_LIGHT, 4),
        *(line(-10, y, 690, y, stroke=darker(WOOD), w=4) for y in (650, 740)),
    )
    scale = at(f.scales("0.98"), 0, 0, 1.5)
    s.add(at(tp.crate([p.vegetable(k) for k in ("tomato", "tomato", "tomato")], 190, 60), 280, 545))
    s.add(
        at(tp.crate([p.vegetable(k) for k in ("cabbage", "cabbage", "cabbage")], 220, 60), 60, 545), at(scale, 520, 545)
    )
    s.add(at(p.vegetable("aubergine"), 490, 446, 1.0, 70), at(p.vegetable("aubergine"), 550, 446, 1.0, 96))
    for x, word in ((60, "卷心菜 3 元"), (290, "番茄 6 元")):
        s.add(at(tp.price_tag(word, 200, 64, JADE), x, 610))
    s.add(at(f.awning(760, 12, "阿芬蔬菜", JADE, 72, 44), 320, 0))
    gb = bust("granny_bob", 170, 920, 1.8, back=True, l="none", r="none", turn=0.3)
    return s.add(d, g, gb, th.leaves(1290, 850, 0.9, flip=True))


def price_hunt():
    """A shelf of paper goods on the classroom wall; the unit price wins."""
    s = st.new().add(
        st.room("jade", 600, "#d8c39a", dado=130), st.fade(cl.lane_window(-60, 90, 210, 280, "p", 2), "jade", 0.35)
    )
    s.add(rect(200, 40, 860, 430, WOOD_LIGHT, 6), rect(218, 58, 824, 394, lighter(WOOD_LIGHT, 0.55), 3, lw=3))
    goods = (
        ("9.9", "250 毫升", ORANGE),
        ("12.8", "400 毫升", JADE),
        ("6.5", "120 克", PLUM),
        ("15", "500 毫升", INDIGO),
        ("8.8", "买二送一", SEAL),
        ("19", "300 克", GOLD),
        ("5.9", "半价", LEAF),
        ("11", "330 毫升", PINK),
    )
    for i, (price, size, c) in enumerate(goods):
        x, y = 322 + i % 4 * 206, 216 + i // 4 * 194
        thing = (
            at(p.milk("奶", 70, 104, colour=c), 0, 0)
            if i % 3 == 0
            else at(p.food_pack("", c, 80, 104), 0, 0)
            if i % 3 == 1
            else rect(-28, -78, 56, 78, c, 10)
            + rect(-16, -106, 32, 30, darker(c), 4)
            + rect(-28, -56, 56, 34, WHITE, 0, lw=3)
        )
        s.add(
            at(thing, x - 36, y),
            text(x + 52, y - 44, size, 24, INK, "sans-regular"),
            rect(218, y, 824, 14, WOOD, lw=3),
            at(tp.price_tag(f"{price} 元", 116, 48), x, y + 30),
        )
    s.add(st.fade(at(f.clock(44, 10, 10), 1160, 120), "jade", 0.2))
    s.add(person("teacher", 1160, 700, 1.3, "happy", -0.5, look=(-0.8, 0), l="hip", r="down", wear={"bottom": INDIGO}))
    b = person(
        "kid_side",
        560,
        770,
        1.75,
        "laugh",
        0.2,
        look=(0.5, -0.6),
        l="hip",
        r=("at", 640, 322),
        hold_r=tp.card("每 100 毫升", SEAL, 176, 56, 29),
        rot_r=3,
    )
    g = person(
        "kid_glasses",
        290,
        800,
        1.75,
        "thinking",
        0.4,
        look=(0.5, 0.9),
        l=(30, 40),
        r=(-4, 44, "point"),
        hold_l=at(p.calculator(), 0, 0, 0.9),
    )
    k = person("kid_curly", 920, 830, 1.65, back=True, l="down", r=("at", 1010, 420, "point"))
    s.add(shadow(560, 770, 90, 12), b, k, g)
    return s.add(
        bust("xiaomin_school", 80, 950, 2.1, back=True, l="none", r="none"),
        bust("kid_short", 1080, 930, 2.0, back=True, l="none", r="none"),
    )


COVERS = {
    "label-detectives": detectives,
    "livestream-online-class": online_class,
    "market-visit-morning": market,
    "price-hunt": price_hunt,
}
