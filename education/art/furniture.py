"""Large things that stand on the floor (y = 0 is the ground) or hang on a wall (drawn around the middle)."""

import math
import random

from .glyphs import measure, text
from .palette import (
    CARD, GLASS, GOLD, INDIGO, INK, JADE, LEAF, LEAF_DARK, OCHRE_WASH, SAND, SEAL, SEAL_DEEP, STEEL, STEEL_DARK, WHITE,
    WOOD, WOOD_DARK, WOOD_LIGHT, darker, lighter)
from .pen import at, circle, clip, ellipse, line, path, poly, rect, shadow
from .props import NONE, qr, vegetable


def table(w=360, h=150, colour=WOOD, cloth=None):
    """A table, its top at y = -h."""
    legs = rect(-w / 2 + 24, -h, 20, h, darker(colour)) + rect(w / 2 - 44, -h, 20, h, darker(colour))
    top = rect(-w / 2, -h - 14, w, 26, lighter(colour), 4)
    if cloth:
        top = path(f"M{-w / 2} {-h - 14}H{w / 2}L{w / 2 + 6} {-h + 54}" + "".join(f"q{-(w + 12) / 24} 14 {-(w + 12) / 12} 0" for _ in range(12)) + "Z", cloth)
    return shadow(0, 0, w * .52, 12) + legs + top


def counter(w=420, h=190, front=WOOD, top=WOOD_LIGHT, label=""):
    """A shop counter, its top at y = -h."""
    panels = "".join(rect(-w / 2 + 20 + i * (w - 40) / 3, -h + 44, (w - 40) / 3 - 14, h - 66, darker(front, .08), 4, lw=3) for i in range(3))
    name = rect(-measure(label, 30, "serif", 6) / 2 - 18, -h * .64, measure(label, 30, "serif", 6) + 36, 52, WHITE, 3) + text(
        0, -h * .64 + 37, label, 30, SEAL, "serif", spacing=6) if label else ""
    return shadow(0, 2, w * .54, 12) + rect(-w / 2, -h, w, h, front) + panels + name + rect(-w / 2 - 16, -h - 14, w + 32, 28, top, 3)


def sofa(w=380, colour=JADE):
    """A sofa, seat at y = -92."""
    return shadow(0, 0, w * .54, 14) + rect(-w / 2 + 10, -196, w - 20, 160, darker(colour, .1), 26) + line(0, -190, 0, -96) + rect(
        -w / 2 + 30, -104, w - 60, 74, colour, 14) + line(0, -100, 0, -34) + rect(-w / 2 - 10, -142, 56, 126, lighter(colour, .12), 22) + rect(
        w / 2 - 46, -142, 56, 126, lighter(colour, .12), 22) + rect(-w / 2 + 14, -16, 18, 16, WOOD_DARK) + rect(w / 2 - 32, -16, 18, 16, WOOD_DARK)


def armchair(colour=SEAL):
    return at(sofa(220, colour).replace(line(0, -190, 0, -96), "").replace(line(0, -100, 0, -34), ""))


def chair(colour=WOOD, h=82, back=150):
    """A wooden chair, seat at y = -h."""
    return rect(-44, -back - 20, 88, 26, colour, 6) + rect(-42, -back, 12, back, colour) + rect(30, -back, 12, back, colour) + rect(
        -50, -h, 100, 16, lighter(colour), 4) + rect(-46, -h + 16, 14, h - 16, darker(colour)) + rect(32, -h + 16, 14, h - 16, darker(colour))


def stool(colour=SEAL, h=70):
    return path(f"M-26 {-h}L-40 0M26 {-h}L40 0", w=9) + path(f"M-26 {-h}L-40 0M26 {-h}L40 0", stroke=darker(colour), w=3) + ellipse(0, -h, 44, 12, colour)


def bed(w=460, colour=INDIGO):
    return rect(-w / 2 - 14, -150, 24, 150, WOOD_DARK, 4) + rect(w / 2 - 8, -96, 20, 96, WOOD_DARK, 4) + rect(-w / 2, -70, w, 44, WOOD) + rect(
        -w / 2 + 4, -96, w - 8, 34, WHITE, 10) + rect(-w / 2 + 14, -124, 110, 42, WHITE, 18) + path(
        f"M{-w / 2 + 140} -106Q{w * .1} -126 {w / 2 - 8} -100V-40H{-w / 2 + 140}Z", colour) + line(-w / 2 + 166, -104, -w / 2 + 166, -42, stroke=WHITE, w=7)


