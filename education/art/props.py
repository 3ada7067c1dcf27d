"""Things held in a hand or lying on a table. Drawn around their grip or middle (0, 0), in the units of the people: a phone is
46 × 88. Place with `pen.at(prop, x, y, s, rot)` or give as `hold_l` / `hold_r` of a person."""

from .glyphs import text
from .palette import (
    CARD, GLASS, GOLD, GREY_TEXT, INDIGO, INDIGO_WASH, INK, JADE, JADE_WASH, LEAF, LEAF_DARK, OCHRE_WASH, ORANGE, PAPER2, PINK, PLUM,
    SEAL, SEAL_WASH, STEEL, STEEL_DARK, TOMATO, WHITE, WOOD, WOOD_DARK, WOOD_LIGHT, darker, lighter)
from .pen import at, circle, ellipse, line, path, poly, rays, rect, smooth

NONE = None


def _bars(x, y, widths, gap=12, colour=GREY_TEXT, w=4):
    """Lines that stand for small print."""
    return "".join(line(x, y + i * gap, x + width, y + i * gap, stroke=colour, w=w) for i, width in enumerate(widths) if width)


def phone(kind="chat", w=46, h=88, case=INK):
    """A phone; kind: chat, prize, pay, call, game, shop, video, ok, warn, blank, back. Grip at the lower middle."""
    x, y = -w / 2, -h * 0.8
    out = rect(x, y, w, h, case, 8)
    if kind == "back":
        return out + rect(x + 6, y + 6, 16, 22, darker(STEEL, .4), 5, lw=2) + circle(x + 14, y + 13, 4, GLASS, None)
    sx, sy, sw, sh = x + 4, y + 7, w - 8, h - 16
    ground = {"prize": SEAL_WASH, "pay": JADE_WASH, "game": INDIGO_WASH, "call": "#2b3550", "warn": OCHRE_WASH, "ok": JADE_WASH}.get(kind, WHITE)
    out += rect(sx, sy, sw, sh, ground, 3, NONE)
    m = 0
    if kind == "chat":
        out += rect(sx + 4, sy + 6, sw * .6, 10, JADE_WASH, 3, NONE) + rect(sx + sw * .36, sy + 22, sw * .56, 10, GOLD, 3, NONE)
        out += rect(sx + 4, sy + 38, sw * .7, 18, JADE_WASH, 3, NONE)
    elif kind == "prize":
        out += rays(m, sy + 24, 12, 17, 10, GOLD, 3) + rect(m - 10, sy + 16, 20, 17, SEAL, 2, lw=2) + line(m, sy + 16, m, sy + 33, stroke=GOLD, w=4)
        out += text(m, sy + 53, "中奖", 14, SEAL) + rect(m - 14, sy + 58, 28, 9, SEAL, 3, NONE)
    elif kind in ("pay", "ok"):
        out += circle(m, sy + 26, 13, JADE, NONE) + path(f"M{m - 6} {sy + 26}l5 5l8 -10", stroke=WHITE, w=4) + _bars(m - 12, sy + 50, (24, 16), 9, JADE)
    elif kind == "warn":
        out += poly([(m, sy + 12), (m + 15, sy + 38), (m - 15, sy + 38)], GOLD, w=3) + line(m, sy + 21, m, sy + 29, w=4) + circle(m, sy + 34, 2, INK, NONE)
        out += _bars(m - 13, sy + 50, (26, 18), 9)
    elif kind == "call":
        out += circle(m, sy + 22, 11, STEEL, NONE) + circle(m - 10, sy + 56, 7, LEAF, NONE) + circle(m + 10, sy + 56, 7, SEAL, NONE)
    elif kind == "game":
        out += rect(sx, sy + sh - 20, sw, 20, LEAF, 0, NONE) + circle(m + 6, sy + 20, 7, GOLD, NONE) + at(path("M0 0l8 -14l8 14Z", SEAL, w=2), m - 16, sy + sh - 20)
        out += text(m, sy + 48, "充值", 13, SEAL)
    elif kind == "shop":
        out += rect(sx + 3, sy + 4, sw - 6, 24, PINK, 2, NONE) + text(m, sy + 44, "￥", 14, SEAL) + rect(m - 14, sy + 52, 28, 11, SEAL, 4, NONE)
    elif kind == "video":
        out += rect(sx, sy, sw, sh, "#3a3550", 3, NONE) + poly([(m - 7, sy + 22), (m + 9, sy + 32), (m - 7, sy + 42)], WHITE, NONE)
    return out


