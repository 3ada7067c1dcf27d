"""Backgrounds out of doors and the market hall. Reached through `scenes`."""

import random

from . import furniture as f
from .glyphs import text
from .palette import (
    GOLD,
    INDIGO,
    INK,
    JADE,
    JADE_WASH,
    LEAF,
    LEAF_DARK,
    OCHRE_WASH,
    PAPER2,
    SAND,
    SEAL,
    WHITE,
    darker,
    mix,
)
from .pen import at, circle, ellipse, line, path, poly, rect


def floor_line(h, floor):
    return h * 0.74 if floor is None else floor


def market(w, h, floor=None, label="菜场"):
    """A covered market: stalls receding behind, lanterns and lamps, wet tiled floor."""
    y = floor_line(h, floor)
    out = rect(0, 0, w, h, PAPER2, stroke=None) + rect(0, 0, w, h * 0.1, darker(PAPER2, 0.1), stroke=None)
    for i in range(9):
        out += line(w * i / 8, 0, w * (0.3 + 0.05 * i), h * 0.22, stroke=darker(PAPER2, 0.16), w=4)
    out += rect(0, h * 0.2, w, y - h * 0.2, mix(JADE_WASH, PAPER2, 0.4), stroke=None) + rect(
        0, y, w, h - y, "#d8cdb8", stroke=None
    )
    out += "".join(
        line(w / 2 + i * w * 0.1, y, w / 2 + i * w * 0.2, h, stroke="#c6b99f", w=3) for i in range(-6, 7)
    ) + "".join(line(0, y + (h - y) * k, w, y + (h - y) * k, stroke="#c6b99f", w=3) for k in (0.22, 0.55))
    out += at(f.stall(430, "水果", ("orange", "watermelon", "corn"), JADE), w * 0.1, y + 4, 0.8) + at(
        f.stall(430, "水产", ("fish", "fish"), INDIGO), w * 0.92, y + 4, 0.8
    )
    out += at(f.stall(520, label), w * 0.51, y + 12, 0.94)
    return (
        out
        + "".join(
            at(
                line(0, -h * 0.2, 0, -20) + path("M-30 0L-14 -22H14L30 0Z", JADE) + ellipse(0, 3, 18, 7, GOLD, w=3),
                w * x,
                h * 0.17,
            )
            for x in (0.28, 0.74)
        )
        + at(f.lantern(54), w * 0.04, h * 0.2)
        + at(f.lantern(54), w * 0.965, h * 0.2)
    )


def _bricks(x, y, w, h, colour, seed=1):
    rnd = random.Random(seed)  # noqa: S311  a fixed pattern, no secret
    out = ""
    for _ in range(int(w * h / 5200)):
        bx, by = x + rnd.uniform(0.02, 0.94) * w, y + rnd.uniform(0.04, 0.94) * h
        out += rect(bx, by, 30, 12, darker(colour, 0.12), 2, None)
    return out


def lane(w, h, floor=None, night=False):
    """A Shanghai lane (弄堂): brick houses with stone gates, washing on poles, a plane tree, a bicycle."""
    y = floor_line(h, floor)
    sky = "#46526f" if night else "#e3edf0"
    out = rect(0, 0, w, h, sky, stroke=None) + (
        circle(w * 0.62, h * 0.12, 36, OCHRE_WASH, None) if night else ellipse(w * 0.55, h * 0.1, 90, 22, WHITE, None)
    )
    brick, pale = ("#8d4f45", "#b9aa9b") if night else ("#c97a62", "#ead9bf")
    out += rect(w * 0.36, h * 0.24, w * 0.34, y - h * 0.24, pale) + poly(
        [(w * 0.34, h * 0.24), (w * 0.53, h * 0.12), (w * 0.72, h * 0.24)], darker(brick, 0.2)
    )
    out += at(f.window(80, 90, "sky", None, "ln1"), w * 0.46, h * 0.38) + at(
        f.window(80, 90, "sky", None, "ln2"), w * 0.61, h * 0.38
    )
    out += (
        rect(-10, h * 0.06, w * 0.38, y - h * 0.06, brick)
        + _bricks(0, h * 0.08, w * 0.36, y - h * 0.1, brick, 2)
        + rect(w * 0.68, h * 0.02, w * 0.36, y - h * 0.02, brick)
        + _bricks(w * 0.69, h * 0.04, w * 0.3, y - h * 0.06, brick, 7)
    )
    for x, key in ((w * 0.09, "ln3"), (w * 0.9, "ln4")):
        out += at(rect(-62, -72, 124, 150, pale, 3), x, h * 0.24) + at(f.window(92, 110, "sky", None, key), x, h * 0.24)
    gate = (
        rect(-86, -300, 172, 300, "#d9d0c0", 2)
        + path("M-86 -300Q0 -372 86 -300Z", "#d9d0c0")
        + rect(-60, -270, 120, 270, INK, 2)
        + rect(-56, -266, 54, 266, "#3a2a22", lw=2)
        + rect(2, -266, 54, 266, "#3a2a22", lw=2)
        + circle(-12, -130, 8, GOLD, w=3)
        + circle(12, -130, 8, GOLD, w=3)
    )
    out += (
        at(gate, w * 0.24, y, min(1.0, h / 950))
        + line(w * 0.3, h * 0.14, w * 0.74, h * 0.1, w=6)
        + "".join(
            at(path("M-34 0H34L48 26L30 36L24 26V84H-24V26L-30 36L-48 26Z", c), w * x, h * 0.135 - i * 6)
            for i, (x, c) in enumerate(((0.4, WHITE), (0.5, INDIGO), (0.6, GOLD)))
        )
    )
    return (
        out
        + rect(0, y, w, h - y, "#cfc6b6" if not night else "#6d6a70", stroke=None)
        + line(0, y, w, y)
        + "".join(
            line(w / 2 + i * w * 0.1, y, w / 2 + i * w * 0.22, h, stroke="#bbb09d" if not night else "#5c5a62", w=3)
            for i in range(-6, 7)
        )
        + at(f.plant(130), w * 0.36, y + 14)
        + at(f.bicycle(JADE), w * 0.88, y + 20, 0.9)
    )


