"""老街联络点 3: 洗衣机里的硬币."""

from .. import furniture as f
from .. import props as p
from .. import scenes
from ..balloons import sfx
from ..glyphs import text
from ..limbs import hand
from ..palette import GOLD, INDIGO, JADE, SAND, SEAL, SKIN, STEEL, STEEL_DARK, WHITE
from ..pen import at, circle, ellipse, line, path, rays, rect, tube
from ..people import person
from .panel import Panel


def toolbox():
    """A repairman's toolbox, grip at its handle."""
    return path("M-24 12V-4H24V12", w=7) + rect(-52, 10, 104, 54, SEAL, 6) + rect(-52, 28, 104, 8, GOLD, lw=3)


def flat(w, h, floor):
    return (
        scenes.room(w, h, floor, "#e8efe6", SAND, "tiles")
        + at(f.window(220, 200, "lane", "#e2a52b", "wr"), 220, 260)
        + at(f.picture("word", 110, 110), 1090, 250)
    )


def leak(lines):
    s = Panel(lines, 940).add(flat(1200, 940, 640))
    s.add(
        ellipse(720, 830, 430, 74, "#a9cfe0"),
        ellipse(720, 830, 340, 50, "#c4dfea", None),
        at(f.washer(True), 820, 830, 1.75),
    )
    s.add(at(f.stool(), 1080, 820, 1.3), at(p.cat(), 1080, 722, 1.15, flip=True))
    g = person("grandpa", 360, 890, 1.45, "surprised", 0.5, l="shrug", r="shrug")
    return s.add(g, sfx("咕噜噜", 640, 880, 60, -4)).tell(0).say(1, 520, 210, g, "shout", 420)


def quote(lines):
    s = Panel(lines, 920).add(flat(1200, 920, 640))
    s.add(at(f.washer(True), 1010, 830, 1.65))
    r = person("repairman", 690, 880, 1.35, "sly", -0.4, l="point_up", r="down", hold_r=at(toolbox(), 0, 10))
    g = person("grandpa", 290, 890, 1.4, "surprised", 0.5, l="cheek", r="cheek")
    return s.add(r, g).say(0, 660, 150, r, width=480).say(1, 270, 250, g, width=360)


def three(lines):
    s = Panel(lines, 920).add(flat(1200, 920, 640))
    g = person("grandpa", 900, 880, 1.15, "smile", -0.4, l="thumb", r="hip")
    r = person("repairman", 270, 880, 1.3, "worried", 0.5, r="cheek", l="down", hold_l=at(toolbox(), 0, 10))
    x = person("xiaomin", 600, 890, 1.45, "explain", -0.3, l="point_up", r="hip")
    return s.add(r, g, x).say(0, 540, 170, x, width=620).say(1, 900, 292, g, width=420)


def coin(lines):
    s = Panel(lines, 940).add(rect(0, 0, 1200, 940, "#f6f4ee", stroke=None), rect(-20, 700, 1240, 260, SAND))
    s.add(
        rect(60, -40, 1080, 760, WHITE, 30),
        circle(420, 40, 330, STEEL),
        circle(420, 40, 260, "#8fb0c8"),
        path("M230 120Q420 240 610 110", "#c4dbe8"),
    )
    s.add(rect(700, 440, 330, 220, STEEL_DARK, 12), circle(865, 550, 84, "#4d4a46"), circle(865, 550, 62, "#2f2c29"))
    s.add(path("M800 600Q780 700 640 720Q400 760 300 820Q600 860 900 800Q1000 740 930 600Z", "#a9cfe0"))
    s.add(
        tube("M1240 1000Q1140 880 1040 760", INDIGO, 130, "butt"),
        tube("M1110 850Q1050 780 1000 720", SKIN, 84, "butt"),
        at(
            circle(0, 0, 90, STEEL) + circle(0, 0, 60, "#bdbab2") + rect(-12, -70, 24, 140, STEEL_DARK, 8),
            900,
            650,
            1,
            20,
        ),
    )
    s.add(at(hand("grip", 0, 0, 215, SKIN, 4.0, -1), 985, 712))
    s.add(
        at(rays(0, 0, 70, 110, 14, GOLD, 8) + p.coin(50) + text(0, 18, "1", 50, "#8a5a00"), 600, 690),
        at(
            path("M-40 -50H-4V0Q30 0 50 22Q54 44 30 44H-20Q-40 40 -40 10Z", SEAL)
            + line(-40, -34, -4, -34, stroke=WHITE, w=7),
            430,
            770,
            1.1,
            -14,
        ),
    )
    s.add(sfx("当啷！", 330, 620, 100, -10))
    return s.say(0, 740, 150, tip=(1180, 470), width=480).say(1, 240, 330, tip=(40, 480), kind="shout", width=320)


def fair(lines):
    s = Panel(lines, 1000).add(flat(1200, 1000, 640))
    s.add(at(f.washer(), 1020, 820, 1.55), sfx("嗡嗡嗡", 1020, 480, 60, -6))
    li = person("liaison", 320, 860, 1.35, "explain", 0.5, r="stop", l="hip")
    r = person("repairman", 700, 860, 1.3, "shy", -0.4, l="down", r="down", hold_r=at(toolbox(), 0, 10), tilt=-6)
    return s.add(li, r).say(0, 420, 160, li, width=520).tell(1, kind="law", low=True)


def bill(lines):
    s = Panel(lines, 1000).add(flat(1200, 1000, 640))
    notice = (
        rect(-120, -90, 240, 180, WHITE, 3)
        + rect(-120, -90, 240, 52, JADE, 3)
        + text(0, -52, "先报价", 36, WHITE, "serif")
        + text(0, 8, "再动手", 38)
        + text(0, 62, "12315", 38, SEAL)
    )
    s.add(at(notice, 850, 270))
    r = person(
        "repairman",
        270,
        850,
        1.35,
        "smile",
        0.5,
        r=(96, 30),
        hold_r=p.paper_sheet("维修单", 84, 100),
        l="down",
        hold_l=at(toolbox(), 0, 10),
    )
    g = person("grandpa", 600, 850, 1.35, "smile", -0.5, l=(-60, 66, "open"), r="down", split=True)
    li = person("liaison", 1060, 860, 1.3, "explain", -0.3, r="down", l=("at", 940, 400, "point"))
    return s.add(li, r, g, g.arms).say(0, 330, 160, r, width=480).tell(1, kind="law", low=True)


def found(lines):
    s = Panel(lines, 960).add(scenes.lane(1200, 960, 620))
    coat = (
        path("M-90 0H90L130 70L86 96L76 70V220H-76V70L-86 96L-130 70Z", SEAL)
        + line(0, 0, 0, 220)
        + "".join(circle(0, y, 6, GOLD, w=3) for y in (50, 110, 170))
        + path("M-76 60H76M-76 120H76M-76 180H76", stroke="#8c1b14", w=3)
    )
    s.add(at(path("M-300 0H320", w=7), 820, 250), at(coat, 860, 250, 1.05))
    g = person(
        "grandpa",
        380,
        870,
        1.5,
        "laugh",
        0.3,
        r=(50, -90),
        hold_r=at(p.coin(22) + rays(0, 0, 32, 48, 10, GOLD, 5), 0, -14),
        l="hip",
    )
    x = person("xiaomin", 800, 870, 1.45, "laugh", -0.5, l=(-16, 66), r=(10, 70), split=True)
    s.add(g, x, at(p.cat(mood="sleep"), 800, 780, 1.0), x.arms)
    return s.say(0, 300, 150, g, width=420).tell(1, low=True)


PANELS = (leak, quote, three, coin, fair, bill, found)
