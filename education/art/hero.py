"""The picture of the home page: grandmother and Xiaomin check the receipt at the market counter."""

from . import furniture as f
from . import props as p
from . import scenes
from .glyphs import text
from .palette import INK, JADE, OCHRE_WASH, PAPER2, SAND, SEAL, WHITE, WOOD_DARK, darker, mix
from .pen import Scene, at, line, path, rect, shadow
from .people import person

W, H = 1120, 880


def _hall():
    """Light market hall in the distance."""
    out = rect(0, 0, W, H, PAPER2, stroke=None) + "".join(
        line(W * i / 6, 0, W * (0.3 + 0.066 * i), 250, stroke=darker(PAPER2, 0.1), w=4) for i in range(7)
    )
    out += rect(0, 250, W, 420, mix(OCHRE_WASH, PAPER2, 0.5), stroke=None) + rect(0, 640, W, 240, SAND, stroke=None)
    return (
        out
        + "".join(line(W / 2 + i * 120, 640, W / 2 + i * 230, H, stroke="#d3c09a", w=3) for i in range(-5, 6))
        + line(0, 760, W, 760, stroke="#d3c09a", w=3)
    )


def hero():
    s = Scene(W, H).add(_hall())
    s.add(at(f.stall(420, "水果", ("orange", "watermelon", "corn"), JADE), 60, 650, 0.72))
    s.add(person("aunt", 130, 690, 0.78, "happy", -0.5, l="offer", r="down", hold_r=p.shopping_bag(JADE, veg=True)))
    # the big stall on the right: awning, goods, scale, shopkeeper
    s.add(rect(456, 120, 20, 640, WOOD_DARK), rect(1052, 120, 20, 640, WOOD_DARK))
    keeper = person("shopkeeper", 790, 780, 1.22, "happy", -0.45, l="present", r="hip")
    s.add(
        keeper, *(at(p.vegetable("corn"), x, 208, 0.7, 180) for x in (920, 965, 1010)), line(900, 150, 1040, 150, w=3)
    )
    counter = (
        rect(520, 600, 640, 300, "#c9a46a")
        + "".join(line(520, y, 1160, y, stroke=WOOD_DARK, w=3) for y in (690, 780))
        + rect(500, 574, 680, 32, "#e9cf9c", 3)
    )
    s.add(counter)
    crates = (("tomato", 968), ("cabbage", 1064))
    for kind, x in crates:
        s.add(
            *(at(p.vegetable(kind), x + dx, 548 - dy, 0.95) for dx, dy in ((-24, 10), (24, 10), (0, 34))),
            path(f"M{x - 48} 534H{x + 48}L{x + 42} 576H{x - 42}Z", "#d8a86a"),
        )
    s.add(at(f.scales("1.00"), 850, 576, 1.0), at(p.vegetable("aubergine"), 836, 513, 0.8, 70))
    s.add(
        at(f.awning(700, 12, "明明白白菜摊", SEAL, 62, 42), 766, 70),
        at(f.lantern(70), 60, 150),
        at(f.lantern(60), 420, 120),
    )
    price = rect(-54, -34, 108, 68, WHITE, 4) + text(0, -2, "西红柿", 26, INK) + text(0, 26, "4.8 元/斤", 20, SEAL)
    s.add(
        at(price, 968, 650, 1, -4),
        at(rect(-70, -30, 140, 60, JADE, 4) + text(0, 11, "请留小票", 30, WHITE, "serif"), 860, 735, 1, 2),
    )
    g = person(
        "grandma",
        330,
        860,
        1.62,
        "smile",
        0.45,
        r=("at", 470, 650),
        hold_r=at(p.receipt(104, 150, "12.60"), 40, 18),
        rot_r=4,
        l="hip",
        look=(0.8, 0.4),
    )
    x = person(
        "xiaomin",
        690,
        872,
        1.45,
        "happy",
        -0.55,
        l=("at", 560, 580, "point"),
        r="down",
        hold_r=at(p.shopping_bag(SEAL, veg=True), 0, 0, 0.9),
        look=(-0.8, -0.5),
    )
    s.add(g, x)
    s.add(shadow(1030, 868, 70, 10), at(p.cat(), 1030, 866, 1.15, flip=True), scenes.foreground_leaves(W, H))
    return s
