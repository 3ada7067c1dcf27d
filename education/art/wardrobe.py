"""Clothes and body builds: torso, collar, legs. All drawn around the figure's feet (0, 0), y upwards negative."""

from dataclasses import dataclass
from itertools import count

from .glyphs import text
from .limbs import badge, shoe
from .palette import GOLD, INDIGO, INK, SEAL, SKIN, WHITE, darker, lighter
from .pen import circle, clip, line, n, path, rect, tube

_clip = count()


@dataclass(frozen=True)
class Build:
    """Sizes in units: feet to hip, hip to shoulder, half shoulder and hip widths, arm bones, limb widths, head
    scale."""

    leg: float
    torso: float
    sh: float
    hip: float
    upper: float
    lower: float
    arm: float
    thigh: float
    head: float = 1.0


BUILDS = {
    "man": Build(168, 142, 60, 46, 78, 76, 34, 40),
    "woman": Build(160, 132, 50, 46, 72, 70, 30, 36),
    "elder": Build(118, 132, 54, 56, 70, 66, 33, 38),
    "elder_man": Build(140, 136, 56, 52, 74, 70, 33, 38),
    "child": Build(88, 94, 38, 40, 50, 48, 26, 30, 0.95),
    "small": Build(64, 76, 32, 34, 42, 40, 23, 27, 0.88),
    "teen": Build(142, 120, 47, 42, 66, 64, 28, 33, 0.96),
}


def outline(b: Build, hy: float, sy: float) -> str:
    """Path of the torso from the neck to the hips."""
    w, h = b.sh, b.hip
    return (
        f"M-15 {n(sy - 8)}C-24 {n(sy - 2)} {n(-w)} {n(sy - 4)} {n(-w)} {n(sy + b.arm * 0.7)}C{n(-w + 1)} "
        f"{n(sy + 60)} {n(-h - 3)} "
        f"{n(hy - 40)} {n(-h)} {n(hy + 14)}Q0 {n(hy + 24)} {n(h)} {n(hy + 14)}C{n(h + 3)} {n(hy - 40)} {n(w - 1)} "
        f"{n(sy + 60)} {n(w)} "
        f"{n(sy + b.arm * 0.7)}C{n(w)} {n(sy - 4)} 24 {n(sy - 2)} 15 {n(sy - 8)}Q0 {n(sy + 6)} -15 {n(sy - 8)}Z"
    )


def _pattern(kind, b, hy, sy, colour):
    """Print of the cloth, drawn inside the torso."""
    out = []
    if kind == "flowers":
        for row, y in enumerate(range(int(sy) + 14, int(hy) + 20, 30)):
            for x in range(-78 + row % 2 * 18, 80, 36):
                out += [
                    circle(x + dx, y + dy, 4.2, lighter(colour, 0.55), None)
                    for dx, dy in ((-4, 0), (4, 0), (0, -4), (0, 4))
                ]
                out.append(circle(x, y, 2.4, GOLD, None))
    elif kind == "stripes":
        out = [rect(-90, y, 180, 11, lighter(colour, 0.55), stroke=None) for y in range(int(sy) + 22, int(hy) + 30, 28)]
    elif kind == "check":
        out = [rect(-90, y, 180, 7, darker(colour, 0.22), stroke=None) for y in range(int(sy) + 12, int(hy) + 30, 26)]
        out += [rect(x, sy - 10, 7, hy - sy + 50, darker(colour, 0.22), stroke=None) for x in range(-68, 80, 26)]
    elif kind == "dots":
        out = [
            circle(x + (r % 2) * 11, y, 3.4, lighter(colour, 0.65), None)
            for r, y in enumerate(range(int(sy) + 12, int(hy) + 20, 20))
            for x in range(-78, 80, 22)
        ]
    return "".join(out)


def _neckline(b, sy, depth=12):
    return path(f"M-15 {n(sy - 10)}Q0 {n(sy + depth)} 15 {n(sy - 10)}Z", SKIN, None) + path(
        f"M-16 {n(sy - 8)}Q0 {n(sy + depth + 2)} 16 {n(sy - 8)}"
    )


def _collar(sy, colour, dx=0, open_=24):
    return path(
        f"M-17 {n(sy - 11)}L-27 {n(sy + 10)}L{n(dx - 7)} {n(sy + open_)}L{n(dx)} {n(sy + 10)}L{n(dx + 7)} "
        f"{n(sy + open_)}"
        f"L27 {n(sy + 10)}L17 {n(sy - 11)}Q{n(dx)} {n(sy + 14)} -17 {n(sy - 11)}Z",
        colour,
    )