def receipt(w=70, h=104, total="", title=True):
    """A till receipt with a torn lower edge, held at its lower middle."""
    x, y, teeth = -w / 2, -h * 0.78, 8
    step = w / teeth
    d = f"M{x} {y}h{w}v{h}" + "".join(f"l{-step / 2} 6l{-step / 2} -6" for _ in range(teeth)) + "Z"
    out = path(d, WHITE)
    if title:
        out += line(-w * .22, y + h * .12, w * .22, y + h * .12, stroke=SEAL, w=6)
    for i in range(5):
        yy = y + h * (.27 + i * .115)
        out += line(x + 10, yy, x + 10 + w * (.28, .4, .33, .36, .25)[i], yy, stroke=GREY_TEXT, w=3.5) + line(x + w - 18, yy, x + w - 9, yy, stroke=GREY_TEXT, w=3.5)
    if total:
        out += text(w / 2 - 8, y + h * .94, total, h * .13, SEAL, anchor="end")
    return out


def paper_sheet(title="合同", w=78, h=104, stamp=True):
    """A written sheet (contract, notice), held at its lower middle."""
    x, y = -w / 2, -h * .78
    out = rect(x, y, w, h, WHITE, 2) + text(0, y + h * .2, title, h * .15, INK, "serif") + _bars(x + 10, y + h * .34, (w - 20, w - 26, w - 20, w - 34), h * .12, w=3.5)
    return out + (circle(w * .22, y + h * .82, h * .1, "none", SEAL, 3) + text(w * .22, y + h * .86, "章", h * .11, SEAL, "serif") if stamp else "")


def parcel(w=110, h=84, tape=WHITE, open_=False):
    """A cardboard box standing on y = 0."""
    out = rect(-w / 2, -h, w, h, CARD, 3) + rect(w * .28, -h, w * .22, h, darker(CARD, .12), 0, NONE) + rect(-w / 2, -h, w, h, "none", 3)
    if open_:
        return poly([(-w / 2, -h), (-w * .78, -h - 26), (-w * .3, -h - 30), (-w * .06, -h)], lighter(CARD), INK) + poly(
            [(w / 2, -h), (w * .78, -h - 26), (w * .3, -h - 30), (w * .06, -h)], lighter(CARD), INK) + out
    out += rect(-10, -h, 20, h * .42, tape, lw=3) + rect(-w / 2 + 8, -h * .42, w * .34, h * .3, WHITE, 2, lw=3)
    return out + _bars(-w / 2 + 14, -h * .34, (w * .22, w * .16), 9, w=3)


def gift(w=70, h=60, colour=SEAL, ribbon=GOLD):
    """A present standing on y = 0."""
    return rect(-w / 2, -h, w, h, colour, 3) + rect(-8, -h, 16, h, ribbon, lw=3) + rect(-w / 2 - 5, -h - 14, w + 10, 18, lighter(colour, .15), 3) + path(
        f"M0 {-h - 14}C-30 {-h - 50} -44 {-h - 14} 0 {-h - 14}C30 {-h - 50} 44 {-h - 14} 0 {-h - 14}Z", ribbon)


def card(label="健身卡", colour=JADE, w=84, h=54):
    """A prepaid or membership card around its middle."""
    return rect(-w / 2, -h / 2, w, h, colour, 7) + rect(-w / 2, -h * .26, w, h * .18, darker(colour, .45), 0, NONE) + rect(
        -w / 2, -h / 2, w, h, "none", 7) + text(0, h * .3, label, h * .28, WHITE)


def bottle(label="神药", colour=SEAL, w=52, h=92):
    """A pill bottle standing on y = 0."""
    return rect(-w * .34, -h, w * .68, h * .24, colour, 4) + line(-w * .14, -h * .96, -w * .14, -h * .82, w=2.5) + line(w * .1, -h * .96, w * .1, -h * .82, w=2.5) + rect(
        -w / 2, -h * .78, w, h * .78, WHITE, 8) + rect(-w / 2, -h * .56, w, h * .36, GOLD) + text(0, -h * .32, label, w * .36, INK, "serif")


