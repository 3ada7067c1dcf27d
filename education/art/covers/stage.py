"""The stage of the covers: grounds in the topic's wash, things that recede (`fade`), hands for close shots, tables.

Depth is made the same way in every cover: far things are drawn in the wash (`fade`), people and the thing the lesson is
about carry the ink line, something large is cut off by the picture's edge in front. Red is kept for what matters.
"""

import math
import re

from .. import furniture as f
from ..limbs import hand
from ..palette import DEEPER, INK, SAND, SKIN, WASHES, WHITE, WOOD_LIGHT, darker, lighter, mix
from ..pen import Scene, at, circle, ellipse, line, path, poly, rect, shadow, tube
from ..people import CAST, bust
from ..wardrobe import BUILDS

W, H = 1280, 800
_HEX = re.compile(r"#[0-9a-f]{6}")


def new() -> Scene:
    return Scene(W, H)


def fade(svg: str, ground: str, share=0.55) -> str:
    """The drawing as if seen through air: every colour, the ink too, moved towards `ground`."""
    ground = WASHES.get(ground, ground)
    return _HEX.sub(lambda m: mix(m[0], ground, share), svg)


def room(colour="ochre", floor=600, ground=None, dado=0, pattern="plain"):
    """Wall in the wash, a floor in sand, a skirting line; `dado` is the height of a painted lower wall."""
    wall, deep = WASHES[colour], DEEPER[colour]
    out = rect(0, 0, W, H, wall, stroke=None)
    if pattern == "stripes":
        out += "".join(rect(x, 0, 34, floor, mix(wall, deep, 0.35), stroke=None) for x in range(26, W, 104))
    elif pattern == "tiles":
        out += "".join(line(x, 0, x, floor, stroke=mix(wall, deep, 0.6), w=3) for x in range(40, W, 80)) + "".join(
            line(0, y, W, y, stroke=mix(wall, deep, 0.6), w=3) for y in range(40, floor, 80)
        )
    elif pattern == "dots":
        out += "".join(
            circle(x + r % 2 * 40, y, 6, mix(wall, deep, 0.5), None)
            for r, y in enumerate(range(30, floor, 56))
            for x in range(20, W + 40, 80)
        )
    if dado:
        out += rect(0, floor - dado, W, dado, mix(wall, deep, 0.75), stroke=None) + rect(
            0, floor - dado - 8, W, 10, mix(wall, WHITE, 0.6), stroke=None
        )
    ground = ground or mix(SAND, deep, 0.45)
    out += rect(0, floor, W, H - floor, ground, stroke=None) + rect(
        0, floor - 14, W, 14, mix(wall, WHITE, 0.6), stroke=None
    )
    return (
        out
        + line(0, floor, W, floor, stroke=darker(ground, 0.3), w=3)
        + "".join(
            line(W / 2 + i * 150, floor, W / 2 + i * 250, H, stroke=darker(ground, 0.08), w=3) for i in range(-6, 7)
        )
    )


def light(x, y, w=220, h=300, slant=90, opacity=0.4):
    """Sun from a window, as a leaning pair of panes on the wall or the floor."""
    pane = (w - 18) / 2
    return "".join(
        poly(
            [(x + o, y), (x + o + pane, y), (x + o + pane + slant, y + h), (x + o + slant, y + h)],
            WHITE,
            None,
            extra=f'opacity="{opacity}"',
        )
        for o in (0, pane + 18)
    )


def skyline(colour, y=470, seed=0):
    """Shanghai far away: flat houses and the tower, in the wash."""
    deep, out, x = DEEPER[colour], "", -20
    heights = (90, 150, 70, 200, 120, 260, 100, 170, 60, 220, 130, 180, 90, 150, 110, 80)
    i = seed
    while x < W:
        wide = 70 + (heights[(i * 5) % 16] % 50)
        tall = heights[i % 16]
        out += rect(x, y - tall, wide, tall + 400, mix(deep, WHITE, 0.12 if i % 2 else 0.3), stroke=None)
        x, i = x + wide, i + 1
    tower = (
        line(0, -330, 0, 0, stroke=darker(deep, 0.12), w=12)
        + circle(0, -210, 26, darker(deep, 0.14), None)
        + circle(0, -70, 38, darker(deep, 0.14), None)
        + path("M-44 0L-8 -70M44 0L8 -70", stroke=darker(deep, 0.12), w=10)
    )
    return out + at(tower, 980, y + 20)


