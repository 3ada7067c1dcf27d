"""Backgrounds: each returns an SVG string that fills a picture of w × h, with the floor line at `floor` (default about 0.74 h).
People stand with their feet at or below the floor line. Everything is placed in proportion, so any size works."""

import math
import random

from . import furniture as f
from . import props as p
from .glyphs import text
from .palette import (
    DEEPER, GLASS, GOLD, INDIGO, INDIGO_WASH, INK, JADE, JADE_WASH, LEAF, LEAF_DARK, OCHRE_WASH, PAPER, PAPER2, PINK, SAND, SEAL,
    SEAL_WASH, STEEL, WASHES, WHITE, WOOD, WOOD_LIGHT, darker, lighter, mix)
from .pen import at, circle, ellipse, line, path, poly, rect

NONE = None


def _floor(h, floor):
    return h * 0.74 if floor is None else floor


def wash(w, h, colour="ochre", kind="dots"):
    """A plain ground for close shots. colour: seal, jade, ochre, indigo, plum; kind: dots, burst, plain, bands."""
    a, b = WASHES[colour], DEEPER[colour]
    out = rect(0, 0, w, h, a, stroke=NONE)
    if kind == "burst":
        cx, cy, far = w * .5, h * .55, w + h
        for i in range(0, 28, 2):
            t0, t1 = i * math.tau / 28, (i + 1) * math.tau / 28
            out += poly([(cx, cy), (cx + far * math.cos(t0), cy + far * math.sin(t0)), (cx + far * math.cos(t1), cy + far * math.sin(t1))], b, NONE)
    elif kind == "dots":
        for row, y in enumerate(range(0, int(h) + 30, 34)):
            r = 3 + 7 * (y / h)
            out += "".join(circle(x + row % 2 * 20, y, r, b, NONE) for x in range(0, int(w) + 40, 40))
    elif kind == "bands":
        out += path(f"M0 {h * .66}Q{w * .3} {h * .56} {w * .6} {h * .68}T{w} {h * .62}V{h}H0Z", b, NONE)
    return out


def room(w, h, floor=None, wall=OCHRE_WASH, ground=SAND, paper="stripes", boards=True):
    """An empty room: wallpaper (stripes, leaves, tiles, plain), skirting board and floor boards."""
    y, tone = _floor(h, floor), mix(wall, WOOD, 0.12)
    out = rect(0, 0, w, h, wall, stroke=NONE)
    if paper == "stripes":
        out += "".join(rect(x, 0, 26, y, tone, stroke=NONE) for x in range(20, int(w), 92))
    elif paper == "leaves":
        leaf = path("M0 -14Q10 0 0 14Q-10 0 0 -14Z", tone, NONE)
        out += "".join(at(leaf, x + r % 2 * 45, yy, 1, 30 if r % 2 else -30) for r, yy in enumerate(range(30, int(y), 62)) for x in range(30, int(w), 90))
    elif paper == "tiles":
        out += "".join(line(x, 0, x, y, stroke=tone, w=3) for x in range(0, int(w), 64)) + "".join(line(0, yy, w, yy, stroke=tone, w=3) for yy in range(0, int(y), 64))
    out += rect(0, y, w, h - y, ground, stroke=NONE)
    if boards:
        deep = darker(ground, .12)
        for i in range(-8, 9):
            out += line(w / 2 + i * w * .11, y, w / 2 + i * w * .19, h, stroke=deep, w=2.6)
    return out + rect(-10, y - 16, w + 20, 18, lighter(ground, .45), lw=3)


def _sunbeam(w, h, x):
    return poly([(x, h * .12), (x + w * .14, h * .12), (x + w * .4, h), (x + w * .14, h)], WHITE, NONE, extra='opacity="0.2"')