def medicine_box(label="保健食品", colour=PLUM, w=96, h=62):
    """A flat carton standing on y = 0."""
    return rect(-w / 2, -h, w, h, colour, 3) + rect(-w / 2, -h * .72, w, h * .44, WHITE) + text(0, -h * .42, label, h * .24, INK) + poly(
        [(-w / 2, -h), (-w / 2 + 12, -h - 12), (w / 2 + 12, -h - 12), (w / 2, -h)], lighter(colour)) + poly(
        [(w / 2, -h), (w / 2 + 12, -h - 12), (w / 2 + 12, -12), (w / 2, 0)], darker(colour))


def milk(label="鲜奶", w=58, h=88, date="", colour=INDIGO):
    """A milk carton standing on y = 0; `date` is printed on the top fold."""
    out = path(f"M{-w / 2} {-h * .7}L{-w * .36} {-h}H{w * .36}L{w / 2} {-h * .7}V0H{-w / 2}Z", WHITE) + line(-w / 2, -h * .7, w / 2, -h * .7)
    out += rect(-w * .36, -h - 9, w * .72, 12, lighter(colour), 2) + path(f"M{-w / 2} {-h * .3}Q{-w * .2} {-h * .44} 0 {-h * .3}T{w / 2} {-h * .32}V0H{-w / 2}Z", colour)
    return out + text(0, -h * .42, label, w * .36, colour, "serif") + (text(0, -h * .79, date, w * .17, SEAL) if date else "")


def food_pack(name="饼干", colour=ORANGE, w=88, h=110, label=False):
    """A bag of snacks standing on y = 0; `label` shows its back with the printed table."""
    zig = "".join(f"l{w / 16} -6l{w / 16} 6" for _ in range(8))
    out = path(f"M{-w / 2} {-h}{zig}Q{w / 2 - 6} {-h / 2} {w / 2} 0H{-w / 2}Q{-w / 2 + 6} {-h / 2} {-w / 2} {-h}Z", colour)
    if label:
        return out + rect(-w * .36, -h * .82, w * .72, h * .62, WHITE, 2, lw=3) + "".join(
            line(-w * .36, -h * (.82 - .155 * i), w * .36, -h * (.82 - .155 * i), w=2) + line(-w * .3, -h * (.745 - .155 * i), -w * .05, -h * (.745 - .155 * i), stroke=GREY_TEXT, w=3)
            + line(w * .06, -h * (.745 - .155 * i), w * .28, -h * (.745 - .155 * i), stroke=SEAL if i == 1 else GREY_TEXT, w=3) for i in range(4))
    return out + ellipse(0, -h * .56, w * .34, h * .22, WHITE, w=3) + text(0, -h * .52, name, w * .24, colour, "serif") + circle(
        -w * .16, -h * .2, w * .1, WOOD_LIGHT, w=3) + circle(w * .12, -h * .18, w * .12, WOOD_LIGHT, w=3)


def blind_box(w=64, h=76, colour=PLUM, open_=False):
    """A blind box with a question mark, standing on y = 0."""
    out = rect(-w / 2, -h, w, h, colour, 3) + rect(w * .28, -h, w * .22, h, darker(colour), 0, NONE) + rect(-w / 2, -h, w, h, "none", 3)
    lid = poly([(-w / 2, -h), (-w * .74, -h - 20), (-w * .2, -h - 24), (0, -h)], lighter(colour), INK) if open_ else ""
    return lid + out + text(-w * .1, -h * .3, "？", h * .52, GOLD)


def toy(colour=PINK, s=1.0):
    """A little vinyl figure, a rabbit, standing on y = 0."""
    return at(ellipse(-9, -70, 6, 18, colour) + ellipse(9, -70, 6, 18, colour) + path("M-16 -26C-20 -8 -16 0 -8 0H8C16 0 20 -8 16 -26Z", lighter(colour)) + ellipse(
        0, -42, 26, 22, colour) + circle(-9, -42, 3, INK, NONE) + circle(9, -42, 3, INK, NONE) + path("M-4 -34q4 4 8 0", w=2.6), s=s)


