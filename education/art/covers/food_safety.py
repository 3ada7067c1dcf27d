"""Covers of 吃得放心: jade, kitchens, shops and what stands on the shelf."""

from .. import cover_props as cp
from .. import furniture as f
from .. import props as p
from .. import scenes
from ..glyphs import text
from ..palette import (
    DEEPER, GOLD, INDIGO, INK, JADE, JADE_WASH, LEAF, LEAF_DARK, NIGHT, OCHRE_WASH, ORANGE, PINK, SEAL, STEEL, TOMATO, WHITE,
    WOOD, WOOD_LIGHT, darker, lighter, mix)
from ..pen import Scene, at, circle, ellipse, line, path, poly, rect, shadow
from ..people import bust, person
from . import stage as st
from .stage import H, W

TILE = "#dfe3d6"


def course():
    """Grandmother and Xiaomin before the chiller, a carton each."""
    s = st.new().add(rect(0, 0, W, H, JADE_WASH, stroke=None), rect(0, 640, W, 160, TILE, stroke=None))
    s.add(st.fade(at(cp.dairy_case(1180, 600), 640, 664), "jade", .4), *(line(640 + i * 150, 664, 640 + i * 260, 800, stroke=darker(TILE, .08), w=3) for i in range(-6, 7)))
    s.add(rect(0, 0, W, 40, darker(JADE, .1), stroke=None), *(rect(x, 12, 200, 14, WHITE, 7, None) for x in (140, 540, 940)))
    g = person("grandma", 560, 770, 1.75, "thinking", .35, look=(.5, .9), tilt=4, l=(10, 84, "grip"), r=(34, 26), hold_r=at(p.milk("鲜奶", 72, 108), 0, 34), under=())
    x = person("xiaomin", 860, 776, 1.62, "happy", -.35, look=(-.3, .9), tilt=-3, r=("at", 1000, 560, "open"), l=(-22, 34), hold_l=at(p.milk("酸奶", 66, 98, colour=SEAL), 0, 30))
    s.add(g, x)
    s.add(at(p.vegetable("leek"), 230, 596, 1.5, 14), at(p.vegetable("cabbage"), 160, 612, 1.5), at(cp.cart(420, 350), 200, 790, 1, flip=True))
    s.add(cp.leaves(1300, 840, 1.0, LEAF_DARK))
    return s


def label():
    """The carton against the lamp, as large as the people."""
    s = st.new().add(st.room("jade", 700, pattern="tiles"), st.fade(at(f.window(300, 240, "night", JADE, "fl"), 160, 230), "jade", .45))
    s.add(st.fade(rect(900, 130, 340, 18, WOOD) + at(p.thermos(GOLD), 960, 130) + at(p.cup(steam=False), 1050, 130, 1.2) + at(p.vegetable("aubergine"), 1150, 130, 1.2), "jade", .35))
    s.add(st.lamp(640, 110, 220, SEAL))
    g = bust("grandma", 330, 800, 2.25, mood="thinking", turn=.5, tilt=-4, look=(.9, -.3), l="hip", r=("at", 548, 560, "grip"), split=True)
    x = bust("xiaomin", 1000, 810, 2.2, mood="happy", turn=-.55, tilt=5, look=(-1, -.3), l=("at", 790, 520, "point"), r="hip", split=True)
    y = 210
    box = path(f"M530 {y + 80}L574 {y}H726L760 {y + 80}V700H530Z", WHITE) + poly([(760, y + 80), (726, y), (770, y + 24), (800, y + 90), (800, 690), (760, 700)], "#dfe6e4")
    box += line(530, y + 80, 760, y + 80) + rect(574, y - 20, 152, 24, JADE, 4) + rect(556, 330, 178, 190, WHITE, 4, JADE, 4) + text(645, 366, "配料表", 32, JADE, "serif")
    box += cp.bars(576, 394, (130, 96, 136), 30, w=6) + line(576, 484, 700, 484, stroke=SEAL, w=9)
    box += path("M530 560Q590 530 645 560T760 556V700H530Z", JADE) + text(645, 646, "牛奶", 62, WHITE, "serif")
    s.add(g, x, box, g.arms, x.arms, st.knuckles(2.1) and at(st.knuckles(2.2), 546, 560))
    s.add(*(line(640 + dx, 150 + dy, 640 + dx * 1.3, 150 + dy * 1.6, stroke=GOLD, w=6) for dx, dy in ((-190, 10), (190, 10), (-150, 50), (150, 50))))
    return s