def lamp(x, drop=150, w=190, colour="#b6291f", glow=True):
    """A hanging lamp with its cone of light."""
    cone = (
        poly(
            [(x - w * 0.42, drop), (x + w * 0.42, drop), (x + w * 1.5, H), (x - w * 1.5, H)],
            "#fff3cf",
            None,
            extra='opacity="0.35"',
        )
        if glow
        else ""
    )
    shade = path(
        f"M{x - w / 2} {drop}Q{x - w * 0.4} {drop - 70} {x - 22} {drop - 84}H{x + 22}"
        f"Q{x + w * 0.4} {drop - 70} {x + w / 2} {drop}Z",
        colour,
    )
    return cone + line(x, 0, x, drop - 80, w=5) + ellipse(x, drop + 6, 24, 16, "#ffe9a8", w=3) + shade


def table_top(y=600, colour=WOOD_LIGHT, edge=26):
    """A table across the lower part of the picture, in front of people."""
    grain = "".join(
        path(f"M{x} {y + dy}q60 -8 130 0t120 0", stroke=darker(colour, 0.1), w=3)
        for x, dy in ((60, 70), (420, 110), (820, 66), (1010, 140), (220, 150))
    )
    return (
        rect(-10, y, W + 20, H - y + 10, colour)
        + rect(-10, y, W + 20, edge, lighter(colour, 0.35), lw=0.01)
        + line(0, y + edge, W, y + edge, stroke=darker(colour, 0.2), w=3)
        + line(0, y, W, y)
        + grain
    )


def desk_from_above(colour="#e9cf9c", planks=4):
    """A table seen from straight above: broad planks."""
    step = H / planks
    out = rect(0, 0, W, H, colour, stroke=None)
    for i in range(planks):
        y = i * step
        out += line(0, y, W, y, stroke=darker(colour, 0.12), w=4) + "".join(
            path(f"M{x} {y + dy}q80 -10 170 0t150 2", stroke=darker(colour, 0.07), w=4)
            for x, dy in ((60 + i * 130, 60), (560 + i * 90, 130), (960 - i * 140, 80))
        )
    return out


def cast_shadow(svg, dx=10, dy=14, opacity=0.16):
    """The drawing's own silhouette as a shadow, for things that lie on a table."""
    dark = re.sub(r'fill="#[0-9a-f]{6}"', f'fill="{INK}"', svg)
    return f'<g transform="translate({dx} {dy})" opacity="{opacity}">{dark}</g>' + svg


def reach(
    x0, y0, x1, y1, kind="point", sleeve="#e2a52b", s=3.0, angle=None, side=1, held="", bow=0.0, cuff=0.62, rot=0
):
    """A forearm from outside the picture to a hand at x1, y1. `bow` bends the arm, `held` lies in the hand's middle."""
    mx, my = (x0 + x1) / 2, (y0 + y1) / 2
    nx, ny = -(y1 - y0) * bow, (x1 - x0) * bow
    cx, cy = mx + nx, my + ny
    t = cuff  # the cuff's place on the curve
    px = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t * t * x1
    py = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t * t * y1
    qx, qy = x0 + (cx - x0) * t, y0 + (cy - y0) * t
    if angle is None:
        angle = math.degrees(math.atan2(y1 - cy, x1 - cx))
    arm = tube(f"M{px:.1f} {py:.1f}Q{cx + (x1 - cx) * t:.1f} {cy + (y1 - cy) * t:.1f} {x1:.1f} {y1:.1f}", SKIN, 19 * s)
    out = arm + tube(f"M{x0} {y0}Q{qx:.1f} {qy:.1f} {px:.1f} {py:.1f}", sleeve, 33 * s, "butt")
    a = math.atan2(py - qy, px - qx)
    band = (px - math.cos(a) * 5 * s, py - math.sin(a) * 5 * s)
    out += tube(f"M{band[0]:.1f} {band[1]:.1f}L{px:.1f} {py:.1f}", darker(sleeve, 0.2), 34 * s, "butt")
    out += line(
        px - math.sin(a) * 17 * s, py + math.cos(a) * 17 * s, px + math.sin(a) * 17 * s, py - math.cos(a) * 17 * s
    )
    if kind == "write":
        drawn = (
            writing_hand(held, rot - angle)
            if side > 0
            else f'<g transform="scale(1 -1)">{writing_hand(held, angle - rot + 180)}</g>'
        )
        return out + at(drawn, x1, y1, s, angle)
    palm = at(hand(kind, 0, 0, angle, SKIN, s, side), x1, y1)
    if held:
        hx, hy = x1 + math.cos(math.radians(angle)) * 10 * s, y1 + math.sin(math.radians(angle)) * 10 * s
        palm += at(held, hx, hy, 1, rot) + at(knuckles(s), hx, hy)
    return out + palm


