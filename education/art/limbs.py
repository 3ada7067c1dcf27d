"""Arms, hands and legs. Arms find their elbow by themselves: give the hand's place, the rest follows."""

import math

from .palette import INK, SEAL, SKIN, WHITE
from .pen import LINE, at, circle, line, n, path, stroke_scaled, tube


def elbow(shoulder, hand, upper, lower, side, bend=None):
    """Elbow and reachable hand for a two-bone arm. `side` -1 is the viewer's left arm; `bend` ±1 forces the side."""
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    dist = math.hypot(dx, dy) or 1
    reach = (upper + lower) * 0.995
    if dist > reach:
        hand = (shoulder[0] + dx * reach / dist, shoulder[1] + dy * reach / dist)
        dx, dy, dist = hand[0] - shoulder[0], hand[1] - shoulder[1], reach
    dist = max(dist, abs(upper - lower) + 6)
    a = (upper**2 - lower**2 + dist**2) / (2 * dist)
    h = math.sqrt(max(upper**2 - a**2, 0))
    mx, my = shoulder[0] + dx / dist * a, shoulder[1] + dy / dist * a
    both = [(mx - dy / dist * h * k, my + dx / dist * h * k) for k in (1, -1)]
    if bend:
        return both[0] if bend > 0 else both[1], hand
    return max(both, key=lambda p: p[0] * side * 0.7 + p[1]), hand


def hand(kind, x, y, angle, skin=SKIN, s=1.0, side=1):
    """A hand at the wrist, fingers along `angle` (degrees, 0 = right, 90 = down). `side` mirrors the thumb."""
    if kind == "open":
        body = (
            path("M-6 -11C4 -14 12 -13 24 -10C30 -8 30 -2 27 0C32 2 31 9 25 10C16 13 4 13 -6 11Z", skin)
            + path("M4 -12C4 -22 10 -25 14 -21C16 -18 13 -13 13 -10", skin)
            + path("M14 0H27M14 6H25", w=2.4)
        )
    elif kind == "flat":
        body = (
            path("M-6 -9C8 -12 20 -10 30 -5C33 -1 31 4 26 6C14 10 4 10 -6 9Z", skin)
            + path("M2 -10Q8 -20 14 -15Q14 -10 12 -8", skin)
            + path("M14 0H29", w=2.4)
        )
    elif kind == "point":
        body = (
            tube("M12 -4H38", skin, 9)
            + path("M-6 -11C4 -14 14 -13 18 -6C22 0 20 10 12 12C4 13 -2 12 -6 11Z", skin)
            + path("M10 -1q7 0 7 4M9 5q6 0 6 4", w=2.4)
            + path("M2 -11Q10 -16 16 -9", w=2.6)
        )
    elif kind == "thumb":
        body = path("M-6 -11C4 -14 14 -13 19 -8C23 0 21 10 13 12C4 13 -2 12 -6 11Z", skin) + path(
            "M12 -4h7M11 2h9M10 8h7", w=2.4
        )
        body += at(tube("M0 0V-20", skin, 10), 4, -8)
    elif kind == "grip":
        body = path("M-6 -11C4 -14 14 -13 18 -6C22 2 20 10 12 12C4 13 -2 12 -6 11Z", skin)
    else:  # fist
        body = circle(6, 0, 14, skin) + path("M12 -5q8 0 8 4M12 2q7 0 7 4", w=2.4)
    mirror = -1 if side < 0 else 1
    return at(f'<g transform="scale(1 {mirror})">{body}</g>', x, y, s, angle)


def fingers(x, y, angle, skin=SKIN, s=1.0, side=1):
    """Four fingers over something held in the hand."""
    out = "".join(tube(f"M{-2 + i} {-10 + i * 7}h10", skin, 7, w=2.6) for i in range(4))
    return at(out, x, y, s, angle, flip=side < 0 and abs(angle) < 1)