def banknotes(count=3, colour=SEAL):
    """A fan of notes, held at the lower middle."""
    return "".join(at(rect(-22, -74, 44, 78, lighter(colour, .35), 3) + circle(0, -36, 11, lighter(colour, .7), w=2.5) + text(0, -30, "￥", 15, colour), rot=(i - (count - 1) / 2) * 18)
                   for i in range(count))


def coin(r=13):
    return circle(0, 0, r, GOLD, w=3) + circle(0, 0, r * .62, GOLD, darker(GOLD, .3), 2.4)


def piggy_bank(colour=PINK):
    """A piggy bank standing on y = 0."""
    return rect(-30, -16, 14, 16, colour, 3) + rect(16, -16, 14, 16, colour, 3) + ellipse(0, -38, 48, 34, colour) + path("M-20 -66l-2 -18l16 10Z", colour) + ellipse(
        -44, -36, 11, 14, lighter(colour)) + circle(-47, -38, 2, INK, NONE) + circle(-41, -38, 2, INK, NONE) + circle(-24, -48, 3.4, INK, NONE) + line(
        0, -72, 20, -70, w=5) + path("M46 -48q16 -4 10 -14", w=4)


def qr(w=70, colour=INK):
    """A QR-like pattern around its middle, not a code that can be read."""
    k = w / 9
    cells = "100110101 010011010 101101001 011010110 110101011 001110100".split()
    out = rect(-w / 2, -w / 2, w, w, WHITE, 2)
    body = "".join(rect(-w / 2 + k * c, -w / 2 + k * (r + 1.5), k, k, colour, 0, NONE) for r, row in enumerate(cells) for c, bit in enumerate(row) if bit == "1")
    eyes = "".join(rect(x, y, k * 2.6, k * 2.6, WHITE, 0, NONE) + rect(x + k * .2, y + k * .2, k * 2.1, k * 2.1, "none", 0, colour, k * .55) + rect(
        x + k * .9, y + k * .9, k * .8, k * .8, colour, 0, NONE) for x, y in ((-w / 2 + k * .4, -w / 2 + k * .4), (w / 2 - k * 3, -w / 2 + k * .4), (-w / 2 + k * .4, w / 2 - k * 3)))
    return out + body + eyes


def magnifier(r=34):
    """A magnifying glass; grip at the handle, the glass lies above."""
    return line(0, 10, 0, -34, w=13, stroke=INK) + line(0, 8, 0, -32, w=6, stroke=WOOD_DARK) + circle(0, -34 - r, r, GLASS, w=6, extra='fill-opacity="0.45"') + path(
        f"M{-r * .5} {-34 - r * 1.2}q8 -16 22 -18", stroke=WHITE, w=5)


def megaphone(colour=SEAL):
    return path("M-14 -12L40 -34V30L-14 10Z", colour) + rect(-30, -12, 18, 22, WHITE, 4) + path("M-20 10l6 26h12l-4 -22", WHITE) + rays(44, -2, 12, 26, 3, w=5, start=-28, sweep=56)


def notebook(label="记账本", colour=JADE, w=70, h=90):
    return rect(-w / 2, -h * .7, w, h, colour, 4) + rect(-w / 2, -h * .7, 12, h, darker(colour), 2, lw=3) + rect(-w * .24, -h * .5, w * .6, h * .24, WHITE, 2, lw=3) + text(
        w * .06, -h * .33, label, w * .17)


def open_book(w=120, h=74, left=WHITE):
    """An open book seen from above, around its middle."""
    return path(f"M0 {-h / 2}Q{-w * .25} {-h * .66} {-w / 2} {-h / 2}V{h / 2}Q{-w * .25} {h * .34} 0 {h / 2}Q{w * .25} {h * .34} {w / 2} {h / 2}V{-h / 2}Q{w * .25} {-h * .66} 0 {-h / 2}Z", left) + line(
        0, -h / 2, 0, h / 2) + _bars(-w * .42, -h * .28, (w * .32, w * .26, w * .32), 14) + _bars(w * .1, -h * .28, (w * .32, w * .28, w * .2), 14)


