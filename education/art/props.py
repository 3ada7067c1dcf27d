"""Things held in a hand or lying on a table. Drawn around their grip or middle (0, 0), in the units of the people: a
phone is
46 × 88. Place with `pen.at(prop, x, y, s, rot)` or give as `hold_l` / `hold_r` of a person."""

from .glyphs import text
from .goods import (  # noqa: F401  for those who compose a scene
    bars,
    blind_box,
    bottle,
    cup,
    eggs,
    food_pack,
    gift,
    medicine_box,
    milk,
    parcel,
    shopping_bag,
    thermos,
    toy,
    vegetable,
)
from .palette import (
    GLASS,
    GOLD,
    GREY_TEXT,
    INDIGO_WASH,
    INK,
    JADE,
    JADE_WASH,
    LEAF,
    OCHRE_WASH,
    PINK,
    SEAL,
    SEAL_WASH,
    STEEL,
    WHITE,
    WOOD,
    WOOD_DARK,
    darker,
    lighter,
)
from .pen import at, circle, ellipse, line, path, poly, rays, rect, smooth


def phone(kind="chat", w=46, h=88, case=INK):
    """A phone; kind: chat, prize, pay, call, game, shop, video, ok, warn, blank, back. Grip at the lower middle."""
    x, y = -w / 2, -h * 0.8
    out = rect(x, y, w, h, case, 8)
    if kind == "back":
        return out + rect(x + 6, y + 6, 16, 22, darker(STEEL, 0.4), 5, lw=2) + circle(x + 14, y + 13, 4, GLASS, None)
    sx, sy, sw, sh = x + 4, y + 7, w - 8, h - 16
    ground = {
        "prize": SEAL_WASH,
        "pay": JADE_WASH,
        "game": INDIGO_WASH,
        "call": "#2b3550",
        "warn": OCHRE_WASH,
        "ok": JADE_WASH,
    }.get(kind, WHITE)
    out += rect(sx, sy, sw, sh, ground, 3, None)
    m = 0
    if kind == "chat":
        out += rect(sx + 4, sy + 6, sw * 0.6, 10, JADE_WASH, 3, None) + rect(
            sx + sw * 0.36, sy + 22, sw * 0.56, 10, GOLD, 3, None
        )
        out += rect(sx + 4, sy + 38, sw * 0.7, 18, JADE_WASH, 3, None)
    elif kind == "prize":
        out += (
            rays(m, sy + 24, 12, 17, 10, GOLD, 3)
            + rect(m - 10, sy + 16, 20, 17, SEAL, 2, lw=2)
            + line(m, sy + 16, m, sy + 33, stroke=GOLD, w=4)
        )
        out += text(m, sy + 53, "中奖", 14, SEAL) + rect(m - 14, sy + 58, 28, 9, SEAL, 3, None)
    elif kind in ("pay", "ok"):
        out += (
            circle(m, sy + 26, 13, JADE, None)
            + path(f"M{m - 6} {sy + 26}l5 5l8 -10", stroke=WHITE, w=4)
            + bars(m - 12, sy + 50, (24, 16), 9, JADE)
        )
    elif kind == "warn":
        out += (
            poly([(m, sy + 12), (m + 15, sy + 38), (m - 15, sy + 38)], GOLD, w=3)
            + line(m, sy + 21, m, sy + 29, w=4)
            + circle(m, sy + 34, 2, INK, None)
        )
        out += bars(m - 13, sy + 50, (26, 18), 9)
    elif kind == "call":
        out += (
            circle(m, sy + 22, 11, STEEL, None)
            + circle(m - 10, sy + 56, 7, LEAF, None)
            + circle(m + 10, sy + 56, 7, SEAL, None)
        )
    elif kind == "game":
        out += (
            rect(sx, sy + sh - 20, sw, 20, LEAF, 0, None)
            + circle(m + 6, sy + 20, 7, GOLD, None)
            + at(path("M0 0l8 -14l8 14Z", SEAL, w=2), m - 16, sy + sh - 20)
        )
        out += text(m, sy + 48, "充值", 13, SEAL)
    elif kind == "shop":
        out += (
            rect(sx + 3, sy + 4, sw - 6, 24, PINK, 2, None)
            + text(m, sy + 44, "￥", 14, SEAL)
            + rect(m - 14, sy + 52, 28, 11, SEAL, 4, None)
        )
    elif kind == "video":
        out += rect(sx, sy, sw, sh, "#3a3550", 3, None) + poly(
            [(m - 7, sy + 22), (m + 9, sy + 32), (m - 7, sy + 42)], WHITE, None
        )
    return out


