"""Things that only covers and lesson pictures need; more of them in covers/things.py.

The same rules as in props.py and furniture.py: small things stand on y = 0 or lie around their grip.
"""

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
    LEAF_DARK,
    OCHRE_WASH,
    ORANGE,
    PINK,
    SEAL,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
    darker,
    lighter,
)
from .pen import at, circle, ellipse, line, path, poly, rect, tube

NONE = None
FOAM = "#eef3f4"


def bars(x, y, widths, gap=12, colour=GREY_TEXT, w=4):
    """Lines that stand for small print."""
    return "".join(line(x, y + i * gap, x + k, y + i * gap, stroke=colour, w=w) for i, k in enumerate(widths) if k)


# ---- parcels and what was in them


def footbath(w=170, h=112, colour=WHITE):
    """A foot bath on y = 0."""
    body = path(
        f"M{-w / 2} {-h + 10}H{w / 2}L{w * 0.42} -14Q{w * 0.4} 0 {w * 0.34} 0H{-w * 0.34}"
        f"Q{-w * 0.4} 0 {-w * 0.42} -14Z",
        colour,
    )
    band = path(f"M{-w * 0.47} {-h * 0.62}H{w * 0.47}L{w * 0.455} {-h * 0.46}H{-w * 0.455}Z", lighter(JADE, 0.45), NONE)
    rim = rect(-w / 2 - 10, -h - 4, w + 20, 22, lighter(JADE, 0.25), 11)
    knob = circle(0, -h * 0.24, 15, STEEL) + line(0, -h * 0.24, 6, -h * 0.24 - 8, w=4)
    return body + band + rim + knob + circle(-34, -h * 0.24, 4, SEAL, NONE) + circle(34, -h * 0.24, 4, LEAF_DARK, NONE)


def foam_block(w=130, h=54):
    """A moulded piece of packing foam on y = 0."""
    return path(
        f"M{-w / 2} {-h}H{-w * 0.2}Q{-w * 0.2} {-h * 0.4} 0 {-h * 0.4}T{w * 0.2} {-h}H{w / 2}V0H{-w / 2}Z", FOAM
    ) + "".join(
        circle(x * w, y * h, 2.2, STEEL, NONE)
        for x, y in ((-0.4, -0.3), (-0.34, -0.7), (0.36, -0.5), (0.3, -0.2), (-0.1, -0.16))
    )


def manual(label="说明书", w=92, h=70):
    """A leaflet lying on the floor, seen a little from above."""
    page = poly([(-w / 2 + 16, -h / 2), (w / 2 + 16, -h / 2), (w / 2 - 8, h / 2), (-w / 2 - 8, h / 2)], WHITE)
    return (
        page
        + line(-w * 0.2 + 12, -h * 0.2, w * 0.32 + 8, -h * 0.2, stroke=SEAL, w=6)
        + bars(-w * 0.3 + 6, 2, (w * 0.6, w * 0.5), 13)
    )


def cord(colour=INK):
    """A power cord wound into a loop, with its plug."""
    loop = "M-50 0C-50 -30 40 -30 40 0S-40 26 -40 2C-40 -20 30 -20 30 2S-24 18 -20 4M40 0Q62 8 76 -6"
    return (
        path(loop, stroke=colour, w=6)
        + rect(74, -18, 24, 20, STEEL, 4)
        + line(98, -12, 108, -12, w=4)
        + line(98, -3, 108, -3, w=4)
    )


