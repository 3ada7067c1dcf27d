"""小敏的零花钱 2: 三千元的游戏皮肤. 乐乐 is drawn as boy_casual, his mother as young_woman."""

from .. import furniture as f
from .. import props as p
from .. import scenes
from ..balloons import mark, sfx
from ..glyphs import text
from ..limbs import hand
from ..palette import GOLD, INDIGO, JADE, PLUM, SEAL, SKIN, WHITE
from ..pen import at, circle, line, path, rays, rect, tube
from ..people import bust, person
from .panel import Panel


def night(lines):
    s = Panel(lines, 920).add(scenes.living_room(1200, 920, 640, night=True, sofa=False))
    s.add(at(f.lamp(430), 190, 740), at(f.sofa(470, PLUM), 470, 750, 1.15))
    b = person(
        "boy_casual",
        480,
        850,
        1.6,
        "laugh",
        0.2,
        l=(30, 70),
        r=(-30, 74),
        hold_r=p.phone("game"),
        legs="sit",
        ground=False,
        look=(0.1, 1),
    )
    s.add(
        b,
        rays(b.right[0] - 4, b.right[1] - 40, 84, 120, 14, GOLD, 6),
        at(p.cat(mood="sleep"), 900, 850, 1.2, flip=True),
    )
    return s.tell(0).say(1, 800, 330, b, "shout", 420)


def success(lines):
    s = Panel(lines, 960).add(scenes.wash(1200, 960, "indigo", "burst"))
    chest = (
        rect(-120, -40, 240, 130, "#9c7440", 10)
        + path("M-120 -40Q-120 -130 0 -130T120 -40Z", "#c9a46a")
        + rect(-26, -60, 52, 60, GOLD, 6)
        + circle(0, -34, 9, "#211c17", None)
    )
    content = (
        rays(0, -90, 170, 215, 16, GOLD, 8)
        + at(chest, 0, -60)
        + rect(-160, 90, 320, 76, SEAL, 38)
        + text(0, 143, "充值 648", 44, WHITE)
    )
    content += "".join(
        text(-150, 220 + i * 56, t, 38, INDIGO, anchor="start")
        + text(150, 220 + i * 56, "-648", 38, SEAL, anchor="end")
        for i, t in enumerate(("第 4 笔", "第 5 笔"))
    )
    s.add(at(f.screen_phone(460, 880, "#fff6df", content), 420, 510, 1, -5))
    for x, y, r in ((120, 220, 40), (70, 480, 34), (150, 780, 44), (690, 330, 30), (730, 700, 46), (640, 890, 36)):
        s.add(at(p.coin(r), x, y, 1, x % 40 - 20))
    s.add(tube("M700 1040Q640 960 560 820", SKIN, 86, "butt"), at(hand("thumb", 0, 0, 235, SKIN, 4.0, -1), 560, 800))
    x = bust("xiaomin", 980, 990, 1.6, mood="shout", turn=-0.6, l="cheek", r="cheek")
    return s.add(x).say(0, 900, 150, tip=(650, 240), kind="phone", width=420).say(1, 930, 400, x, "shout", 340)


def morning(lines):
    s = Panel(lines, 920).add(scenes.living_room(1200, 920, 640, sofa=False))
    g = person(
        "grandma", 300, 880, 1.45, "surprised", 0.5, r=(36, 20), hold_r=p.phone("pay"), l="cheek", look=(0.9, 0.2)
    )
    b = person("boy_casual", 720, 880, 1.5, "cry", -0.3, l="back", r="back", tilt=6)
    x = person("xiaomin", 960, 890, 1.45, "worried", -0.5, l=("at", 800, 590, "flat"), r="down")
    return s.add(g, b, x).say(0, 330, 150, g, width=420).say(1, 760, 320, b, width=420)