def receipt(w=70, h=104, total="", title=True):
    """A till receipt with a torn lower edge, held at its lower middle."""
    x, y, teeth = -w / 2, -h * 0.78, 8
    step = w / teeth
    d = f"M{x} {y}h{w}v{h}" + "".join(f"l{-step / 2} 6l{-step / 2} -6" for _ in range(teeth)) + "Z"
    out = path(d, WHITE)
    if title:
        out += line(-w * 0.22, y + h * 0.12, w * 0.22, y + h * 0.12, stroke=SEAL, w=6)
    for i in range(5):
        yy = y + h * (0.27 + i * 0.115)
        out += line(x + 10, yy, x + 10 + w * (0.28, 0.4, 0.33, 0.36, 0.25)[i], yy, stroke=GREY_TEXT, w=3.5) + line(
            x + w - 18, yy, x + w - 9, yy, stroke=GREY_TEXT, w=3.5
        )
    if total:
        out += text(w / 2 - 8, y + h * 0.94, total, h * 0.13, SEAL, anchor="end")
    return out


def paper_sheet(title="合同", w=78, h=104, stamp=True):
    """A written sheet (contract, notice), held at its lower middle."""
    x, y = -w / 2, -h * 0.78
    out = (
        rect(x, y, w, h, WHITE, 2)
        + text(0, y + h * 0.2, title, h * 0.15, INK, "serif")
        + bars(x + 10, y + h * 0.34, (w - 20, w - 26, w - 20, w - 34), h * 0.12, w=3.5)
    )
    return out + (
        circle(w * 0.22, y + h * 0.82, h * 0.1, "none", SEAL, 3)
        + text(w * 0.22, y + h * 0.86, "章", h * 0.11, SEAL, "serif")
        if stamp
        else ""
    )


def card(label="健身卡", colour=JADE, w=84, h=54):
    """A prepaid or membership card around its middle."""
    return (
        rect(-w / 2, -h / 2, w, h, colour, 7)
        + rect(-w / 2, -h * 0.26, w, h * 0.18, darker(colour, 0.45), 0, None)
        + rect(-w / 2, -h / 2, w, h, "none", 7)
        + text(0, h * 0.3, label, h * 0.28, WHITE)
    )


def banknotes(count=3, colour=SEAL):
    """A fan of notes, held at the lower middle."""
    return "".join(
        at(
            rect(-22, -74, 44, 78, lighter(colour, 0.35), 3)
            + circle(0, -36, 11, lighter(colour, 0.7), w=2.5)
            + text(0, -30, "￥", 15, colour),
            rot=(i - (count - 1) / 2) * 18,
        )
        for i in range(count)
    )


def coin(r=13):
    return circle(0, 0, r, GOLD, w=3) + circle(0, 0, r * 0.62, GOLD, darker(GOLD, 0.3), 2.4)


def piggy_bank(colour=PINK):
    """A piggy bank standing on y = 0."""
    return (
        rect(-30, -16, 14, 16, colour, 3)
        + rect(16, -16, 14, 16, colour, 3)
        + ellipse(0, -38, 48, 34, colour)
        + path("M-20 -66l-2 -18l16 10Z", colour)
        + ellipse(-44, -36, 11, 14, lighter(colour))
        + circle(-47, -38, 2, INK, None)
        + circle(-41, -38, 2, INK, None)
        + circle(-24, -48, 3.4, INK, None)
        + line(0, -72, 20, -70, w=5)
        + path("M46 -48q16 -4 10 -14", w=4)
    )