def expired():
    """The service desk: the buns in one hand, the receipt in the other."""
    s = st.new().add(st.room("jade", 560, dado=0))
    s.add(st.fade(scenes.supermarket(W, H, 560), "jade", .6), rect(300, 40, 680, 96, JADE, 8), text(640, 110, "服务台", 64, WHITE, "serif", spacing=18))
    c = bust("shopwoman", 950, 600, 1.55, mood="worried", turn=-.4, look=(-1, .2), l=("at", 880, 560, "flat"), r=("at", 1030, 560, "flat"), split=True)
    s.add(c, rect(560, 560, 760, 260, WOOD), rect(530, 540, 800, 38, WOOD_LIGHT, 6), *(rect(600 + i * 230, 610, 200, 170, darker(WOOD, .08), 6, lw=3) for i in range(3)), c.arms)
    s.add(at(rect(-66, -96, 132, 96, INK, 8) + rect(-54, -86, 108, 60, JADE_WASH, 3, None), 1180, 544), at(rect(-40, -50, 80, 50, STEEL, 6) + rect(-22, -58, 44, 14, WHITE, lw=3), 1070, 544))
    m = bust("grandpa", 360, 850, 2.4, mood="determined", turn=.5, look=(.9, .1), l=("at", 190, 500), hold_l=at(cp.bun_bag(104, 100), 0, 0), r=("at", 590, 470), hold_r=p.receipt(66, 104, "6.00"), rot_r=8,
             wear=dict(top="#a9743f", print=None))
    s.add(m, path("M60 570l-30 -14M50 640l-34 0", stroke=SEAL, w=7))
    return s


