"""What stands in a stationer's shop and on a pupil's desk."""

from .. import props as p
from ..glyphs import text
from ..palette import GOLD, INDIGO, JADE, LEAF, ORANGE, PLUM, SEAL, WHITE, WOOD, WOOD_LIGHT, lighter
from ..pen import at, line, path, poly, rect


def jar(label, fill, level=0.5, w=190, h=260):
    """A glass jar on y = 0 with coins up to `level` and a paper label."""
    top = -h * level
    coins = "".join(
        at(p.coin(20), x, y)
        for r, y in enumerate(range(-24, int(top) + 20, -26))
        for x in range(-w // 2 + 34 + r % 2 * 14, w // 2 - 24, 34)
    )
    out = path(
        f"M{-w * 0.36} {-h}H{w * 0.36}Q{w / 2} {-h * 0.9} {w / 2} {-h * 0.76}V-24"
        f"Q{w / 2} 0 {w / 2 - 24} 0H{-w / 2 + 24}Q{-w / 2} 0 {-w / 2} -24V{-h * 0.76}"
        f"Q{-w / 2} {-h * 0.9} {-w * 0.36} {-h}Z",
        "#eef5f4",
    )
    out += (
        coins
        + rect(-w * 0.42, -h - 22, w * 0.84, 30, fill, 8)
        + rect(-56, -h * 0.74, 112, 84, WHITE, 3)
        + text(0, -h * 0.74 + 60, label, 48, fill, "serif")
    )
    return out + path(f"M{-w * 0.4} {-h * 0.7}V{-h * 0.3}", stroke=WHITE, w=8)


def pencil_cup(colour=JADE, s=1.0):
    """Pencils in a cup on y = 0."""
    pencils = "".join(
        at(rect(-6, -120, 12, 100, c, 1, lw=3) + poly([(-6, -120), (6, -120), (0, -138)], WOOD_LIGHT, w=3), x, 0, 1, r)
        for x, r, c in ((-16, -10, SEAL), (2, 2, GOLD), (18, 12, INDIGO))
    )
    return at(
        pencils + rect(-34, -70, 68, 70, colour, 6) + line(-34, -48, 34, -48, stroke=lighter(colour, 0.5), w=5), s=s
    )


def stationery(w, rows=3, h=460):
    """A shelf of exercise books, cups and boxes on y = 0, each with its price tag."""
    out = rect(-w / 2, -h, w, h, lighter(WOOD, 0.5)) + rect(-w / 2, -h, 16, h, WOOD) + rect(w / 2 - 16, -h, 16, h, WOOD)
    step = h / rows
    tones = (INDIGO, SEAL, JADE, GOLD, PLUM, ORANGE, LEAF)
    for r in range(rows):
        y = -h + (r + 1) * step - 14
        for i in range(int((w - 60) // 92)):
            x, c = -w / 2 + 74 + i * 92, tones[(i * 3 + r * 2) % 7]
            kind = (i + r) % 3
            if kind == 0:
                out += "".join(
                    rect(x - 34 + k * 17, y - step * 0.66, 15, step * 0.66, tones[(i + r + k) % 7], 2, lw=3)
                    for k in range(4)
                )
            elif kind == 1:
                out += at(pencil_cup(c, 0.78), x, y)
            else:
                out += rect(x - 32, y - 30, 64, 30, c, 4, lw=3) + rect(x - 26, y - 62, 52, 32, lighter(c, 0.5), 4, lw=3)
            out += rect(x - 22, y + 2, 44, 12, WHITE, 1, SEAL, 2.4)
        out += rect(-w / 2, y, w, 15, WOOD, lw=3) + "".join(
            rect(-w / 2 + 52 + i * 92, y + 2, 44, 12, WHITE, 1, SEAL, 2.4) for i in range(int((w - 60) // 92))
        )
    return out


def books(w, h, rows=4, seed=3):
    """A library shelf on y = 0: spines of a fixed order, now and then one that leans."""
    tones = (SEAL, GOLD, JADE, INDIGO, PLUM, WHITE, LEAF, ORANGE)
    out = rect(-w / 2, -h, w, h, lighter(WOOD, 0.35)) + rect(-w / 2, -h, 14, h, WOOD, lw=3)
    out += rect(w / 2 - 14, -h, 14, h, WOOD, lw=3)
    for r in range(rows):
        base, x, i = -h + (r + 1) * h / rows - 8, -w / 2 + 20, seed + r * 5
        while x < w / 2 - 46:
            wide, tall = 18 + (i * 7) % 14, (0.6 + (i * 5) % 4 * 0.07) * h / rows
            lean = 9 if i % 9 == 4 else 0
            spine = rect(0, -tall, wide, tall, tones[(i * 3) % 8], 2, lw=3) + rect(
                4, -tall * 0.8, wide - 8, 8, WHITE, 0, None
            )
            out += at(spine, x + (tall * 0.12 if lean else 0), base, 1, -lean)
            x, i = x + wide + (tall * 0.14 if lean else 2), i + 1
        out += rect(-w / 2, base, w, 12, WOOD, lw=3)
    return out
