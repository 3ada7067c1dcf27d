"""Things of the guide for pupils and of the class activities: around their middle unless it says y = 0."""

import math

from .cover_props import bars
from .glyphs import text
from .palette import (
    CARD,
    GLASS,
    GOLD,
    GREY_TEXT,
    INDIGO,
    INK,
    JADE,
    LEAF,
    OCHRE_WASH,
    ORANGE,
    PINK,
    SEAL,
    SEAL_WASH,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    darker,
    lighter,
)
from .pen import at, circle, ellipse, line, path, poly, rays, rect, smooth, tube

# ---- writing things


def highlighter(colour=GOLD, length=150, cap=True):
    """A highlighter lying along +x, its tip on the right."""
    w = length
    tip = (
        rect(w * 0.16, -13, w * 0.34, 26, colour, 8)
        if cap
        else path(f"M{w * 0.2} -9L{w * 0.36} -7L{w * 0.42} 3L{w * 0.36} 8H{w * 0.2}Z", colour)
    )
    return tip + rect(-w / 2, -12, w * 0.68, 24, lighter(colour, 0.15), 5) + rect(-w * 0.36, -6, w * 0.34, 12, WHITE, 3)


def blister(colour=GOLD, w=92, h=150):
    """The back of a pen's pack: a card with a hole and small print, grip at the lower middle."""
    y = -h * 0.8
    out = rect(-w / 2, y, w, h, colour, 8) + ellipse(0, y + 14, 13, 6, WHITE, w=3)
    out += rect(-w * 0.4, y + 28, w * 0.8, h * 0.62, WHITE, 3, lw=3)
    widths = (0.5, 0.62, 0.4, 0.6, 0.36)
    out += bars(-w * 0.32, y + 42, [w * k for k in widths], h * 0.1, w=3.4)
    return out + circle(w * 0.24, y + h * 0.72, 8, None, SEAL, 3)


def form(title, rows, marks=(), w=300, h=380, size=30, ruled=True):
    """A printed form around its middle: `rows` of words with a box each; `marks` are tick, cross or empty."""
    out = rect(-w / 2, -h / 2, w, h, WHITE, 4) + text(0, -h / 2 + size * 1.7, title, size * 1.16, INK, "serif")
    top, step = -h / 2 + size * 2.5, (h - size * 3.1) / max(len(rows), 1)
    for i, row in enumerate(rows):
        y = top + (i + 0.5) * step
        if ruled:
            out += line(-w * 0.42, y + step / 2, w * 0.42, y + step / 2, stroke=STEEL, w=3)
        out += text(-w * 0.4, y + size * 0.36, row, size, INK, "sans-regular", "start")
        out += rect(w * 0.4 - size, y - size * 0.5, size, size, WHITE, 3, lw=3)
        mark, x, k = (marks[i] if i < len(marks) else ""), w * 0.4 - size / 2, size * 0.42
        if mark == "tick":
            out += path(f"M{x - k} {y}l{k * 0.8} {k * 0.8}l{k * 1.5} {-k * 2}", stroke=JADE, w=size * 0.2)
        elif mark == "cross":
            out += path(f"M{x - k} {y - k}L{x + k} {y + k}M{x - k} {y + k}L{x + k} {y - k}", stroke=SEAL, w=size * 0.2)
    return out


def clipboard(title="", colour=WOOD, w=92, h=118, ticks=3):
    """A clipboard with a record sheet, grip at the lower middle."""
    y = -h * 0.8
    out = rect(-w / 2, y, w, h, colour, 5) + rect(-w * 0.42, y + 12, w * 0.84, h * 0.84, WHITE, 2, lw=3)
    out += rect(-18, y - 6, 36, 16, STEEL, 4) + (text(0, y + h * 0.3, title, w * 0.2, INK, "serif") if title else "")
    for i in range(4):
        yy = y + h * (0.42 + 0.13 * i)
        out += line(-w * 0.32, yy, w * 0.12, yy, stroke=GREY_TEXT, w=3.4)
        if i < ticks:
            out += path(f"M{w * 0.2} {yy - 3}l5 6l9 -12", stroke=JADE, w=4)
    return out


def sheet(label, widths, w=130, h=150, stamp=False, size=26, colour=INK):
    """A written sheet around its middle: a headline and lines."""
    out = rect(-w / 2, -h / 2, w, h, WHITE, 2) + text(0, -h / 2 + size * 1.4, label, size, colour, "serif")
    out += bars(-w * 0.4, -h / 2 + size * 2.3, [w * k for k in widths], 20, w=5)
    if not stamp:
        return out
    return out + circle(w * 0.24, h * 0.28, 26, None, SEAL, 4) + text(w * 0.24, h * 0.28 + 10, "章", 26, SEAL, "serif")


