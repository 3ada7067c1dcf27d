"""The cast, and `person()`: one function that draws any of them in any pose. See README.md for a table of the poses."""

import math
from dataclasses import dataclass

from . import limbs, wardrobe
from .cast import CAST
from .faces import back_of_head, features, hair, hat, skull
from .palette import (
    INK,
    SKIN,
    darker,
)
from .pen import at, ellipse, path, shadow, tube

# pose: (outwards, downwards) from the shoulder in arm lengths, hand, hand angle (0 = outwards, 90 = down; None =
# along the arm)
POSES = {
    "down": (0.1, 0.94, "fist", None),
    "hip": (0.02, 0.66, "fist", 100),
    "wave": (0.5, -0.5, "open", -80),
    "up": (0.25, -0.93, "open", -90),
    "point": (0.93, -0.12, "point", None),
    "point_up": (0.42, -0.72, "point", -80),
    "point_down": (0.6, 0.6, "point", None),
    "across": (-0.95, 0.12, "point", 185),
    "chest": (-0.3, 0.4, "flat", 190),
    "hold": (0.12, 0.42, "fist", -60),
    "front": (-0.28, 0.62, "fist", 150),
    "offer": (0.72, 0.34, "open", -10),
    "shrug": (0.6, 0.2, "open", -50),
    "present": (0.8, -0.3, "open", -40),
    "thumb": (0.42, 0.12, "thumb", 0),
    "stop": (0.55, -0.12, "open", -85),
    "table": (0.1, 0.62, "flat", 120),
    "cheer": (0.5, -0.8, "fist", -80),
    "back": None,
    "none": None,
    "chin": "chin",
    "cheek": "cheek",
    "ear": "ear",
    "glasses": "glasses",
    "mouth": "mouth",
}
_HEAD_POSES = {
    "chin": (12, 46, "fist", 160),
    "cheek": (48, 22, "flat", -100),
    "ear": (52, 14, "fist", -100),
    "glasses": (46, -2, "point", 200),
    "mouth": (34, 34, "flat", 205),
}


class Figure(str):
    """The SVG of a person, knowing where the parts ended up in the scene: `head`, `mouth`, `left`, `right` (hands),
    `top`."""

    head = mouth = left = right = top = (0.0, 0.0)
    arms = ""


@dataclass(frozen=True)
class _Frame:
    """Between the scene and the leaning body: feet at x, y, scale, hip height, lean in radians."""

    x: float
    y: float
    s: float
    hy: float
    lean: float

    def out(self, px, py):
        """From the body to the scene."""
        dx, dy, c, k = px, py - self.hy, math.cos(self.lean), math.sin(self.lean)
        return self.x + self.s * (dx * c - dy * k), self.y + self.s * (self.hy + dx * k + dy * c)

    def into(self, px, py):
        """From the scene to the body."""
        dx, dy, c, k = (
            (px - self.x) / self.s,
            (py - self.y) / self.s - self.hy,
            math.cos(self.lean),
            math.sin(self.lean),
        )
        return dx * c + dy * k, self.hy - dx * k + dy * c


def _aim(pose, side, shoulder, b, turn, head_y, frame):
    """(hand's place, hand, hand angle) of a pose for one arm; None for an arm that is not seen."""
    if not isinstance(pose, str):
        if pose[0] == "at":
            return frame.into(pose[1], pose[2]), (pose[3] if len(pose) > 3 else "flat"), None
        return (shoulder[0] + pose[0], shoulder[1] + pose[1]), (pose[2] if len(pose) > 2 else "fist"), None
    spec = POSES[pose]
    if spec is None:
        return None
    if isinstance(spec, str):
        hx, hh, kind, angle = _HEAD_POSES[spec]
        target = (side * hx * b.head + turn * 10, head_y + hh * b.head)
    else:
        reach = b.upper + b.lower
        target = (shoulder[0] + side * spec[0] * reach, shoulder[1] + spec[1] * reach)
        kind, angle = spec[2], spec[3]
    if angle is not None and side < 0:
        angle = 180 - angle
    return target, kind, angle


def _upper_body(c, dress, b, sy, head_y, mood, turn, look, tilt, back, arms_seen, body):
    """Hair, shoulders, neck, torso and head, back to front."""
    hair_back, hair_front = hair(c["hair"], turn, c["col"])
    k, hx, r = b.head, turn * 5, b.arm / 2
    shoulders = "".join(
        ellipse(side * (b.sh - r), sy + r + 2, r + 2, r + 2, dress.get("yoke") or dress["top"]) for side in arms_seen
    )
    neck = tube(f"M{hx * 0.4} {head_y + 30}V{sy + 4}", SKIN, 26, "butt") + path(
        f"M{hx * 0.4 - 13} {head_y + 50 * k}q13 10 26 0v-14h-26Z", darker(SKIN, 0.14), None
    )
    if back:
        return shoulders + neck + body + at(back_of_head(c["hair"], c["col"]), hx, head_y, k, tilt)
    face = skull(turn) + features(
        mood, turn, look, c.get("glasses", False), c.get("brow", INK), c.get("lashes", False), c.get("age", 0)
    )
    head = at(face + hair_front + hat(c.get("hat"), turn), hx, head_y, k, tilt)
    behind = at(hair_back, hx, head_y, k, tilt)
    if dress.get("style") == "vest":  # the sleeves are another colour: show the armhole
        return behind + neck + body + shoulders + head
    return behind + shoulders + neck + body + head


