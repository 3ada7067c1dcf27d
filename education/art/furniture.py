"""Large things that stand on the floor (y = 0 is the ground) or hang on a wall (drawn around the middle)."""

import math

from .glyphs import text
from .palette import (
    GLASS,
    GOLD,
    INDIGO,
    INK,
    JADE,
    LEAF,
    LEAF_DARK,
    OCHRE_WASH,
    SEAL,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    darker,
    lighter,
)
from .pen import at, circle, clip, ellipse, line, path, poly, rect, shadow
from .street import (  # noqa: F401  for those who compose a scene
    awning,
    bicycle,
    bus,
    contact_sign,
    counter,
    dumbbell,
    lantern,
    poster,
    scales,
    shelf,
    shop_front,
    stall,
    treadmill,
    tree,
)


def table(w=360, h=150, colour=WOOD, cloth=None):
    """A table, its top at y = -h."""
    legs = rect(-w / 2 + 24, -h, 20, h, darker(colour)) + rect(w / 2 - 44, -h, 20, h, darker(colour))
    top = rect(-w / 2, -h - 14, w, 26, lighter(colour), 4)
    if cloth:
        top = path(
            f"M{-w / 2} {-h - 14}H{w / 2}L{w / 2 + 6} {-h + 54}"
            + "".join(f"q{-(w + 12) / 24} 14 {-(w + 12) / 12} 0" for _ in range(12))
            + "Z",
            cloth,
        )
    return shadow(0, 0, w * 0.52, 12) + legs + top


def sofa(w=380, colour=JADE):
    """A sofa, seat at y = -92."""
    return (
        shadow(0, 0, w * 0.54, 14)
        + rect(-w / 2 + 10, -196, w - 20, 160, darker(colour, 0.1), 26)
        + line(0, -190, 0, -96)
        + rect(-w / 2 + 30, -104, w - 60, 74, colour, 14)
        + line(0, -100, 0, -34)
        + rect(-w / 2 - 10, -142, 56, 126, lighter(colour, 0.12), 22)
        + rect(w / 2 - 46, -142, 56, 126, lighter(colour, 0.12), 22)
        + rect(-w / 2 + 14, -16, 18, 16, WOOD_DARK)
        + rect(w / 2 - 32, -16, 18, 16, WOOD_DARK)
    )


def armchair(colour=SEAL):
    return at(sofa(220, colour).replace(line(0, -190, 0, -96), "").replace(line(0, -100, 0, -34), ""))


def chair(colour=WOOD, h=82, back=150):
    """A wooden chair, seat at y = -h."""
    return (
        rect(-44, -back - 20, 88, 26, colour, 6)
        + rect(-42, -back, 12, back, colour)
        + rect(30, -back, 12, back, colour)
        + rect(-50, -h, 100, 16, lighter(colour), 4)
        + rect(-46, -h + 16, 14, h - 16, darker(colour))
        + rect(32, -h + 16, 14, h - 16, darker(colour))
    )


def stool(colour=SEAL, h=70):
    return (
        path(f"M-26 {-h}L-40 0M26 {-h}L40 0", w=9)
        + path(f"M-26 {-h}L-40 0M26 {-h}L40 0", stroke=darker(colour), w=3)
        + ellipse(0, -h, 44, 12, colour)
    )


def bed(w=460, colour=INDIGO):
    return (
        rect(-w / 2 - 14, -150, 24, 150, WOOD_DARK, 4)
        + rect(w / 2 - 8, -96, 20, 96, WOOD_DARK, 4)
        + rect(-w / 2, -70, w, 44, WOOD)
        + rect(-w / 2 + 4, -96, w - 8, 34, WHITE, 10)
        + rect(-w / 2 + 14, -124, 110, 42, WHITE, 18)
        + path(f"M{-w / 2 + 140} -106Q{w * 0.1} -126 {w / 2 - 8} -100V-40H{-w / 2 + 140}Z", colour)
        + line(-w / 2 + 166, -104, -w / 2 + 166, -42, stroke=WHITE, w=7)
    )