def living_room(w, h, floor=None, night=False, sofa=True, screen="", wall=None):
    """Grandmother's living room: window, family picture, calendar, sofa on the left, cabinet with television on the right."""
    y = _floor(h, floor)
    out = room(w, h, y, wall or ("#dcd3c8" if night else OCHRE_WASH), "#c9b48c" if night else SAND)
    out += at(f.window(w * .2, h * .26, "night" if night else "lane", SEAL, "lr"), w * .2, h * .25) + at(f.picture("family", 130, 96), w * .44, h * .2) + at(f.calendar(), w * .58, h * .22)
    out += at(f.clock(34, 9 if night else 3, 10), w * .7, h * .16)
    if sofa:
        out += at(f.sofa(w * .34), w * .22, y + 20)
    out += at(f.cabinet(w * .3, 92), w * .83, y + 6) + at(f.tv(w * .2, content=screen), w * .83, y - 94) + at(f.plant(150), w * .965, y + 20)
    return out + ellipse(w * .5, y + (h - y) * .6, w * .3, (h - y) * .28, mix(SEAL, SAND, .45), NONE) + ellipse(w * .5, y + (h - y) * .6, w * .27, (h - y) * .22, "none", PAPER, 4) + (
        "" if night else _sunbeam(w, h, w * .13))


def kitchen(w, h, floor=None):
    """A kitchen: tiles, cupboards, worktop, fridge on the right."""
    y = _floor(h, floor)
    out = room(w, h, y, JADE_WASH, "#d9cbb0", "tiles") + at(f.window(w * .22, h * .26, "lane", None, "ki"), w * .5, h * .26)
    for x in (.04, .17):
        out += rect(w * x, h * .06, w * .12, h * .26, WOOD_LIGHT, 3) + line(w * (x + .1), h * .18, w * (x + .1), h * .24, w=5)
    out += rect(w * .02, y - 150, w * .74, 154, WOOD) + "".join(rect(w * (.035 + .145 * i), y - 128, w * .13, 116, WOOD_LIGHT, 3, lw=3) for i in range(5)) + rect(w * .01, y - 168, w * .76, 22, WHITE, 3)
    pot = rect(-44, -46, 88, 46, SEAL, 8) + rect(-50, -54, 100, 12, lighter(SEAL), 4) + circle(0, -60, 7, INK, NONE) + line(-58, -34, -44, -34, w=7) + line(44, -34, 58, -34, w=7)
    out += at(pot, w * .12, y - 166) + at(p.thermos(JADE), w * .28, y - 166, .8) + at(p.vegetable("cabbage"), w * .62, y - 166) + at(p.vegetable("tomato"), w * .68, y - 166, .9)
    return out + at(f.fridge(), w * .88, y + 10)


def bedroom(w, h, floor=None, night=False):
    """Xiaomin's room: bed, star drawings, book shelf, window."""
    y = _floor(h, floor)
    out = room(w, h, y, "#cfd6e4" if night else INDIGO_WASH, "#cbb28c", "leaves") + at(f.window(w * .2, h * .27, "night" if night else "tower", GOLD, "be"), w * .5, h * .26)
    out += at(f.bed(w * .36), w * .21, y + 24) + at(f.picture("mountain"), w * .16, h * .24) + at(f.shelf(w * .2, h * .22, 2, seed=5), w * .83, h * .36)
    return out + at(p.toy(PINK), w * .78, h * .14 - 2, .7) + at(p.piggy_bank(), w * .88, h * .14, .7)


def study_desk(w, h, floor=None):
    """A corner with a wide desk across the lower part; people sit behind it. The desk's top is at 0.72 h."""
    out = room(w, h, h * .8, INDIGO_WASH, "#cbb28c", "leaves") + at(f.window(w * .22, h * .3, "lane", GOLD, "sd"), w * .2, h * .28)
    return out + at(f.shelf(w * .24, h * .26, 2, seed=9), w * .82, h * .4)


def desk_front(w, h, top=0.72, colour=WOOD_LIGHT):
    """The desk or table in the foreground, over people."""
    y = h * top
    return rect(-10, y, w + 20, h - y + 10, colour) + line(0, y + 24, w, y + 24, stroke=darker(colour, .2), w=3)


