"""Heads: hair styles and expressions. A head is drawn around 0, 0 with a radius of about 50; `t` is the turn, -1 (to
the
viewer's left) to 1 (right)."""

from .palette import BLUSH, GOLD, HAIR, INK, JADE, SEAL, SKIN, WHITE, darker
from .pen import at, circle, ellipse, line, n, path, rect

MOUTHS = {
    "smile": "M-13 22Q0 34 13 22",
    "happy": "open",
    "laugh": "open-big",
    "neutral": "M-9 26H9",
    "worried": "M-11 29Q0 20 11 29",
    "sad": "M-12 31Q0 19 12 31",
    "surprised": "o",
    "angry": "M-12 30Q-4 22 2 26T13 28",
    "thinking": "M-7 27Q2 23 11 26",
    "talk": "talk",
    "shout": "shout",
    "sly": "M-12 24Q4 34 15 18",
    "shy": "M-7 25Q0 31 7 25",
    "relieved": "M-12 22Q0 33 12 22",
    "determined": "M-10 25Q2 28 12 22",
    "cry": "M-13 33Q0 18 13 33",
    "explain": "talk",
}
BROWS = {  # left brow as (outer height, inner height); the right one is its mirror
    "worried": (-17, -25),
    "sad": (-16, -25),
    "cry": (-15, -25),
    "angry": (-26, -16),
    "surprised": (-27, -29),
    "thinking": (-23, -20),
    "determined": (-24, -18),
    "shout": (-26, -19),
    "sly": (-20, -21),
}


def _eye(x, mood, look, shrink):
    """One eye; `look` is (dx, dy) of the gaze."""
    if mood in ("laugh", "relieved"):
        return path(f"M{n(x - 8)} -2Q{n(x)} -13 {n(x + 8)} -2", w=4.5)
    if mood == "shy":
        return path(f"M{n(x - 7)} -6Q{n(x)} 2 {n(x + 7)} -6", w=4)
    x, y = x + look[0] * 3, -5 + look[1] * 3
    if mood in ("surprised", "shout"):
        return circle(x - look[0] * 2, y, 9, WHITE, w=3) + circle(x, y, 4.5, INK, None)
    eye = ellipse(x, y, 5 * shrink, 6, INK, None)
    return eye + circle(x + 1.6, y - 2.2, 1.6, WHITE, None)


def _mouth(mood, dx):
    m = MOUTHS[mood]
    if m == "o":
        return ellipse(dx, 27, 7, 9.5, "#7a2a20", w=3)
    if m == "talk":
        return path(
            f"M{n(dx - 10)} 21Q{n(dx)} 24 {n(dx + 11)} 20Q{n(dx + 6)} 35 {n(dx - 2)} 34Q{n(dx - 9)} 32 "
            f"{n(dx - 10)} 21Z",
            "#7a2a20",
            w=3,
        )
    if m in ("open", "open-big", "shout"):
        w, h = {"open": (13, 14), "open-big": (16, 19), "shout": (14, 18)}[m]
        if m == "shout":
            return ellipse(dx, 28, 11, 13, "#7a2a20", w=3) + ellipse(dx, 35, 6, 4, TONGUE, None)
        body = path(
            f"M{n(dx - w)} 20Q{n(dx)} 24 {n(dx + w)} 20Q{n(dx + w - 2)} {20 + h} {n(dx)} {20 + h}Q{n(dx - w + 2)} "
            f"{20 + h} {n(dx - w)} 20Z",
            "#7a2a20",
            w=3,
        )
        return body + ellipse(dx, 20 + h - 5, w * 0.5, 4, TONGUE, None)
    return at(path(m, w=4), dx)


TONGUE = "#dd7a66"


def _feelings(mood, left, right):
    """Sweat, tears and the sign of anger."""
    out = []
    if mood in ("worried", "cry"):
        out.append(path("M45 -40q-8 12 0 16q9 -3 0 -16Z", "#a9cfe0", w=2.6))
    if mood == "cry":
        out += [
            path(f"M{n(left)} 4q-7 12 0 15q7 -3 0 -15Z", "#a9cfe0", w=2.4),
            path(f"M{n(right)} 4q-7 12 0 15q7 -3 0 -15Z", "#a9cfe0", w=2.4),
        ]
    if mood == "angry":
        out.append(
            at(path("M0 -8q2 6 8 6M0 8q2 -6 8 -6M-4 -8q-2 6 -8 6M-4 8q-2 -6 -8 -6", stroke=SEAL, w=3.4), 40, -46)
        )
    return "".join(out)


