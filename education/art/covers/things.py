"""More things for covers: travel, shops with cards, school, people's backs. Drawn as in cover_props.py.

Worn things (`sun_hat`, `goggles`, `helmet`, `headset`) lie around the middle of a head of radius 50.
"""

from ..cover_props import bars
from ..glyphs import text
from ..palette import (
    GLASS,
    GOLD,
    INDIGO,
    INK,
    JADE,
    LEAF_DARK,
    OCHRE_WASH,
    ORANGE,
    PLUM,
    SAND,
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
from ..pen import at, circle, ellipse, line, path, poly, rect, tube

NONE = None


def coach(w=1000, h=420, colour=WHITE, band=INDIGO, label="一日游", windows=4):
    """A travel coach seen from the side, on y = 0; its windows are (x, y, w, h) of `coach_windows`."""
    body = path(
        f"M{-w / 2 + 30} {-h}H{w / 2 - 50}Q{w / 2 - 8} {-h} {w / 2} {-h * 0.5}V-44H{-w / 2}V{-h + 30}"
        f"Q{-w / 2} {-h} {-w / 2 + 30} {-h}Z",
        colour,
    )
    out = (
        body
        + rect(-w / 2, -h * 0.36, w, h * 0.12, band, 0)
        + text(-w * 0.1, -h * 0.275, label, h * 0.1, WHITE, "serif", spacing=14)
    )
    out += "".join(rect(x, y, ww, hh, "#3d4a5c", 12) for x, y, ww, hh in coach_windows(w, h, windows))
    for x in (-w * 0.3, w * 0.3):
        out += circle(x, -44, 50, INK) + circle(x, -44, 22, STEEL)
    return out + rect(w / 2 - 26, -104, 26, 22, GOLD, 4)


def coach_windows(w=1000, h=420, windows=4):
    step = (w - 120) / windows
    return [(-w / 2 + 34 + i * step, -h * 0.88, step - 18, h * 0.44) for i in range(windows)]


def flag(label="团", colour=SEAL):
    """A guide's small flag, held at the stick (0, 0)."""
    return (
        tube("M0 20V-130", WOOD, 7) + path("M4 -130L92 -108L4 -82Z", colour) + text(30, -98, label, 27, WHITE, "serif")
    )


def sun_hat(colour=SAND, band=SEAL):
    return (
        path("M-46 -20C-44 -74 44 -74 46 -20Z", colour)
        + path("M-46 -34Q0 -22 46 -34L46 -20H-46Z", band)
        + path("M-86 -10Q-60 -30 0 -30T86 -10Q60 6 0 -6T-86 -10Z", lighter(colour, 0.25))
    )


# ---- shops with cards


def goggles(t=0.0):
    """Swimming goggles pushed up on the forehead."""
    x = t * 15
    return (
        path(f"M-52 -26Q{x} -44 52 -26", w=9)
        + ellipse(x - 19, -34, 17, 12, "#8fc0d8")
        + ellipse(x + 19, -34, 17, 12, "#8fc0d8")
        + line(x - 4, -36, x + 4, -36, w=5)
    )


def helmet(colour=GOLD):
    return (
        path("M-56 -8C-58 -50 -34 -74 0 -74S58 -50 56 -8Q0 -26 -56 -8Z", colour)
        + path("M-14 -72Q0 -60 14 -72L12 -22Q0 -25 -12 -22Z", WHITE)
        + path("M-54 -8Q0 -26 54 -8L60 2Q0 -16 -60 2Z", INDIGO)
    )


def headset(colour=INK):
    return (
        path("M-54 2C-60 -76 60 -76 54 2", stroke=colour, w=9)
        + rect(-64, -14, 20, 36, colour, 8)
        + rect(44, -14, 20, 36, colour, 8)
        + path("M-54 20Q-50 44 -24 42", stroke=colour, w=5)
        + circle(-22, 42, 6, colour, NONE)
    )


def salon_chair(colour=SEAL):
    """A barber's chair on y = 0 seen from the front, seat at y = -110."""
    return (
        ellipse(0, -8, 84, 12, STEEL)
        + rect(-12, -96, 24, 90, STEEL_DARK)
        + rect(-96, -300, 192, 210, darker(colour, 0.12), 30)
        + rect(-92, -130, 184, 42, colour, 16)
        + rect(-122, -188, 34, 66, darker(colour, 0.3), 12)
        + rect(88, -188, 34, 66, darker(colour, 0.3), 12)
    )


def mirror(w=260, h=380, frame=WOOD, bulbs=True):
    """A salon mirror around its middle."""
    out = (
        rect(-w / 2, -h / 2, w, h, frame, 18)
        + rect(-w / 2 + 20, -h / 2 + 20, w - 40, h - 40, GLASS, 8)
        + path(
            f"M{-w * 0.26} {h * 0.2}L{w * 0.02} {-h * 0.36}M{-w * 0.06} {h * 0.26}L{w * 0.14} {-h * 0.14}",
            stroke=WHITE,
            w=10,
        )
    )
    if bulbs:
        out += "".join(
            circle(sx * (w / 2 - 10), (k - 2) * h * 0.2, 8, OCHRE_WASH, w=3) for sx in (-1, 1) for k in range(5)
        )
    return out


def barber_pole(h=190):
    """A barber's pole around its middle."""
    stripes = "".join(
        poly([(-20, y), (20, y - 30), (20, y - 12), (-20, y + 18)], c, NONE)
        for y, c in zip(range(int(-h * 0.3), int(h * 0.34), 26), (SEAL, INDIGO) * 6, strict=False)
    )
    return (
        rect(-20, -h * 0.36, 40, h * 0.72, WHITE)
        + stripes
        + rect(-20, -h * 0.36, 40, h * 0.72, "none")
        + rect(-27, -h / 2, 54, h * 0.16, STEEL, 8)
        + rect(-27, h * 0.34, 54, h * 0.16, STEEL, 8)
    )


def licence(w=150, h=112):
    """A framed business licence around its middle."""
    return (
        rect(-w / 2, -h / 2, w, h, WOOD_DARK, 3)
        + rect(-w / 2 + 9, -h / 2 + 9, w - 18, h - 18, "#fdf3d6", lw=3)
        + text(0, -h * 0.14, "营业执照", w * 0.15, SEAL, "serif")
        + bars(-w * 0.32, h * 0.04, (w * 0.52, w * 0.4), 13, w=3.4)
        + circle(w * 0.26, h * 0.2, 13, NONE, SEAL, 4)
    )


def leaf_card(label, colour, icon, w=300, h=190):
    """A large membership card around its middle with an `icon` on the left."""
    return (
        rect(-w / 2, -h / 2, w, h, colour, 18)
        + path(
            f"M{-w / 2} {h * 0.12}Q0 {-h * 0.1} {w / 2} {h * 0.16}V{h / 2 - 18}"
            f"Q{w / 2} {h / 2} {w / 2 - 18} {h / 2}H{-w / 2 + 18}"
            f"Q{-w / 2} {h / 2} {-w / 2} {h / 2 - 18}Z",
            darker(colour, 0.22),
            NONE,
        )
        + rect(-w / 2, -h / 2, w, h, "none", 18)
        + at(icon, -w * 0.3, -h * 0.16)
        + text(w * 0.12, -h * 0.04, label, h * 0.2, WHITE, "serif")
        + bars(-w * 0.4, h * 0.34, (w * 0.3,), colour=lighter(colour, 0.5), w=7)
        + bars(w * 0.1, h * 0.34, (w * 0.28,), colour=lighter(colour, 0.5), w=7)
    )


def scissors(colour=STEEL):
    return (
        path("M-20 40L8 -44M20 40L-8 -44", stroke=INK, w=12)
        + path("M-20 40L8 -44M20 40L-8 -44", stroke=colour, w=5)
        + circle(-24, 52, 15, NONE, SEAL, 7)
        + circle(24, 52, 15, NONE, SEAL, 7)
        + circle(0, -16, 4, INK, NONE)
    )


def comb(colour=ORANGE):
    return path("M-64 -14H64V6H58" + "".join("V22h-5V6h-5" for _ in range(11)) + "H-64Z", colour)


def register(w=250, h=320, title="课时登记"):
    """An open register page around its middle: ruled rows with ticks."""
    out = rect(-w / 2, -h / 2, w, h, WHITE, 4) + text(0, -h * 0.36, title, w * 0.12, INK, "serif")
    for i in range(7):
        y = -h * 0.28 + i * h * 0.1
        out += line(-w * 0.42, y, w * 0.42, y, stroke=STEEL, w=3)
        if i < 4:
            out += bars(-w * 0.38, y + h * 0.055, (w * 0.3,), w=4) + path(
                f"M{w * 0.2} {y + h * 0.05}l8 8l14 -16", stroke=JADE, w=5
            )
    return (
        out
        + line(w * 0.06, -h * 0.28, w * 0.06, h * 0.32, stroke=STEEL, w=3)
        + "".join(circle(-w / 2, (k - 2) * h * 0.18, 7, STEEL) for k in range(5))
    )


# ---- hands


def backpack(colour=SEAL, s=1.0):
    """A school bag seen from behind, around its middle."""
    return at(
        rect(-42, -50, 84, 104, colour, 26)
        + rect(-32, 2, 64, 44, lighter(colour, 0.16), 12)
        + path("M-14 -50q0 -16 14 -16t14 16", w=6)
        + line(-32, 16, 32, 16, w=3)
        + rect(-8, 10, 16, 12, GOLD, 3, lw=3)
        + line(-42, -16, 42, -16, w=3),
        s=s,
    )


def bird(colour=WHITE):
    return path("M-22 0Q-12 -14 0 0Q12 -14 22 0", stroke=colour, w=5)


def egg_box(colour="#cfc3ac"):
    """A gift box of eggs on y = 0."""
    return (
        rect(-54, -40, 108, 40, colour, 3) + rect(-54, -54, 108, 20, SEAL, 3) + text(0, -10, "鸡蛋", 24, SEAL, "serif")
    )


def leaves(x, y, s=1.0, colour=LEAF_DARK, flip=False):
    """A dark spray of leaves that leans into the picture."""
    blade = "M0 0C-30 -44 -26 -120 0 -170C26 -120 30 -44 0 0Z"
    return at(
        "".join(
            at(path(blade, c, NONE) + line(0, -8, 0, -140, stroke=darker(c, 0.2), w=3), 0, 0, 1, r)
            for r, c in (
                (-40, darker(colour, 0.2)),
                (46, darker(colour, 0.12)),
                (-8, colour),
                (22, lighter(colour, 0.12)),
            )
        ),
        x,
        y,
        s,
        flip=flip,
    )


def listener(x, y, k, i, seed=0):
    """The back of one head and shoulders."""
    col = ("#d8d2c8", "#efeae0", "#5a4030", "#b9b0a4", "#e7e1d6")[seed % 5]
    coat = (INDIGO, PLUM, "#8b7a60", JADE, "#6c7a86", "#9a5b52")[i % 6]
    out = path("M-92 140C-92 64 -50 52 0 52S92 64 92 140Z", darker(coat, 0.12)) + circle(0, 0, 52, "#f2c9a5")
    out += ellipse(-52, 6, 9, 12, "#f2c9a5") + ellipse(52, 6, 9, 12, "#f2c9a5")
    bald = seed % 5 == 1
    out += path(
        "M-52 4C-48 30 -26 46 0 46S48 30 52 4C40 12 20 16 0 16S-40 12 -52 4Z"
        if bald
        else "M-54 6C-60 -76 60 -76 54 6Q0 66 -54 6Z",
        col,
    )
    return at(
        out + (circle(0, -52, 22, col) + line(-26, -48, 26, -58, stroke=SEAL, w=5) if seed % 5 == 0 else ""), x, y, k
    )


def ladder(h=420, w=120):
    """A step ladder on y = 0."""
    out = tube(f"M{w * 0.62} -6L{w * 0.2} {-h}", darker(WOOD_LIGHT, 0.2), 12, "butt") + tube(
        f"M{-w / 2} -6L{-w * 0.24} {-h}", WOOD_LIGHT, 14, "butt"
    )
    out += tube(f"M{w / 2} -6L{w * 0.24} {-h}", WOOD_LIGHT, 14, "butt")
    steps = int(h // 70)
    return out + "".join(
        rect(-w / 2 + w * 0.26 * k / steps - 4, -k * h / steps - 8, w - w * 0.52 * k / steps + 8, 16, WOOD, 3)
        for k in range(1, steps + 1)
    )


def toolbox(colour=SEAL):
    return (
        path("M-34 -58V-78H34V-58", w=7)
        + rect(-66, -60, 132, 60, colour, 5)
        + rect(-66, -60, 132, 18, darker(colour), 5)
        + rect(-12, -48, 24, 16, STEEL, 3)
    )


def padlock(k=1.0, colour=GOLD):
    """A padlock around its middle."""
    return at(
        path("M-46 -10V-56Q-46 -104 0 -104T46 -56V-10", stroke=INK, w=26)
        + path("M-46 -10V-56Q-46 -104 0 -104T46 -56V-10", stroke=STEEL, w=16)
        + rect(-76, -22, 152, 122, colour, 16)
        + circle(0, 26, 15, INK, None)
        + line(0, 30, 0, 64, w=11),
        s=k,
    )


def label(k=1.0, strips=0):
    """A parcel's address label around its middle."""
    out = (
        rect(-90, -60, 180, 120, WHITE, 3)
        + bars(-76, -38, (90, 120, 104), 20, w=6)
        + "".join(line(-70 + i * 13, 30, -70 + i * 13, 50, w=3 + i % 3 * 2) for i in range(11))
    )
    return at(out, s=k)


def bin_(x, y, colour, name, k=1.0):
    """One of Shanghai's four sorting bins, its foot at x, y."""
    return at(
        path("M-78 -210H78L66 0H-66Z", colour)
        + rect(-90, -240, 180, 40, darker(colour, 0.2), 8)
        + rect(-56, -150, 112, 56, WHITE, 4, None)
        + text(0, -109, name, 33, colour),
        x,
        y,
        k,
    )