def market(w, h, floor=None, label="菜场"):
    """A covered market: stalls receding behind, lanterns and lamps, wet tiled floor."""
    y = _floor(h, floor)
    out = rect(0, 0, w, h, PAPER2, stroke=NONE) + rect(0, 0, w, h * .1, darker(PAPER2, .1), stroke=NONE)
    for i in range(9):
        out += line(w * i / 8, 0, w * (.3 + .05 * i), h * .22, stroke=darker(PAPER2, .16), w=4)
    out += rect(0, h * .2, w, y - h * .2, mix(JADE_WASH, PAPER2, .4), stroke=NONE) + rect(0, y, w, h - y, "#d8cdb8", stroke=NONE)
    out += "".join(line(w / 2 + i * w * .1, y, w / 2 + i * w * .2, h, stroke="#c6b99f", w=3) for i in range(-6, 7)) + "".join(
        line(0, y + (h - y) * k, w, y + (h - y) * k, stroke="#c6b99f", w=3) for k in (.22, .55))
    out += at(f.stall(430, "水果", ("orange", "watermelon", "corn"), JADE), w * .1, y + 4, .8) + at(f.stall(430, "水产", ("fish", "fish"), INDIGO), w * .92, y + 4, .8)
    out += at(f.stall(520, label), w * .51, y + 12, .94)
    return out + "".join(at(line(0, -h * .2, 0, -20) + path("M-30 0L-14 -22H14L30 0Z", JADE) + ellipse(0, 3, 18, 7, GOLD, w=3), w * x, h * .17) for x in (.28, .74)) + at(
        f.lantern(54), w * .04, h * .2) + at(f.lantern(54), w * .965, h * .2)


def _bricks(x, y, w, h, colour, seed=1):
    rnd, out = random.Random(seed), ""
    for _ in range(int(w * h / 5200)):
        bx, by = x + rnd.uniform(.02, .94) * w, y + rnd.uniform(.04, .94) * h
        out += rect(bx, by, 30, 12, darker(colour, .12), 2, NONE)
    return out


def lane(w, h, floor=None, night=False):
    """A Shanghai lane (弄堂): brick houses with stone gates, washing on poles, a plane tree, a bicycle."""
    y = _floor(h, floor)
    sky = "#46526f" if night else "#e3edf0"
    out = rect(0, 0, w, h, sky, stroke=NONE) + (circle(w * .62, h * .12, 36, OCHRE_WASH, NONE) if night else ellipse(w * .55, h * .1, 90, 22, WHITE, NONE))
    brick, pale = ("#8d4f45", "#b9aa9b") if night else ("#c97a62", "#ead9bf")
    out += rect(w * .36, h * .24, w * .34, y - h * .24, pale) + poly([(w * .34, h * .24), (w * .53, h * .12), (w * .72, h * .24)], darker(brick, .2))
    out += at(f.window(80, 90, "sky", None, "ln1"), w * .46, h * .38) + at(f.window(80, 90, "sky", None, "ln2"), w * .61, h * .38)
    out += rect(-10, h * .06, w * .38, y - h * .06, brick) + _bricks(0, h * .08, w * .36, y - h * .1, brick, 2) + rect(w * .68, h * .02, w * .36, y - h * .02, brick) + _bricks(
        w * .69, h * .04, w * .3, y - h * .06, brick, 7)
    for x, key in ((w * .09, "ln3"), (w * .9, "ln4")):
        out += at(rect(-62, -72, 124, 150, pale, 3), x, h * .24) + at(f.window(92, 110, "sky", None, key), x, h * .24)
    gate = rect(-86, -300, 172, 300, "#d9d0c0", 2) + path("M-86 -300Q0 -372 86 -300Z", "#d9d0c0") + rect(-60, -270, 120, 270, INK, 2) + rect(-56, -266, 54, 266, "#3a2a22", lw=2) + rect(
        2, -266, 54, 266, "#3a2a22", lw=2) + circle(-12, -130, 8, GOLD, w=3) + circle(12, -130, 8, GOLD, w=3)
    out += at(gate, w * .24, y, min(1.0, h / 950)) + line(w * .3, h * .14, w * .74, h * .1, w=6) + "".join(
        at(path("M-34 0H34L48 26L30 36L24 26V84H-24V26L-30 36L-48 26Z", c), w * x, h * .135 - i * 6) for i, (x, c) in enumerate(((.4, WHITE), (.5, INDIGO), (.6, GOLD))))
    return out + rect(0, y, w, h - y, "#cfc6b6" if not night else "#6d6a70", stroke=NONE) + line(0, y, w, y) + "".join(
        line(w / 2 + i * w * .1, y, w / 2 + i * w * .22, h, stroke="#bbb09d" if not night else "#5c5a62", w=3) for i in range(-6, 7)) + at(f.plant(130), w * .36, y + 14) + at(f.bicycle(JADE), w * .88, y + 20, .9)


