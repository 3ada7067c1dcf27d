"""Goods that are bought and sold: parcels, bottles, food, toys. Reached through `props`."""

from .glyphs import text
from .palette import (
    CARD,
    GOLD,
    GREY_TEXT,
    INDIGO,
    INK,
    LEAF,
    LEAF_DARK,
    ORANGE,
    PAPER2,
    PINK,
    PLUM,
    SEAL,
    STEEL,
    STEEL_DARK,
    TOMATO,
    WHITE,
    WOOD_LIGHT,
    darker,
    lighter,
)
from .pen import at, circle, ellipse, line, path, poly, rect


def bars(x, y, widths, gap=12, colour=GREY_TEXT, w=4):
    """Lines that stand for small print."""
    return "".join(
        line(x, y + i * gap, x + width, y + i * gap, stroke=colour, w=w) for i, width in enumerate(widths) if width
    )


def parcel(w=110, h=84, tape=WHITE, open_=False):
    """A cardboard box standing on y = 0."""
    out = (
        rect(-w / 2, -h, w, h, CARD, 3)
        + rect(w * 0.28, -h, w * 0.22, h, darker(CARD, 0.12), 0, None)
        + rect(-w / 2, -h, w, h, "none", 3)
    )
    if open_:
        return (
            poly([(-w / 2, -h), (-w * 0.78, -h - 26), (-w * 0.3, -h - 30), (-w * 0.06, -h)], lighter(CARD), INK)
            + poly([(w / 2, -h), (w * 0.78, -h - 26), (w * 0.3, -h - 30), (w * 0.06, -h)], lighter(CARD), INK)
            + out
        )
    out += rect(-10, -h, 20, h * 0.42, tape, lw=3) + rect(-w / 2 + 8, -h * 0.42, w * 0.34, h * 0.3, WHITE, 2, lw=3)
    return out + bars(-w / 2 + 14, -h * 0.34, (w * 0.22, w * 0.16), 9, w=3)


def gift(w=70, h=60, colour=SEAL, ribbon=GOLD):
    """A present standing on y = 0."""
    return (
        rect(-w / 2, -h, w, h, colour, 3)
        + rect(-8, -h, 16, h, ribbon, lw=3)
        + rect(-w / 2 - 5, -h - 14, w + 10, 18, lighter(colour, 0.15), 3)
        + path(f"M0 {-h - 14}C-30 {-h - 50} -44 {-h - 14} 0 {-h - 14}C30 {-h - 50} 44 {-h - 14} 0 {-h - 14}Z", ribbon)
    )


def bottle(label="神药", colour=SEAL, w=52, h=92):
    """A pill bottle standing on y = 0."""
    return (
        rect(-w * 0.34, -h, w * 0.68, h * 0.24, colour, 4)
        + line(-w * 0.14, -h * 0.96, -w * 0.14, -h * 0.82, w=2.5)
        + line(w * 0.1, -h * 0.96, w * 0.1, -h * 0.82, w=2.5)
        + rect(-w / 2, -h * 0.78, w, h * 0.78, WHITE, 8)
        + rect(-w / 2, -h * 0.56, w, h * 0.36, GOLD)
        + text(0, -h * 0.32, label, w * 0.36, INK, "serif")
    )


def medicine_box(label="保健食品", colour=PLUM, w=96, h=62):
    """A flat carton standing on y = 0."""
    return (
        rect(-w / 2, -h, w, h, colour, 3)
        + rect(-w / 2, -h * 0.72, w, h * 0.44, WHITE)
        + text(0, -h * 0.42, label, h * 0.24, INK)
        + poly([(-w / 2, -h), (-w / 2 + 12, -h - 12), (w / 2 + 12, -h - 12), (w / 2, -h)], lighter(colour))
        + poly([(w / 2, -h), (w / 2 + 12, -h - 12), (w / 2 + 12, -12), (w / 2, 0)], darker(colour))
    )