def writing_hand(held="", rot=0.0):
    """A hand at the wrist, fingers along +x, that pinches `held`, a pen whose tip is at 0, 0."""
    palm = path("M-8 -11C2 -16 16 -17 22 -9C28 -2 26 10 16 13C6 15 -2 13 -8 11Z", SKIN) + path(
        "M14 12q8 -2 10 -9M8 13q3 -3 3 -6", w=2.6
    )
    thumb = tube("M2 -10Q14 -22 31 -12", SKIN, 9)
    finger = tube("M18 -2Q30 2 36 -6", SKIN, 9)
    return palm + thumb + at(held, 44, -2, 1, rot) + finger


def knuckles(s=3.0):
    """Fingers that close over a held thing."""
    return at("".join(tube(f"M-6 {-9 + i * 6.5}h11", SKIN, 6.2, w=2.4) for i in range(4)), s=s)


def grip_phone(x, y, content, ground=WHITE, w=300, h=560, rot=0, sleeve="#2c4a80", side=1, case=INK):
    """A phone in a hand that comes from below: the palm behind, the thumb in front."""
    body = (
        rect(-w / 2, -h / 2, w, h, case, 34)
        + rect(-w / 2 + 13, -h / 2 + 16, w - 26, h - 32, ground, 22, None)
        + (at(content, flip=True) if side < 0 else content)
    )
    body += rect(-34, -h / 2 + 24, 68, 12, case, 6, None)
    palm = path(
        f"M{-w * 0.5} {h * 0.1}Q{-w * 0.74} {h * 0.3} {-w * 0.5} {h * 0.62}L{w * 0.3} {h * 0.62}"
        f"Q{w * 0.6} {h * 0.5} {w * 0.56} {h * 0.16}Z",
        SKIN,
    )
    arm = tube(f"M{-w * 0.06} {h * 0.56}L{-w * 0.2} {h * 1.3}", SKIN, w * 0.56, "butt") + tube(
        f"M{-w * 0.12} {h * 0.8}L{-w * 0.2} {h * 1.4}", sleeve, w * 0.8, "butt"
    )
    fingers = "".join(
        tube(
            f"M{w * 0.55} {h * (0.06 + 0.1 * i)}Q{w * 0.5} {h * (0.05 + 0.1 * i)} {w * 0.4} {h * (0.07 + 0.1 * i)}",
            SKIN,
            w * 0.12,
        )
        for i in range(4)
    )
    thumb = tube(f"M{-w * 0.5} {h * 0.42}Q{-w * 0.56} {h * 0.3} {-w * 0.44} {h * 0.2}", SKIN, w * 0.17)
    return at(at(arm + palm + body + fingers + thumb, flip=side < 0), x, y, 1, rot)


def kneel(who, x, y, s, **pose):
    """Someone kneeling on the floor, seen from the front: the knees at y."""
    c, b = CAST[who], BUILDS[CAST[who]["build"]]
    colour = {**c["dress"], **(pose.get("wear") or {})}.get("bottom", "#4a4540")
    k = b.hip
    knees = "".join(
        path(
            f"M{sx * 4} -84C{sx * k * 0.6} -100 {sx * k * 1.3} -70 {sx * k * 1.36} -24"
            f"Q{sx * k * 1.34} 0 {sx * k} 0H{sx * 10}"
            f"Q{sx * 2} -10 {sx * 4} -84Z",
            colour,
        )
        for sx in (-1, 1)
    )
    figure = bust(who, x, y - 52 * s, s, **pose)
    return shadow(x, y - 2, k * 1.7 * s, 16) + figure + at(knees, x, y, s), figure


def lap(who, x, y, s, wear=None):
    """The legs of someone sitting towards the viewer, for a `bust` cut at y; the shins leave the picture."""
    b = BUILDS[CAST[who]["build"]]
    colour = {**CAST[who]["dress"], **(wear or {})}.get("bottom", "#4a4540")
    k = b.hip
    leg = "".join(
        path(
            f"M{sx * 2} -22Q{sx * k * 0.9} -40 {sx * k * 1.16} 4Q{sx * k * 1.34} 30 {sx * k * 1.3} 200"
            f"H{sx * 12}V40Q{sx * 4} 10 {sx * 2} -22Z",
            colour,
        )
        + path(f"M{sx * k * 0.5} 26q{sx * k * 0.26} 10 {sx * k * 0.5} -4", w=3)
        for sx in (-1, 1)
    )
    return at(leg, x, y, s)


def seat(x, y, s=1.0, colour="#1c6457"):
    """An armchair on y."""
    return at(f.armchair(colour), x, y, s)