def crushed_parcel(w=230, h=160):
    """A carton whose right upper corner was pushed in; on y = 0."""
    body = path(
        f"M{-w / 2} {-h}H{w * 0.16}L{w * 0.24} {-h * 0.8}L{w * 0.34} {-h * 0.86}L{w * 0.36} {-h * 0.64}"
        f"L{w / 2} {-h * 0.56}V0H{-w / 2}Z",
        CARD,
    )
    fold = path(
        f"M{w * 0.16} {-h}L{w * 0.24} {-h * 0.8}L{w * 0.34} {-h * 0.86}L{w * 0.36} {-h * 0.64}L{w / 2} {-h * 0.56}"
        f"M{w * 0.24} {-h * 0.8}L{w * 0.2} {-h * 0.54}M{w * 0.36} {-h * 0.64}L{w * 0.3} {-h * 0.42}"
        f"M{w * 0.1} {-h}L{w * 0.12} {-h * 0.74}"
    )
    tear = path(f"M{w * 0.2} {-h * 0.54}l14 -8l8 14l-16 10Z", darker(CARD, 0.4), w=3)
    tape = rect(-w * 0.2, -h, 34, h * 0.5, WHITE, lw=3)
    label = rect(-w * 0.42, -h * 0.38, w * 0.3, h * 0.26, WHITE, 2, lw=3) + bars(
        -w * 0.39, -h * 0.3, (w * 0.2, w * 0.24, w * 0.14), 11, w=3
    )
    glass = path(
        f"M{w * 0.1} 0V{-h * 0.26}M{w * 0.1 - 9} {-h * 0.38}h18l-2 14q-7 8 -14 0ZM{w * 0.1 - 9} 0h18", stroke=SEAL, w=4
    )
    return body + fold + tear + tape + label + at(glass, w * 0.14, -12)


def table_lamp(colour=SEAL, bent=0):
    """A desk lamp on y = 0; `bent` degrees its neck has given way."""
    head = (
        path("M-34 0Q-30 -44 0 -46Q30 -44 34 0Z", colour)
        + ellipse(0, 0, 34, 8, OCHRE_WASH)
        + rect(-9, -58, 18, 14, darker(colour))
    )
    neck = (
        line(0, -10, 0, -112, w=12)
        + line(0, -10, 0, -112, stroke=STEEL, w=5)
        + at(head, 34, -130, 1, -28)
        + line(0, -112, 26, -172, w=12)
        + line(0, -112, 26, -172, stroke=STEEL, w=5)
        + circle(0, -112, 9, STEEL)
    )
    crack = path("M-14 -16l8 8l8 -10l8 10", stroke=SEAL, w=4) if bent else ""
    return rect(-48, -16, 96, 16, darker(colour, 0.2), 8) + at(neck, 0, 0, 1, bent) + crack


def star_card(w=120, h=78, label="返现"):
    """A card with five stars, held at its lower middle."""
    star = "M0 -10L3 -3L10 -3L4.500 1.500L6.500 9L0 4.500L-6.500 9L-4.500 1.500L-10 -3L-3 -3Z"
    y = -h * 0.8
    stars = "".join(at(path(star, GOLD, INK, 2.2), (i - 2) * w * 0.17, y + h * 0.3, w / 120) for i in range(5))
    return rect(-w / 2, y, w, h, WHITE, 5) + stars + text(0, y + h * 0.82, label, h * 0.3, SEAL, "serif")


def tablet(content="", w=190, h=132):
    """A tablet around its middle."""
    return rect(-w / 2, -h / 2, w, h, INK, 12) + rect(-w / 2 + 9, -h / 2 + 9, w - 18, h - 18, WHITE, 4, NONE) + content


def order_rows(w=150, rows=3, gap=34):
    """An order list on a screen, around its middle."""
    y0 = -(rows - 1) * gap / 2
    return "".join(
        rect(-w / 2, y0 + i * gap - 12, 24, 24, (SEAL, GOLD, JADE)[i % 3], 3, NONE)
        + bars(-w / 2 + 34, y0 + i * gap - 5, (w * 0.5, w * 0.34), 12)
        for i in range(rows)
    )


def earbuds_box(label="正品", w=120, h=120):
    """The carton of a pair of earphones, around its middle."""
    bud = path("M-8 -16a15 15 0 1 1 16 14l-2 30a6 6 0 0 1 -12 0l1 -30Z", WHITE, w=3)
    return (
        rect(-w / 2, -h / 2, w, h, INDIGO, 4)
        + rect(w * 0.36, -h / 2, w * 0.14, h, darker(INDIGO, 0.3), 0, NONE)
        + at(bud, -w * 0.2, -h * 0.12)
        + at(bud, w * 0.12, -h * 0.12, flip=True)
        + text(-w * 0.06, h * 0.38, label, h * 0.16, WHITE)
        + rect(-w / 2, -h / 2, w, h, "none", 4)
    )


def earbud():
    return path("M-10 -22a19 19 0 1 1 20 18l-2 38a7 7 0 0 1 -14 0l1 -38Z", WHITE) + circle(2, -22, 6, STEEL_DARK, NONE)


