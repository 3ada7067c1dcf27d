"""小敏的零花钱 1: 一整箱盲盒."""

from .. import furniture as f
from .. import props as p
from .. import scenes
from ..balloons import mark
from ..glyphs import text
from ..palette import CARD, GOLD, INDIGO, JADE, PINK, PLUM, SEAL, WHITE, darker
from ..pen import at, path, rays, rect
from ..people import bust, person
from .panel import Panel

HIDDEN = "#f08aa5"


def envelope(size=1.0, empty=False):
    """A red New Year's envelope, grip at its middle."""
    out = (
        rect(-26, -40, 52, 74, SEAL, 4)
        + path("M-26 -40L0 -14L26 -40", darker(SEAL))
        + text(0, 20, "福", 26, GOLD, "serif")
    )
    return at(out + (path("M-26 -40L0 -66L26 -40", "#c9473c") if empty else ""), s=size)


def case(w=240, h=150):
    """The whole case of blind boxes, standing on y = 0."""
    boxes = "".join(
        at(p.blind_box(44, 58, c), -w / 2 + 30 + i * 45, -h + 40)
        for i, c in enumerate((PLUM, GOLD, SEAL, JADE, INDIGO))
    )
    return boxes + rect(-w / 2, -h + 20, w, h - 20, CARD, 3) + text(0, -h * 0.32, "整箱 12 个", 38, PLUM, "serif")


def shop(lines):
    s = Panel(lines, 920).add(scenes.toy_shop(1200, 920, 690))
    s.add(
        person("girl", 170, 860, 1.3, "happy", 0.5, r="point", l="down"),
        person("boy", 1010, 870, 1.35, "surprised", -0.4, l="cheek", r="down"),
    )
    s.add(at(rays(0, -50, 80, 116, 14, GOLD, 7) + p.toy(HIDDEN, 1.7), 690, 320))
    x = person("xiaomin_school", 520, 880, 1.5, "happy", 0.5, r=(50, -70, "point"), l="chest", look=(0.7, -1))
    return s.add(x).tell(0).say(1, 300, 290, x, "shout", 380)


def counter(lines):
    s = Panel(lines, 900).add(scenes.toy_shop(1200, 900, 700))
    k = person("shopwoman", 790, 840, 1.35, "happy", -0.5, l=("at", 650, 540, "flat"), r="offer", split=True)
    s.add(k, at(f.counter(760, 250, PINK, WHITE), 800, 900), at(case(), 620, 640, 1.15), k.arms)
    x = person(
        "xiaomin_school", 260, 880, 1.5, "thinking", 0.6, l="down", r="hold", hold_r=envelope(1.1), look=(0.9, -0.5)
    )
    return s.add(x).say(0, 560, 130, k, width=420).say(1, 240, 300, x, "think", 380)


def opened(lines):
    s = Panel(lines, 920).add(scenes.bedroom(1200, 920, 600))
    for i, c in enumerate((PLUM, GOLD, SEAL, JADE, INDIGO, PLUM, SEAL, GOLD)):
        s.add(at(p.blind_box(84, 100, c), 760 + (i % 4) * 104 - (i // 4) * 40, 720 + (i // 4) * 120))
    x = person(
        "xiaomin",
        440,
        880,
        1.65,
        "sad",
        0.3,
        r=(56, -10),
        hold_r=at(p.toy("#a9cfe0", 0.9), 0, 24),
        l=(-26, 70),
        hold_l=at(p.blind_box(60, 70, PLUM, True), 0, 30),
    )
    s.add(at(p.blind_box(84, 100, JADE), 220, 880), x)
    return s.say(0, 250, 160, x, width=300).say(1, 790, 190, x, width=440)


def confess(lines):
    s = Panel(lines, 920).add(
        scenes.room(1200, 920, 660, "#dfe6f3", "#cbb28c", "leaves"),
        rect(120, 120, 380, 560, "#b98a58"),
        rect(160, 160, 300, 520, "#f7e8c6"),
    )
    m = person("mother", 330, 860, 1.4, "surprised", 0.5, l="hip", r="offer")
    x = person("xiaomin", 740, 880, 1.45, "shy", -0.4, l=(-64, 30), hold_l=envelope(1.1, True), r="back", tilt=-8)
    s.add(m, x)
    for i, c in enumerate((SEAL, PLUM, GOLD, JADE, INDIGO)):
        s.add(at(p.blind_box(84, 100, c), 930 + (i % 2) * 96 + (48 if i == 4 else 0), 880 - (i // 2) * 102))
    return s.say(0, 390, 130, m, width=460).say(1, 860, 320, x, width=420)


def rule(lines):
    s = Panel(lines, 1000).add(scenes.kitchen(1200, 1000, 560))
    m = bust(
        "mother",
        340,
        800,
        1.6,
        mood="explain",
        turn=0.4,
        l=("at", 330, 700, "flat"),
        r=("at", 500, 690, "flat"),
        split=True,
    )
    x = bust("xiaomin", 820, 800, 1.65, mood="sad", turn=-0.4, l="cheek", r="cheek", split=True)
    s.add(
        m,
        x,
        scenes.desk_front(1200, 1000, 0.72),
        at(p.open_book(230, 120, WHITE), 450, 748),
        at(p.cup(), 660, 770, 1.1),
        at(p.blind_box(76, 92, PLUM), 1030, 780),
        m.arms,
        x.arms,
    )
    return s.say(0, 430, 150, m, width=620).tell(1, kind="law", low=True)


def refund(lines):
    s = Panel(lines, 940).add(scenes.toy_shop(1200, 940, 700))
    k = person(
        "shopwoman",
        930,
        850,
        1.3,
        "smile",
        -0.5,
        l=("at", 690, 560, "fist"),
        hold_l=p.banknotes(4),
        r="down",
        split=True,
    )
    s.add(k, at(f.counter(600, 250, PINK, WHITE), 930, 920))
    for i, c in enumerate((PLUM, GOLD, SEAL, JADE, INDIGO, PLUM)):
        s.add(at(p.blind_box(66, 80, c), 800 + i * 72, 660))
    s.add(k.arms, person("mother", 130, 890, 1.35, "smile", 0.5, r="down", l="down"))
    li = person("liaison", 330, 900, 1.35, "explain", 0.4, r="thumb", l="down")
    x = person("xiaomin", 540, 915, 1.35, "happy", 0.5, r=(70, -20, "open"), l="chest")
    s.add(li, x)
    return s.say(0, 760, 120, k, width=560).say(1, 300, 245, li, width=440)


def swap(lines):
    s = Panel(lines, 960).add(scenes.park(1200, 960, 610))
    b = person("boy", 350, 860, 1.5, "laugh", 0.5, r=(84, 10), hold_r=at(p.toy(GOLD, 1.0), 0, 26), l="cheer")
    x = person(
        "xiaomin_school", 800, 860, 1.5, "laugh", -0.5, l=(-84, 10), hold_l=at(p.toy("#a9cfe0", 1.0), 0, 26), r="hip"
    )
    s.add(b, x, at(mark("tick", 0, 0, 80, JADE), 575, 470))
    return s.say(0, 320, 190, b, width=420).say(1, 860, 220, x, width=460).tell(2, low=True)


PANELS = (shop, counter, opened, confess, rule, refund, swap)