def qr(w=70, colour=INK):
    """A QR-like pattern around its middle, not a code that can be read."""
    k = w / 9
    cells = ("100110101", "010011010", "101101001", "011010110", "110101011", "001110100")
    out = rect(-w / 2, -w / 2, w, w, WHITE, 2)
    body = "".join(
        rect(-w / 2 + k * c, -w / 2 + k * (r + 1.5), k, k, colour, 0, None)
        for r, row in enumerate(cells)
        for c, bit in enumerate(row)
        if bit == "1"
    )
    eyes = "".join(
        rect(x, y, k * 2.6, k * 2.6, WHITE, 0, None)
        + rect(x + k * 0.2, y + k * 0.2, k * 2.1, k * 2.1, "none", 0, colour, k * 0.55)
        + rect(x + k * 0.9, y + k * 0.9, k * 0.8, k * 0.8, colour, 0, None)
        for x, y in (
            (-w / 2 + k * 0.4, -w / 2 + k * 0.4),
            (w / 2 - k * 3, -w / 2 + k * 0.4),
            (-w / 2 + k * 0.4, w / 2 - k * 3),
        )
    )
    return out + body + eyes


def magnifier(r=34):
    """A magnifying glass; grip at the handle, the glass lies above."""
    return (
        line(0, 10, 0, -34, w=13, stroke=INK)
        + line(0, 8, 0, -32, w=6, stroke=WOOD_DARK)
        + circle(0, -34 - r, r, GLASS, w=6, extra='fill-opacity="0.45"')
        + path(f"M{-r * 0.5} {-34 - r * 1.2}q8 -16 22 -18", stroke=WHITE, w=5)
    )


def megaphone(colour=SEAL):
    return (
        path("M-14 -12L40 -34V30L-14 10Z", colour)
        + rect(-30, -12, 18, 22, WHITE, 4)
        + path("M-20 10l6 26h12l-4 -22", WHITE)
        + rays(44, -2, 12, 26, 3, w=5, start=-28, sweep=56)
    )


def notebook(label="记账本", colour=JADE, w=70, h=90):
    return (
        rect(-w / 2, -h * 0.7, w, h, colour, 4)
        + rect(-w / 2, -h * 0.7, 12, h, darker(colour), 2, lw=3)
        + rect(-w * 0.24, -h * 0.5, w * 0.6, h * 0.24, WHITE, 2, lw=3)
        + text(w * 0.06, -h * 0.33, label, w * 0.17)
    )


def open_book(w=120, h=74, left=WHITE):
    """An open book seen from above, around its middle."""
    return (
        path(
            f"M0 {-h / 2}Q{-w * 0.25} {-h * 0.66} {-w / 2} {-h / 2}V{h / 2}Q{-w * 0.25} {h * 0.34} 0 {h / 2}"
            f"Q{w * 0.25} {h * 0.34} {w / 2} {h / 2}V{-h / 2}Q{w * 0.25} {-h * 0.66} 0 {-h / 2}Z",
            left,
        )
        + line(0, -h / 2, 0, h / 2)
        + bars(-w * 0.42, -h * 0.28, (w * 0.32, w * 0.26, w * 0.32), 14)
        + bars(w * 0.1, -h * 0.28, (w * 0.32, w * 0.28, w * 0.2), 14)
    )


def calculator():
    return (
        rect(-26, -60, 52, 72, INK, 6)
        + rect(-20, -53, 40, 16, JADE_WASH, 2, None)
        + "".join(
            rect(-19 + c * 14, -30 + r * 13, 10, 8, SEAL if (r, c) == (2, 2) else WHITE, 2, None)
            for r in range(3)
            for c in range(3)
        )
    )