def features(mood, t, look=(0, 0), glasses=False, brow=INK, lashes=False, age=0, cheeks=True):
    """Eyes, brows, nose, mouth and cheeks."""
    dx, shrink = t * 15, 1 - 0.1 * abs(t)
    gap = 19 * (1 - 0.12 * abs(t))
    left, right = dx - gap, dx + gap
    out = []
    if cheeks:
        out += [
            ellipse(dx - gap - 11, 13, 9, 6, BLUSH, None, extra='opacity="0.6"'),
            ellipse(dx + gap + 11, 13, 9, 6, BLUSH, None, extra='opacity="0.6"'),
        ]
    if age > 1:  # laughter lines and forehead
        out += [
            path(f"M{n(left - 14)} 2q-4 3 -5 7", w=2.2),
            path(f"M{n(right + 14)} 2q4 3 5 7", w=2.2),
            path(f"M{n(dx - 18)} 14q-3 5 0 9", w=2.2),
            path(f"M{n(dx + 18)} 14q3 5 0 9", w=2.2),
        ]
    if glasses:  # the lenses lie under the eyes, the frame over them
        out += [circle(x, -4, 15, WHITE, None, extra='fill-opacity="0.35"') for x in (left, right)]
    out += [_eye(left, mood, look, shrink), _eye(right, mood, look, shrink)]
    if lashes and mood not in ("laugh", "relieved", "shy", "worried", "sad", "cry"):
        out += [path(f"M{n(left - 5)} -8l-4 -2", w=2.4), path(f"M{n(right + 5)} -8l4 -2", w=2.4)]
    outer, inner = BROWS.get(mood, (-20, -22))
    lift = -5 if mood == "thinking" else 0
    out += [
        path(f"M{n(left - 9)} {outer}Q{n(left)} {n((outer + inner) / 2 - 3)} {n(left + 8)} {inner}", stroke=brow, w=4),
        path(
            f"M{n(right + 9)} {outer + lift}Q{n(right)} {n((outer + inner) / 2 - 3 + lift)} {n(right - 8)} "
            f"{inner + lift}",
            stroke=brow,
            w=4,
        ),
    ]
    out.append(path(f"M{n(dx + t * 4 - 2)} 6q{n(5 if t >= 0 else -5)} 4 0 6", w=2.8))
    out.append(_mouth(mood, dx * 1.05))
    if glasses:
        g = "#5b3a22" if glasses is True else glasses
        out += [
            circle(left, -4, 15, None, g, 3.4),
            circle(right, -4, 15, None, g, 3.4),
            path(f"M{n(left + 15)} -6Q{n(dx)} -11 {n(right - 15)} -6", stroke=g, w=3.4),
        ]
        if t < 0.7:
            out.append(line(left - 15, -6, -48, -10, stroke=g, w=3))
        if t > -0.7:
            out.append(line(right + 15, -6, 48, -10, stroke=g, w=3))
    out.append(_feelings(mood, left, right))
    return "".join(out)


def skull(t, skin=SKIN):
    """Ears and the face itself."""
    ears = ""
    if t < 0.75:
        ears += ellipse(-49 + t * 3, 4, 9, 11, skin)
    if t > -0.75:
        ears += ellipse(49 + t * 3, 4, 9, 11, skin)
    return ears + path("M-50 -4C-50 -36 -28 -53 0 -53S50 -36 50 -4C50 30 28 53 0 53S-50 30 -50 -4Z", skin)


def _cap(t, col, low=6, part=0.0, rise=-32, top=-62):
    """Hair over the top of the head down to the temples; `part` shifts the parting, `rise` is the hairline's height."""
    p = part + t * 14
    return path(
        f"M-52 {low}C-60 -38 -36 {top} 0 {top}S60 -38 52 {low}C49 -12 38 -24 {n(p)} {rise}C-38 -24 -49 -12 -52 {low}Z",
        col,
    )


