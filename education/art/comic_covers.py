"""Covers of the comic series and episodes, 1280 × 800, without balloons."""

from . import furniture as f
from . import props as p
from . import scenes
from .comics.return_in_seven_days import satchel
from .comics.washer_repair import flat, toolbox
from .palette import GOLD, INDIGO, JADE, PLUM, SEAL
from .pen import Scene, at, rays, rect
from .people import bust, person

W, H = 1280, 800


def grandma_phone():
    s = Scene(W, H).add(scenes.living_room(W, H, 560, sofa=False), at(f.sofa(500), 560, 660, 1.2))
    g = person(
        "grandma",
        510,
        740,
        1.5,
        "surprised",
        0.3,
        r=(36, 6),
        hold_r=p.phone("prize"),
        l="glasses",
        legs="sit",
        ground=False,
    )
    x = person("xiaomin", 800, 760, 1.5, "smile", -0.5, l=("at", 700, 520, "point"), r="down")
    return s.add(
        g,
        x,
        rays(g.right[0] + 4, g.right[1] - 50, 78, 108, 11, SEAL, 5, -160, 220),
        at(p.cat(), 1020, 770, 1.3),
        scenes.foreground_leaves(W, H),
    )


def prize_message():
    s = Scene(W, H).add(scenes.wash(W, H, "seal", "burst"))
    x = person(
        "xiaomin",
        890,
        860,
        1.75,
        "shout",
        -0.7,
        l=(-110, -40, "open"),
        r=(70, -60, "open"),
        legs="run",
        lean=-10,
        ground=False,
    )
    g = bust("grandma", 430, 830, 1.95, mood="surprised", turn=0.4, r=(34, -4), hold_r=p.phone("prize"), l="cheek")
    return s.add(x, g, rays(g.right[0] + 6, g.right[1] - 60, 112, 150, 12, GOLD, 8))


def free_eggs_lecture():
    s = Scene(W, H).add(scenes.lecture_hall(W, H, 560, screen="包治百病"))
    a = bust(
        "aunt", 890, 830, 1.75, mood="surprised", turn=-0.5, l=(30, 60), r=(-30, 66), hold_r=at(p.eggs(6), -30, 20)
    )
    g = bust(
        "grandma",
        440,
        830,
        1.85,
        mood="determined",
        turn=0.4,
        l=("at", 400, 660),
        hold_l=at(p.medicine_box("保健食品", w=140, h=90), 20, 10),
        r=("at", 600, 690),
        hold_r=at(p.magnifier(44), -30, 10, 1, -30),
        look=(0, 0.9),
    )
    return s.add(a, g, scenes.crowd(W, 860, 800, 8, 6))


def xiaomin_pocket_money():
    s = Scene(W, H).add(scenes.study_desk(W, H))
    x = bust(
        "xiaomin",
        620,
        660,
        2.0,
        mood="happy",
        turn=0.2,
        l=("at", 560, 610, "flat"),
        r=("at", 740, 600, "flat"),
        split=True,
    )
    return s.add(
        x,
        scenes.desk_front(W, H, 0.78),
        at(p.piggy_bank(), 660, 668, 1.7),
        x.arms,
        at(p.notebook("记账本", JADE), 330, 690, 1.5, -10),
        at(p.toy("#a9cfe0"), 930, 700, 1.6),
        *(at(p.coin(20), cx, cy) for cx, cy in ((780, 720), (830, 740), (790, 690))),
        at(line_pencil(), 440, 720, 1, 60),
    )


def line_pencil():
    return rect(-60, -8, 110, 16, GOLD, 2) + rect(-74, -8, 16, 16, SEAL, 3)