def street(w, h, floor=None, shops=(), trees=True):
    """A street with shop fronts: `shops` are dicts for furniture.shop_front (sign, colour, shut, notice)."""
    y = floor_line(h, floor)
    shops = shops or (
        {"sign": "面馆", "colour": SEAL},
        {"sign": "便利店", "colour": JADE},
        {"sign": "理发", "colour": INDIGO},
    )
    out = (
        rect(0, 0, w, h, "#e6eef0", stroke=None)
        + ellipse(w * 0.2, h * 0.1, 110, 24, WHITE, None)
        + ellipse(w * 0.74, h * 0.07, 130, 26, WHITE, None)
    )
    step = w / len(shops)
    for i, shop in enumerate(shops):
        x = step * (i + 0.5)
        tone = ("#e2c7a8", "#d9cfc0", "#dcb9a4")[i % 3]
        out += rect(x - step / 2, h * 0.02, step, y - h * 0.02, tone) + "".join(
            at(f.window(step * 0.2, h * 0.13, "sky", None, f"st{i}{k}"), x + dx * step, h * 0.12)
            for k, dx in enumerate((-0.24, 0.24))
        )
        out += at(f.shop_front(step * 0.88, y * 0.72, key=f"s{i}", **shop), x, y)
    out += (
        rect(0, y, w, h - y, "#d5ccbb", stroke=None)
        + line(0, y, w, y)
        + rect(0, y + (h - y) * 0.62, w, h, "#a9a49a", stroke=None)
        + line(0, y + (h - y) * 0.62, w, y + (h - y) * 0.62)
    )
    if trees:
        out += "".join(at(f.tree(h * 0.62), w * x, y + (h - y) * 0.3) for x in (0.015, 0.985))
    return out


def park(w, h, floor=None):
    """A small park: trees, bench, path."""
    y = floor_line(h, floor)
    out = (
        rect(0, 0, w, h, "#e3edf0", stroke=None)
        + ellipse(w * 0.3, h * 0.12, 120, 26, WHITE, None)
        + path(
            f"M0 {h * 0.52}Q{w * 0.25} {h * 0.4} {w * 0.5} {h * 0.5}T{w} {h * 0.46}V{h}H0Z",
            mix(LEAF, WHITE, 0.45),
            None,
        )
    )
    out += "".join(
        at(f.tree(h * 0.6, c), w * x, y + 6) for x, c in ((0.1, LEAF), (0.32, LEAF_DARK), (0.9, LEAF))
    ) + rect(0, y, w, h - y, mix(LEAF, GOLD, 0.22), stroke=None)
    return (
        out
        + path(
            f"M{w * 0.3} {y}Q{w * 0.5} {y + (h - y) * 0.5} {w * 0.2} {h}H{w * 0.8}Q{w * 0.8} {y + (h - y) * 0.4} "
            f"{w * 0.56} {y}Z",
            SAND,
            None,
        )
        + line(0, y, w, y, stroke=LEAF_DARK)
    )


def bus_stop(w, h, floor=None):
    """A bus at its stop."""
    y = floor_line(h, floor)
    out = street(w, h, y, trees=False) + at(f.bus(w * 0.56), w * 0.62, y + (h - y) * 0.5, 1.2)
    return (
        out
        + line(w * 0.12, y + 40, w * 0.12, h * 0.3, w=9)
        + rect(w * 0.05, h * 0.24, w * 0.14, h * 0.14, INDIGO, 4)
        + text(w * 0.12, h * 0.33, "车站", h * 0.06, WHITE)
    )