def hair(style, t, col):
    """(behind the head, in front of it) for one of the hair styles."""
    shine = darker(col, 0.25) if col != HAIR else "#56483d"
    if style == "bun":
        back = circle(-t * 8, -68, 22, col) + path(f"M{n(-t * 8 - 12)} -72q12 -9 24 2", stroke=shine, w=2.6)
        pin = at(line(-26, 4, 26, -8, stroke=SEAL, w=5) + circle(27, -8, 5, GOLD, w=2.6), -t * 8, -68)
        return back + pin, _cap(t, col, 8) + path(
            f"M{n(t * 14)} -34Q{n(t * 14 - 22)} -50 -34 -34", stroke=shine, w=2.6
        ) + path(f"M{n(t * 14)} -34Q{n(t * 14 + 22)} -50 36 -34", stroke=shine, w=2.6)
    if style == "ponytails":
        tails = "".join(
            at(
                path("M0 -6C20 -8 34 12 32 38C31 56 24 68 18 74C10 60 -2 40 -6 18Z", col)
                + path("M8 6q14 18 12 46", stroke=shine, w=2.6),
                x,
                2,
                flip=x < 0,
            )
            + circle(x, 0, 9, SEAL)
            for x in (-50, 50)
        )
        bangs = path(
            f"M-52 6C-58 -38 -36 -62 0 -62S58 -38 52 6C49 -10 46 -20 40 -26Q{n(22 + t * 10)} -22 {n(6 + t * 10)} -34Q"
            f"{n(-14 + t * 10)} -22 -40 -25C-46 -20 -50 -8 -52 6Z",
            col,
        )
        return tails, bangs + path(f"M{n(t * 8)} -60Q{n(t * 10 + 3)} -44 {n(6 + t * 10)} -36", stroke=shine, w=2.6)
    if style == "bob":
        back = path("M-56 -10C-62 -50 -30 -66 0 -66S62 -50 56 -10L60 46Q40 60 30 44L-30 44Q-40 60 -60 46Z", col)
        front = path(
            f"M-54 14C-60 -38 -36 -62 0 -62S60 -38 54 14C50 -8 44 -16 36 -22Q{n(8 + t * 10)} -22 {n(-12 + t * 10)} -38Q"
            f"-30 -20 -44 -14C-50 -4 -52 4 -54 14Z",
            col,
        )
        return back, front + path("M-30 -44q16 -12 34 -12", stroke=shine, w=2.6)
    if style == "long":
        back = path("M-54 -10C-62 -52 -30 -66 0 -66S62 -52 54 -10Q66 50 52 96Q0 112 -52 96Q-66 50 -54 -10Z", col)
        return back, _cap(t, col, 20, part=-12)
    if style == "tied":  # low ponytail to the side away from the turn
        side = -1 if t > 0 else 1
        tail = at(path("M0 0C22 2 34 30 24 66C12 60 -2 40 -8 22Z", col), side * 46, 14, flip=side < 0)
        return tail, _cap(t, col, 8, part=-14, rise=-36)
    if style == "curly":
        back = "".join(circle(x, y, r, col) for x, y, r in ((-48, 14, 17), (48, 14, 17), (-56, -8, 19), (56, -8, 19)))
        front = "".join(
            circle(x, y, r, col)
            for x, y, r in ((-48, -32, 20), (48, -32, 20), (-26, -50, 21), (26, -50, 21), (0, -56, 22))
        )
        return back, front + path("M-44 -22C-30 -46 30 -46 44 -22L40 -46Q0 -70 -40 -46Z", col, None) + "".join(
            path(f"M{x} {y}q8 -8 14 2", stroke=shine, w=2.6)
            for x, y in ((-52, -34), (-30, -54), (-4, -60), (22, -54), (42, -34))
        )
    if style == "bald":  # an old man: white sides, bare top
        side = "".join(at(path("M0 -20C14 -18 16 6 8 20C-2 18 -8 6 -8 -6Z", col), x, -2, flip=x < 0) for x in (-47, 47))
        return "", side + path("M-14 -46q14 -6 30 0", stroke=SKIN_LINE, w=2.6)
    if style == "slick":
        return "", path(
            "M-51 2C-58 -40 -34 -64 4 -64S60 -36 51 2C48 -14 44 -22 36 -28C10 -26 -14 -30 -30 -42C-34 -26 -46 "
            "-18 -51 2Z",
            col,
        ) + path("M-20 -50q28 14 58 8M-8 -58q24 10 44 6", stroke=shine, w=2.6)
    if style == "crop":  # boys
        return "", path(
            "M-51 0C-58 -40 -34 -64 0 -64S58 -40 51 0C49 -12 46 -18 42 -22L30 -16L22 -28L8 -18L-4 -30L-18 -18L-28 -28"
            "L-42 -18C-46 -14 -49 -8 -51 0Z",
            col,
        )
    return "", path(
        f"M-51 0C-58 -40 -34 -63 0 -63S58 -40 51 0C48 -14 44 -20 36 -26Q{n(16 + t * 8)} -18 {n(-10 + t * 8)} -32"
        "Q-26 -20 "
        "-40 -18C-46 -12 -49 -6 -51 0Z",
        col,
    ) + path("M-8 -56q18 0 32 10", stroke=shine, w=2.6)


