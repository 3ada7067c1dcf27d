"""小敏的零花钱 3: 拆开看过，还能退吗."""

from .. import furniture as f
from .. import props as p
from .. import scenes
from ..balloons import mark, sfx
from ..palette import GOLD, GREY_TEXT, INK, JADE, PLUM, SEAL, STEEL, WHITE, lighter
from ..pen import at, line, path, rays, rect
from ..people import bust, person
from .panel import Panel


def satchel(colour=PLUM, tag=True):
    """A school bag around its handle (0, 0)."""
    out = (
        path("M-22 16C-22 -12 22 -12 22 16", w=7)
        + rect(-56, 14, 112, 120, colour, 26)
        + rect(-42, 76, 84, 48, lighter(colour, 0.2), 12)
        + line(-42, 92, 42, 92, w=3)
    )
    out += path("M-56 54Q0 84 56 54", None) + rect(-9, 60, 18, 18, GOLD, 4, lw=3)
    return out + (
        line(40, 26, 70, 60, w=2.6)
        + at(rect(-14, 0, 28, 42, WHITE, 3, lw=3) + line(-6, 14, 6, 14, stroke=SEAL, w=4), 70, 58, 1, 12)
        if tag
        else ""
    )


def delivery(lines):
    s = Panel(lines, 920).add(scenes.lane(1200, 920, 640))
    c = person("courier", 820, 890, 1.4, "happy", -0.5, l=(-80, 40), hold_l=at(p.parcel(150, 110), 0, 40), r="wave")
    x = person("xiaomin", 450, 890, 1.45, "laugh", 0.5, l="cheer", r=(72, -6, "open"))
    g = person("grandma", 190, 880, 1.35, "smile", 0.5, l="down", r="front")
    s.add(g, c, x, scenes.foreground_leaves(1200, 920, "right"))
    return s.say(0, 740, 250, c, "shout", 420).tell(1, low=True)


def unboxing(lines):
    s = Panel(lines, 900).add(scenes.bedroom(1200, 900, 600))
    x = person(
        "xiaomin", 600, 880, 1.7, "surprised", 0.3, r=(60, -64), hold_r=at(satchel(), 0, 0, 1.0), l=(-40, 40, "open")
    )
    s.add(at(p.parcel(230, 150, open_=True), 330, 880, 1.2), x, at(mark("?!", 0, 0, 110), 1010, 480))
    return s.say(0, 470, 150, x, width=480)


def chat(lines):
    s = Panel(lines, 960).add(scenes.wash(1200, 960, "jade", "dots"))
    content = rect(-200, -400, 400, 70, JADE, 0, None)
    for y, w, mine in ((-300, 230, False), (-190, 190, True), (-80, 270, False), (60, 220, True), (190, 250, False)):
        content += rect(-190 if not mine else 190 - w, y, w, 78, STEEL if not mine else "#f3d58a", 18, None) + line(
            -160 if not mine else 220 - w, y + 28, (w - 230) if not mine else 150, y + 28, stroke=GREY_TEXT, w=7
        )
    s.add(at(f.screen_phone(470, 900, WHITE, content), 380, 500, 1, -4))
    x = bust("xiaomin", 940, 980, 1.95, mood="angry", turn=-0.6, l="hip", r="hip")
    return s.add(x).say(0, 780, 140, tip=(425, 262), kind="phone", width=460).say(1, 960, 360, x, width=400)


def law25(lines):
    s = Panel(lines, 1000).add(scenes.study_desk(1200, 1000))
    m = bust("mother", 300, 760, 1.55, mood="explain", turn=0.5, r=("at", 480, 640, "point"), l="hip", split=True)
    x = bust(
        "xiaomin",
        860,
        760,
        1.6,
        mood="surprised",
        turn=-0.4,
        l=("at", 780, 735, "flat"),
        r=("at", 930, 740, "flat"),
        split=True,
        look=(-1, 0.4),
    )
    s.add(
        m,
        x,
        scenes.desk_front(1200, 1000, 0.72),
        at(
            f.laptop(
                line(-70, -24, 40, -24, stroke=SEAL, w=9)
                + line(-70, 0, 70, 0, stroke=GREY_TEXT, w=6)
                + line(-70, 22, 50, 22, stroke=GREY_TEXT, w=6),
                240,
            ),
            590,
            750,
        ),
    )
    s.add(m.arms, x.arms, at(satchel(), 1090, 620, 1.1))
    return s.say(0, 360, 150, m, width=480).tell(1, kind="law", low=True)


def shield(lines):
    s = Panel(lines, 1000).add(scenes.wash(1200, 1000, "ochre", "burst"))
    s.add(at(rays(0, 0, 150, 190, 18, GOLD, 9) + p.shield("法", SEAL, 2.3), 890, 420))
    x = bust(
        "xiaomin",
        400,
        900,
        2.15,
        mood="determined",
        turn=0.3,
        l=(30, 40),
        hold_l=p.phone("chat"),
        r=(-34, 52, "point"),
        look=(0, 0.8),
    )
    return s.add(x).say(0, 400, 150, x, width=620).tell(1, kind="law", low=True)


def sending(lines):
    s = Panel(lines, 940).add(scenes.lane(1200, 940, 620))
    c = person(
        "courier",
        820,
        880,
        1.45,
        "smile",
        0.6,
        l=(30, 60),
        r=(-20, 66),
        hold_r=at(p.parcel(150, 110), -30, 46),
        legs="walk",
    )
    x = person("xiaomin", 380, 880, 1.5, "happy", 0.5, r="wave", l=(-50, 30), hold_l=p.receipt(60, 90))
    return s.add(c, x).say(0, 330, 230, x, width=380).tell(1, low=True)


def mall(lines):
    s = Panel(lines, 920).add(scenes.supermarket(1200, 920, 640, "书包文具", far=True))
    x = person("xiaomin", 560, 860, 1.55, "laugh", 0.3, l="cheer", r="cheer")
    red = at(satchel(SEAL, False), 592, 520, 1.6)
    m = person("mother", 210, 890, 1.35, "happy", 0.5, l=(40, 60), r=(-10, 54, "open"))
    g = person("grandma", 930, 880, 1.45, "happy", -0.5, l=(-30, 20), hold_l=p.receipt(64, 96), r="hip")
    s.add(
        red,
        x,
        m,
        g,
        *(path("M522 590q-10 60 -2 110M598 590q10 60 2 110", stroke=c, w=w) for c, w in ((INK, 20), (SEAL, 12))),
        sfx("转圈！", 640, 800, 56, -6),
    )
    return s.say(0, 250, 190, x, width=460).say(1, 930, 262, g, width=420)


PANELS = (delivery, unboxing, chat, law25, shield, sending, mall)