def blind_box():
    s = Scene(W, H).add(scenes.bedroom(W, H, 540))
    for i, c in enumerate((PLUM, GOLD, SEAL, JADE, INDIGO, PLUM, SEAL)):
        s.add(at(p.blind_box(90, 106, c), 130 + (i % 4) * 100 + (i // 4) * 50, 760 - (i // 4) * 108))
    x = person(
        "xiaomin",
        720,
        780,
        1.75,
        "sad",
        0.3,
        r=(56, -16),
        hold_r=at(p.toy("#a9cfe0", 1.0), 0, 26),
        l=(-26, 66),
        hold_l=at(p.blind_box(60, 70, PLUM, True), 0, 30),
    )
    return s.add(
        x,
        *(at(p.blind_box(90, 106, c), 980 + i * 104, 770) for i, c in enumerate((GOLD, JADE))),
        at(p.blind_box(90, 106, SEAL), 1032, 662),
    )


def game_top_up():
    s = Scene(W, H).add(
        scenes.living_room(W, H, 560, night=True, sofa=False),
        at(f.lamp(420), 160, 660),
        at(f.sofa(480, PLUM), 520, 670, 1.2),
    )
    b = person(
        "boy_casual",
        500,
        750,
        1.65,
        "laugh",
        0.2,
        l=(30, 70),
        r=(-30, 74),
        hold_r=p.phone("game"),
        legs="sit",
        ground=False,
        look=(0.1, 1),
    )
    x = person("xiaomin", 900, 780, 1.6, "surprised", -0.5, l="cheek", r="cheek")
    s.add(b, rays(b.right[0] - 4, b.right[1] - 40, 84, 120, 14, GOLD, 6), x)
    return s.add(
        *(
            at(p.coin(r), cx, cy, 1, cx % 30)
            for cx, cy, r in (
                (420, 330, 26),
                (330, 420, 30),
                (640, 320, 24),
                (720, 410, 30),
                (280, 260, 22),
                (700, 230, 26),
            )
        )
    )


def return_in_seven_days():
    s = Scene(W, H).add(scenes.bedroom(W, H, 540))
    m = person("mother", 930, 790, 1.5, "thinking", -0.5, l=(-20, 30), hold_l=p.phone("shop"), r="chin")
    x = person("xiaomin", 580, 780, 1.75, "surprised", 0.3, r=(54, -60), hold_r=satchel(), l=(-40, 40, "open"))
    return s.add(m, at(p.parcel(230, 150, open_=True), 300, 780, 1.25), x)


def old_street_point():
    s = Scene(W, H).add(
        scenes.lane(W, H, 540),
        rect(-10, 90, 420, 470, "#ead9bf"),
        rect(40, 250, 320, 310, "#cfe0ea"),
        at(f.contact_sign(370, 110), 205, 165),
    )
    s.add(rect(190, 250, 20, 310, "#c9a46a"), at(f.plant(150), 30, 600))
    li = person("liaison", 470, 700, 1.25, "happy", -0.3, l="wave", r="down")
    d = person("father", 960, 760, 1.3, "smile", -0.5, l=("at", 840, 600, "flat"), r="down", legs="sit", ground=False)
    g = person(
        "grandma",
        600,
        760,
        1.35,
        "happy",
        0.5,
        r=("at", 710, 590, "flat"),
        l="down",
        legs="sit",
        ground=False,
        split=True,
    )
    x = person("xiaomin", 1130, 770, 1.3, "laugh", -0.6, l="cheer", r="hip")
    return s.add(
        li,
        at(f.stool(SEAL), 590, 760, 1.1),
        at(f.stool(JADE), 970, 760, 1.15),
        g,
        d,
        x,
        at(f.table(230, 110), 770, 770, 1.1),
        at(p.thermos(), 740, 634, 0.8),
        at(p.cup(), 810, 634, 0.9),
        g.arms,
        at(p.cat(mood="sleep"), 260, 770, 1.1),
    )


def gym_closed():
    shops = (
        {"sign": "面馆", "colour": SEAL},
        {"sign": "健身房", "colour": JADE, "shut": True, "notice": "暂停营业内部装修"},
        {"sign": "理发", "colour": INDIGO},
    )
    s = Scene(W, H).add(scenes.street(W, H, 600, shops))
    d = person(
        "father",
        820,
        770,
        1.4,
        "surprised",
        -0.5,
        l=(-60, 10),
        hold_l=p.card("健身卡", SEAL),
        r="down",
        hold_r=p.shopping_bag(INDIGO, 96, 60, "运动"),
    )
    return s.add(d, person("xiaomin", 420, 770, 1.35, "thinking", 0.5, r=(40, -60, "point"), l="down", look=(0.5, -1)))


def expired_milk():
    s = Scene(W, H).add(scenes.kitchen(W, H, 480))
    x = bust(
        "xiaomin",
        400,
        640,
        1.85,
        mood="shout",
        turn=0.5,
        r=(60, -40),
        hold_r=at(p.milk(date="11.20"), 0, 40, 1.4),
        l=(40, 6, "point"),
        look=(0.8, -0.2),
    )
    g = bust("grandma", 870, 640, 1.7, mood="surprised", turn=-0.5, l="glasses", r=("at", 980, 620, "flat"), split=True)
    return s.add(
        x,
        g,
        scenes.desk_front(W, H, 0.78),
        at(p.receipt(90, 120, "12.00"), 700, 720, 1, 80),
        g.arms,
        at(p.cat(), 1150, 690, 1.3, flip=True),
    )


def washer_repair():
    s = Scene(W, H).add(flat(W, H, 540), at(f.washer(True), 660, 720, 1.8))
    s.add(person("repairman", 1000, 780, 1.45, "shy", -0.4, l="down", r="cheek", hold_l=at(toolbox(), 0, 10)))
    s.add(person("grandpa", 170, 780, 1.35, "laugh", 0.5, r="thumb", l="hip"))
    x = person(
        "xiaomin",
        420,
        780,
        1.6,
        "happy",
        0.3,
        r=(40, -70),
        hold_r=at(p.coin(24) + rays(0, 0, 34, 52, 10, GOLD, 5), 0, -16),
        l="down",
    )
    return s.add(x, at(p.cat(), 1190, 780, 1.0, flip=True))


COVERS = {
    "grandma-phone": grandma_phone,
    "prize-message": prize_message,
    "free-eggs-lecture": free_eggs_lecture,
    "xiaomin-pocket-money": xiaomin_pocket_money,
    "blind-box": blind_box,
    "game-top-up": game_top_up,
    "return-in-seven-days": return_in_seven_days,
    "old-street-point": old_street_point,
    "gym-closed": gym_closed,
    "expired-milk": expired_milk,
    "washer-repair": washer_repair,
}