def milk(label="鲜奶", w=58, h=88, date="", colour=INDIGO):
    """A milk carton standing on y = 0; `date` is printed on the top fold."""
    out = path(f"M{-w / 2} {-h * 0.7}L{-w * 0.36} {-h}H{w * 0.36}L{w / 2} {-h * 0.7}V0H{-w / 2}Z", WHITE) + line(
        -w / 2, -h * 0.7, w / 2, -h * 0.7
    )
    out += rect(-w * 0.36, -h - 9, w * 0.72, 12, lighter(colour), 2) + path(
        f"M{-w / 2} {-h * 0.3}Q{-w * 0.2} {-h * 0.44} 0 {-h * 0.3}T{w / 2} {-h * 0.32}V0H{-w / 2}Z", colour
    )
    return (
        out
        + text(0, -h * 0.42, label, w * 0.36, colour, "serif")
        + (text(0, -h * 0.79, date, w * 0.17, SEAL) if date else "")
    )


def food_pack(name="饼干", colour=ORANGE, w=88, h=110, label=False):
    """A bag of snacks standing on y = 0; `label` shows its back with the printed table."""
    zig = "".join(f"l{w / 16} -6l{w / 16} 6" for _ in range(8))
    out = path(
        f"M{-w / 2} {-h}{zig}Q{w / 2 - 6} {-h / 2} {w / 2} 0H{-w / 2}Q{-w / 2 + 6} {-h / 2} {-w / 2} {-h}Z", colour
    )
    if label:
        return (
            out
            + rect(-w * 0.36, -h * 0.82, w * 0.72, h * 0.62, WHITE, 2, lw=3)
            + "".join(
                line(-w * 0.36, -h * (0.82 - 0.155 * i), w * 0.36, -h * (0.82 - 0.155 * i), w=2)
                + line(-w * 0.3, -h * (0.745 - 0.155 * i), -w * 0.05, -h * (0.745 - 0.155 * i), stroke=GREY_TEXT, w=3)
                + line(
                    w * 0.06,
                    -h * (0.745 - 0.155 * i),
                    w * 0.28,
                    -h * (0.745 - 0.155 * i),
                    stroke=SEAL if i == 1 else GREY_TEXT,
                    w=3,
                )
                for i in range(4)
            )
        )
    return (
        out
        + ellipse(0, -h * 0.56, w * 0.34, h * 0.22, WHITE, w=3)
        + text(0, -h * 0.52, name, w * 0.24, colour, "serif")
        + circle(-w * 0.16, -h * 0.2, w * 0.1, WOOD_LIGHT, w=3)
        + circle(w * 0.12, -h * 0.18, w * 0.12, WOOD_LIGHT, w=3)
    )


def blind_box(w=64, h=76, colour=PLUM, open_=False):
    """A blind box with a question mark, standing on y = 0."""
    out = (
        rect(-w / 2, -h, w, h, colour, 3)
        + rect(w * 0.28, -h, w * 0.22, h, darker(colour), 0, None)
        + rect(-w / 2, -h, w, h, "none", 3)
    )
    lid = (
        poly([(-w / 2, -h), (-w * 0.74, -h - 20), (-w * 0.2, -h - 24), (0, -h)], lighter(colour), INK) if open_ else ""
    )
    return lid + out + text(-w * 0.1, -h * 0.3, "？", h * 0.52, GOLD)


def toy(colour=PINK, s=1.0):
    """A little vinyl figure, a rabbit, standing on y = 0."""
    return at(
        ellipse(-9, -70, 6, 18, colour)
        + ellipse(9, -70, 6, 18, colour)
        + path("M-16 -26C-20 -8 -16 0 -8 0H8C16 0 20 -8 16 -26Z", lighter(colour))
        + ellipse(0, -42, 26, 22, colour)
        + circle(-9, -42, 3, INK, None)
        + circle(9, -42, 3, INK, None)
        + path("M-4 -34q4 4 8 0", w=2.6),
        s=s,
    )


def shopping_bag(colour=SEAL, w=76, h=84, label="", veg=False):
    """A carrier bag hanging from its handle: grip at 0, 0."""
    inside = (
        at(vegetable("leek"), -w * 0.14, 34, 0.9, -12) + at(vegetable("radish"), w * 0.18, 40, 0.8, 14) if veg else ""
    )
    return (
        path(f"M{-w * 0.22} 30C{-w * 0.22} -8 {w * 0.22} -8 {w * 0.22} 30", w=5)
        + inside
        + path(f"M{-w / 2} 28H{w / 2}L{w * 0.56} {28 + h}H{-w * 0.56}Z", colour)
        + (text(0, 28 + h * 0.6, label, w * 0.26, WHITE, "serif") if label else "")
    )