def window(w=200, h=170, view="sky", curtains=SEAL, key="w"):
    """A window around its middle; view: sky, night, tower, lane. `key` is unique within the picture."""
    x, y = -w / 2, -h / 2
    sky = "#2b3550" if view == "night" else GLASS
    out = rect(x, y, w, h, sky, 0, NONE)
    if view == "night":
        out += circle(w * .24, -h * .22, h * .1, OCHRE_WASH, NONE) + "".join(circle(dx * w, dy * h, 2.6, WHITE, NONE) for dx, dy in ((-.3, -.3), (-.1, -.12), (.05, -.36), (.36, .02)))
    else:
        out += ellipse(-w * .18, -h * .22, w * .16, h * .07, WHITE, NONE) + ellipse(-w * .08, -h * .26, w * .12, h * .08, WHITE, NONE)
    tone = "#1f2740" if view == "night" else "#b3c3cf"
    out += rect(-w * .4, h * .05, w * .2, h, tone, 0, NONE) + rect(-w * .16, -h * .04, w * .16, h, darker(tone, .08), 0, NONE) + rect(w * .22, h * .12, w * .22, h, tone, 0, NONE)
    if view in ("tower", "night"):
        out += line(w * .11, -h * .4, w * .11, h * .5, stroke=darker(tone, .2), w=5) + circle(w * .11, -h * .02, h * .06, "#a8616a", NONE) + circle(w * .11, h * .24, h * .09, "#a8616a", NONE)
    if view == "lane":
        out += ellipse(w * .2, h * .3, w * .3, h * .3, LEAF, NONE)
    out = clip(out, rect(x, y, w, h, WHITE, 0, NONE), f"win{key}") + rect(x, y, w, h, "none", 0, INK, 6) + line(0, y, 0, -y) + line(x, -h * .1, -x, -h * .1)
    out += rect(x - 12, -y - 4, w + 24, 16, WOOD_LIGHT, 2)
    if curtains:
        for side in (-1, 1):
            out += at(path(f"M0 {y - 16}H{w * .26}Q{w * .2} {h * .1} {w * .08} {-y - 4}H-18Q-8 {h * .1} -14 {y - 16}Z", curtains) + line(
                w * .1, y - 12, w * .02, -y - 12, w=2.6), side * (w / 2 + 4), 0, flip=side > 0)
        out += line(x - 26, y - 18, -x + 26, y - 18, w=8)
    return out


def picture(kind="mountain", w=110, h=84):
    """A framed picture around its middle: mountain, family, fish, word."""
    out = rect(-w / 2, -h / 2, w, h, WHITE, 2, WOOD_DARK, 8) + rect(-w / 2, -h / 2, w, h, "none", 2, INK, 2.4)
    if kind == "mountain":
        out += path(f"M{-w * .38} {h * .26}L{-w * .1} {-h * .2}L{w * .08} {h * .1}L{w * .2} {-h * .06}L{w * .38} {h * .26}Z", LEAF, w=2.6) + circle(w * .2, -h * .22, h * .09, SEAL, NONE)
    elif kind == "family":
        out += "".join(circle(x * w, -h * .02 + dy, 11, "#f2c9a5", w=2.4) + path(f"M{x * w - 16} {h * .34}q0 -22 16 -22t16 22Z", c, w=2.4) for x, dy, c in ((-.24, -4, INDIGO), (0, 2, GOLD), (.24, -4, SEAL)))
    else:
        out += text(0, h * .2, "福", h * .6, SEAL, "serif")
    return out