def person(
    who,
    x,
    y,
    s=1.0,
    mood="smile",
    turn=0.0,
    l="down",  # noqa: E741
    r="down",
    hold_l="",
    hold_r="",
    rot_l=0,
    rot_r=0,
    legs="stand",
    look=None,
    tilt=0.0,
    lean=0.0,
    back=False,
    under=(),
    split=False,
    ground=True,
    wear=None,
) -> Figure:
    """Draw `who` (a key of CAST) with the feet at x, y.

    mood: see faces.MOUTHS. turn: -1 … 1, where the face and shoes point. l, r: pose of the arm on the viewer's left
    and right:
    a name in POSES, (dx, dy[, hand]) from that shoulder in body units, or ("at", X, Y[, hand]) in the scene's units.
    hold_l, hold_r: an SVG held in that hand (drawn around its grip), turned by rot_l, rot_r. legs: stand, walk, run,
    sit, none.
    look: gaze (-1…1, -1…1). tilt: of the head, lean: of the upper body, degrees. back: seen from behind. under: arms
    drawn
    behind the body, e.g. ("l",). split: leave the arms out, they are in `.arms` (to draw them over a table).
    wear: overrides of the clothes, e.g. dict(top=SEAL).
    """
    c = CAST[who]
    b, dress = wardrobe.BUILDS[c["build"]], {**c["dress"], **(wear or {})}
    hy = -b.leg * (0.62 if legs == "sit" else 1)
    sy = hy - b.torso
    head_y = sy - 52 * b.head
    look = look or (turn * 0.6, 0.0)
    frame = _Frame(x, y, s, hy, math.radians(lean))
    long_cuff = dress.get("style") not in ("tee",) or dress.get("cuff") == 1
    sleeve = dress.get("yoke") or dress["top"]

    def draw_arm(side, pose, held, held_rot):
        shoulder = (side * (b.sh - b.arm / 2), sy + b.arm * 0.5 + 2)
        aimed = _aim(pose, side, shoulder, b, turn, head_y, frame)
        if aimed is None:
            return "", shoulder
        target, kind, angle = aimed
        return limbs.arm(
            shoulder,
            target,
            b.upper,
            b.lower,
            b.arm,
            sleeve,
            SKIN,
            side,
            kind,
            1.0 if long_cuff else 0.5,
            held,
            held_rot,
            hand_angle=angle,
            trim=darker(sleeve, 0.2) if long_cuff else None,
        )

    arm_l, hand_l = draw_arm(-1, l, hold_l, rot_l)
    arm_r, hand_r = draw_arm(1, r, hold_r, rot_r)
    over = "".join(a for key, a in (("l", arm_l), ("r", arm_r)) if key not in under)
    behind = "".join(a for key, a in (("l", arm_l), ("r", arm_r)) if key in under)

    k, hx = b.head, turn * 5
    arms_seen = [side for side, pose in ((-1, l), (1, r)) if pose != "none"]
    body = wardrobe.torso(b, dress, hy, sy, turn, back)
    upper = behind + _upper_body(c, dress, b, sy, head_y, mood, turn, look, tilt, back, arms_seen, body)

    def leaning(svg):
        return f'<g transform="rotate({lean} 0 {hy})">{svg}</g>' if lean else svg

    floor = shadow(0, 0, b.hip * 1.5, 12) if ground and legs not in ("none",) else ""
    lower = wardrobe.legs(b, dress, legs, hy, turn)
    top = leaning(upper + ("" if split else over))
    lap = legs == "sit" and abs(turn) < 0.3 and not split  # knees towards the viewer: the legs lie in front
    figure = Figure(at(floor + (top + lower if lap else lower + top), x, y, s))
    figure.arms = at(leaning(over), x, y, s)
    figure.head, figure.mouth = frame.out(hx, head_y), frame.out(hx + turn * 15, head_y + 26 * k)
    figure.top = frame.out(hx, head_y - 64 * k)
    figure.left, figure.right = frame.out(*hand_l), frame.out(*hand_r)
    return figure


def bust(who, x, y, s=1.0, **pose) -> Figure:
    """A person cut at the hips, y is the lower edge: for close shots and behind tables."""
    return person(who, x, y + BUST_DROP[CAST[who]["build"]] * s, s, legs="none", ground=False, **pose)


BUST_DROP = {name: b.leg - 14 for name, b in wardrobe.BUILDS.items()}
