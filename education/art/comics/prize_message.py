"""奶奶的手机 1: “恭喜您中奖了”."""

from .. import furniture as f
from .. import props as p
from .. import scenes
from ..balloons import mark, sfx
from ..glyphs import text
from ..limbs import hand
from ..palette import GOLD, OCHRE_WASH, SEAL, SEAL_WASH, SKIN, WHITE
from ..pen import at, line, rays, rect, tube
from ..people import bust, person
from .panel import Panel


def sofa_ding(lines):
    s = Panel(lines, 880).add(scenes.living_room(1200, 880, 620, sofa=False))
    s.add(at(f.sofa(470), 360, 720, 1.15))
    g = person(
        "grandma",
        350,
        800,
        1.3,
        "surprised",
        0.35,
        l="cheek",
        r=(60, 10),
        hold_r=p.phone("prize"),
        rot_r=8,
        legs="sit",
        ground=False,
        look=(0.9, 0.1),
    )
    s.add(g, rays(g.right[0] + 6, g.right[1] - 50, 70, 100, 9, SEAL, 6, -150, 200), sfx("叮！", 640, 520, 96, -8))
    s.add(at(p.cat(), 820, 820, 1.25, flip=True), scenes.foreground_leaves(1200, 880, "right"))
    return s.tell(0).say(1, 640, 270, g, "shout", 360)


def screen(lines):
    s = Panel(lines, 940).add(scenes.wash(1200, 940, "seal", "burst"))
    content = rect(-190, -330, 380, 90, SEAL, 10, None) + text(0, -270, "中大奖啦", 56, GOLD, "serif", spacing=6)
    content += at(rays(0, -60, 120, 160, 18, GOLD, 7) + f.tv(230, "#3a5b7a"), 0, 20)
    content += rect(-20, -140, 40, 150, SEAL) + at(p.gift(60, 44, SEAL, GOLD), 0, -120, 0.9)
    content += rect(-130, 120, 260, 88, SEAL, 44) + text(0, 180, "立即领奖", 46, WHITE)
    s.add(at(f.screen_phone(450, 860, SEAL_WASH, content), 380, 500, 1, -4))
    s.add(
        tube("M1010 1010Q760 900 520 740", "#2c4a80", 120, "butt"), tube("M800 905Q690 840 560 750", SKIN, 74, "butt")
    )
    s.add(at(hand("point", 0, 0, 212, SKIN, 4.2, -1), 580, 760))
    return s.say(0, 895, 230, tip=(620, 330), kind="phone", width=440).say(1, 930, 560, tip=(1010, 760), width=380)


def dash(lines):
    s = Panel(lines, 900).add(scenes.living_room(1200, 900, 650, sofa=False))
    s.add(rect(935, 140, 230, 520, "#b98a58"), rect(960, 165, 180, 495, "#e9dcc0", 2), at(f.sofa(360), 180, 740, 1.15))
    g = person(
        "grandma",
        250,
        800,
        1.3,
        "surprised",
        0.7,
        l=(-6, 40),
        r=(66, 30),
        hold_r=p.phone("prize"),
        legs="sit",
        ground=False,
    )
    x = person(
        "xiaomin", 800, 860, 1.45, "shout", -0.8, l=(-110, -14, "open"), r=(70, -50, "open"), legs="run", lean=-14
    )
    s.add(g, x, *(line(940, y, 1130, y - 6, stroke=WHITE, w=7) for y in (520, 590, 680, 760)))
    s.add(sfx("唰——", 1010, 860, 70, -4))
    return s.say(0, 560, 150, x, "shout", 420).say(1, 960, 330, x, width=320)


def call(lines):
    s = Panel(lines, 880).add(scenes.wash(1200, 880, "indigo", "burst"))
    g = bust(
        "grandma",
        640,
        900,
        2.15,
        mood="thinking",
        turn=-0.3,
        l="ear",
        r=(10, 90),
        hold_l=p.phone("back", 40, 76),
        rot_l=-6,
        look=(-0.6, -0.7),
        tilt=-4,
    )
    s.add(g, rays(g.left[0] - 20, g.left[1] - 40, 80, 116, 5, SEAL, 7, 120, 120))
    return s.say(0, 300, 160, tip=(410, 400), kind="phone", width=460).say(1, 970, 240, g, "think", 330)


def three_signs(lines):
    s = Panel(lines, 900).add(scenes.living_room(1200, 900, 640, sofa=False))
    s.add(at(f.sofa(380), 240, 740, 1.15))
    g = person(
        "grandma",
        270,
        810,
        1.3,
        "determined",
        0.6,
        l=(-4, 60),
        r=(40, 66),
        hold_r=p.phone("warn"),
        legs="sit",
        ground=False,
        rot_r=10,
    )
    x = person("xiaomin", 720, 870, 1.55, "explain", -0.5, l="point_up", r="hip")
    s.add(g, x)
    for i, t in enumerate(("先交钱", "要码", "催你快")):
        s.add(
            at(
                rect(-90, -38, 180, 76, OCHRE_WASH, 8) + text(0, 16, t, 44, SEAL) + mark("cross", 92, -36, 50),
                1030,
                470 + i * 118,
                1,
                (-4, 3, -3)[i],
            )
        )
    return s.say(0, 800, 170, x, width=560).say(1, 250, 310, g, "shout", 280)


def together(lines):
    s = Panel(lines, 960).add(scenes.living_room(1200, 960, 600, sofa=False))
    s.add(at(f.sofa(560), 560, 690, 1.15))
    d = person("father", 300, 830, 1.2, "smile", 0.6, l="down", r=("at", 470, 520, "flat"), legs="sit", ground=False)
    g = person(
        "grandma",
        580,
        800,
        1.25,
        "relieved",
        0.1,
        l=(10, 70),
        r=(-20, 66),
        hold_r=p.phone("chat"),
        legs="sit",
        ground=False,
    )
    x = person("xiaomin", 840, 850, 1.35, "happy", -0.6, l=("at", 680, 560, "point"), r="down")
    s.add(
        d, g, x, at(f.table(420, 100, cloth=None), 560, 950, 1), at(p.cup(), 460, 836), at(p.thermos(), 690, 836, 0.8)
    )
    return s.say(0, 640, 150, d, width=620).tell(1, low=True)


def leeks(lines):
    s = Panel(lines, 920).add(scenes.market(1200, 920, 640))
    k = person("shopkeeper", 610, 800, 1.15, "happy", 0.1, r="thumb", l="table")
    s.add(k, at(f.counter(620, 150, label="老街菜摊"), 640, 800, 1.05))
    for i, v in enumerate(("tomato", "cabbage", "aubergine", "orange", "tomato")):
        s.add(at(p.vegetable(v), 400 + i * 38, 634, 0.9))
    g = person(
        "grandma",
        900,
        900,
        1.4,
        "laugh",
        -0.3,
        l=(-44, -66),
        hold_l=at(p.vegetable("leek"), -8, 40) + at(p.vegetable("leek"), 12, 44, 1, 10),
        r="hip",
    )
    x = person("xiaomin", 310, 900, 1.35, "sly", 0.6, r="mouth", l="down", hold_l=p.shopping_bag(veg=True))
    s.add(g, x)
    return s.say(0, 290, 340, x, width=300).say(1, 800, 140, g, width=620)


PANELS = (sofa_ding, screen, dash, call, three_signs, together, leeks)