def shopping_bag(colour=SEAL, w=76, h=84, label="", veg=False):
    """A carrier bag hanging from its handle: grip at 0, 0."""
    inside = at(vegetable("leek"), -w * .14, 34, .9, -12) + at(vegetable("radish"), w * .18, 40, .8, 14) if veg else ""
    return path(f"M{-w * .22} 30C{-w * .22} -8 {w * .22} -8 {w * .22} 30", w=5) + inside + path(f"M{-w / 2} 28H{w / 2}L{w * .56} {28 + h}H{-w * .56}Z", colour) + (
        text(0, 28 + h * .6, label, w * .26, WHITE, "serif") if label else "")


def vegetable(kind="tomato"):
    """Vegetables and fruit standing on y = 0: tomato, cabbage, leek, radish, aubergine, orange, watermelon, egg, fish, corn."""
    if kind == "tomato":
        return circle(0, -18, 19, TOMATO) + path("M0 -34l-10 -4l6 8l-6 8l10 -4l10 4l-6 -8l6 -8Z", LEAF_DARK, w=2.6)
    if kind == "orange":
        return circle(0, -17, 18, ORANGE) + path("M0 -34q6 -10 14 -8", LEAF_DARK, LEAF_DARK, 5)
    if kind == "cabbage":
        return path("M-24 0C-44 -20 -34 -56 -12 -58Q0 -70 14 -58C36 -54 42 -20 24 0Z", LEAF) + path("M-12 0C-22 -20 -14 -46 0 -50C14 -46 22 -20 12 0Z", "#e9f0d8") + line(0, 0, 0, -34, w=3)
    if kind == "leek":
        return path("M-6 0L-5 -54L-22 -88M0 -54L2 -96M5 -54L24 -84", None, LEAF_DARK, 9) + rect(-8, -56, 16, 56, "#eef1dc", 5)
    if kind == "radish":
        return path("M-20 -44C-30 -22 -8 -6 0 4C8 -6 30 -22 20 -44Q0 -58 -20 -44Z", WHITE) + path("M-2 -50C-18 -60 -18 -78 -10 -84M2 -50C2 -66 10 -80 20 -80", None, LEAF_DARK, 7)
    if kind == "aubergine":
        return path("M-8 -62C-30 -40 -30 0 0 0S30 -40 8 -62Z", PLUM) + path("M-14 -58Q0 -44 14 -58L2 -66V-76H-4V-66Z", LEAF_DARK)
    if kind == "watermelon":
        return circle(0, -34, 35, LEAF_DARK) + path("M-14 -64Q-26 -34 -12 -4M8 -66Q20 -34 8 -2", stroke="#2f6140", w=6)
    if kind == "egg":
        return path("M-14 -14C-14 -28 -6 -36 0 -36S14 -28 14 -14C14 -4 8 0 0 0S-14 -4 -14 -14Z", "#f0d8b8")
    if kind == "corn":
        return path("M-12 0C-20 -30 -12 -62 0 -66C12 -62 20 -30 12 0Z", GOLD) + path("M-22 0C-26 -24 -14 -38 -6 -40C-8 -20 -4 -8 0 0C4 -8 8 -20 6 -40C14 -38 26 -24 22 0Z", LEAF)
    return path("M-44 -14C-24 -36 16 -34 34 -16L54 -30V4L34 -10C16 6 -24 6 -44 -14Z", STEEL) + circle(-28, -17, 3.6, INK, NONE) + path("M-14 -28q10 12 0 26", w=3)


def eggs(count=6):
    """An egg tray on y = 0."""
    return "".join(at(vegetable("egg"), (i - (count - 1) / 2) * 25, -10, .9) for i in range(count)) + path(
        f"M{-count * 13} -22H{count * 13}L{count * 12} 0H{-count * 12}Z", PAPER2)


def cup(colour=INDIGO, steam=True):
    """A lidless tea cup on y = 0."""
    s = path("M-8 -46q-8 -10 0 -18t0 -18M8 -46q-8 -10 0 -18t0 -18", stroke=STEEL_DARK, w=3.4) if steam else ""
    return s + path("M20 -30q18 0 14 14q-4 8 -16 8", w=5) + path("M-22 -36H22L17 0H-17Z", WHITE) + line(-20, -24, 20, -24, stroke=colour, w=6)


