"""Finding gutters and cutting: exact for any heights, gutters and colours, and not fooled by what looks like a gutter."""

import random
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from media.strips import StripError, checked_cuts, cut_strip, find_gutters

WIDTH = 480


def draw_strip(heights, gutters, ground, seed, side):
    """A strip of random panels with `gutters[i]` rows before panel i and the last one at the end."""
    dice = random.Random(seed)
    strip = Image.new("RGB", (WIDTH, sum(heights) + sum(gutters)), ground)
    draw = ImageDraw.Draw(strip)
    top, cuts = 0, []
    for height, gutter in zip(heights, gutters, strict=False):
        top += gutter
        art = tuple((channel + dice.randint(70, 180)) % 256 for channel in ground)
        box = (side, top, WIDTH - side - 1, top + height - 1)
        draw.rectangle(box, fill=art)
        # A patch of the gutter's colour that leaves the panel's edges standing.
        draw.rectangle((box[0] + 30, top + 12, box[2] - 30, top + height - 13), fill=ground)
        cuts.append((top, top + height))
        top += height
    return strip, cuts


@settings(max_examples=60, deadline=None)
@given(
    heights=st.lists(st.integers(60, 400), min_size=2, max_size=9),
    data=st.data(),
    ground=st.tuples(*[st.integers(0, 255)] * 3),
    seed=st.integers(0, 10**6),
    side=st.integers(0, 24),
)
def test_cuts_are_exact(heights, data, ground, seed, side):
    inner = data.draw(st.lists(st.integers(4, 90), min_size=len(heights) - 1, max_size=len(heights) - 1))
    gutters = [data.draw(st.integers(0, 60)), *inner, data.draw(st.integers(0, 60))]
    strip, cuts = draw_strip(heights, gutters, ground, seed, side)
    assert find_gutters(strip) == cuts
    panels = list(cut_strip(strip, cuts))
    assert [panel.height for panel in panels] == heights
    assert all(panel.width == WIDTH for panel in panels)


@pytest.mark.parametrize("ground", [(255, 255, 255), (0, 0, 0), (247, 232, 198)])
@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_compression_noise_moves_a_cut_by_a_block_at_most(ground, kind):
    strip, cuts = draw_strip([300, 220, 410], [40, 40, 60, 40], ground, 3, 20)
    out = BytesIO()
    strip.save(out, kind, quality=70)
    found = find_gutters(Image.open(out))
    assert len(found) == len(cuts)
    assert all(
        abs(a - b) <= 16 for one, other in zip(found, cuts, strict=True) for a, b in zip(one, other, strict=True)
    )


def test_an_even_sky_over_the_whole_width_does_not_cut_its_panel():
    strip = Image.new("RGB", (WIDTH, 1000), "white")
    draw = ImageDraw.Draw(strip)
    for top in (20, 360, 700):
        draw.rectangle((0, top, WIDTH, top + 279), fill=(90, 60, 30))
        draw.ellipse((40, top + 150, 300, top + 270), fill=(200, 30, 30))
    draw.rectangle((0, 400, WIDTH, 480), fill=(120, 180, 240))
    assert find_gutters(strip) == [(20, 300), (360, 640), (700, 980)]


def test_a_line_of_type_between_panels_goes_to_the_nearer_one():
    strip, _cuts = draw_strip([300, 300], [40, 100, 40], (255, 255, 255), 1, 20)
    ImageDraw.Draw(strip).rectangle((100, 410, 300, 425), fill=(0, 0, 0))
    assert find_gutters(strip) == [(40, 340), (410, 740)]


def test_transparent_gutters_count_as_white():
    strip = Image.new("RGBA", (WIDTH, 700), (0, 0, 0, 0))
    strip.paste((30, 90, 90, 255), (10, 30, 470, 330))
    strip.paste((90, 30, 90, 255), (10, 370, 470, 670))
    assert find_gutters(strip) == [(30, 330), (370, 670)]
    assert next(cut_strip(strip, [(0, 330)])).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(
    "strip",
    [
        Image.new("RGB", (WIDTH, 900), "white"),
        Image.effect_noise((WIDTH, 900), 90),
        Image.new("RGB", (5000, 900), "white"),
        Image.new("RGB", (30, 900), "white"),
    ],
    ids=["blank", "no gutters", "too wide", "too narrow"],
)
def test_what_cannot_be_cut_is_refused(strip):
    with pytest.raises(StripError):
        find_gutters(strip)


@pytest.mark.parametrize("cuts", [[], [(0, 10)], [(-1, 100)], [(0, 1001)], [(200, 100)], [(0, 300), (250, 600)]])
def test_bad_cuts_are_refused(cuts):
    with pytest.raises(StripError):
        checked_cuts(cuts, 1000)


def test_the_shipped_strip_gives_its_panels():
    path = Path(__file__).resolve().parents[2] / "education/content/art/strips/prize-message.webp"
    if not path.exists():
        pytest.skip("the strip is not drawn yet")
    panels = len(list((path.parents[1] / "panels" / "prize-message").glob("*.webp")))
    with Image.open(path) as strip:
        assert len(find_gutters(strip)) == panels