def chat_print(w=150, h=190, time="10:24"):
    """A printed chat with its time, around its middle."""
    out = rect(-w / 2, -h / 2, w, h, WHITE, 3) + text(0, -h / 2 + 30, time, 22, GREY_TEXT)
    for i, (left, k) in enumerate(((1, 0.56), (0, 0.5), (1, 0.64))):
        x = -w * 0.42 if left else w * 0.42 - w * k
        y = -h / 2 + 46 + i * h * 0.24
        out += rect(x, y, w * k, h * 0.17, "#dcebe4" if left else "#f1d48c", 7, None)
        out += line(x + 12, y + h * 0.085, x + w * k - 16, y + h * 0.085, stroke=GREY_TEXT, w=4)
    return out


def note(label, colour=GOLD, w=64, size=44):
    """A square paper note with a number, its lower corner lifted."""
    d = f"M{-w / 2} {-w / 2}H{w / 2}V{w * 0.28}L{w * 0.28} {w / 2}H{-w / 2}Z"
    fold = path(f"M{w / 2} {w * 0.28}H{w * 0.28}V{w / 2}Z", darker(colour))
    return path(d, colour) + fold + text(0, size * 0.36, label, size, INK)


def plate(label, colour=INDIGO, w=0, size=34):
    """A name plate that stands on y = 0."""
    w = w or len(label) * size * 1.08 + 44
    h = size * 1.7
    return (
        poly([(-w / 2, 0), (-w / 2 + 8, -h), (w / 2 - 8, -h), (w / 2, 0)], WHITE)
        + rect(-w / 2 + 3, -10, w - 6, 10, colour, 0, lw=3)
        + text(0, -h * 0.32, label, size, colour, "serif")
    )


def card(label, colour=SEAL, w=150, h=92, size=50):
    """A card with large letters on a short handle, held at the handle (0, 0)."""
    y = -h - 14
    return (
        tube("M0 18V-20", WOOD, 9)
        + rect(-w / 2, y, w, h, WHITE, 6)
        + rect(-w / 2, y, w, h * 0.17, colour, 6)
        + text(0, y + h * 0.585 + size * 0.36, label, size, colour, "serif")
    )


def sign(label, w=460, h=92, colour=JADE, size=48, sub=""):
    """A plate over a door or desk, around its middle."""
    out = rect(-w / 2, -h / 2, w, h, colour, 6) + rect(-w / 2 + 8, -h / 2 + 8, w - 16, h - 16, None, 3, OCHRE_WASH, 3)
    base = size * 0.36 if not sub else size * 0.12
    out += text(0, base, label, size, WHITE, "serif", spacing=size * 0.12)
    return out + (text(0, h * 0.36, sub, size * 0.5, OCHRE_WASH) if sub else "")


# ---- food and goods


def steamer(w=150, layers=3, steam=True):
    """Bamboo steamers on y = 0."""
    out = "".join(
        rect(-w / 2, -i * 44 - 44, w, 44, WOOD_LIGHT, 4)
        + "".join(line(-w / 2 + w * k, -i * 44 - 38, -w / 2 + w * k, -i * 44 - 6, stroke=WOOD, w=3) for k in (0.3, 0.7))
        + rect(-w / 2 - 5, -i * 44 - 14, w + 10, 14, WOOD, 4)
        for i in range(layers)
    )
    top = -layers * 44
    out += path(f"M{-w / 2 - 4} {top}Q0 {top - 46} {w / 2 + 4} {top}Z", WOOD_LIGHT) + circle(0, top - 26, 9, WOOD_DARK)
    cloud = f"M{-w * 0.2} {top - 50}q-18 -30 4 -56t0 -60M{w * 0.16} {top - 50}q20 -34 -2 -64t6 -64"
    return out + (path(cloud, stroke=WHITE, w=10) if steam else "")


def rice_ball(wrap=True):
    """粢饭团: a rice roll with a stick of fried dough, in a bag."""
    out = path("M-36 -12C-36 -34 36 -34 36 -12V14C36 34 -36 34 -36 14Z", "#fdf8ea")
    out += "".join(circle(x, y, 2.6, "#d9cdb0", None) for x, y in ((-18, -14), (6, -18), (20, 2), (-6, 4), (-24, 8)))
    out += ellipse(33, 0, 10, 15, ORANGE, w=3)
    return out + (path("M-40 -6Q-10 18 14 30Q-10 40 -34 26Z", "#eaf1f0", w=3) if wrap else "")