# ---- food


def takeaway_bag(w=150, h=170, seal=True):
    """A paper carrier bag with a folded top and a seal over the fold; on y = 0."""
    out = path(f"M{-w * 0.24} {-h}C{-w * 0.24} {-h - 54} {w * 0.24} {-h - 54} {w * 0.24} {-h}", stroke=INK, w=7)
    out += path(f"M{-w / 2} {-h}H{w / 2}L{w * 0.46} 0H{-w * 0.46}Z", "#dcb98a") + path(
        f"M{-w / 2} {-h}H{w / 2}L{w * 0.49} {-h * 0.8}H{-w * 0.49}Z", darker("#dcb98a", 0.12)
    )
    bowl = path("M-30 -8H30Q28 22 0 22T-30 -8ZM-36 -8H36M-10 -18q-6 -8 0 -14M8 -18q-6 -8 0 -14", stroke=WOOD_DARK, w=4)
    out += at(bowl, 0, -h * 0.3)
    return out + (
        rect(-34, -h * 0.93, 68, 44, SEAL, 5) + text(0, -h * 0.93 + 32, "封签", 26, WHITE, "serif") if seal else ""
    )


def spicy_strips(w=80, h=104, back=False):
    """A small packet of spicy strips around its middle; `back` shows the side with the printed words."""
    zig = "".join(f"l{w / 16} -5l{w / 16} 5" for _ in range(8))
    zag = "".join(f"l{-w / 16} 5l{-w / 16} -5" for _ in range(8))
    out = path(f"M{-w / 2} {-h / 2}{zig}V{h / 2}{zag}Z", SEAL)
    if back:
        return (
            out
            + rect(-w * 0.38, -h * 0.36, w * 0.76, h * 0.72, WHITE, 2, lw=3)
            + bars(-w * 0.3, -h * 0.26, (w * 0.5, w * 0.6, w * 0.4, w * 0.56, w * 0.46), h * 0.13, w=3.4)
        )
    chili = path("M-20 12C-8 14 12 6 22 -16Q28 -10 22 2C12 20 -10 22 -20 12ZM22 -16l6 -8", GOLD, w=3)
    return out + text(0, -h * 0.1, "辣条", h * 0.24, WHITE, "serif") + at(chili, 0, h * 0.22)


def cart(w=280, h=250):
    """A shopping trolley seen from the side, on y = 0; the handle is on the left."""
    wires = "".join(
        line(-w * 0.34 + i * w * 0.13, -h * 0.78, -w * 0.28 + i * w * 0.115, -h * 0.36, stroke=STEEL_DARK, w=4)
        for i in range(1, 6)
    )
    basket = (
        path(f"M{-w * 0.36} {-h * 0.8}H{w / 2}L{w * 0.38} {-h * 0.34}H{-w * 0.28}Z", STEEL, extra='fill-opacity="0.55"')
        + wires
        + line(-w * 0.32, -h * 0.58, w * 0.44, -h * 0.58, stroke=STEEL_DARK, w=4)
    )
    frame = path(f"M{-w * 0.52} {-h}L{-w * 0.36} {-h * 0.8}L{-w * 0.24} {-h * 0.16}H{w * 0.4}", stroke=INK, w=8) + line(
        -w * 0.62, -h, -w * 0.44, -h, stroke=SEAL, w=14
    )
    return (
        frame
        + basket
        + circle(-w * 0.2, -16, 16, INK)
        + circle(-w * 0.2, -16, 6, STEEL, NONE)
        + circle(w * 0.36, -16, 16, INK)
        + circle(w * 0.36, -16, 6, STEEL, NONE)
    )