def street(w, h, floor=None, shops=(), trees=True):
    """A street with shop fronts: `shops` are dicts for furniture.shop_front (sign, colour, shut, notice)."""
    y = _floor(h, floor)
    shops = shops or (dict(sign="面馆", colour=SEAL), dict(sign="便利店", colour=JADE), dict(sign="理发", colour=INDIGO))
    out = rect(0, 0, w, h, "#e6eef0", stroke=NONE) + ellipse(w * .2, h * .1, 110, 24, WHITE, NONE) + ellipse(w * .74, h * .07, 130, 26, WHITE, NONE)
    step = w / len(shops)
    for i, shop in enumerate(shops):
        x = step * (i + .5)
        tone = ("#e2c7a8", "#d9cfc0", "#dcb9a4")[i % 3]
        out += rect(x - step / 2, h * .02, step, y - h * .02, tone) + "".join(at(f.window(step * .2, h * .13, "sky", None, f"st{i}{k}"), x + dx * step, h * .12) for k, dx in enumerate((-.24, .24)))
        out += at(f.shop_front(step * .88, y * .72, key=f"s{i}", **shop), x, y)
    out += rect(0, y, w, h - y, "#d5ccbb", stroke=NONE) + line(0, y, w, y) + rect(0, y + (h - y) * .62, w, h, "#a9a49a", stroke=NONE) + line(0, y + (h - y) * .62, w, y + (h - y) * .62)
    if trees:
        out += "".join(at(f.tree(h * .62), w * x, y + (h - y) * .3) for x in (.015, .985))
    return out


def classroom(w, h, floor=None, title="消费小课堂", lines=(), desks=True):
    """A classroom: board, windows, wall paper, and if `desks` a front row of desks."""
    y = _floor(h, floor)
    out = room(w, h, y, JADE_WASH, "#cfbf9f", "plain") + at(f.board(w * .46, h * .36, title, lines, size=w * .034, sub=w * .026), w * .5, h * .3)
    out += at(f.window(w * .15, h * .3, "lane", None, "cl1"), w * .12, h * .28) + at(f.window(w * .15, h * .3, "sky", None, "cl2"), w * .88, h * .28) + at(f.clock(28, 9, 20), w * .5, h * .06)
    if desks:
        out += "".join(at(f.desk(w * .15), w * x, h - 20, 1) for x in (.18, .5, .82))
    return out


def supermarket(w, h, floor=None, sale=""):
    """A shop with shelves and price tags; `sale` hangs a sign."""
    y = _floor(h, floor)
    out = rect(0, 0, w, h, PAPER, stroke=NONE) + rect(0, 0, w, h * .08, JADE) + "".join(rect(w * x, h * .1, w * .12, 12, WHITE, 3, lw=3) for x in (.14, .44, .74))
    out += rect(0, y, w, h - y, "#e6dccb", stroke=NONE) + "".join(poly([(x, y), (x + w * .07, y), (x + w * .07 + (x - w / 2) * .6, h), (x + (x - w / 2) * .6, h)], "#dbcfba", NONE) for x in (
        i * w / 7 for i in range(8)))
    out += at(f.shelf(w * .32, y * .72, 4, seed=3), w * .17, y + 6) + at(f.shelf(w * .32, y * .72, 4, seed=8), w * .51, y + 6) + at(f.shelf(w * .32, y * .72, 4, seed=13), w * .85, y + 6)
    if sale:
        out += line(w * .4, h * .08, w * .4, h * .16) + line(w * .62, h * .08, w * .62, h * .16) + rect(w * .36, h * .14, w * .3, h * .1, SEAL, 4) + text(w * .51, h * .21, sale, h * .056, WHITE, "serif")
    return out