def bread_bag(w=150, h=200, date="2026.11.25", life="5 天"):
    """A loaf in a clear bag with the dates on its label; held at the tied top, which is 0, 0."""
    out = path("M-22 -34L0 6L22 -34Q0 -46 -22 -34Z", "#f0f4f2")
    out += path(f"M-10 4C{-w * 0.5} 20 {-w / 2} 44 {-w / 2} 70V{h}H{w / 2}V70C{w / 2} 44 {w * 0.5} 20 10 4Z", "#f0f4f2")
    loaf = f"M{-w * 0.4} 74Q{-w * 0.46} 40 {-w * 0.2} 48Q0 30 {w * 0.2} 48Q{w * 0.46} 40 {w * 0.4} 74V{h - 12}"
    out += path(loaf + f"H{-w * 0.4}Z", "#dba45c", w=3) + path(
        f"M{-w * 0.3} 78V{h - 24}M{-w * 0.34} 64q10 -10 24 -6", stroke=lighter("#dba45c", 0.4), w=6
    )
    y = h * 0.42
    label = rect(-w * 0.43, y, w * 0.86, h * 0.5, WHITE, 3, lw=3)
    label += text(-w * 0.38, y + h * 0.11, "生产日期", w * 0.115, INK, "sans-regular", "start")
    label += text(w * 0.38, y + h * 0.24, date, w * 0.135, SEAL, anchor="end")
    label += text(-w * 0.38, y + h * 0.42, "保质期", w * 0.115, INK, "sans-regular", "start")
    label += text(w * 0.38, y + h * 0.42, life, w * 0.135, SEAL, anchor="end")
    return out + label + circle(0, 4, 8, SEAL, w=3)


def sneaker(colour=JADE):
    """A running shoe seen from the side, its sole on y = 0."""
    return (
        path("M-62 -62Q-50 -74 -34 -62Q-10 -60 6 -40Q34 -28 62 -24Q74 -18 70 -8H-64Q-70 -36 -62 -62Z", colour)
        + path("M-34 -62Q-26 -40 -56 -30M-52 -20Q0 -34 30 -30", stroke=WHITE, w=6)
        + path("M-12 -54l12 -8M0 -46l12 -8M12 -38l10 -8", stroke=WHITE, w=5)
        + path("M-68 -12H74Q78 2 62 2H-62Q-72 2 -68 -12Z", WHITE)
    )


def bear(colour="#b98552"):
    """A plush bear sitting on y = 0."""
    ears = circle(-30, -122, 15, colour) + circle(30, -122, 15, colour)
    ears += circle(-30, -122, 7, PINK, None) + circle(30, -122, 7, PINK, None)
    body = ellipse(0, -36, 38, 38, colour) + ellipse(0, -32, 22, 24, lighter(colour, 0.5), None)
    limbs = "".join(
        ellipse(x * 30, -8, 20, 13, colour)
        + circle(x * 34, -7, 7, lighter(colour, 0.5), None)
        + at(ellipse(0, 0, 13, 22, colour), x * 38, -48, 1, -x * 34)
        for x in (-1, 1)
    )
    face = circle(0, -92, 40, colour) + ellipse(0, -80, 17, 14, lighter(colour, 0.6), w=3)
    face += circle(-15, -98, 4.4, INK, None) + circle(15, -98, 4.4, INK, None) + ellipse(0, -86, 6, 4.4, INK, None)
    bow = path("M0 -56L-22 -66V-44ZM0 -56L22 -66V-44Z", SEAL, w=3) + circle(0, -56, 6, SEAL, w=3)
    return ears + limbs + body + face + path("M0 -82v6q-6 6 -10 2M0 -76q6 6 10 2", w=2.6) + bow


def headphones(colour=INDIGO):
    """Headphones lying on a table, around their middle."""
    band = path("M-74 30C-92 -86 92 -86 74 30", stroke=INK, w=24) + path(
        "M-74 30C-92 -86 92 -86 74 30", stroke=colour, w=15
    )
    cup = ellipse(0, 0, 26, 42, darker(colour, 0.2)) + ellipse(7, 0, 17, 32, lighter(colour, 0.3))
    return band + at(cup, -76, 44, 1, 8) + at(cup, 76, 44, 1, 8, flip=True)