def clock(r=36, hour=3, minute=0):
    def hand(turn, size, w):
        return line(0, 0, size * math.sin(turn), -size * math.cos(turn), w=w)
    return circle(0, 0, r, WHITE, w=6) + "".join(circle((r - 9) * math.sin(i * math.pi / 2), (r - 9) * math.cos(i * math.pi / 2), 2.4, INK, NONE) for i in range(4)) + hand(
        (hour + minute / 60) * math.pi / 6, r * .45, 5) + hand(minute * math.pi / 30, r * .68, 4) + circle(0, 0, 4, SEAL, NONE)


def calendar(day="25", month="十一月", w=80, h=92):
    return rect(-w / 2, -h / 2, w, h, WHITE, 4) + rect(-w / 2, -h / 2, w, h * .28, SEAL, 4) + text(0, -h * .29, month, h * .16, WHITE) + text(0, h * .36, day, h * .5, INK, "serif") + circle(
        -w * .25, -h / 2, 4, WHITE, w=3) + circle(w * .25, -h / 2, 4, WHITE, w=3)


def plant(h=150, colour=LEAF_DARK):
    """A pot plant on y = 0."""
    leaf = "M0 0C-22 -24 -22 -60 0 -84C22 -60 22 -24 0 0Z"
    return "".join(at(path(leaf, c) + line(0, -8, 0, -66, w=2.4), 0, -54, h / 150, rot) for rot, c in ((-52, colour), (50, colour), (-24, LEAF), (26, LEAF), (0, colour))) + path(
        "M-34 -62H34L26 0H-26Z", "#b5643c") + rect(-38, -70, 76, 18, "#c4744a", 3)


def lamp(h=260, on=True):
    """A standing lamp on y = 0."""
    glow = poly([(-40, -h + 50), (40, -h + 50), (110, 0), (-110, 0)], GOLD, NONE, extra='opacity="0.18"') if on else ""
    return glow + line(0, -h + 50, 0, -6, w=7) + ellipse(0, -4, 40, 9, WOOD_DARK) + path(f"M-30 {-h}H30L50 {-h + 62}H-50Z", OCHRE_WASH)


def tv(w=280, screen="#3a3550", content="", stand=True):
    """A television; stands on y = 0 when `stand`. `content` is drawn around the middle of the screen."""
    h = w * .6
    base = path("M-40 0H40L20 -16H-20Z", STEEL_DARK) if stand else ""
    return base + rect(-w / 2, -h - 14, w, h, INK, 10) + rect(-w / 2 + 10, -h - 4, w - 20, h - 20, screen, 4, NONE) + at(content, 0, -h / 2 - 14)


def cabinet(w=360, h=90, colour=WOOD, doors=3):
    step = w / doors
    return shadow(0, 0, w * .52, 9) + rect(-w / 2, -h, w, h, colour) + "".join(rect(-w / 2 + i * step + 8, -h + 12, step - 16, h - 26, lighter(colour, .2), 3, lw=3) + circle(
        -w / 2 + (i + .5) * step, -h * .5, 4, INK, NONE) for i in range(doors)) + rect(-w / 2 - 8, -h - 8, w + 16, 16, lighter(colour), 3)


def washer(broken=False):
    """A washing machine on y = 0, 190 high."""
    out = shadow(0, 0, 90, 10) + rect(-80, -190, 160, 186, WHITE, 10) + rect(-80, -190, 160, 40, STEEL, 10) + circle(52, -170, 11, WHITE, w=3) + rect(-66, -180, 60, 20, INK, 4, NONE)
    out += text(-36, -164, "E4" if broken else "30", 17, "#ff8f6b" if broken else "#9fe0b8") + circle(0, -76, 56, STEEL) + circle(0, -76, 43, "#8fb0c8")
    out += path("M-40 -70q20 -16 40 0t40 -4Q36 -36 0 -34T-40 -70Z", "#c4dbe8", NONE) + path("M-22 -98q6 -12 18 -14", stroke=WHITE, w=5)
    return out + (path("M-70 0q-30 -4 -40 6q20 12 70 6t70 2q20 -10 -20 -14Z", "#a9cfe0", w=3) if broken else "")


def fridge(colour="#e6e1d4"):
    return shadow(0, 0, 84, 10) + rect(-74, -330, 148, 326, colour, 12) + line(-74, -210, 74, -210) + line(-56, -280, -56, -232, w=7) + line(-56, -190, -56, -120, w=7) + rect(
        10, -300, 40, 34, OCHRE_WASH, 2, lw=2.4) + circle(30, -302, 4, SEAL, w=2)


