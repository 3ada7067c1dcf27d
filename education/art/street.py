"""Shops and streets: stalls, shelves, signs, shop fronts, trees, vehicles. Reached through `furniture`."""

import random

from .glyphs import measure, text
from .palette import (
    CARD,
    GLASS,
    GOLD,
    INDIGO,
    INK,
    JADE,
    LEAF,
    OCHRE_WASH,
    SAND,
    SEAL,
    SEAL_DEEP,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    darker,
    lighter,
    mix,
)
from .pen import at, circle, ellipse, line, path, rect, shadow
from .props import qr, vegetable


def counter(w=420, h=190, front=WOOD, top=WOOD_LIGHT, label=""):
    """A shop counter, its top at y = -h."""
    panels = "".join(
        rect(-w / 2 + 20 + i * (w - 40) / 3, -h + 44, (w - 40) / 3 - 14, h - 66, darker(front, 0.08), 4, lw=3)
        for i in range(3)
    )
    name = (
        rect(-measure(label, 30, "serif", 6) / 2 - 18, -h * 0.64, measure(label, 30, "serif", 6) + 36, 52, WHITE, 3)
        + text(0, -h * 0.64 + 37, label, 30, SEAL, "serif", spacing=6)
        if label
        else ""
    )
    return (
        shadow(0, 2, w * 0.54, 12)
        + rect(-w / 2, -h, w, h, front)
        + panels
        + name
        + rect(-w / 2 - 16, -h - 14, w + 32, 28, top, 3)
    )


def scales(weight="1.00"):
    """A market scale on y = 0."""
    return (
        path("M-60 0L-48 -46H48L60 0Z", STEEL)
        + rect(-30, -36, 60, 22, INK, 3, None)
        + text(0, -19, weight, 18, "#9fe0b8")
        + rect(-8, -58, 16, 14, STEEL_DARK)
        + path("M-74 -66H74L60 -54H-60Z", STEEL)
    )


def awning(w=480, stripes=8, label="", colour=SEAL, h=44, size=30):
    """A shop awning; y = 0 is the top edge of the sign, the scallops hang below."""
    step = w / stripes
    out = "".join(
        path(f"M{-w / 2 + i * step} {h}h{step}v24a{step / 2} 26 0 0 1 {-step} 0Z", (colour, WHITE)[i % 2])
        for i in range(stripes)
    )
    return (
        out
        + rect(-w / 2 - 6, 0, w + 12, h + 4, colour)
        + (text(0, h * 0.5 + size * 0.38 + 2, label, size, WHITE, "serif", spacing=size * 0.3) if label else "")
    )


def stall(w=460, label="菜场", goods=("tomato", "cabbage", "leek", "radish", "orange", "aubergine"), colour=SEAL):
    """A market stall on y = 0: counter with crates (top at -170) and an awning on posts."""
    out = (
        shadow(0, 0, w * 0.54, 14)
        + rect(-w / 2 + 8, -430, 14, 430, WOOD_DARK)
        + rect(w / 2 - 22, -430, 14, 430, WOOD_DARK)
    )
    step = (w - 30) / len(goods)
    for i, g in enumerate(goods):
        x = -w / 2 + 15 + step * (i + 0.5)
        out += "".join(
            at(vegetable(g), x + dx, -172 - dy, 0.8) for dx, dy in ((-step * 0.22, 16), (step * 0.22, 16), (0, 2))
        )
        out += path(f"M{x - step * 0.46} -186H{x + step * 0.46}L{x + step * 0.42} -150H{x - step * 0.42}Z", CARD)
    out += (
        rect(-w / 2, -152, w, 152, WOOD)
        + "".join(line(-w / 2, y, w / 2, y, w=3) for y in (-104, -54))
        + rect(-w / 2 - 10, -160, w + 20, 18, WOOD_LIGHT, 2)
    )
    return out + at(awning(w + 50, 10, label, colour), 0, -470)