def shield(label="法", colour=SEAL, s=1.0):
    """A shield around its middle, for protection by law."""
    return at(
        path("M0 -56Q26 -40 48 -42V-4C48 30 22 48 0 58C-22 48 -48 30 -48 -4V-42Q-26 -40 0 -56Z", colour)
        + path("M0 -42Q20 -30 36 -31V-4C36 22 16 36 0 43C-16 36 -36 22 -36 -4V-31Q-20 -30 0 -42Z", None, WHITE, 3)
        + text(0, 16, label, 46, WHITE, "serif"),
        s=s,
    )


def stamp(label="明白", s=1.0, colour=SEAL, rot=-8):
    """A pressed seal around its middle."""
    out = rect(-40, -40, 80, 80, "none", 8, colour, 6)
    chars = "".join(text(0, (-3 if i == 0 else 32), c, 36, colour, "serif") for i, c in enumerate(label[:2]))
    return at(out + chars, s=s, rot=rot)


def cat(colour="#e39a4a", s=1.0, mood="sit", flip=False):
    """The lane's tabby, sitting on y = 0."""
    body = (
        path("M30 -6q34 -4 26 -40q-4 -10 -12 -4", None, INK, 18)
        + path("M30 -6q34 -4 26 -40q-4 -10 -12 -4", None, colour, 11)
        + path("M-30 0C-40 -44 -20 -72 2 -72S42 -40 34 0Z", colour)
        + path("M-14 0C-18 -30 -8 -46 0 -46S18 -30 14 0Z", lighter(colour, 0.55), None)
        + line(-6, 0, -6, -22)
        + line(8, 0, 8, -22)
    )
    head = path(
        "M-34 -84L-36 -118L-14 -106Q0 -110 14 -106L36 -118L34 -84C34 -62 18 -54 0 -54S-34 -62 -34 -84Z", colour
    ) + path(
        "M-6 -106v14M6 -106v14M0 -108v18M34 -82h-12M33 -74h-10M-34 -82h12M-33 -74h10", stroke=darker(colour, 0.4), w=3.4
    )
    eyes = (
        circle(-14, -84, 3.8, INK, None) + circle(14, -84, 3.8, INK, None)
        if mood == "sit"
        else path("M-20 -84q6 5 12 0M8 -84q6 5 12 0", w=3.4)
    )
    return at(body + head + eyes + path("M-4 -74h8l-4 5ZM0 -69q-4 6 -9 3M0 -69q4 6 9 3", PINK, w=2.6), s=s, flip=flip)


def rosette(label="奖", colour=SEAL, s=1.0):
    """A prize ribbon around its middle."""
    pts = smooth(
        [
            (0, -34),
            (14, -31),
            (28, -20),
            (34, -4),
            (30, 13),
            (18, 27),
            (0, 32),
            (-18, 27),
            (-30, 13),
            (-34, -4),
            (-28, -20),
            (-14, -31),
        ]
    )
    return at(
        path("M-18 20L-28 66L-10 56L0 70V24ZM18 20L28 66L10 56L0 70V24Z", darker(colour))
        + path(pts, colour)
        + circle(0, 0, 22, GOLD)
        + text(0, 10, label, 27, SEAL, "serif"),
        s=s,
    )


def speaker_note(s=1.0):
    return at(circle(0, 0, 9, INK, None) + line(8, 0, 8, -40, w=5) + path("M8 -40q16 4 14 20", w=5), s=s)


def wood_sign(label, w=150, h=60, colour=WOOD):
    return (
        rect(-w / 2, -h / 2, w, h, colour, 4)
        + rect(-w / 2 + 6, -h / 2 + 6, w - 12, h - 12, "none", 2, WOOD_DARK, 2.4)
        + text(0, h * 0.18, label, h * 0.5, INK, "serif")
    )