SKIN_LINE = "#d9a47c"


def hat(kind, t):
    """A cap over the hair, or nothing."""
    if kind == "cap":
        return path("M-53 -14C-54 -46 -32 -68 0 -68S54 -46 53 -14Q0 -32 -53 -14Z", JADE) + path(
            f"M{n(-44 + t * 26)} -20Q{n(t * 40)} -40 {n(44 + t * 26)} -20Q{n(52 + t * 40)} -6 {n(46 + t * 34)} -4"
            f"Q{n(t * 30)} -20 "
            f"{n(-46 + t * 20)} -6Q-52 -10 {n(-44 + t * 26)} -20Z",
            darker(JADE, 0.2),
        )
    if kind == "courier":
        return path("M-53 -14C-54 -46 -32 -68 0 -68S54 -46 53 -14Q0 -32 -53 -14Z", GOLD) + path(
            f"M{n(-44 + t * 26)} -20Q{n(t * 40)} -40 {n(44 + t * 26)} -20Q{n(52 + t * 40)} -6 {n(46 + t * 34)} -4"
            f"Q{n(t * 30)} -20 "
            f"{n(-46 + t * 20)} -6Q-52 -10 {n(-44 + t * 26)} -20Z",
            darker(GOLD, 0.2),
        )
    if kind == "nurse":
        return (
            path("M-40 -42Q0 -58 40 -42L34 -70Q0 -82 -34 -70Z", WHITE)
            + rect(-3, -70, 6, 18, SEAL, stroke=None)
            + rect(-9, -64, 18, 6, SEAL, stroke=None)
        )
    return ""


def back_of_head(style, col):
    """A head seen from behind."""
    body = path("M-50 -4C-50 -36 -28 -53 0 -53S50 -36 50 -4C50 30 28 53 0 53S-50 30 -50 -4Z", SKIN)
    ears = ellipse(-50, 6, 8, 11, SKIN) + ellipse(50, 6, 8, 11, SKIN)
    if style == "bald":
        return ears + body + path("M-50 4C-46 30 -26 44 0 44S46 30 50 4C40 10 20 14 0 14S-40 10 -50 4Z", col)
    low = 66 if style == "bob" else 34
    out = ears + body + path(f"M-53 4C-60 -40 -34 -64 0 -64S60 -40 53 4Q54 {low} 0 {low + 6}Q-54 {low} -53 4Z", col)
    if style == "bun":
        out += circle(0, -40, 24, col) + path("M-12 -44q12 -9 24 2", w=2.6) + line(-28, -34, 28, -46, stroke=SEAL, w=5)
    if style == "ponytails":
        back, _ = hair("ponytails", 0, col)
        out = back + out + line(0, -62, 0, 38, stroke=SKIN, w=4)
    if style in ("curly",):
        out = "".join(
            circle(x, y, 20, col)
            for x, y in (
                (-46, -22),
                (46, -22),
                (-50, 10),
                (50, 10),
                (-26, -50),
                (26, -50),
                (0, -58),
                (-30, 32),
                (30, 32),
                (0, 40),
            )
        ) + path("M-46 -20Q0 -70 46 -20Q56 20 20 40H-20Q-56 20 -46 -20Z", col, None)
    if style in ("tied", "long"):
        out += path("M-14 10Q0 0 14 10Q24 60 4 96Q-22 60 -14 10Z", col) + rect(-14, 6, 28, 10, SEAL, 4)
    return out