def arm(
    shoulder,
    target,
    upper,
    lower,
    width,
    sleeve,
    skin=SKIN,
    side=1,
    kind="fist",
    cuff=1.0,
    held="",
    held_rot=0,
    bend=None,
    hand_angle=None,
    lead=0.5,
    trim=None,
):
    """One arm, to be drawn over the torso. Returns (svg, hand position).

    `cuff` is how much of the arm the sleeve covers (1 long, .5 short); `held` is an SVG drawn in the hand around its
    grip.
    """
    e, h = elbow(shoulder, target, upper, lower, side, bend)
    angle = math.degrees(math.atan2(h[1] - e[1], h[0] - e[0]))
    wrist = (h[0] - math.cos(math.radians(angle)) * 4, h[1] - math.sin(math.radians(angle)) * 4)
    # a soft elbow: straight pieces joined by a curve
    a = (shoulder[0] + (e[0] - shoulder[0]) * 0.7, shoulder[1] + (e[1] - shoulder[1]) * 0.7)
    b = (e[0] + (wrist[0] - e[0]) * 0.3, e[1] + (wrist[1] - e[1]) * 0.3)
    start = (
        shoulder[0] + (e[0] - shoulder[0]) * width * lead / upper,
        shoulder[1] + (e[1] - shoulder[1]) * width * lead / upper,
    )

    def run(p, end):
        curve = f"L{n(a[0])} {n(a[1])}Q{n(e[0])} {n(e[1])} {n(b[0])} {n(b[1])}"
        return f"M{n(p[0])} {n(p[1])}{curve}L{n(end[0])} {n(end[1])}"

    if cuff >= 0.75:
        end = (e[0] + (wrist[0] - e[0]) * 0.82, e[1] + (wrist[1] - e[1]) * 0.82)
        skin_part = tube(f"M{n(b[0])} {n(b[1])}L{n(wrist[0])} {n(wrist[1])}", skin, width * 0.6)
        sleeve_ink, sleeve_fill = run(start, end), run(shoulder, end)
        band = f"M{n(end[0])} {n(end[1])}l{n(math.cos(math.radians(angle)))} {n(math.sin(math.radians(angle)))}"
        tip = stroke_scaled(band, trim, width, "butt") if trim else ""
    else:
        skin_part = tube(run(start, wrist), skin, width * 0.66, "butt")
        end = (shoulder[0] + (e[0] - shoulder[0]) * 0.75, shoulder[1] + (e[1] - shoulder[1]) * 0.75)
        sleeve_ink = f"M{n(start[0])} {n(start[1])}L{n(end[0])} {n(end[1])}"
        sleeve_fill, tip = f"M{n(shoulder[0])} {n(shoulder[1])}L{n(end[0])} {n(end[1])}", ""
    ink = (
        f'<path d="{sleeve_ink}" fill="none" stroke="{INK}" stroke-width="T{n(width)}+{n(LINE * 2)}" '
        'stroke-linecap="butt" '
        'stroke-linejoin="round"/>'
    )
    # the cuff's end is closed by a short ink piece a little longer than the sleeve
    ca, sa = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    if cuff < 0.75:
        a2 = math.atan2(e[1] - shoulder[1], e[0] - shoulder[0])
        ca, sa = math.cos(a2), math.sin(a2)
    half = width / 2 + 1
    close = line(end[0] - sa * half, end[1] + ca * half, end[0] + sa * half, end[1] - ca * half)
    fill = stroke_scaled(sleeve_fill, sleeve, width, "butt") + circle(shoulder[0], shoulder[1], width / 2, sleeve, None)
    k = width / 30
    turn = angle if hand_angle is None else hand_angle
    thumb = 1 if (turn % 360 < 90 or turn % 360 > 270) else -1
    palm = hand("grip" if held else kind, h[0], h[1], turn, skin, k * 1.05, thumb)
    out = skin_part + ink + fill + tip + close + palm
    if held:
        out += at(
            held, h[0] + math.cos(math.radians(turn)) * 8 * k, h[1] + math.sin(math.radians(turn)) * 8 * k, 1, held_rot
        )
        out += at(
            "".join(tube(f"M{-6} {-9 + i * 6.5}h11", skin, 6.2, w=2.4) for i in range(4)),
            h[0] + math.cos(math.radians(turn)) * 9 * k,
            h[1] + math.sin(math.radians(turn)) * 9 * k,
            k,
        )
    return out, h


def shoe(x, y, turn, colour, s=1.0):
    """A shoe whose sole is at y; points to the turn."""
    if abs(turn) < 0.2:
        body = path("M-17 0C-18 -14 -12 -22 0 -22S18 -14 17 0Z", colour) + path("M-16 -4H16", stroke=WHITE, w=3)
    else:
        body = path("M-16 0C-18 -14 -14 -22 -4 -22C6 -22 10 -14 22 -12C32 -10 34 0 32 0Z", colour) + path(
            "M-15 -4H31", stroke=WHITE, w=3
        )
    return at(body, x, y, s, flip=turn < -0.2)


def badge(x, y, s=1.0):
    """The red badge of a contact person: a tick in a seal."""
    return at(circle(0, 0, 13, SEAL, w=3) + path("M-6 0L-1 5L7 -4", stroke=WHITE, w=3.6), x, y, s)