def cartons(w, colours, h=84, step=52):
    """A row of drink cartons on y = 0, `w` wide."""
    count = int(w // step)
    out = ""
    for i in range(count):
        c = colours[i % len(colours)]
        x = (i - (count - 1) / 2) * step
        out += (
            path(f"M{x - 20} {-h * 0.72}L{x - 13} {-h}H{x + 13}L{x + 20} {-h * 0.72}V0H{x - 20}Z", WHITE)
            + rect(x - 13, -h - 6, 26, 8, c, 2, lw=3)
            + rect(x - 20, -h * 0.42, 40, h * 0.42, c, 0, lw=3)
            + line(x - 20, -h * 0.72, x + 20, -h * 0.72, w=3)
        )
    return out


def dairy_case(w=760, h=520):
    """An open chiller on y = 0 with three shelves of cartons and pots."""
    out = (
        rect(-w / 2, -h, w, h, "#e8edec", 8)
        + rect(-w / 2 + 24, -h + 66, w - 48, h - 130, "#f7faf8")
        + rect(-w / 2, -h, w, 54, JADE, 8)
    )
    rows = ((INDIGO, INDIGO, SEAL, SEAL, GOLD), (LEAF_DARK, GOLD, GOLD, PINK), (ORANGE, INDIGO, LEAF_DARK, LEAF_DARK))
    for i, colours in enumerate(rows):
        y = -h + 66 + (i + 1) * (h - 130) / 3
        out += (
            at(cartons(w - 80, colours, (h - 130) / 3 - 40), 0, y - 8)
            + rect(-w / 2 + 24, y - 8, w - 48, 14, STEEL, lw=3)
            + "".join(rect(-w / 2 + 60 + k * 96, y - 6, 40, 11, WHITE, 1, SEAL, 2) for k in range(int((w - 80) // 96)))
        )
    return (
        out
        + rect(-w / 2, -64, w, 64, "#d3dcda", 6)
        + "".join(line(-w / 2 + 40 + i * 26, -46, -w / 2 + 40 + i * 26, -18, stroke=STEEL_DARK, w=4) for i in range(6))
    )


def bun_bag(w=120, h=120, date="10.08"):
    """Steamed buns in a clear bag, held at the tied top (0, 0)."""
    bag = path(
        f"M-10 6C{-w * 0.6} 30 {-w * 0.62} {h} {-w * 0.4} {h + 8}H{w * 0.4}C{w * 0.62} {h} {w * 0.6} 30 10 6Z",
        "#f3f6f4",
    )
    buns = "".join(
        path(f"M{x - 26} {y}Q{x - 28} {y - 34} {x} {y - 34}T{x + 26} {y}Z", "#fbf1de", w=3)
        for x, y in ((-26, h), (26, h), (0, h - 26))
    )
    return (
        path("M-16 -18L0 4L16 -18Q0 -26 -16 -18Z", "#f3f6f4")
        + bag
        + buns
        + circle(0, 5, 6, SEAL, w=3)
        + rect(-w * 0.36, h * 0.36, w * 0.72, 30, WHITE, 2, lw=3)
        + text(0, h * 0.36 + 23, date, 23, SEAL)
    )


def lunch_box(w=110, h=62, lid=INDIGO, tape="", food=LEAF):
    """A storage box on y = 0 with a strip of tape that bears a date."""
    out = path(f"M{-w / 2} {-h}H{w / 2}L{w * 0.44} 0H{-w * 0.44}Z", "#f0f4f2") + path(
        f"M{-w * 0.47} {-h * 0.6}Q0 {-h * 0.76} {w * 0.47} {-h * 0.6}L{w * 0.44} 0H{-w * 0.44}Z", food, NONE
    )
    out += path(f"M{-w / 2} {-h}H{w / 2}L{w * 0.44} 0H{-w * 0.44}Z") + rect(-w / 2 - 8, -h - 16, w + 16, 20, lid, 6)
    return out + (
        rect(-w * 0.34, -h * 0.68, w * 0.68, h * 0.46, OCHRE_WASH, 1, lw=3)
        + text(0, -h * 0.68 + h * 0.37, tape, h * 0.34, INK)
        if tape
        else ""
    )


def yogurt(colour=PINK, s=1.0):
    """A pot of yoghurt on y = 0."""
    return at(
        path("M-26 -58H26L20 0H-20Z", WHITE)
        + path("M-24.500 -42H24.500L22 -18H-22Z", colour, w=3)
        + rect(-31, -66, 62, 12, lighter(colour, 0.4), 5),
        s=s,
    )


def pen(colour=SEAL, length=92, k=7):
    """A pen whose tip is at 0, 0 and which points downwards; `k` is half its width."""
    return (
        poly([(0, 0), (-k, -k * 2.6), (k, -k * 2.6)], WHITE)
        + rect(-k, -length, k * 2, length - k * 2.6, colour, k * 0.4)
        + rect(-k, -length - k, k * 2, k * 2.2, darker(colour, 0.3), k * 0.4)
    )


def open_fridge(w=340, h=640):
    """A fridge with its door open to the left, on y = 0; three lit shelves."""
    door = path(f"M{-w / 2} {-h}L{-w * 0.92} {-h - 26}V30L{-w / 2} 0Z", "#d9d4c6") + "".join(
        path(f"M{-w * 0.54} {-h * k}L{-w * 0.86} {-h * k - 12}V{-h * k + 36}L{-w * 0.54} {-h * k + 34}Z", WHITE)
        for k in (0.74, 0.46, 0.2)
    )
    out = door + rect(-w / 2, -h, w, h, "#e6e1d4", 12) + rect(-w / 2 + 20, -h + 22, w - 40, h - 60, "#fdf6de", 6)
    return (
        out
        + "".join(rect(-w / 2 + 20, -h * k, w - 40, 9, GLASS, lw=3) for k in (0.7, 0.42))
        + rect(-w / 2 + 26, -h * 0.2, w - 52, h * 0.13, GLASS, 6)
        + line(-30, -h * 0.14, 30, -h * 0.14, w=5)
    )


# ---- health, home


def bp_monitor(reading="128"):
    """A blood pressure monitor with its cuff, on y = 0."""
    cuff = (
        rect(64, -58, 88, 58, INDIGO, 16)
        + rect(64, -40, 88, 12, darker(INDIGO, 0.3), 0, NONE)
        + path("M60 -16Q50 4 40 -14", w=5)
    )
    return (
        cuff
        + path("M-62 0L-54 -64Q-52 -70 -46 -70H40Q46 -70 48 -64L56 0Z", WHITE)
        + rect(-42, -60, 78, 36, "#cfdccf", 4, lw=3)
        + text(-4, -33, reading, 26, INK)
        + circle(-4, -11, 8, JADE, w=3)
    )


def glass(fill="#cfe0ea"):
    """A glass of water on y = 0."""
    return (
        path("M-24 -66H24L19 0H-19Z", WHITE, extra='fill-opacity="0.7"')
        + path("M-22 -44H22L19 0H-19Z", fill, NONE)
        + path("M-24 -66H24L19 0H-19Z")
    )


def handset(colour=SEAL):
    """A landline receiver around its grip, upright."""
    return path(
        "M-16 -46Q-30 -46 -28 -30Q-26 -16 -10 -20Q0 0 -10 20Q-26 16 -28 30Q-30 46 -16 46Q22 42 20 0Q22 -42 -16 -46Z",
        colour,
    )


def desk_phone(colour=SEAL):
    """The landline without its receiver, on y = 0."""
    keys = "".join(circle(-18 + c * 18, -34 + r * 13, 4.4, WHITE, NONE) for r in range(3) for c in range(3))
    return path("M-70 0L-52 -52H52L70 0Z", colour) + path("M-40 -52v-12h18v12M22 -52v-12h18v12", darker(colour)) + keys


def sticky(label, w=150, colour=OCHRE_WASH, size=32, rows=1):
    """A paper note around its middle, taped at the top; `rows` lines of equal length."""
    step = -(-len(label) // rows)
    h = rows * size * 1.3 + 34
    lines = [label[i * step : (i + 1) * step] for i in range(rows)]
    return (
        rect(-w / 2, -h / 2, w, h, colour, 1)
        + "".join(text(0, -h / 2 + 22 + size * (0.86 + 1.3 * i), t, size, INK, "serif") for i, t in enumerate(lines))
        + rect(-24, -h / 2 - 10, 48, 18, "#e9dcc0", lw=2.4)
    )


def paddle(label, r=64, colour=SEAL):
    """A round card on a stick, held at the stick (0, 0)."""
    half = len(label) // 2 if len(label) > 2 else len(label)
    rows = [label[:half], label[half:]] if len(label) > 2 else [label]
    size = r * 0.56
    return (
        tube(f"M0 14V{-40}", WOOD, 12)
        + circle(0, -40 - r, r, WHITE, w=6)
        + circle(0, -40 - r, r - 10, NONE, colour, 4)
        + "".join(
            text(0, -40 - r + size * (0.36 + 1.1 * (i - (len(rows) - 1) / 2)), t, size, colour, "serif")
            for i, t in enumerate(rows)
        )
    )