def air_conditioner(w=180):
    return rect(-w / 2, -30, w, 60, WHITE, 8) + line(-w / 2 + 12, 14, w / 2 - 12, 14, w=3) + line(-w / 2 + 12, 21, w / 2 - 12, 21, w=3) + circle(w / 2 - 20, -10, 4, LEAF, NONE)


def board(w=520, h=240, title="", lines=(), colour="#2f5a4c", size=38, sub=30):
    """A classroom board around its middle with chalk text."""
    out = rect(-w / 2, -h / 2, w, h, colour, 4, WOOD_DARK, 14) + rect(-w / 2 - 7, -h / 2 - 7, w + 14, h + 14, "none", 6) + text(0, -h / 2 + size * 1.5, title, size, WHITE, "serif")
    out += "".join(text(0, -h / 2 + size * 1.5 + (i + 1) * sub * 1.6, t, sub, OCHRE_WASH) for i, t in enumerate(lines))
    return out + rect(-w / 2 + 20, h / 2 + 3, 90, 8, WHITE, 2, lw=2) + rect(w / 2 - 90, h / 2 - 6, 56, 16, SEAL, 3, lw=3)


def desk(w=170, h=104, colour=WOOD_LIGHT):
    """A pupil's desk seen from the front, top at y = -h."""
    return shadow(0, 0, w * .5, 8) + rect(-w / 2 + 12, -h, 12, h, STEEL_DARK) + rect(w / 2 - 24, -h, 12, h, STEEL_DARK) + rect(-w / 2 + 8, -h, w - 16, 40, darker(colour, .14)) + rect(
        -w / 2, -h - 8, w, 18, colour, 3)


def laptop(screen="", w=150, back=False):
    """A laptop on y = 0, seen from the front (`screen` content around its middle) or from behind."""
    h = w * .62
    lid = rect(-w / 2, -h - 8, w, h, STEEL if back else INK, 6) + (circle(0, -h / 2 - 8, 8, STEEL_DARK, NONE) if back else rect(
        -w / 2 + 8, -h, w - 16, h - 16, WHITE, 2, NONE) + at(screen, 0, -h / 2 - 8))
    return lid + path(f"M{-w / 2 - 14} 0L{-w / 2} -10H{w / 2}L{w / 2 + 14} 0Z", STEEL)


def scales(weight="1.00"):
    """A market scale on y = 0."""
    return path("M-60 0L-48 -46H48L60 0Z", STEEL) + rect(-30, -36, 60, 22, INK, 3, NONE) + text(0, -19, weight, 18, "#9fe0b8") + rect(-8, -58, 16, 14, STEEL_DARK) + path(
        "M-74 -66H74L60 -54H-60Z", STEEL)


def awning(w=480, stripes=8, label="", colour=SEAL, h=44, size=30):
    """A shop awning; y = 0 is the top edge of the sign, the scallops hang below."""
    step = w / stripes
    out = "".join(path(f"M{-w / 2 + i * step} {h}h{step}v24a{step / 2} 26 0 0 1 {-step} 0Z", (colour, WHITE)[i % 2]) for i in range(stripes))
    return out + rect(-w / 2 - 6, 0, w + 12, h + 4, colour) + (text(0, h * .5 + size * .38 + 2, label, size, WHITE, "serif", spacing=size * .3) if label else "")


def stall(w=460, label="菜场", goods=("tomato", "cabbage", "leek", "radish", "orange", "aubergine"), colour=SEAL):
    """A market stall on y = 0: counter with crates (top at -170) and an awning on posts."""
    out = shadow(0, 0, w * .54, 14) + rect(-w / 2 + 8, -430, 14, 430, WOOD_DARK) + rect(w / 2 - 22, -430, 14, 430, WOOD_DARK)
    step = (w - 30) / len(goods)
    for i, g in enumerate(goods):
        x = -w / 2 + 15 + step * (i + .5)
        out += "".join(at(vegetable(g), x + dx, -172 - dy, .8) for dx, dy in ((-step * .22, 16), (step * .22, 16), (0, 2)))
        out += path(f"M{x - step * .46} -186H{x + step * .46}L{x + step * .42} -150H{x - step * .42}Z", CARD)
    out += rect(-w / 2, -152, w, 152, WOOD) + "".join(line(-w / 2, y, w / 2, y, w=3) for y in (-104, -54)) + rect(-w / 2 - 10, -160, w + 20, 18, WOOD_LIGHT, 2)
    return out + at(awning(w + 50, 10, label, colour), 0, -470)