def evidence(lines):
    s = Panel(lines, 940).add(scenes.kitchen(1200, 940, 560))
    d = bust(
        "father",
        330,
        720,
        1.35,
        mood="determined",
        turn=0.4,
        l=("at", 250, 690, "flat"),
        r=("at", 470, 680, "flat"),
        split=True,
    )
    x = bust(
        "xiaomin",
        680,
        720,
        1.45,
        mood="determined",
        turn=-0.3,
        l=("at", 610, 690, "flat"),
        r=("at", 740, 700, "fist"),
        split=True,
        look=(0, 1),
    )
    b = bust("boy_casual", 990, 720, 1.45, mood="sad", turn=-0.5, l="glasses", r=("at", 1040, 700, "flat"), split=True)
    s.add(
        d,
        x,
        b,
        scenes.desk_front(1200, 940, 0.72),
        d.arms,
        at(p.phone("pay"), 520, 790, 1.2, 10),
        at(p.paper_sheet("订单", stamp=False), 160, 790, 1, -8),
    )
    s.add(at(p.open_book(200, 110), 690, 748), at(line(0, 0, 34, -70, w=12, stroke=SEAL), 738, 706), x.arms, b.arms)
    return s.say(0, 420, 150, d, width=520).tell(1, low=True)


def guardian(lines):
    s = Panel(lines, 1000).add(scenes.living_room(1200, 1000, 600, sofa=False))
    m = person("young_woman", 360, 870, 1.5, "determined", 0.3, r="ear", hold_r=p.phone("back", 40, 76), l="hip")
    x = person(
        "xiaomin",
        700,
        880,
        1.45,
        "determined",
        -0.3,
        l="up",
        r="down",
        hold_l=at(
            rect(-74, -110, 148, 120, WHITE, 2) + text(0, -62, "监护人", 34) + text(0, -18, "申请", 34, SEAL), 0, 0
        ),
    )
    b = person("boy_casual", 980, 880, 1.45, "shy", -0.5, l="front", r="front")
    s.add(m, b, x)
    return s.say(0, 420, 130, m, width=480).tell(1, kind="law", low=True)


def upload(lines):
    s = Panel(lines, 920).add(scenes.study_desk(1200, 920))
    g = bust("grandma", 230, 800, 1.5, mood="smile", turn=0.5, r="chest", l="down", look=(0.8, 0.4))
    x = bust("xiaomin", 900, 760, 1.5, mood="determined", turn=-0.5, l="point", r="hip")
    d = bust(
        "father",
        560,
        790,
        1.5,
        mood="relieved",
        turn=-0.1,
        l=("at", 500, 735, "flat"),
        r=("at", 660, 735, "flat"),
        split=True,
    )
    s.add(
        g,
        x,
        d,
        scenes.desk_front(1200, 920, 0.78),
        at(f.laptop(back=True, w=230), 420, 800, 1),
        d.arms,
        at(mark("tick", 0, 0, 70, JADE), 372, 560),
        at(p.cup(), 930, 790, 1.1),
    )
    return s.say(0, 420, 130, tip=(400, 520), kind="phone", width=480).say(1, 900, 260, x, width=380)


def dishes(lines):
    s = Panel(lines, 940).add(scenes.kitchen(1200, 940, 640))
    b = person(
        "boy_casual",
        380,
        890,
        1.6,
        "happy",
        0.4,
        l=(36, 56),
        r=(20, 50),
        wear={"style": "apron", "over": SEAL, "top": "#7fae7c"},
        split=True,
    )
    g = person("grandma", 860, 900, 1.45, "sly", -0.4, l=(-20, 40), hold_l=p.phone("ok"), r=(-30, 50, "point"))
    x = person("xiaomin", 1080, 900, 1.3, "laugh", -0.5, l="mouth", r="down")
    sink = rect(-190, -40, 380, 170, "#c7d6dc", 8) + rect(-214, -52, 428, 26, WHITE, 4)
    bubbles = "".join(
        circle(dx, -62 - dy, r, WHITE, w=3)
        for dx, dy, r in (
            (-120, 0, 34),
            (-70, 14, 40),
            (-10, 2, 36),
            (50, 16, 42),
            (110, 0, 34),
            (-40, 60, 18),
            (84, 70, 14),
        )
    )
    plate = circle(0, 0, 62, WHITE) + circle(0, 0, 40, "none", INDIGO, 4)
    s.add(
        b,
        at(plate, 490, 700),
        b.arms,
        at(sink, 430, 830),
        at(bubbles, 430, 820),
        x,
        g,
        sfx("哗啦啦", 180, 650, 64, -10),
    )
    return s.say(0, 370, 150, b, width=420).say(1, 880, 246, g, width=420)


PANELS = (night, success, morning, evidence, guardian, upload, dishes)