def lecture_hall(w, h, floor=None, banner="健康讲座 免费领鸡蛋", screen="百病全消"):
    """A hired hall for a sales lecture: banner, stage, screen, balloons."""
    y = _floor(h, floor)
    out = room(w, h, y, SEAL_WASH, "#c9a58f", "stripes") + rect(w * .1, h * .05, w * .8, h * .11, SEAL, 2) + text(w * .5, h * .128, banner, h * .062, GOLD, "serif", spacing=6)
    out += rect(w * .54, h * .22, w * .34, h * .34, WHITE, 3, INK, 7) + text(w * .71, h * .4, screen, h * .082, SEAL, "serif") + at(p.bottle("神", w=44, h=70), w * .6, h * .54) + at(
        p.medicine_box("", w=70, h=44), w * .82, h * .54)
    for x, c in ((.05, GOLD), (.08, SEAL), (.93, JADE), (.965, GOLD)):
        out += path(f"M{w * x} {h * .3}q-10 60 6 130", w=2.6) + ellipse(w * x, h * .25, 30, 38, c)
    return out + rect(w * .02, y - 8, w * .96, 40, "#a86a52", 3) + line(w * .02, y + 12, w * .98, y + 12, w=3)


def contact_point(w, h, floor=None, board=True):
    """The contact point (联络点): green plate, shelf with leaflets, notice board, plant. Put furniture.table in front."""
    y = _floor(h, floor)
    out = room(w, h, y, PAPER2, "#cdb892", "plain") + rect(0, y - h * .22, w, h * .22 - 16, JADE_WASH, stroke=NONE) + line(0, y - h * .22, w, y - h * .22, w=3)
    out += at(f.contact_sign(w * .36, h * .13), w * .5, h * .13) + at(f.window(w * .17, h * .26, "lane", None, "cp"), w * .13, h * .3)
    if board:
        out += rect(w * .76, h * .1, w * .2, h * .32, WOOD_LIGHT, 3, INK, 4) + rect(w * .78, h * .13, w * .075, h * .12, WHITE, 1, lw=3) + rect(w * .87, h * .12, w * .07, h * .14, SEAL_WASH, 1, lw=3) + rect(
            w * .79, h * .28, w * .15, h * .1, OCHRE_WASH, 1, lw=3) + text(w * .865, h * .35, "12315", h * .05, SEAL)
    return out + at(f.plant(170), w * .04, y + 26) + at(f.shelf(w * .15, h * .26, 2, seed=21), w * .9, y + 6)


def gym(w, h, floor=None, banner="年卡 5 折"):
    """A gym: mirror wall, treadmills, weights and a sales banner."""
    y = _floor(h, floor)
    out = rect(0, 0, w, h, "#d8dce0", stroke=NONE) + rect(0, y, w, h - y, "#8f8a92", stroke=NONE) + line(0, y, w, y) + "".join(
        rect(w * x, h * .1, w * .2, y - h * .18, GLASS, 2) + path(f"M{w * (x + .04)} {y - h * .16}L{w * (x + .12)} {h * .16}", stroke=WHITE, w=9) for x in (.04, .27, .5, .73))
    return out + at(f.treadmill(), w * .17, y + 20) + at(f.treadmill(), w * .86, y + 20) + rect(w * .3, h * .03, w * .4, h * .12, SEAL, 3) + text(w * .5, h * .115, banner, h * .07, WHITE, "serif") + "".join(
        at(f.dumbbell(c), w * .5 + i * 74, y + 30) for i, c in ((-1, INK), (0, SEAL), (1, INDIGO)))