def _over(b, dress, hy, sy, dx, back):
    """What is worn over the shirt: vest, apron or overall."""
    style, over, out = dress.get("style"), dress.get("over"), ""
    if not over:
        return out
    if style == "vest":
        v = (
            f"M-90 {n(sy - 20)}H-16L{n(dx)} {n(sy + 62)}L16 {n(sy - 20)}H90V{n(hy + 40)}H-90Z"
            if not back
            else f"M-90 {n(sy - 20)}H90V{n(hy + 40)}H-90Z"
        )
        out += path(v, over) + path(
            f"M{n(b.sh)} {n(sy)}V{n(hy + 30)}H{n(b.hip * 0.6)}Q{n(b.hip * 0.85)} {n((sy + hy) / 2)} "
            f"{n(b.sh * 0.74)} {n(sy + 30)}Z",
            darker(over, 0.2),
            None,
        )
        if not back:
            out += line(dx, sy + 62, dx, hy + 30) + rect(-90, hy - 26, 180, 9, GOLD, lw=3)
    else:
        out += path(
            f"M-30 {n(sy + 34)}H30L{n(b.hip - 2)} {n(sy + 78)}V{n(hy + 30)}H{n(-b.hip + 2)}V{n(sy + 78)}Z", over
        )
        out += line(-30, sy + 34, -34, sy - 10, w=6, stroke=darker(over)) + line(
            30, sy + 34, 34, sy - 10, w=6, stroke=darker(over)
        )
        out += path(f"M-20 {n(hy - 36)}h40v20q-20 14 -40 0Z", darker(over, 0.1), w=3)
    return out


def _front(b, dress, hy, sy, dx):
    """Collar, buttons, lapels: the details in front, by style."""
    top, style, front = dress["top"], dress.get("style", "tee"), []
    if style in ("shirt", "apron", "vest", "overall", "uniform"):
        front += [_neckline(b, sy, 14), _collar(sy, dress.get("collar", lighter(top, 0.25)), dx)]
        if style in ("shirt", "uniform"):
            front.append(line(dx, sy + 26, dx, hy + 18, w=3))
        if style == "shirt":
            front += [circle(dx + 6, y, 2.6, INK, None) for y in range(int(sy) + 40, int(hy), 30)]
    elif style == "tang":  # stand collar and knot buttons
        front += [
            path(
                f"M-18 {n(sy - 14)}Q0 {n(sy + 4)} 18 {n(sy - 14)}L19 {n(sy)}Q{n(dx)} {n(sy + 18)} -19 {n(sy)}Z",
                darker(top, 0.25),
            ),
            line(dx, sy + 10, dx, hy + 18, w=3),
        ]
        front += [
            line(dx - 9, y, dx + 9, y, stroke=GOLD, w=5) + circle(dx, y, 3.6, GOLD, w=2)
            for y in range(int(sy) + 26, int(hy), 32)
        ]
    elif style in ("suit", "coat"):
        shirt = dress.get("shirt", WHITE)
        front += [
            path(f"M-17 {n(sy - 10)}L{n(dx)} {n(sy + 78)}L17 {n(sy - 10)}Q0 {n(sy + 6)} -17 {n(sy - 10)}Z", shirt),
            _collar(sy, shirt, dx, 20),
        ]
        if dress.get("tie"):
            front.append(path(f"M{n(dx - 6)} {n(sy + 12)}h12l5 44l-11 14l-11 -14Z", dress["tie"], w=3))
        front += [
            path(f"M-18 {n(sy - 8)}L-34 {n(sy + 26)}L-24 {n(sy + 34)}L{n(dx)} {n(sy + 82)}", darker(top, 0.1)),
            path(f"M18 {n(sy - 8)}L34 {n(sy + 26)}L24 {n(sy + 34)}L{n(dx)} {n(sy + 82)}", darker(top, 0.1)),
            line(dx, sy + 82, dx, hy + 18, w=3),
        ]
        if style == "coat":
            front.append(path(f"M22 {n(sy + 74)}h24v22h-24Z", w=3) + line(34, sy + 66, 34, sy + 80, stroke=SEAL, w=5))
    else:
        front.append(_neckline(b, sy))
    return front


def torso(b: Build, dress: dict, hy: float, sy: float, turn: float, back=False) -> str:
    """The upper garment with its collar and details."""
    top, dx = dress["top"], turn * 10
    body = outline(b, hy, sy)
    shade = path(
        f"M{n(b.sh)} {n(sy)}V{n(hy + 30)}H{n(b.hip * 0.55)}Q{n(b.hip * 0.8)} {n((sy + hy) / 2)} {n(b.sh * 0.72)} "
        f"{n(sy + 30)}Z",
        darker(top, 0.13),
        None,
    )
    inner = path(body, top, None) + shade + _pattern(dress.get("print"), b, hy, sy, top)
    inner += _over(b, dress, hy, sy, dx, back)
    if dress.get("yoke"):
        inner += path(f"M-90 {n(sy - 20)}H90V{n(sy + 34)}L{n(dx)} {n(sy + 52)}L-90 {n(sy + 34)}Z", dress["yoke"])
    out = clip(inner, f'<path d="{body}"/>', f"t{next(_clip)}") + path(body)
    if back:
        if dress.get("back"):
            out += text(0, sy + 62, dress["back"], 24, WHITE)
        return out
    front = _front(b, dress, hy, sy, dx)
    if dress.get("stripe"):
        front.append(line(-b.sh + 4, sy + 40, b.sh - 4, sy + 40, stroke=dress["stripe"], w=9))
    if dress.get("scarf"):  # the pupils' red scarf
        front.append(
            path(
                f"M-22 {n(sy - 8)}Q0 {n(sy + 18)} 22 {n(sy - 8)}L{n(dx + 7)} {n(sy + 22)}L{n(dx + 17)} "
                f"{n(sy + 58)}L{n(dx + 2)} {n(sy + 44)}"
                f"L{n(dx - 13)} {n(sy + 58)}L{n(dx - 6)} {n(sy + 22)}Z",
                SEAL,
            )
        )
    if dress.get("badge"):
        front.append(badge(-b.sh * 0.52, sy + 56, 1))
    return out + "".join(front)