def window(w=200, h=170, view="sky", curtains=SEAL, key="w"):
    """A window around its middle; view: sky, night, tower, lane. `key` is unique within the picture."""
    x, y = -w / 2, -h / 2
    sky = "#2b3550" if view == "night" else GLASS
    out = rect(x, y, w, h, sky, 0, None)
    if view == "night":
        out += circle(w * 0.24, -h * 0.22, h * 0.1, OCHRE_WASH, None) + "".join(
            circle(dx * w, dy * h, 2.6, WHITE, None)
            for dx, dy in ((-0.3, -0.3), (-0.1, -0.12), (0.05, -0.36), (0.36, 0.02))
        )
    else:
        out += ellipse(-w * 0.18, -h * 0.22, w * 0.16, h * 0.07, WHITE, None) + ellipse(
            -w * 0.08, -h * 0.26, w * 0.12, h * 0.08, WHITE, None
        )
    tone = "#1f2740" if view == "night" else "#b3c3cf"
    out += (
        rect(-w * 0.4, h * 0.05, w * 0.2, h, tone, 0, None)
        + rect(-w * 0.16, -h * 0.04, w * 0.16, h, darker(tone, 0.08), 0, None)
        + rect(w * 0.22, h * 0.12, w * 0.22, h, tone, 0, None)
    )
    if view in ("tower", "night"):
        out += (
            line(w * 0.11, -h * 0.4, w * 0.11, h * 0.5, stroke=darker(tone, 0.2), w=5)
            + circle(w * 0.11, -h * 0.02, h * 0.06, "#a8616a", None)
            + circle(w * 0.11, h * 0.24, h * 0.09, "#a8616a", None)
        )
    if view == "lane":
        out += ellipse(w * 0.2, h * 0.3, w * 0.3, h * 0.3, LEAF, None)
    out = (
        clip(out, rect(x, y, w, h, WHITE, 0, None), f"win{key}")
        + rect(x, y, w, h, "none", 0, INK, 6)
        + line(0, y, 0, -y)
        + line(x, -h * 0.1, -x, -h * 0.1)
    )
    out += rect(x - 12, -y - 4, w + 24, 16, WOOD_LIGHT, 2)
    if curtains:
        for side in (-1, 1):
            out += at(
                path(
                    f"M0 {y - 16}H{w * 0.26}Q{w * 0.2} {h * 0.1} {w * 0.08} {-y - 4}H-18Q-8 {h * 0.1} -14 {y - 16}Z",
                    curtains,
                )
                + line(w * 0.1, y - 12, w * 0.02, -y - 12, w=2.6),
                side * (w / 2 + 4),
                0,
                flip=side > 0,
            )
        out += line(x - 26, y - 18, -x + 26, y - 18, w=8)
    return out


def picture(kind="mountain", w=110, h=84):
    """A framed picture around its middle: mountain, family, fish, word."""
    out = rect(-w / 2, -h / 2, w, h, WHITE, 2, WOOD_DARK, 8) + rect(-w / 2, -h / 2, w, h, "none", 2, INK, 2.4)
    if kind == "mountain":
        out += path(
            f"M{-w * 0.38} {h * 0.26}L{-w * 0.1} {-h * 0.2}L{w * 0.08} {h * 0.1}L{w * 0.2} {-h * 0.06}L{w * 0.38} "
            f"{h * 0.26}Z",
            LEAF,
            w=2.6,
        ) + circle(w * 0.2, -h * 0.22, h * 0.09, SEAL, None)
    elif kind == "family":
        out += "".join(
            circle(x * w, -h * 0.02 + dy, 11, "#f2c9a5", w=2.4)
            + path(f"M{x * w - 16} {h * 0.34}q0 -22 16 -22t16 22Z", c, w=2.4)
            for x, dy, c in ((-0.24, -4, INDIGO), (0, 2, GOLD), (0.24, -4, SEAL))
        )
    else:
        out += text(0, h * 0.2, "福", h * 0.6, SEAL, "serif")
    return out