def takeaway():
    """The door ajar: the rider's back, the bag with its seal, pyjamas."""
    s = st.new().add(st.room("jade", 690, pattern="stripes"), rect(0, 0, 330, H, NIGHT, stroke=None))
    s.add(*(circle(x, y, 3, OCHRE_WASH, None) for x, y in ((60, 80), (150, 160), (230, 60), (100, 260))), circle(160, 110, 34, OCHRE_WASH, None), st.fade(
        "".join(rect(x, y, 90, 700, "#3a4668", stroke=None) + "".join(rect(x + 16 + k % 2 * 34, y + 24 + k // 2 * 60, 22, 30, GOLD if (k + x) % 3 else "#4b587c", stroke=None) for k in range(8))
                for x, y in ((-10, 320), (90, 250), (200, 380))), NIGHT, .3))
    s.add(rect(318, -10, 44, 830, WOOD_LIGHT), st.fade(at(f.picture("mountain", 190, 140), 1080, 180) + rect(920, 420, 320, 18, WOOD) + at(f.plant(130), 1000, 420) + at(p.cat(), 1160, 420), "jade", .35))
    s.add(st.fade(rect(900, 440, 18, 250, WOOD) + rect(1240, 440, 18, 250, WOOD), "jade", .35))
    k = person("young_man", 800, 890, 1.95, "thinking", -.35, look=(-.6, 1), tilt=-5, l=("at", 640, 500, "grip"), r=("at", 740, 560, "point"), split=True,
               wear=dict(top="#8fb0cf", print="stripes", style="shirt", bottom="#8fb0cf"))
    r = bust("courier", 260, 900, 2.35, back=True, l="down", r=("at", 520, 500, "grip"), split=True)
    s.add(k, r, at(circle(0, -10, 56, GOLD) + path("M-14 -64Q0 -50 14 -64V40H-14Z", WHITE, w=3) + path("M-56 8Q0 30 56 8L50 36Q0 54 -50 36Z", INDIGO), *r.head, 2.2))
    s.add(at(rect(-112, -80, 224, 210, JADE, 22) + rect(-84, -50, 168, 80, lighter(JADE, .2), 10), 250, 690))
    s.add(r.arms, at(cp.takeaway_bag(220, 250), 590, 766), k.arms)
    return s


def campus():
    """A small shop beside the school gate; two pupils look for the words on the back of the packet."""
    s = st.new().add(rect(0, 0, W, H, "#e4f0ec", stroke=None), ellipse(960, 110, 130, 30, WHITE, None), ellipse(1060, 130, 90, 22, WHITE, None))
    school = rect(860, 210, 440, 420, "#f1dcc4") + "".join(rect(900 + i * 92, 250 + r * 110, 60, 70, "#cfe0ea", 3) for i in range(4) for r in range(2))
    school += rect(880, 400, 30, 230, "#d58f76") + rect(1170, 400, 30, 230, "#d58f76") + rect(860, 360, 360, 56, "#b96f58", 4) + text(1040, 400, "光明小学", 34, WHITE, "serif", spacing=6)
    school += "".join(line(930 + i * 30, 440, 930 + i * 30, 630, w=4) for i in range(8))
    s.add(st.fade(school, "#e4f0ec", .45), rect(0, 626, W, 180, "#d9d2c2", stroke=None), line(0, 626, W, 626, stroke="#b7ae9d", w=4), *(
        line(640 + i * 170, 626, 640 + i * 290, 800, stroke="#c9c1b0", w=3) for i in range(-6, 7)))
    shop = rect(-20, 60, 560, 580, "#e8c9a6") + rect(20, 250, 480, 386, "#6b5138") + "".join(
        rect(20, 330 + r * 100, 480, 14, WOOD, lw=3) for r in range(3))
    goods = "".join(at(cp.spicy_strips(54, 74), 60 + i * 62, 290 + r * 100, 1) if (i * 3 + r) % 4 == 0 else at(
        p.food_pack("", (ORANGE, GOLD, LEAF, INDIGO, PINK)[(i + r * 2) % 5], 52, 70), 60 + i * 62, 330 + r * 100) for i in range(7) for r in range(3))
    s.add(shop, goods, rect(-20, 560, 560, 80, WOOD_LIGHT), *(at(rect(-30, -66, 60, 66, "#e9f3f2", 10) + rect(-26, -40, 52, 40, c, 8, None) + rect(-34, -78, 68, 16, SEAL, 4), 60 + i * 96, 560) for i, c in enumerate(
        (GOLD, PINK, LEAF, ORANGE))), at(f.awning(590, 10, "文具小吃", JADE, 62, 42), 255, 110))
    b = person("boy", 930, 770, 1.75, "smile", -.5, look=(-.8, .7), l=(-66, 24, "point"), r="down")
    g = person("girl", 690, 776, 1.78, "thinking", .35, look=(.6, .9), l="down", r=(40, 34), hold_r=at(cp.spicy_strips(56, 72, True), 0, -22), rot_r=6)
    for who in (b, g):
        s.add(at(cp.backpack(SEAL if who is b else GOLD, 1.7), who.head[0] + (34 if who is b else -34), who.head[1] + 160), who)
    s.add(st.fade(at(f.tree(620), 1240, 800), "#e4f0ec", .1), cp.leaves(20, 840, 1.1))
    return s


def fridge():
    """The open fridge lights the two old people; one writes the date on a box."""
    s = st.new().add(st.room("jade", 640, pattern="tiles"), st.fade(rect(60, 120, 330, 190, WOOD_LIGHT, 4) + line(225, 120, 225, 310) + rect(930, 140, 300, 16, WOOD) + at(p.thermos(SEAL), 1000, 140) + at(
        p.bottle("盐", JADE), 1080, 140) + at(p.bottle("糖", GOLD), 1150, 140), "jade", .4))
    s.add(poly([(500, 90), (820, 90), (1120, 800), (220, 800)], "#fff3cf", None, extra='opacity="0.6"'), at(cp.open_fridge(360, 620), 690, 690))
    for x, y, it in ((600, 250, at(p.milk(), 0, 0, .9)), (680, 250, at(p.eggs(4), 0, 0, .9)), (780, 250, cp.lunch_box(90, 54, SEAL, "3")), (600, 424, p.vegetable("cabbage")),
                     (690, 424, cp.lunch_box(100, 60, GOLD, "5", TOMATO)), (790, 424, p.vegetable("aubergine")), (640, 560, at(p.vegetable("tomato"), 0, 0, 1)), (740, 560, p.vegetable("corn"))):
        s.add(at(it, x, y))
    m = person("grandpa", 310, 840, 1.75, "smile", .5, look=(.8, .4), l="hip", r=("at", 470, 500, "open"))
    a = person("grandma", 1010, 850, 1.8, "determined", -.4, look=(-.4, 1), l=("at", 900, 570, "grip"), r=("at", 960, 510), split=True, wear=dict(top="#8c5a6a"))
    s.add(m, a, at(cp.lunch_box(150, 84, INDIGO, "8日", LEAF), 900, 624), a.arms, at(cp.pen(SEAL, 80), 930, 570, 1, 32))
    s.add(shadow(640, 790, 520, 16), rect(80, 706, 1120, 120, WOOD_LIGHT, 8), line(80, 732, 1200, 732, stroke=darker(WOOD_LIGHT, .2), w=3))
    s.add(*(at(cp.yogurt(c, 1.35), x, 716) for x, c in ((230, PINK), (312, LEAF), (394, GOLD))), at(p.cup(JADE), 1120, 716, 1.4), at(cp.lunch_box(150, 80, SEAL, "6日", ORANGE), 640, 716))
    return s


def package():
    """Picture: the side of a carton, unfolded, six places with numbers."""
    s = Scene(1200, 900).add(scenes.wash(1200, 900, "jade", "plain"), rect(0, 760, 1200, 140, DEEPER["jade"], stroke=None))
    s.add(shadow(600, 846, 430, 18), poly([(250, 130), (330, 50), (870, 50), (950, 130)], "#eef3ee"), poly([(250, 130), (180, 190), (180, 800), (250, 850)], "#dfe8e2"), poly(
        [(950, 130), (1020, 190), (1020, 800), (950, 850)], "#dfe8e2"), rect(250, 130, 700, 720, WHITE), rect(250, 130, 700, 92, JADE))
    rows = (("名称", "纯牛奶"), ("配料", "生牛乳"), ("净含量", "250 毫升"), ("生产日期", "2026 年 11 月 02 日"), ("保质期", "常温 6 个月"), ("贮存条件", "避光，开封后冷藏"))
    s.add(text(600, 196, "纯牛奶", 56, WHITE, "serif", spacing=14))
    for i, (k, v) in enumerate(rows):
        y = 290 + i * 96
        s.add(circle(304, y - 14, 32, SEAL, WHITE, 5), text(304, y + 2, str(i + 1), 42, WHITE), text(360, y, k, 38, INK, "serif", "start"), text(540, y, v, 38, mix(INK, JADE, .4), "sans-regular", "start"))
        if i < 5:
            s.add(line(290, y + 34, 910, y + 34, stroke=DEEPER["jade"], w=4))
    return s


COVERS = {
    "food-safety-course": course, "read-a-food-label-in-one-minute": label, "expired-food-tenfold-compensation": expired,
    "takeaway-before-and-after-eating": takeaway, "campus-gate-snacks": campus, "fridge-and-near-expiry-food": fridge,
}
PICTURES = {"read-a-food-label-in-one-minute-package": package}
