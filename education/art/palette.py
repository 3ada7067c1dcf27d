"""Colours of the look 小票与印章 (receipt and seal). Every picture takes its colours from here."""

INK = "#211c17"
PAPER, PAPER2, WHITE = "#fbf6ec", "#f3ebdb", "#fffdf8"
SEAL, SEAL_DEEP, JADE, OCHRE, GOLD, INDIGO, PLUM = (
    "#b6291f",
    "#8c1b14",
    "#1c6457",
    "#8a5a00",
    "#e2a52b",
    "#2c4a80",
    "#7a4a86",
)
SEAL_WASH, JADE_WASH, OCHRE_WASH, INDIGO_WASH, PLUM_WASH = "#f8e3dc", "#dcebe4", "#f7e8c6", "#dfe6f3", "#ece0ee"
SKIN, SKIN_DARK, BLUSH = "#f2c9a5", "#e2ae84", "#ec9a80"
HAIR, HAIR_BROWN, HAIR_GREY = "#3b3029", "#5a4030", "#d8d2c8"
WOOD, WOOD_LIGHT, WOOD_DARK, SAND = "#c9a46a", "#e9cf9c", "#9c7440", "#e3d3b4"
CARD, STEEL, STEEL_DARK, GLASS = "#d8a86a", "#d5d3cc", "#a9a79f", "#cfe0ea"
LEAF, LEAF_DARK, ORANGE, TOMATO, PINK, SKY, NIGHT = (
    "#7fae7c",
    "#4c8a5b",
    "#e6763f",
    "#d9542b",
    "#efcabd",
    "#c6d2e8",
    "#2b3550",
)
GREY_TEXT = "#8a7f72"

WASHES = {"seal": SEAL_WASH, "jade": JADE_WASH, "ochre": OCHRE_WASH, "indigo": INDIGO_WASH, "plum": PLUM_WASH}
DEEPER = {"seal": "#efcabd", "jade": "#c2dccf", "ochre": "#ecd49c", "indigo": "#c6d2e8", "plum": "#d9c5dd"}


def mix(a: str, b: str, share: float) -> str:
    """Colour `a` with `share` (0..1) of colour `b` in it."""
    pairs = zip((a[1:3], a[3:5], a[5:7]), (b[1:3], b[3:5], b[5:7]), strict=True)
    return "#" + "".join(f"{round(int(x, 16) * (1 - share) + int(y, 16) * share):02x}" for x, y in pairs)


def darker(colour: str, share: float = 0.16) -> str:
    return mix(colour, INK, share)


def lighter(colour: str, share: float = 0.3) -> str:
    return mix(colour, WHITE, share)