def shelf(w=420, h=330, rows=3, goods=(), colour=WOOD, seed=3):
    """A shop shelf on y = 0 filled with packs in a fixed order."""
    rnd = random.Random(seed)
    out = rect(-w / 2, -h, w, h, lighter(colour, .45)) + rect(-w / 2, -h, 12, h, colour, lw=3) + rect(w / 2 - 12, -h, 12, h, colour, lw=3)
    tones = (SEAL, GOLD, JADE, INDIGO, "#d98a6a", WHITE, LEAF, "#b7a4c4")
    for r in range(rows):
        base = -h + (r + 1) * h / rows - 8
        x = -w / 2 + 20
        while x < w / 2 - 44:
            bw, bh = rnd.choice((26, 32, 40)), rnd.uniform(.42, .74) * h / rows
            tone = rnd.choice(tones)
            out += rect(x, base - bh, bw, bh, tone, rnd.choice((2, 6)), lw=3) + rect(x + 4, base - bh * .7, bw - 8, bh * .3, WHITE, 2, NONE)
            x += bw + 5
        out += rect(-w / 2, base, w, 12, colour, lw=3) + "".join(rect(-w / 2 + 24 + i * 74, base + 1, 30, 11, WHITE, 1, SEAL, 2) for i in range(int(w / 78)))
    return out


def poster(title, lines=(), w=150, h=200, colour=SEAL, code=False, size=26):
    """A poster around its middle: headline, lines and a QR pattern if `code`."""
    out = rect(-w / 2, -h / 2, w, h, WHITE, 2) + rect(-w / 2, -h / 2, w, size * 2, colour) + text(0, -h / 2 + size * 1.36, title, size, WHITE, "serif")
    out += "".join(text(0, -h / 2 + size * 2 + 30 + i * 28, t, 19, INK) for i, t in enumerate(lines))
    return out + (at(qr(w * .46), 0, h / 2 - w * .3) if code else "")


def shop_front(w=420, h=420, sign="小店", colour=JADE, shut=False, notice="", door=True, key="s"):
    """A shop front on y = 0: sign, glass or a closed roller shutter with a paper notice."""
    out = rect(-w / 2, -h, w, h, lighter(SAND, .3)) + rect(-w / 2 + 20, -h + 96, w - 40, h - 96, STEEL if shut else GLASS)
    if shut:
        out += "".join(line(-w / 2 + 20, y, w / 2 - 20, y, stroke=STEEL_DARK, w=3) for y in range(int(-h + 116), -4, 20)) + rect(-22, -26, 44, 14, STEEL_DARK, 3, lw=3)
        if notice:
            out += at(rect(-74, -52, 148, 104, WHITE, 1) + text(0, -8, notice[:4], 32, SEAL_DEEP, "serif") + text(0, 32, notice[4:], 24, INK) + rect(-16, -60, 32, 14, OCHRE_WASH, lw=2), 0, -h * .42, rot=-3)
    elif door:
        out += line(0, -h + 96, 0, 0) + rect(-16, -h * .36, 8, 54, WOOD_DARK, 3) + rect(8, -h * .36, 8, 54, WOOD_DARK, 3)
        out += path(f"M{-w * .38} {-h * .3}L{-w * .26} {-h * .6}M{w * .24} {-h * .3}L{w * .36} {-h * .6}", stroke=WHITE, w=9)
    return out + rect(-w / 2 - 10, -h + 18, w + 20, 78, colour, 3) + text(0, -h + 72, sign, 40, WHITE, "serif", spacing=8)


