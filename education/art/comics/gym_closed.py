"""老街联络点 1: 健身房关门了."""

from .. import furniture as f
from .. import props as p
from .. import scenes
from ..balloons import sfx
from ..limbs import hand
from ..palette import JADE, SEAL, SKIN
from ..pen import at, line, tube
from ..people import bust, person
from .panel import Panel

BAG = p.shopping_bag("#2c4a80", 96, 60, "运动")


def sale(lines):
    s = Panel(lines, 920).add(scenes.gym(1200, 920, 640))
    s.add(at(f.treadmill(), 1080, 860, 1.2))
    c = person("coach", 360, 880, 1.25, "happy", 0.5, r="present", l="hip")
    d = person(
        "father", 800, 890, 1.25, "thinking", -0.5, r=(-24, 110, "flat"), l=(-30, 44), hold_l=p.paper_sheet("合同")
    )
    return s.add(c, d).say(0, 400, 230, c, width=420).say(1, 880, 240, d, width=400)


def shut(lines):
    shops = (
        {"sign": "面馆", "colour": SEAL},
        {"sign": "健身房", "colour": JADE, "shut": True, "notice": "暂停营业内部装修"},
        {"sign": "理发", "colour": "#2c4a80"},
    )
    s = Panel(lines, 940).add(scenes.street(1200, 940, 660, shops, trees=False), at(f.tree(560), 40, 760))
    d = person("father", 960, 900, 1.25, "surprised", -0.5, l="cheek", r="down", hold_r=BAG)
    x = person("xiaomin", 470, 890, 1.35, "thinking", 0.4, r=(40, -60, "point"), l="down", look=(0.6, -1))
    return s.add(x, d, sfx("咣当", 110, 560, 76, -10)).tell(0).say(1, 945, 215, d, "shout", 300)


def tea(lines):
    s = Panel(lines, 940).add(scenes.contact_point(1200, 940, 640))
    li = person(
        "liaison",
        330,
        860,
        1.2,
        "smile",
        0.4,
        r=(90, 60),
        hold_r=at(p.thermos(), 10, 40, 0.8, 50),
        l="down",
        split=True,
    )
    d = person(
        "father",
        800,
        900,
        1.35,
        "worried",
        -0.5,
        l=("at", 690, 640, "flat"),
        r=("at", 800, 640, "flat"),
        legs="sit",
        ground=False,
        split=True,
    )
    x = person(
        "xiaomin",
        1050,
        890,
        1.3,
        mood="worried",
        turn=-0.5,
        l=("at", 970, 700, "flat"),
        r=("at", 1090, 700, "flat"),
        split=True,
    )
    s.add(
        at(f.chair(), 790, 905, 1.4),
        li,
        d,
        x,
        at(f.table(640, 150), 780, 900, 1.2),
        at(p.cup(), 560, 704, 1.1),
        li.arms,
        d.arms,
        x.arms,
        at(p.card(), 830, 690, 0.9, -8),
    )
    return s.say(0, 340, 250, li, width=440).say(1, 830, 330, d, width=440)


def count(lines):
    s = Panel(lines, 1000).add(
        scenes.wash(1200, 1000, "ochre", "plain"),
        *(line(0, y, 1200, y, stroke="#ecd49c", w=4) for y in range(90, 1000, 130)),
    )
    s.add(
        at(p.paper_sheet("健身合同", 250, 330), 250, 560, 1, -7),
        at(p.phone("pay", 150, 290), 520, 620, 1, 6),
        at(p.card("健身卡", JADE, 230, 146), 420, 690, 1, -10),
    )
    s.add(at(p.calculator(), 820, 600, 3.4, 4))
    s.add(
        tube("M1240 820Q1120 760 960 640", "#e2a52b", 110, "butt"), tube("M1090 740Q1020 700 950 632", SKIN, 66, "butt")
    )
    s.add(at(hand("point", 0, 0, 215, SKIN, 3.2, -1), 950, 625))
    return s.say(0, 560, 160, tip=(1120, 620), width=760).tell(1, kind="law", low=True)


def phone_call(lines):
    s = Panel(lines, 1000).add(scenes.contact_point(1200, 1000, 640, board=False))
    x = person("xiaomin", 930, 850, 1.3, "worried", -0.5, l="front", r="front")
    d = person("father", 740, 850, 1.25, "worried", -0.5, l="chest", r="down")
    li = bust("liaison", 360, 900, 1.9, mood="determined", turn=0.3, r="ear", hold_r=p.phone("back", 40, 76), l="hip")
    return s.add(d, x, li).say(0, 830, 215, li, width=520).tell(1, kind="law", low=True)


def sign(lines):
    s = Panel(lines, 920).add(scenes.contact_point(1200, 920, 600))
    li = person("liaison", 600, 780, 1.25, "smile", 0.0, l="offer", r="offer", ground=False)
    o = person(
        "coach",
        270,
        880,
        1.35,
        "worried",
        0.5,
        l=("at", 250, 660, "flat"),
        r=("at", 430, 660, "fist"),
        legs="sit",
        ground=False,
        split=True,
    )
    d = person(
        "father",
        940,
        880,
        1.35,
        "smile",
        -0.5,
        l=("at", 800, 660, "flat"),
        r=("at", 950, 660, "flat"),
        legs="sit",
        ground=False,
        split=True,
    )
    s.add(
        li,
        o,
        d,
        at(f.table(860, 170, cloth=JADE), 600, 900, 1.15),
        at(p.paper_sheet("调解协议", 150, 84), 470, 682, 1),
        at(line(0, 0, 30, -66, w=11, stroke=SEAL), 448, 660),
        o.arms,
        d.arms,
    )
    return s.say(0, 270, 200, o, width=380).say(1, 920, 260, d, width=380)


def park(lines):
    s = Panel(lines, 940).add(scenes.park(1200, 940, 560))
    g = person("grandma", 190, 700, 1.0, "relieved", 0.4, l=(-50, 10, "open"), r=(66, -10, "open"))
    x = person("xiaomin", 860, 820, 1.45, "laugh", -0.5, l="wave", r=(40, 40), legs="run")
    d = person(
        "father",
        460,
        840,
        1.35,
        "worried",
        0.6,
        l=(-40, 50),
        r=(50, 20),
        legs="run",
        lean=10,
        wear={"style": "tee", "top": JADE},
    )
    s.add(g, d, x, at(p.cat(flip=True), 1080, 800, 1.0), sfx("呼哧", 640, 470, 56, -12))
    return s.say(0, 800, 210, x, width=420).tell(1, low=True)


PANELS = (sale, shut, tea, count, phone_call, sign, park)
