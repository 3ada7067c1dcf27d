"""奶奶的手机 2: 领鸡蛋的讲座."""

from .. import furniture as f
from .. import props as p
from .. import scenes
from ..balloons import mark, sfx
from ..glyphs import text
from ..palette import GLASS, GREY_TEXT, INK, PLUM, SEAL, WHITE, lighter
from ..pen import at, circle, clip, line, rect
from ..people import bust, person
from .panel import Panel


def lane(lines):
    s = Panel(lines, 920).add(scenes.lane(1200, 920, 640))
    a = person("aunt", 830, 880, 1.45, "happy", -0.5, l="wave", r=(-26, 66), hold_r=at(p.eggs(6), -20, 24), legs="walk")
    g = person(
        "grandma", 360, 890, 1.45, "surprised", 0.5, l="down", r="stop", hold_l=p.shopping_bag("#4c8a5b", veg=True)
    )
    s.add(at(p.cat(mood="sleep"), 1090, 860, 1.1), g, a, scenes.foreground_leaves(1200, 920))
    return s.tell(0).say(1, 560, 290, a, "shout", 460)


def hall(lines):
    s = Panel(lines, 900).add(scenes.lecture_hall(1200, 900, 560))
    e = person("expert", 330, 640, 1.15, "shout", 0.4, l="cheer", r="present", ground=False)
    s.add(e, scenes.crowd(1200, 900, 760, 8, 4))
    return s.say(0, 660, 620, tip=(412, 205), width=560)


def pitch(lines):
    s = Panel(lines, 900).add(scenes.lecture_hall(1200, 900, 620, screen="仅此一天"))
    b = bust(
        "salesman",
        400,
        920,
        1.75,
        mood="sly",
        turn=0.6,
        r=(86, 66),
        hold_r=at(p.bottle("神药", w=60, h=110), 0, 26),
        l="present",
        lean=10,
    )
    g = bust("grandma", 870, 930, 1.8, mood="thinking", turn=-0.5, l="chin", r="down", look=(-0.8, 0.2))
    s.add(b, g)
    return s.say(0, 300, 210, b, width=360).say(1, 910, 250, g, "think", 400)


def small_print(lines):
    s = Panel(lines, 900).add(scenes.wash(1200, 900, "plum", "dots"))
    box = rect(-300, -220, 600, 440, PLUM, 8) + rect(-262, -180, 524, 360, WHITE, 6)
    box += text(0, -116, "保健食品", 54, PLUM, "serif", spacing=8)
    box += "".join(line(-220, y, w, y, stroke=GREY_TEXT, w=7) for y, w in ((-76, 200), (-46, 130), (140, 40)))
    s.add(at(box, 740, 400, 1, 4))
    glass = clip(
        rect(-220, -220, 440, 440, lighter(GLASS, 0.5), stroke=None)
        + text(0, -22, "本品不能", 66, SEAL)
        + text(0, 68, "代替药物", 66, SEAL),
        circle(0, 0, 186),
        "lens",
    )
    g = bust(
        "grandma", 250, 930, 1.95, mood="determined", turn=0.7, r=("at", 560, 700, "fist"), l="glasses", look=(1, 0.1)
    )
    s.add(
        g,
        at(line(0, 0, -150, 160, w=44) + line(0, 0, -146, 156, stroke="#9c7440", w=28), 620, 580),
        at(glass + circle(0, 0, 186, "none", INK, 16), 740, 450),
    )
    s.add(at(circle(0, 0, 26, "#f2c9a5") + circle(20, 26, 24, "#f2c9a5"), 545, 672))
    return s.say(0, 300, 120, g, width=480).tell(1, 560, 0, 620, low=True)


def question(lines):
    s = Panel(lines, 920).add(scenes.lecture_hall(1200, 920, 540))
    e = person("expert", 930, 610, 1.1, "worried", -0.6, l="stop", r="cheek", ground=False)
    s.add(e, scenes.crowd(1200, 920, 760, 7, 9))
    g = bust(
        "grandma",
        400,
        940,
        1.9,
        mood="talk",
        turn=0.6,
        r="up",
        l="hip",
        hold_r=at(p.medicine_box("保健食品", w=120, h=80), 0, 20),
        look=(1, -0.4),
    )
    s.add(g, at(scenes.crowd(1300, 940, 860, 4, 2), 560, 0))
    return s.say(0, 250, 190, g, width=380).say(1, 930, 66, e, "whisper", 420)


def liaison(lines):
    s = Panel(lines, 960).add(scenes.lecture_hall(1200, 960, 600, screen="退场"))
    a = person("aunt", 960, 760, 1.2, "surprised", -0.6, l="cheek", r="cheek")
    b = person("salesman", 720, 730, 1.15, "worried", 0.6, l=(40, 70), r=(-10, 80), legs="walk")
    s.add(b, at(p.parcel(130, 100, open_=True), 740, 660, 1), a)
    li = person("liaison", 340, 800, 1.35, "explain", 0.5, r="point", l="hip")
    s.add(li)
    return s.say(0, 560, 160, li, width=520).tell(1, kind="law", low=True)


def boiled(lines):
    s = Panel(lines, 920).add(scenes.kitchen(1200, 920, 620))
    a = person("aunt", 880, 840, 1.3, "laugh", -0.5, l="mouth", r="down", ground=False, legs="sit")
    s.add(at(f.chair(), 890, 850, 1.25), a)
    g = person("grandma", 630, 860, 1.4, "happy", -0.3, l=(6, 92), r=(-50, 86), split=True)
    x = person("xiaomin", 320, 880, 1.35, "happy", 0.5, l="cheer", r=(70, 30, "open"), split=True)
    bowl = at(
        "".join(at(p.vegetable("egg"), dx, -28 - dy) for dx, dy in ((-28, 0), (28, 0), (0, 8)))
        + at(circle(0, 0, 1, WHITE), 0, 0),
        0,
        0,
    )
    dish = (
        bowl
        + '<path d="M-66 -44H66Q60 10 0 10T-66 -44Z" fill="#fffdf8" stroke="#211c17" stroke-width="4"/>'
        + line(-60, -22, 60, -22, stroke=SEAL, w=7)
    )
    s.add(
        g,
        x,
        g.arms,
        at(f.table(760, 120, cloth="#dcebe4"), 560, 930),
        at(dish, 500, 800, 1.1),
        at(p.cup(), 780, 796),
        x.arms,
        sfx("香！", 440, 690, 60, -6),
    )
    s.add(mark("tick", 1110, 150, 90, "#1c6457"))
    return s.say(0, 300, 250, x, width=460).say(1, 800, 150, g, width=600)


PANELS = (lane, hall, pitch, small_print, question, liaison, boiled)