def toy_shop(w, h, floor=None):
    """A toy and stationery shop by the school gate with a wall of blind boxes."""
    y = _floor(h, floor)
    out = room(w, h, y, "#f3dfe6", "#d9c0b4", "plain") + at(f.awning(w * .96, 14, "小小文具店", "#7a4a86", 50, 34), w * .5, h * .02)
    for r in range(3):
        yy = h * (.34 + r * .15)
        out += rect(w * .06, yy, w * .88, 12, WOOD_LIGHT, lw=3)
        for i in range(11):
            c = ("#7a4a86", GOLD, SEAL, JADE, INDIGO)[(i * 2 + r) % 5]
            out += at(p.toy((PINK, GOLD, "#a9cfe0")[i % 3]), w * (.1 + i * .08), yy - 2, .86) if (i + r) % 4 == 0 else at(p.blind_box(56, 72, c), w * (.1 + i * .08), yy - 2)
    return out


def park(w, h, floor=None):
    """A small park: trees, bench, path."""
    y = _floor(h, floor)
    out = rect(0, 0, w, h, "#e3edf0", stroke=NONE) + ellipse(w * .3, h * .12, 120, 26, WHITE, NONE) + path(f"M0 {h * .52}Q{w * .25} {h * .4} {w * .5} {h * .5}T{w} {h * .46}V{h}H0Z", mix(LEAF, WHITE, .45), NONE)
    out += "".join(at(f.tree(h * .6, c), w * x, y + 6) for x, c in ((.1, LEAF), (.32, LEAF_DARK), (.9, LEAF))) + rect(0, y, w, h - y, mix(LEAF, GOLD, .22), stroke=NONE)
    return out + path(f"M{w * .3} {y}Q{w * .5} {y + (h - y) * .5} {w * .2} {h}H{w * .8}Q{w * .8} {y + (h - y) * .4} {w * .56} {y}Z", SAND, NONE) + line(0, y, w, y, stroke=LEAF_DARK)


def bus_stop(w, h, floor=None):
    """A bus at its stop."""
    y = _floor(h, floor)
    out = street(w, h, y, trees=False) + at(f.bus(w * .56), w * .62, y + (h - y) * .5, 1.2)
    return out + line(w * .12, y + 40, w * .12, h * .3, w=9) + rect(w * .05, h * .24, w * .14, h * .14, INDIGO, 4) + text(w * .12, h * .33, "车站", h * .06, WHITE)


def foreground_leaves(w, h, side="left", colour=LEAF_DARK):
    """Out-of-focus leaves in a lower corner, to give a picture depth."""
    out = "".join(at(path("M0 0C-34 -50 -30 -130 0 -180C30 -130 34 -50 0 0Z", c, darker(c, .3)), x, h + 30, 1, rot)
                  for x, rot, c in ((10, -22, darker(colour, .12)), (60, 8, colour), (120, 36, darker(colour, .2)), (20, 30, colour)))
    return at(out, w, 0, flip=True) if side == "right" else out


def crowd(w, h, y=None, count=7, seed=4):
    """Backs of heads along the lower edge: an audience."""
    rnd, out = random.Random(seed), ""
    for i in range(count):
        x, top = w * (i + .5) / count + rnd.uniform(-12, 12), (y or h - 120) + rnd.uniform(-14, 14)
        col, coat = rnd.choice(("#d8d2c8", "#efeae0", "#5a4030", "#b9b0a4")), rnd.choice((INDIGO, "#7a4a86", SEAL, JADE, "#8b7a60", STEEL))
        out += path(f"M{x - 78} {h + 10}C{x - 78} {top + 60} {x - 40} {top + 48} {x} {top + 48}S{x + 78} {top + 60} {x + 78} {h + 10}Z", darker(coat, .2)) + circle(x, top, 48, "#e2ae84") + path(
            f"M{x - 49} {top + 6}C{x - 56} {top - 74} {x + 56} {top - 74} {x + 49} {top + 6}Q{x} {top + 44} {x - 49} {top + 6}Z", col)
        if i % 3 == 0:
            out += circle(x, top - 50, 18, col)
    return out

