"""The people of the stories: build, hair and clothes of each."""

import math

from . import limbs, wardrobe
from .faces import back_of_head, features, hair, hat, skull
from .palette import (
    GOLD,
    HAIR,
    HAIR_BROWN,
    HAIR_GREY,
    INDIGO,
    INK,
    JADE,
    LEAF,
    ORANGE,
    PINK,
    PLUM,
    SAND,
    SEAL,
    SKIN,
    STEEL,
    WHITE,
    darker,
    mix,
)
from .pen import at, ellipse, path, shadow, tube

_NAVY, _TROUSERS, _SKYBLUE = "#33405c", "#4a4540", "#8fb0cf"



CAST = {  # name: build, hair, hair colour, clothes, extras
    "grandma": dict(
        build="elder",
        hair="bun",
        col=HAIR_GREY,
        glasses=True,
        age=2,
        brow="#8d857a",
        dress=dict(top=INDIGO, style="tang", print="flowers", bottom=_TROUSERS, shoes=INK),
    ),
    "xiaomin": dict(
        build="child",
        hair="ponytails",
        col=HAIR,
        lashes=True,
        dress=dict(top=GOLD, style="tee", stripe=WHITE, bottom=SEAL, skirt="short", shoes=SEAL),
    ),
    "xiaomin_school": dict(
        build="child",
        hair="ponytails",
        col=HAIR,
        lashes=True,
        dress=dict(top=WHITE, style="uniform", yoke=_SKYBLUE, scarf=True, bottom=INDIGO, shoes=SEAL),
    ),
    "father": dict(
        build="man", hair="short", col=HAIR, dress=dict(top=JADE, style="shirt", bottom=_NAVY, shoes=darker(SAND, 0.6))
    ),
    "mother": dict(
        build="woman",
        hair="bob",
        col=HAIR,
        lashes=True,
        dress=dict(top=mix(SEAL, ORANGE, 0.3), style="tee", print="dots", bottom=_NAVY, skirt="long", shoes=INK),
    ),
    "grandpa": dict(
        build="elder_man",
        hair="bald",
        col="#efeae0",
        age=2,
        brow="#a59c90",
        dress=dict(top="#8b9a8a", style="shirt", print="check", bottom=_TROUSERS, shoes=INK),
    ),
    "aunt": dict(
        build="elder",
        hair="curly",
        col=HAIR_BROWN,
        age=1,
        lashes=True,
        dress=dict(top=PLUM, style="shirt", print="dots", bottom=_TROUSERS, shoes=INK),
    ),
    "liaison": dict(
        build="woman",
        hair="tied",
        col=HAIR,
        lashes=True,
        dress=dict(
            top=WHITE, style="vest", over=JADE, badge=True, back="联络员", bottom=_NAVY, shoes=INK, collar=WHITE
        ),
    ),
    "liaison_man": dict(
        build="man",
        hair="short",
        col=HAIR,
        glasses=INK,
        dress=dict(
            top=WHITE, style="vest", over=JADE, badge=True, back="联络员", bottom=_TROUSERS, shoes=INK, collar=WHITE
        ),
    ),
    "shopkeeper": dict(
        build="man",
        hair="short",
        col=HAIR,
        hat="cap",
        dress=dict(top="#d9c7a4", style="apron", over=SEAL, bottom=_NAVY, shoes=INK),
    ),
    "shopwoman": dict(
        build="woman",
        hair="bob",
        col=HAIR_BROWN,
        lashes=True,
        dress=dict(top="#e7d6c0", style="apron", over=JADE, bottom=_NAVY, shoes=INK),
    ),
    "teacher": dict(
        build="woman",
        hair="tied",
        col=HAIR_BROWN,
        glasses=True,
        lashes=True,
        dress=dict(top=WHITE, style="shirt", collar=WHITE, bottom=PLUM, skirt="long", shoes=INK),
    ),
    "boy": dict(
        build="child",
        hair="crop",
        col=HAIR,
        dress=dict(top=WHITE, style="uniform", yoke=_SKYBLUE, scarf=True, bottom=INDIGO, shoes=WHITE),
    ),
    "boy_casual": dict(
        build="child",
        hair="crop",
        col=HAIR,
        dress=dict(top=LEAF, style="tee", print="stripes", bottom=INDIGO, shoes=WHITE),
    ),
    "girl": dict(
        build="child",
        hair="bob",
        col=HAIR_BROWN,
        lashes=True,
        dress=dict(top=WHITE, style="uniform", yoke=_SKYBLUE, scarf=True, bottom=INDIGO, shoes=PINK),
    ),
    "toddler": dict(
        build="small", hair="crop", col=HAIR_BROWN, dress=dict(top=ORANGE, style="tee", bottom=JADE, shoes=WHITE)
    ),
    "teen_boy": dict(
        build="teen",
        hair="short",
        col=HAIR,
        dress=dict(top=WHITE, style="uniform", yoke=INDIGO, bottom=INDIGO, shoes=WHITE),
    ),
    "teen_girl": dict(
        build="teen",
        hair="tied",
        col=HAIR,
        lashes=True,
        dress=dict(top=WHITE, style="uniform", yoke=INDIGO, bottom=INDIGO, shoes=WHITE),
    ),
    "young_man": dict(
        build="man",
        hair="slick",
        col=HAIR_BROWN,
        dress=dict(top="#b98a3e", style="tee", print="stripes", bottom=_NAVY, shoes=WHITE),
    ),
    "young_woman": dict(
        build="woman",
        hair="long",
        col=HAIR_BROWN,
        lashes=True,
        dress=dict(top=PINK, style="tee", bottom=INDIGO, shoes=WHITE),
    ),
    "salesman": dict(
        build="man",
        hair="slick",
        col=HAIR,
        dress=dict(top="#514a63", style="suit", tie=GOLD, bottom="#514a63", shoes=INK),
    ),
    "expert": dict(
        build="man",
        hair="slick",
        col="#8d857a",
        glasses=INK,
        age=1,
        dress=dict(top=WHITE, style="coat", shirt=_SKYBLUE, tie=SEAL, bottom=_TROUSERS, shoes=INK),
    ),
    "doctor": dict(
        build="woman",
        hair="tied",
        col=HAIR,
        glasses=INK,
        dress=dict(top=WHITE, style="coat", shirt=JADE, bottom=JADE, shoes=WHITE),
    ),
    "repairman": dict(
        build="man",
        hair="short",
        col=HAIR,
        hat="cap",
        dress=dict(top=STEEL, style="overall", over=INDIGO, bottom=INDIGO, shoes=INK),
    ),
    "courier": dict(
        build="man",
        hair="short",
        col=HAIR,
        hat="courier",
        dress=dict(top=GOLD, style="shirt", collar=INDIGO, bottom=_NAVY, shoes=WHITE),
    ),
    "coach": dict(
        build="man",
        hair="crop",
        col=HAIR_BROWN,
        dress=dict(top=SEAL, style="tee", stripe=WHITE, bottom="#3a3a3a", shoes=WHITE),
    ),
    "officer": dict(
        build="man",
        hair="short",
        col=HAIR,
        dress=dict(top=_SKYBLUE, style="shirt", collar=_SKYBLUE, bottom=_NAVY, shoes=INK),
    ),
    "guide": dict(
        build="woman",
        hair="tied",
        col=HAIR,
        lashes=True,
        dress=dict(top=ORANGE, style="shirt", bottom=_TROUSERS, shoes=WHITE),
    ),
}