def vegetable(kind="tomato"):
    """Vegetables and fruit standing on y = 0: tomato, cabbage, leek, radish, aubergine, orange, watermelon, egg,
    fish, corn."""
    if kind == "tomato":
        return circle(0, -18, 19, TOMATO) + path("M0 -34l-10 -4l6 8l-6 8l10 -4l10 4l-6 -8l6 -8Z", LEAF_DARK, w=2.6)
    if kind == "orange":
        return circle(0, -17, 18, ORANGE) + path("M0 -34q6 -10 14 -8", LEAF_DARK, LEAF_DARK, 5)
    if kind == "cabbage":
        return (
            path("M-24 0C-44 -20 -34 -56 -12 -58Q0 -70 14 -58C36 -54 42 -20 24 0Z", LEAF)
            + path("M-12 0C-22 -20 -14 -46 0 -50C14 -46 22 -20 12 0Z", "#e9f0d8")
            + line(0, 0, 0, -34, w=3)
        )
    if kind == "leek":
        return path("M-6 0L-5 -54L-22 -88M0 -54L2 -96M5 -54L24 -84", None, LEAF_DARK, 9) + rect(
            -8, -56, 16, 56, "#eef1dc", 5
        )
    if kind == "radish":
        return path("M-20 -44C-30 -22 -8 -6 0 4C8 -6 30 -22 20 -44Q0 -58 -20 -44Z", WHITE) + path(
            "M-2 -50C-18 -60 -18 -78 -10 -84M2 -50C2 -66 10 -80 20 -80", None, LEAF_DARK, 7
        )
    if kind == "aubergine":
        return path("M-8 -62C-30 -40 -30 0 0 0S30 -40 8 -62Z", PLUM) + path(
            "M-14 -58Q0 -44 14 -58L2 -66V-76H-4V-66Z", LEAF_DARK
        )
    if kind == "watermelon":
        return circle(0, -34, 35, LEAF_DARK) + path("M-14 -64Q-26 -34 -12 -4M8 -66Q20 -34 8 -2", stroke="#2f6140", w=6)
    if kind == "egg":
        return path("M-14 -14C-14 -28 -6 -36 0 -36S14 -28 14 -14C14 -4 8 0 0 0S-14 -4 -14 -14Z", "#f0d8b8")
    if kind == "corn":
        return path("M-12 0C-20 -30 -12 -62 0 -66C12 -62 20 -30 12 0Z", GOLD) + path(
            "M-22 0C-26 -24 -14 -38 -6 -40C-8 -20 -4 -8 0 0C4 -8 8 -20 6 -40C14 -38 26 -24 22 0Z", LEAF
        )
    return (
        path("M-44 -14C-24 -36 16 -34 34 -16L54 -30V4L34 -10C16 6 -24 6 -44 -14Z", STEEL)
        + circle(-28, -17, 3.6, INK, None)
        + path("M-14 -28q10 12 0 26", w=3)
    )


def eggs(count=6):
    """An egg tray on y = 0."""
    return "".join(at(vegetable("egg"), (i - (count - 1) / 2) * 25, -10, 0.9) for i in range(count)) + path(
        f"M{-count * 13} -22H{count * 13}L{count * 12} 0H{-count * 12}Z", PAPER2
    )


def cup(colour=INDIGO, steam=True):
    """A lidless tea cup on y = 0."""
    s = path("M-8 -46q-8 -10 0 -18t0 -18M8 -46q-8 -10 0 -18t0 -18", stroke=STEEL_DARK, w=3.4) if steam else ""
    return (
        s
        + path("M20 -30q18 0 14 14q-4 8 -16 8", w=5)
        + path("M-22 -36H22L17 0H-17Z", WHITE)
        + line(-20, -24, 20, -24, stroke=colour, w=6)
    )


def thermos(colour=SEAL):
    return (
        rect(-22, -96, 44, 96, colour, 8)
        + rect(-16, -116, 32, 24, STEEL, 5)
        + path("M22 -84q20 8 16 34q-4 20 -16 22", w=6)
        + rect(-22, -60, 44, 10, GOLD, lw=3)
    )
