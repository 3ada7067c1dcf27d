"""老街联络点 2: 过期五天的牛奶."""

from .. import furniture as f
from .. import props as p
from .. import scenes
from ..balloons import mark, sfx
from ..glyphs import text
from ..palette import GOLD, JADE, SEAL, WHITE
from ..pen import at, path, rays, rect
from ..people import bust, person
from .panel import Panel


def special(lines):
    s = Panel(lines, 940).add(scenes.supermarket(1200, 940, 640, "今日特价", far=True))
    k = person("shopkeeper", 940, 830, 1.25, "happy", -0.5, l="present", r="hip")
    s.add(k, at(f.table(330, 130, cloth=SEAL), 690, 850, 1.15))
    for i in range(4):
        s.add(at(p.milk(), 585 + i * 68, 692, 1))
    g = person(
        "grandma", 330, 900, 1.45, "happy", 0.5, r=(84, -6), hold_r=at(p.milk(), 0, 34), l="glasses", look=(0.9, 0)
    )
    return s.add(g).tell(0).say(1, 560, 300, g, width=400)


def date(lines):
    s = Panel(lines, 940).add(scenes.kitchen(1200, 940, 580))
    x = bust(
        "xiaomin",
        330,
        760,
        1.7,
        mood="shout",
        turn=0.5,
        r=(60, -40),
        hold_r=at(p.milk(date="11.20"), 0, 40, 1.3),
        l=(40, 6, "point"),
        look=(0.8, -0.2),
    )
    g = bust(
        "grandma", 850, 760, 1.55, mood="surprised", turn=-0.5, l="glasses", r=("at", 940, 690, "flat"), split=True
    )
    s.add(
        x,
        g,
        scenes.desk_front(1200, 940, 0.76),
        at(p.cup(steam=False), 700, 770, 1.3),
        g.arms,
        at(p.cat(), 1110, 730, 1.0, flip=True),
    )
    return s.say(0, 320, 150, x, "shout", 420).say(1, 860, 210, g, width=400)


def evidence(lines):
    s = Panel(lines, 940).add(scenes.kitchen(1200, 940, 560))
    x = bust("xiaomin", 300, 740, 1.6, mood="determined", turn=0.6, r=(86, -4), hold_r=p.phone("back"), l=(20, 60))
    g = bust(
        "grandma",
        900,
        760,
        1.5,
        mood="angry",
        turn=0.3,
        r=("at", 1040, 690, "flat"),
        l=("at", 850, 700, "flat"),
        split=True,
    )
    s.add(
        x,
        g,
        scenes.desk_front(1200, 940, 0.76),
        at(p.milk(date="11.20"), 620, 790, 1.5),
        at(p.receipt(84, 116, "12.00"), 720, 770, 1.1, 6),
    )
    s.add(
        at(rays(0, 0, 60, 96, 10, GOLD, 6), 470, 560),
        sfx("咔嚓", 500, 470, 64, -8),
        at(p.cat(mood="sit"), 1090, 800, 1.25, flip=True),
        g.arms,
    )
    return s.say(0, 340, 160, x, width=520).say(1, 900, 250, g, width=400)


def shrug(lines):
    s = Panel(lines, 920).add(scenes.supermarket(1200, 920, 640, far=True))
    k = person("shopkeeper", 780, 850, 1.35, "neutral", -0.5, l=("at", 640, 600, "flat"), r="shrug", split=True)
    s.add(
        k,
        at(f.counter(640, 230, label="收银台"), 840, 920),
        at(p.milk(), 620, 690, 1.05),
        at(p.milk(), 690, 690, 1.05),
        k.arms,
    )
    g = person("grandma", 290, 900, 1.5, "angry", 0.5, r=(100, 40), hold_r=p.receipt(70, 100), l="hip")
    return s.add(g).say(0, 770, 160, k, width=460).say(1, 280, 245, g, width=400)


def sums(lines):
    s = Panel(lines, 1000).add(scenes.contact_point(1200, 1000, 620, board=False))
    s.add(at(f.board(540, 220, "12 × 10 = 120", ("不足 1000 元", "按 1000 元"), size=50, sub=40), 730, 360))
    li = person("liaison", 340, 850, 1.3, "explain", 0.5, r=("at", 470, 470, "point"), l="hip")
    g = person("grandma", 880, 900, 1.02, "surprised", -0.4, l="chest", r="down", legs="stand")
    x = person("xiaomin", 1060, 900, 1.05, "happy", -0.5, l="cheer", r="down")
    return s.add(li, g, x).say(0, 520, 130, li, width=700).tell(1, kind="law", low=True)


def apology(lines):
    s = Panel(lines, 1000).add(scenes.supermarket(1200, 1000, 620, far=True))
    k = person(
        "shopkeeper",
        840,
        840,
        1.3,
        "sad",
        -0.4,
        l=("at", 700, 640, "flat"),
        r=("at", 880, 640, "flat"),
        lean=-8,
        split=True,
    )
    s.add(
        k,
        at(f.counter(620, 200, label="收银台"), 860, 900),
        at(p.milk(date="11.20"), 980, 700, 1),
        at(p.receipt(64, 90), 1070, 680, 1, 8),
        k.arms,
    )
    li = person("liaison", 200, 880, 1.3, "smile", 0.5, r="down", l="down", hold_r=p.notebook("调解", JADE))
    g = person("grandma", 440, 890, 1.35, "determined", 0.5, r="offer", l="hip")
    return s.add(li, g).say(0, 760, 160, k, width=480).tell(1, kind="law", low=True)


def four(lines):
    s = Panel(lines, 940).add(scenes.supermarket(1200, 940, 640, far=True))
    sign = rect(-210, -54, 420, 108, JADE, 6) + rect(-200, -44, 400, 88, "none", 4, WHITE, 3)
    s.add(path("M480 75V130M720 75V130"), at(sign + text(0, 20, "每天查日期", 56, WHITE, "serif", spacing=6), 600, 180))
    k = person("shopkeeper", 330, 890, 1.15, "happy", 0.4, r=(20, 50), hold_r=p.notebook("查验本", SEAL), l="thumb")
    g = person(
        "grandma",
        850,
        900,
        1.32,
        "laugh",
        -0.4,
        l=(-30, -6),
        hold_l=at(p.magnifier(40), 0, 20),
        r=(50, 30),
        hold_r=at(p.milk(date="12.08"), 0, 36),
    )
    s.add(k, g, at(mark("tick", 0, 0, 80, JADE), 600, 400))
    return s.say(0, 290, 300, k, width=440).say(1, 900, 305, g, width=440)


PANELS = (special, date, evidence, shrug, sums, apology, four)