def doll(colour=PINK, star=False):
    """A small collector's figure on y = 0: round head with ears, dress."""
    shine = rays(0, -56, 58, 74, 12, GOLD, 5) if star else ""
    body = path("M-22 0Q-26 -34 0 -36T22 0Z", darker(colour, 0.2))
    head = path("M-30 -60L-28 -96L-10 -80Q0 -84 10 -80L28 -96L30 -60C30 -36 14 -30 0 -30S-30 -36 -30 -60Z", colour)
    face = circle(-11, -58, 3.6, INK, None) + circle(11, -58, 3.6, INK, None) + path("M-5 -48q5 5 10 0", w=3)
    blush = ellipse(-19, -50, 5, 3.4, SEAL_WASH, None) + ellipse(19, -50, 5, 3.4, SEAL_WASH, None)
    crown = path("M-16 -84l-4 -24l12 10l8 -16l8 16l12 -10l-4 24Z", GOLD, w=3) if star else ""
    return shine + body + head + face + blush + crown


def doll_card(colour=PINK, w=96, h=128):
    """A collector's card with a figure, around its middle."""
    return (
        rect(-w / 2, -h / 2, w, h, WHITE, 8)
        + rect(-w * 0.4, -h * 0.42, w * 0.8, h * 0.84, lighter(colour, 0.6), 4, None)
        + at(doll(colour), 0, h * 0.3, w / 110)
    )


_PIPS = {1: "4", 2: "08", 3: "048", 4: "0268", 5: "02468", 6: "035268"}