def legs(b: Build, dress: dict, kind: str, hy: float, turn: float) -> str:
    """Hips, legs and shoes. `kind`: stand, walk, run, sit (hip at hy, feet on 0), none."""
    colour, shoes = dress.get("bottom", INDIGO), dress.get("shoes", INK)
    skirt, w = dress.get("skirt"), b.thigh
    leg_colour = SKIN if skirt == "short" else colour
    x = b.hip * 0.5
    if kind == "none":
        return ""
    side = -1 if turn < 0 else 1
    if kind == "stand":
        feet = [(-x - 3, -2, turn), (x + 3, -2, turn)]
        paths = [f"M{n(-x)} {n(hy)}L{n(-x - 2)} -18", f"M{n(x)} {n(hy)}L{n(x + 2)} -18"]
    elif kind in ("walk", "run"):
        far = 0.42 if kind == "walk" else 0.7
        reach = b.leg * far
        paths = [
            f"M{n(-x * side * 0.6)} {n(hy)}Q{n(-side * 8)} {n(hy * 0.5)} {n(-side * reach)} "
            f"{n(-26 if kind == 'walk' else -46)}",
            f"M{n(x * side * 0.6)} {n(hy)}Q{n(side * reach * 0.8)} {n(hy * 0.55)} {n(side * reach * 0.8)} -18",
        ]
        feet = [(-side * reach, -6 if kind == "walk" else -30, side), (side * reach * 0.8 + side * 2, -2, side)]
    elif kind == "sit":
        if abs(turn) < 0.3:
            paths = [
                f"M{n(-x)} {n(hy)}L{n(-x - 12)} {n(hy + 34)}L{n(-x - 10)} -18",
                f"M{n(x)} {n(hy)}L{n(x + 12)} {n(hy + 34)}L{n(x + 10)} -18",
            ]
            feet = [(-x - 10, -2, 0), (x + 10, -2, 0)]
        else:
            knee = side * b.leg * 0.56
            paths = [
                f"M{n(-x * side * 0.3)} {n(hy)}L{n(knee + side * 8)} {n(hy + 4)}L{n(knee + side * 12)} -18",
                f"M{n(x * side * 0.3)} {n(hy + 6)}L{n(knee - side * 12)} {n(hy + 12)}L{n(knee - side * 10)} -18",
            ]
            feet = [(knee + side * 12, -2, side), (knee - side * 10, -2, side)]
    if kind == "sit" and abs(turn) >= 0.3:
        seat = (
            f"M{n(-b.hip)} {n(hy - 12)}Q{n(-b.hip - 2)} {n(hy + w * 0.5)} 0 {n(hy + w * 0.62)}"
            f"H{n(b.hip * 0.6)}V{n(hy - 12)}Z"
        )
    elif kind in ("walk", "run"):
        seat = (
            f"M{n(-b.hip + 2)} {n(hy - 12)}H{n(b.hip - 2)}L{n(x * 0.6 + w / 2 - 4)} {n(hy + 34)}"
            f"H{n(-x * 0.6 - w / 2 + 4)}Z"
        )
    else:
        seat = f"M{n(-b.hip + 1)} {n(hy - 12)}H{n(b.hip - 1)}L{n(x + w / 2)} {n(hy + 30)}H{n(-x - w / 2)}Z"
    out = path(seat, leg_colour)
    for d, (fx, fy, ft) in zip(paths, feet, strict=True):
        out += tube(d, leg_colour, w * (0.62 if skirt == "short" else 1), "butt") + shoe(fx, fy, ft, shoes, w / 36)
    hips = path(seat, leg_colour, None)
    if skirt:
        drop = (46 if skirt == "short" else 84) * b.leg / 150
        flare = b.hip + (16 if skirt == "short" else 24)
        hips = (
            path(
                f"M{n(-b.hip)} {n(hy - 16)}H{n(b.hip)}L{n(flare)} {n(hy + drop)}Q0 {n(hy + drop + 14)} "
                f"{n(-flare)} {n(hy + drop)}Z",
                dress.get("bottom", INDIGO),
            )
            + line(-b.hip * 0.3, hy + 20, -b.hip * 0.4, hy + drop, w=2.6)
            + line(b.hip * 0.3, hy + 20, b.hip * 0.4, hy + drop, w=2.6)
        )
    return out + hips