def shelf(w=420, h=330, rows=3, goods=(), colour=WOOD, seed=3, far=False):
    """A shop shelf on y = 0 filled with packs in a fixed order; `far`: paler and plainer, behind people."""
    rnd = random.Random(seed)  # noqa: S311  a fixed pattern, no secret
    out = (
        rect(-w / 2, -h, w, h, lighter(colour, 0.45))
        + rect(-w / 2, -h, 12, h, colour, lw=3)
        + rect(w / 2 - 12, -h, 12, h, colour, lw=3)
    )
    tones = (SEAL, GOLD, JADE, INDIGO, "#d98a6a", WHITE, LEAF, "#b7a4c4")
    for r in range(rows):
        base = -h + (r + 1) * h / rows - 8
        x = -w / 2 + 20
        while x < w / 2 - 44:
            bw, bh = rnd.choice((44, 56, 70) if far else (26, 32, 40)), rnd.uniform(0.42, 0.74) * h / rows
            tone, corner = rnd.choice(tones), rnd.choice((2, 6))
            if far:
                out += rect(x, base - bh, bw, bh, mix(tone, WOOD_LIGHT, 0.5), corner, mix(INK, WOOD_LIGHT, 0.4), 3)
            else:
                out += rect(x, base - bh, bw, bh, tone, corner, lw=3)
                out += rect(x + 4, base - bh * 0.7, bw - 8, bh * 0.3, WHITE, 2, None)
            x += bw + 5
        out += rect(-w / 2, base, w, 12, colour, lw=3) + "".join(
            rect(-w / 2 + 24 + i * 74, base + 1, 30, 11, WHITE, 1, SEAL, 2) for i in range(0 if far else int(w / 78))
        )
    return out


def poster(title, lines=(), w=150, h=200, colour=SEAL, code=False, size=26):
    """A poster around its middle: headline, lines and a QR pattern if `code`."""
    out = (
        rect(-w / 2, -h / 2, w, h, WHITE, 2)
        + rect(-w / 2, -h / 2, w, size * 2, colour)
        + text(0, -h / 2 + size * 1.36, title, size, WHITE, "serif")
    )
    out += "".join(text(0, -h / 2 + size * 2 + 30 + i * 28, t, 19, INK) for i, t in enumerate(lines))
    return out + (at(qr(w * 0.46), 0, h / 2 - w * 0.3) if code else "")


def shop_front(w=420, h=420, sign="小店", colour=JADE, shut=False, notice="", door=True, key="s"):
    """A shop front on y = 0: sign, glass or a closed roller shutter with a paper notice."""
    out = rect(-w / 2, -h, w, h, lighter(SAND, 0.3)) + rect(
        -w / 2 + 20, -h + 96, w - 40, h - 96, STEEL if shut else GLASS
    )
    if shut:
        out += "".join(
            line(-w / 2 + 20, y, w / 2 - 20, y, stroke=STEEL_DARK, w=3) for y in range(int(-h + 116), -4, 20)
        ) + rect(-22, -26, 44, 14, STEEL_DARK, 3, lw=3)
        if notice:
            out += at(
                rect(-74, -52, 148, 104, WHITE, 1)
                + text(0, -8, notice[:4], 32, SEAL_DEEP, "serif")
                + text(0, 32, notice[4:], 24, INK)
                + rect(-16, -60, 32, 14, OCHRE_WASH, lw=2),
                0,
                -h * 0.42,
                rot=-3,
            )
    elif door:
        out += (
            line(0, -h + 96, 0, 0) + rect(-16, -h * 0.36, 8, 54, WOOD_DARK, 3) + rect(8, -h * 0.36, 8, 54, WOOD_DARK, 3)
        )
        out += path(
            f"M{-w * 0.38} {-h * 0.3}L{-w * 0.26} {-h * 0.6}M{w * 0.24} {-h * 0.3}L{w * 0.36} {-h * 0.6}",
            stroke=WHITE,
            w=9,
        )
    return (
        out + rect(-w / 2 - 10, -h + 18, w + 20, 78, colour, 3) + text(0, -h + 72, sign, 40, WHITE, "serif", spacing=8)
    )