def clock(r=36, hour=3, minute=0):
    def hand(turn, size, w):
        return line(0, 0, size * math.sin(turn), -size * math.cos(turn), w=w)

    return (
        circle(0, 0, r, WHITE, w=6)
        + "".join(
            circle((r - 9) * math.sin(i * math.pi / 2), (r - 9) * math.cos(i * math.pi / 2), 2.4, INK, None)
            for i in range(4)
        )
        + hand((hour + minute / 60) * math.pi / 6, r * 0.45, 5)
        + hand(minute * math.pi / 30, r * 0.68, 4)
        + circle(0, 0, 4, SEAL, None)
    )


def calendar(day="25", month="十一月", w=80, h=92):
    return (
        rect(-w / 2, -h / 2, w, h, WHITE, 4)
        + rect(-w / 2, -h / 2, w, h * 0.28, SEAL, 4)
        + text(0, -h * 0.29, month, h * 0.16, WHITE)
        + text(0, h * 0.36, day, h * 0.5, INK, "serif")
        + circle(-w * 0.25, -h / 2, 4, WHITE, w=3)
        + circle(w * 0.25, -h / 2, 4, WHITE, w=3)
    )


def plant(h=150, colour=LEAF_DARK):
    """A pot plant on y = 0."""
    leaf = "M0 0C-22 -24 -22 -60 0 -84C22 -60 22 -24 0 0Z"
    return (
        "".join(
            at(path(leaf, c) + line(0, -8, 0, -66, w=2.4), 0, -54, h / 150, rot)
            for rot, c in ((-52, colour), (50, colour), (-24, LEAF), (26, LEAF), (0, colour))
        )
        + path("M-34 -62H34L26 0H-26Z", "#b5643c")
        + rect(-38, -70, 76, 18, "#c4744a", 3)
    )


def lamp(h=260, on=True):
    """A standing lamp on y = 0."""
    glow = poly([(-40, -h + 50), (40, -h + 50), (110, 0), (-110, 0)], GOLD, None, extra='opacity="0.18"') if on else ""
    return (
        glow
        + line(0, -h + 50, 0, -6, w=7)
        + ellipse(0, -4, 40, 9, WOOD_DARK)
        + path(f"M-30 {-h}H30L50 {-h + 62}H-50Z", OCHRE_WASH)
    )


def tv(w=280, screen="#3a3550", content="", stand=True):
    """A television; stands on y = 0 when `stand`. `content` is drawn around the middle of the screen."""
    h = w * 0.6
    base = path("M-40 0H40L20 -16H-20Z", STEEL_DARK) if stand else ""
    return (
        base
        + rect(-w / 2, -h - 14, w, h, INK, 10)
        + rect(-w / 2 + 10, -h - 4, w - 20, h - 20, screen, 4, None)
        + at(content, 0, -h / 2 - 14)
    )


def cabinet(w=360, h=90, colour=WOOD, doors=3):
    step = w / doors
    return (
        shadow(0, 0, w * 0.52, 9)
        + rect(-w / 2, -h, w, h, colour)
        + "".join(
            rect(-w / 2 + i * step + 8, -h + 12, step - 16, h - 26, lighter(colour, 0.2), 3, lw=3)
            + circle(-w / 2 + (i + 0.5) * step, -h * 0.5, 4, INK, None)
            for i in range(doors)
        )
        + rect(-w / 2 - 8, -h - 8, w + 16, 16, lighter(colour), 3)
    )