def tree(h=420, colour=LEAF, trunk="#a68a64"):
    """A plane tree on y = 0."""
    return shadow(0, 0, h * .2, 10) + path(f"M-14 0L-9 {-h * .5}L-46 {-h * .66}M10 0L8 {-h * .48}L44 {-h * .64}", None, INK, 8) + path(
        f"M-16 0L-10 {-h * .6}H10L16 0Z", trunk) + path(f"M-{h * .3} {-h * .62}C-{h * .4} {-h * .84} -{h * .18} {-h * 1.02} 0 {-h * .98}C{h * .2} {-h * 1.04} {h * .4} {-h * .84} {h * .3} {-h * .62}C{h * .24} "
                                                          f"{-h * .46} {h * .08} {-h * .46} 0 {-h * .5}C-{h * .1} {-h * .46} -{h * .24} {-h * .46} -{h * .3} {-h * .62}Z", colour) + path(
        f"M-{h * .16} {-h * .74}q18 -16 36 0M{h * .02} {-h * .66}q18 -16 36 0M{h * .04} {-h * .84}q18 -16 36 0", stroke=darker(colour, .25), w=3)


def bus(w=520, colour=JADE, label="公交 49 路"):
    wheel = circle(0, -26, 28, INK, NONE) + circle(0, -26, 12, STEEL, NONE)
    return shadow(0, 0, w * .52, 12) + rect(-w / 2, -210, w, 184, colour, 22) + rect(-w / 2 + 22, -184, w - 44, 78, GLASS, 10) + "".join(
        line(-w / 2 + 22 + i * (w - 44) / 5, -184, -w / 2 + 22 + i * (w - 44) / 5, -106) for i in range(1, 5)) + rect(-w / 2, -92, w, 14, WHITE, 0, NONE) + text(
        0, -46, label, 26, WHITE) + at(wheel, -w * .3) + at(wheel, w * .3) + circle(w / 2 - 12, -56, 8, GOLD, w=3)


def bicycle(colour=SEAL):
    wheels = circle(-56, -38, 38, "none", INK, 5) + circle(60, -38, 38, "none", INK, 5)
    return wheels + path("M-56 -38L-20 -88H44L0 -38ZM-20 -88L0 -38M60 -38L40 -108", None, colour, 7) + path("M-34 -96H-6", w=9) + path("M24 -112H54", w=6)


def lantern(h=60):
    return line(0, -h * .8, 0, -h * .5) + ellipse(0, 0, h * .5, h * .46, SEAL) + ellipse(0, 0, h * .24, h * .46, "none", w=2.6) + rect(-h * .2, -h * .54, h * .4, 10, GOLD, lw=3) + rect(
        -h * .2, h * .38, h * .4, 10, GOLD, lw=3) + line(0, h * .54, 0, h * .9, stroke=SEAL, w=5)


def screen_phone(w=420, h=720, ground=WHITE, content=""):
    """A phone that fills the picture, around its middle; `content` is drawn in screen coordinates around 0, 0."""
    return rect(-w / 2, -h / 2, w, h, INK, 44) + rect(-w / 2 + 16, -h / 2 + 22, w - 32, h - 44, ground, 26, NONE) + rect(-50, -h / 2 + 30, 100, 16, INK, 8, NONE) + content


def treadmill():
    return shadow(0, 0, 110, 10) + rect(-90, -26, 190, 24, INK, 8) + line(76, -26, 104, -176, w=12) + line(104, -170, 66, -176, w=9) + rect(84, -196, 44, 26, STEEL, 4)


def dumbbell(colour=INK):
    return line(-22, 0, 22, 0, w=8) + rect(-36, -18, 14, 36, colour, 4) + rect(22, -18, 14, 36, colour, 4)


def contact_sign(w=250, h=78):
    """The plate of a contact point, around its middle."""
    big = min(w * .112, h * .4)
    return rect(-w / 2, -h / 2, w, h, JADE, 5) + rect(-w / 2 + 7, -h / 2 + 7, w - 14, h - 14, "none", 3, OCHRE_WASH, 2.6) + text(
        0, h * .06, "消费维权联络点", big, WHITE, "serif", spacing=2) + text(0, h * .36, "投诉举报 12315", big * .62, OCHRE_WASH)