def tree(h=420, colour=LEAF, trunk="#a68a64"):
    """A plane tree on y = 0."""
    return (
        shadow(0, 0, h * 0.2, 10)
        + path(f"M-14 0L-9 {-h * 0.5}L-46 {-h * 0.66}M10 0L8 {-h * 0.48}L44 {-h * 0.64}", None, INK, 8)
        + path(f"M-16 0L-10 {-h * 0.6}H10L16 0Z", trunk)
        + path(
            f"M-{h * 0.3} {-h * 0.62}C-{h * 0.4} {-h * 0.84} -{h * 0.18} {-h * 1.02} 0 {-h * 0.98}C{h * 0.2} "
            f"{-h * 1.04} {h * 0.4} {-h * 0.84} {h * 0.3} {-h * 0.62}C{h * 0.24} "
            f"{-h * 0.46} {h * 0.08} {-h * 0.46} 0 {-h * 0.5}C-{h * 0.1} {-h * 0.46} -{h * 0.24} {-h * 0.46} "
            f"-{h * 0.3} {-h * 0.62}Z",
            colour,
        )
        + path(
            f"M-{h * 0.16} {-h * 0.74}q18 -16 36 0M{h * 0.02} {-h * 0.66}q18 -16 36 0M{h * 0.04} {-h * 0.84}q18 "
            "-16 36 0",
            stroke=darker(colour, 0.25),
            w=3,
        )
    )


def bus(w=520, colour=JADE, label="公交 49 路"):
    wheel = circle(0, -26, 28, INK, None) + circle(0, -26, 12, STEEL, None)
    return (
        shadow(0, 0, w * 0.52, 12)
        + rect(-w / 2, -210, w, 184, colour, 22)
        + rect(-w / 2 + 22, -184, w - 44, 78, GLASS, 10)
        + "".join(line(-w / 2 + 22 + i * (w - 44) / 5, -184, -w / 2 + 22 + i * (w - 44) / 5, -106) for i in range(1, 5))
        + rect(-w / 2, -92, w, 14, WHITE, 0, None)
        + text(0, -46, label, 26, WHITE)
        + at(wheel, -w * 0.3)
        + at(wheel, w * 0.3)
        + circle(w / 2 - 12, -56, 8, GOLD, w=3)
    )


def bicycle(colour=SEAL):
    wheels = circle(-56, -38, 38, "none", INK, 5) + circle(60, -38, 38, "none", INK, 5)
    return (
        wheels
        + path("M-56 -38L-20 -88H44L0 -38ZM-20 -88L0 -38M60 -38L40 -108", None, colour, 7)
        + path("M-34 -96H-6", w=9)
        + path("M24 -112H54", w=6)
    )


def lantern(h=60):
    return (
        line(0, -h * 0.8, 0, -h * 0.5)
        + ellipse(0, 0, h * 0.5, h * 0.46, SEAL)
        + ellipse(0, 0, h * 0.24, h * 0.46, "none", w=2.6)
        + rect(-h * 0.2, -h * 0.54, h * 0.4, 10, GOLD, lw=3)
        + rect(-h * 0.2, h * 0.38, h * 0.4, 10, GOLD, lw=3)
        + line(0, h * 0.54, 0, h * 0.9, stroke=SEAL, w=5)
    )


def treadmill():
    return (
        shadow(0, 0, 110, 10)
        + rect(-90, -26, 190, 24, INK, 8)
        + line(76, -26, 104, -176, w=12)
        + line(104, -170, 66, -176, w=9)
        + rect(84, -196, 44, 26, STEEL, 4)
    )


def dumbbell(colour=INK):
    return line(-22, 0, 22, 0, w=8) + rect(-36, -18, 14, 36, colour, 4) + rect(22, -18, 14, 36, colour, 4)


def contact_sign(w=250, h=78):
    """The plate of a contact point, around its middle."""
    big = min(w * 0.112, h * 0.4)
    return (
        rect(-w / 2, -h / 2, w, h, JADE, 5)
        + rect(-w / 2 + 7, -h / 2 + 7, w - 14, h - 14, "none", 3, OCHRE_WASH, 2.6)
        + text(0, h * 0.06, "消费维权联络点", big, WHITE, "serif", spacing=2)
        + text(0, h * 0.36, "投诉举报 12315", big * 0.62, OCHRE_WASH)
    )