def washer(broken=False):
    """A washing machine on y = 0, 190 high."""
    out = (
        shadow(0, 0, 90, 10)
        + rect(-80, -190, 160, 186, WHITE, 10)
        + rect(-80, -190, 160, 40, STEEL, 10)
        + circle(52, -170, 11, WHITE, w=3)
        + rect(-66, -180, 60, 20, INK, 4, None)
    )
    out += (
        text(-36, -164, "E4" if broken else "30", 17, "#ff8f6b" if broken else "#9fe0b8")
        + circle(0, -76, 56, STEEL)
        + circle(0, -76, 43, "#8fb0c8")
    )
    out += path("M-40 -70q20 -16 40 0t40 -4Q36 -36 0 -34T-40 -70Z", "#c4dbe8", None) + path(
        "M-22 -98q6 -12 18 -14", stroke=WHITE, w=5
    )
    return out + (path("M-70 0q-30 -4 -40 6q20 12 70 6t70 2q20 -10 -20 -14Z", "#a9cfe0", w=3) if broken else "")


def fridge(colour="#e6e1d4"):
    return (
        shadow(0, 0, 84, 10)
        + rect(-74, -330, 148, 326, colour, 12)
        + line(-74, -210, 74, -210)
        + line(-56, -280, -56, -232, w=7)
        + line(-56, -190, -56, -120, w=7)
        + rect(10, -300, 40, 34, OCHRE_WASH, 2, lw=2.4)
        + circle(30, -302, 4, SEAL, w=2)
    )


def air_conditioner(w=180):
    return (
        rect(-w / 2, -30, w, 60, WHITE, 8)
        + line(-w / 2 + 12, 14, w / 2 - 12, 14, w=3)
        + line(-w / 2 + 12, 21, w / 2 - 12, 21, w=3)
        + circle(w / 2 - 20, -10, 4, LEAF, None)
    )


def board(w=520, h=240, title="", lines=(), colour="#2f5a4c", size=38, sub=30):
    """A classroom board around its middle with chalk text."""
    out = (
        rect(-w / 2, -h / 2, w, h, colour, 4, WOOD_DARK, 14)
        + rect(-w / 2 - 7, -h / 2 - 7, w + 14, h + 14, "none", 6)
        + text(0, -h / 2 + size * 1.5, title, size, WHITE, "serif")
    )
    out += "".join(text(0, -h / 2 + size * 1.5 + (i + 1) * sub * 1.6, t, sub, OCHRE_WASH) for i, t in enumerate(lines))
    return (
        out + rect(-w / 2 + 20, h / 2 + 3, 90, 8, WHITE, 2, lw=2) + rect(w / 2 - 90, h / 2 - 6, 56, 16, SEAL, 3, lw=3)
    )


def desk(w=170, h=104, colour=WOOD_LIGHT):
    """A pupil's desk seen from the front, top at y = -h."""
    return (
        shadow(0, 0, w * 0.5, 8)
        + rect(-w / 2 + 12, -h, 12, h, STEEL_DARK)
        + rect(w / 2 - 24, -h, 12, h, STEEL_DARK)
        + rect(-w / 2 + 8, -h, w - 16, 40, darker(colour, 0.14))
        + rect(-w / 2, -h - 8, w, 18, colour, 3)
    )


def laptop(screen="", w=150, back=False):
    """A laptop on y = 0, seen from the front (`screen` content around its middle) or from behind."""
    h = w * 0.62
    lid = rect(-w / 2, -h - 8, w, h, STEEL if back else INK, 6) + (
        circle(0, -h / 2 - 8, 8, STEEL_DARK, None)
        if back
        else rect(-w / 2 + 8, -h, w - 16, h - 16, WHITE, 2, None) + at(screen, 0, -h / 2 - 8)
    )
    return lid + path(f"M{-w / 2 - 14} 0L{-w / 2} -10H{w / 2}L{w / 2 + 14} 0Z", STEEL)


def screen_phone(w=420, h=720, ground=WHITE, content=""):
    """A phone that fills the picture, around its middle; `content` is drawn in screen coordinates around 0, 0."""
    return (
        rect(-w / 2, -h / 2, w, h, INK, 44)
        + rect(-w / 2 + 16, -h / 2 + 22, w - 32, h - 44, ground, 26, None)
        + rect(-50, -h / 2 + 30, 100, 16, INK, 8, None)
        + content
    )