def die(value=5, k=1.0, rot=0):
    """A die around its middle, a little of its top and side in view."""
    top = poly([(-32, -32), (-18, -50), (46, -50), (32, -32)], lighter(OCHRE_WASH, 0.6))
    side = poly([(32, -32), (46, -50), (46, 14), (32, 32)], darker(OCHRE_WASH, 0.1))
    pips = "".join(
        circle(
            (int(c) % 3 - 1) * 18, (int(c) // 3 - 1) * 18, 8 if value == 1 else 5.4, SEAL if value == 1 else INK, None
        )
        for c in _PIPS[value]
    )
    return at(top + side + rect(-32, -32, 64, 64, WHITE, 8) + pips, s=k, rot=rot)


# ---- class room and community room


def gavel():
    """A judge's hammer on its block, y = 0."""
    return rect(-52, -16, 104, 16, WOOD_DARK, 4) + at(
        tube("M0 0H96", WOOD, 11)
        + rect(-40, -24, 52, 48, WOOD_DARK, 6)
        + line(-28, -24, -28, 24, stroke=GOLD, w=6)
        + line(0, -24, 0, 24, stroke=GOLD, w=6),
        -6,
        -40,
        1,
        -16,
    )


def bingo_card(seed=0, w=140, rows=3, words="药房蛋奖税贷币码链游", marks=None):
    """A card of nine large words, some ringed in red; held at the lower middle."""
    h = w * 1.06
    y0, cell = -h * 0.86, w * 0.28
    ringed = marks if marks is not None else ((0, 1, 2), (2, 4, 6), (1, 4, 7), (0, 4), (3, 4, 5))[seed % 5]
    out = rect(-w / 2, y0, w, h, WHITE, 5) + rect(-w / 2, y0, w, h * 0.16, SEAL, 5)
    for i in range(rows * 3):
        x, y = (i % 3 - 1) * cell, y0 + h * 0.16 + cell * (i // 3 + 0.5)
        out += rect(x - cell / 2, y - cell / 2, cell, cell, OCHRE_WASH, 0, lw=3)
        word = words[(i * 3 + seed * 2) % len(words)]
        out += text(x, y + cell * 0.28, word, cell * 0.74, INK, "serif") if word else ""
        if i in ringed:
            out += circle(x, y, cell * 0.44, None, SEAL, 5)
    return out


def sugar(count=6, s=1.0):
    """A heap of sugar cubes on y = 0, widest below."""
    out, left, row, width = "", count, 0, max(2, math.ceil((math.sqrt(8 * count + 1) - 1) / 2))
    while left > 0:
        take = min(left, max(1, width - row))
        for i in range(take):
            x, y = (i - (take - 1) / 2) * 38, -row * 36
            out += poly([(x - 17, y - 34), (x - 9, y - 43), (x + 25, y - 43), (x + 17, y - 34)], WHITE, w=3)
            out += poly([(x + 17, y - 34), (x + 25, y - 43), (x + 25, y - 9), (x + 17, y)], "#dfe3e2", w=3)
            out += rect(x - 17, y - 34, 34, 34, "#f6f7f5", 2, lw=3)
        left, row = left - take, row + 1
    return at(out, s=s)


def spoon(fill=WHITE):
    """A measuring spoon with salt, the bowl on the left."""
    return (
        tube("M20 0H120", STEEL, 12)
        + ellipse(0, 0, 34, 20, STEEL)
        + path("M-26 -2Q0 -30 26 -2Q0 12 -26 -2Z", fill, w=3)
    )


def nutrition(title, rows, colour=ORANGE, w=190, h=176):
    """A card with a nutrition table, around its middle."""
    out = rect(-w / 2, -h / 2, w, h, WHITE, 6) + rect(-w / 2, -h / 2, w, 42, colour, 6)
    out += text(0, -h / 2 + 32, title, 27, WHITE, "serif")
    for i, (name, value) in enumerate(rows):
        y = -h / 2 + 76 + i * 34
        out += text(-w * 0.42, y, name, 22, INK, "sans-regular", "start") + text(
            w * 0.42, y, value, 22, INK, anchor="end"
        )
        out += line(-w * 0.42, y + 9, w * 0.42, y + 9, stroke=STEEL, w=2.6)
    return out


def tripod(h=230):
    """A small tripod on y = 0; its clamp is at -h."""
    legs = path(f"M0 {-h * 0.4}L-64 0M0 {-h * 0.4}L60 0M0 {-h * 0.4}L8 4", stroke=INK, w=12)
    return legs + line(0, -h * 0.4, 0, -h, w=14) + rect(-24, -h - 6, 48, 14, STEEL_DARK, 4)


def shade(w=900, seed=0, colour=LEAF, depth=120):
    """Plane tree leaves that hang into the picture from above; y = 0 is the upper edge."""
    out = ""
    for row, (c, k) in enumerate(((darker(colour, 0.18), 1.0), (colour, 0.72), (lighter(colour, 0.2), 0.42))):
        pts = [(-w / 2, -40)]
        steps = int(w / 90)
        for i in range(steps + 1):
            wave = 0.72 + 0.28 * math.sin(i * 2.4 + seed + row * 1.7)
            pts.append((-w / 2 + i * w / steps, depth * k * wave))
        out += path(smooth([*pts, (w / 2, -40)]), c, None)
    leaf = "M0 -20L8 -8L22 -10L14 3L20 16L5 12L0 24L-5 12L-20 16L-14 3L-22 -10L-8 -8Z"
    return out + "".join(
        at(
            path(leaf, lighter(colour, 0.35), None),
            -w / 2 + (i * 137 + seed * 61) % w,
            10 + (i * 53) % (depth * 0.7),
            0.9,
            i * 40,
        )
        for i in range(int(w / 80))
    )


def lens(r=70, content="", name="lens"):
    """A magnifying glass around the middle of its glass, the handle to the lower right; `content` lies under it."""
    return (
        at(rect(r + 2, -12, r * 1.3, 24, WOOD_DARK, 9), rot=48)
        + circle(0, 0, r, GLASS)
        + content
        + circle(0, 0, r, None, INK, 15)
        + circle(0, 0, r, None, GOLD, 7)
        + path(f"M{-r * 0.66} {-r * 0.3}Q{-r * 0.5} {-r * 0.66} {-r * 0.16} {-r * 0.74}", stroke=WHITE, w=7)
    )


def price_tag(label, w=120, h=56, colour=SEAL):
    """A shelf's price tag around its middle."""
    return (
        rect(-w / 2, -h / 2, w, h, WHITE, 4)
        + rect(-w / 2, -h / 2, w, 9, colour, 3, None)
        + text(0, h * 0.28, label, h * 0.46, colour)
    )


def crate(goods, w=240, h=70):
    """A crate on y = 0 heaped with `goods` (drawings on y = 0)."""
    step = w / (len(goods) + 0.4)
    heap = "".join(at(g, -w / 2 + step * (i + 0.7), -h + 8 - (i % 2) * 8, 1.1) for i, g in enumerate(goods))
    return (
        heap
        + path(f"M{-w / 2} {-h}H{w / 2}L{w * 0.46} 0H{-w * 0.46}Z", CARD)
        + "".join(line(-w * 0.48, -h * k, w * 0.48, -h * k, stroke=darker(CARD, 0.25), w=4) for k in (0.32, 0.66))
    )


def gloved(svg, colour="#bfdcec"):
    """Hands of a drawing in gloves."""
    return svg.replace("#f2c9a5", colour)