def thermos(colour=SEAL):
    return rect(-22, -96, 44, 96, colour, 8) + rect(-16, -116, 32, 24, STEEL, 5) + path("M22 -84q20 8 16 34q-4 20 -16 22", w=6) + rect(-22, -60, 44, 10, GOLD, lw=3)


def calculator():
    return rect(-26, -60, 52, 72, INK, 6) + rect(-20, -53, 40, 16, JADE_WASH, 2, NONE) + "".join(
        rect(-19 + c * 14, -30 + r * 13, 10, 8, SEAL if (r, c) == (2, 2) else WHITE, 2, NONE) for r in range(3) for c in range(3))


def shield(label="法", colour=SEAL, s=1.0):
    """A shield around its middle, for protection by law."""
    return at(path("M0 -56Q26 -40 48 -42V-4C48 30 22 48 0 58C-22 48 -48 30 -48 -4V-42Q-26 -40 0 -56Z", colour) + path(
        "M0 -42Q20 -30 36 -31V-4C36 22 16 36 0 43C-16 36 -36 22 -36 -4V-31Q-20 -30 0 -42Z", None, WHITE, 3) + text(0, 16, label, 46, WHITE, "serif"), s=s)


def stamp(label="明白", s=1.0, colour=SEAL, rot=-8):
    """A pressed seal around its middle."""
    out = rect(-40, -40, 80, 80, "none", 8, colour, 6)
    chars = "".join(text(0, (-3 if i == 0 else 32), c, 36, colour, "serif") for i, c in enumerate(label[:2]))
    return at(out + chars, s=s, rot=rot)


def cat(colour="#e39a4a", s=1.0, mood="sit", flip=False):
    """The lane's tabby, sitting on y = 0."""
    body = path("M30 -6q34 -4 26 -40q-4 -10 -12 -4", None, INK, 18) + path("M30 -6q34 -4 26 -40q-4 -10 -12 -4", None, colour, 11) + path(
        "M-30 0C-40 -44 -20 -72 2 -72S42 -40 34 0Z", colour) + path("M-14 0C-18 -30 -8 -46 0 -46S18 -30 14 0Z", lighter(colour, .55), NONE) + line(-6, 0, -6, -22) + line(8, 0, 8, -22)
    head = path("M-34 -84L-36 -118L-14 -106Q0 -110 14 -106L36 -118L34 -84C34 -62 18 -54 0 -54S-34 -62 -34 -84Z", colour) + path(
        "M-6 -106v14M6 -106v14M0 -108v18M34 -82h-12M33 -74h-10M-34 -82h12M-33 -74h10", stroke=darker(colour, .4), w=3.4)
    eyes = circle(-14, -84, 3.8, INK, NONE) + circle(14, -84, 3.8, INK, NONE) if mood == "sit" else path("M-20 -84q6 5 12 0M8 -84q6 5 12 0", w=3.4)
    return at(body + head + eyes + path("M-4 -74h8l-4 5ZM0 -69q-4 6 -9 3M0 -69q4 6 9 3", PINK, w=2.6), s=s, flip=flip)


def rosette(label="奖", colour=SEAL, s=1.0):
    """A prize ribbon around its middle."""
    pts = smooth([(0, -34), (14, -31), (28, -20), (34, -4), (30, 13), (18, 27), (0, 32), (-18, 27), (-30, 13), (-34, -4), (-28, -20), (-14, -31)])
    return at(path("M-18 20L-28 66L-10 56L0 70V24ZM18 20L28 66L10 56L0 70V24Z", darker(colour)) + path(pts, colour) + circle(0, 0, 22, GOLD) + text(0, 10, label, 27, SEAL, "serif"), s=s)


def speaker_note(s=1.0):
    return at(circle(0, 0, 9, INK, NONE) + line(8, 0, 8, -40, w=5) + path("M8 -40q16 4 14 20", w=5), s=s)


def wood_sign(label, w=150, h=60, colour=WOOD):
    return rect(-w / 2, -h / 2, w, h, colour, 4) + rect(-w / 2 + 6, -h / 2 + 6, w - 12, h - 12, "none", 2, WOOD_DARK, 2.4) + text(0, h * .18, label, h * .5, INK, "serif")
