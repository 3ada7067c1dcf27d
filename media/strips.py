"""Cut a long comic strip into its panels. Pure pictures: no database, no HTTP.

A gutter is a run of rows that show one colour over the whole width: white, black or any other, with the small noise of a
JPEG. White inside a panel is no gutter, because the panel's art or border interrupts the row. The strip is read in bands, so
that beside the decoded picture only a few megabytes are needed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from PIL import Image, ImageChops

BAND = 512  # rows looked at together
TOLERANCE = 24  # how far a pixel may lie from its row's mean colour and still belong to the gutter, of 255
STRAY = 0.001  # the part of a row's pixels that may lie further off: dust and JPEG noise
MAX_WIDTH, MAX_HEIGHT = 4000, 40_000  # pixels
MAX_PANELS = 60

Cut = tuple[int, int]  # the rows of one panel: from, up to but not including


class StripError(ValueError):
    """The strip cannot be cut. The message is for the editor."""


@dataclass(frozen=True)
class Run:
    """Rows of one colour that follow each other."""

    top: int
    bottom: int
    colour: tuple[float, float, float]
    between_even: bool = False  # the rows right above and below are of one colour each as well


def find_gutters(image: Image.Image, *, min_gutter: int | None = None, min_panel: int | None = None) -> list[Cut]:
    """Return the rows of every panel, from top to bottom. Raises StripError when the strip has no gutters.

    `min_gutter` and `min_panel` are heights in pixels; by default they follow from the width. Where the strip shows runs of
    several colours only those of its ground count, so that an evenly coloured sky does not cut its panel.
    """
    width, height = checked_size(image)
    min_gutter = min_gutter or max(4, width // 160)
    min_panel = min_panel or max(32, width // 10)
    # At the strip's own ends any number of rows is margin.
    runs = [
        run for run in even_runs(image) if run.bottom - run.top >= min_gutter or run.top == 0 or run.bottom == height
    ]
    gutters = of_main_colour(runs, height)
    panels = merge_small(between(gutters, height), min_panel)
    if len(panels) < 2:
        raise StripError(_("没有找到分格之间的空白。请检查各格之间有没有横贯整幅的纯色间隔，或者把各格分开上传。"))
    if len(panels) > MAX_PANELS:
        raise StripError(
            _("找到 %(found)s 格，一次最多 %(most)s 格。请把长图分成几段。")
            % {"found": len(panels), "most": MAX_PANELS}
        )
    return panels


def checked_size(image: Image.Image) -> tuple[int, int]:
    """The size of a strip that may be worked on. Raises StripError."""
    width, height = image.size
    if width > MAX_WIDTH or height > MAX_HEIGHT:
        limits = {"width": MAX_WIDTH, "height": MAX_HEIGHT}
        raise StripError(_("长图太大，最多宽 %(width)s、高 %(height)s 像素。请先缩小。") % limits)
    if width < 64 or height < 96:
        raise StripError(_("图片太小，不像一张长图。"))
    return width, height


def even_runs(image: Image.Image) -> list[Run]:
    """Every run of rows that have one colour over the whole width."""
    runs: list[Run] = []
    start, colour = None, (0.0, 0.0, 0.0)
    for row, (mean, even) in enumerate(rows_of(image)):
        same = even and start is not None and distance(mean, colour) <= TOLERANCE
        if start is not None and not same:
            runs.append(Run(start, row, colour))
            start = None
        if even and start is None:
            start, colour = row, mean
    if start is not None:
        runs.append(Run(start, image.height, colour))
    tops, bottoms = {run.top for run in runs}, {run.bottom for run in runs}
    return [replace(run, between_even=run.top in bottoms and run.bottom in tops) for run in runs]


def rows_of(image: Image.Image) -> Iterator[tuple[tuple[float, float, float], bool]]:
    """For each row its mean colour and whether (nearly) all of its pixels have it. Reads a band of rows at a time."""
    for top in range(0, image.height, BAND):
        band = flat(image.crop((0, top, image.width, min(top + BAND, image.height))))
        column = band.resize((1, band.height), Image.Resampling.BOX)
        far = ImageChops.difference(band, column.resize(band.size, Image.Resampling.NEAREST))
        red, green, blue = far.point(lambda value: 255 if value > TOLERANCE else 0).split()
        stray = ImageChops.lighter(ImageChops.lighter(red, green), blue).convert("F")
        parts = stray.resize((1, band.height), Image.Resampling.BOX).get_flattened_data()
        for mean, part in zip(column.get_flattened_data(), parts, strict=True):
            yield mean, part <= 255 * STRAY


def flat(band: Image.Image) -> Image.Image:
    """The band in RGB, what is transparent on white."""
    if not band.has_transparency_data:
        return band.convert("RGB")
    band = band.convert("RGBA")
    ground = Image.new("RGB", band.size, "white")
    ground.paste(band, mask=band.getchannel("A"))
    return ground


def distance(one: Sequence[float], other: Sequence[float]) -> float:
    """How far two colours lie apart, by their most different channel."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def of_main_colour(runs: list[Run], height: int) -> list[Run]:
    """The runs that have the colour of the strip's ground.

    The signs, the strongest first: a run that lies between two frames (rows of another single colour right above and
    below); the colour of both ends of the strip; the colour of most runs; the higher runs.
    """
    inner = [run for run in runs if run.top > 0 and run.bottom < height]
    if not inner:
        return []
    framed = runs[0].top == 0 and runs[-1].bottom == height and alike(runs[0], runs[-1])

    def signs(run: Run) -> tuple[int, bool, int, int]:
        same = [other for other in inner if alike(run, other)]
        rows = sum(other.bottom - other.top for other in same)
        return sum(other.between_even for other in same), framed and alike(run, runs[0]), len(same), rows

    ground = max(inner, key=signs)
    return [run for run in runs if alike(run, ground)]


def alike(one: Run, other: Run) -> bool:
    return distance(one.colour, other.colour) <= TOLERANCE


def between(gutters: list[Run], height: int) -> list[Cut]:
    """The pieces that lie between the gutters, above the first and below the last."""
    tops = [0, *(run.bottom for run in gutters)]
    bottoms = [*(run.top for run in gutters), height]
    return [(top, bottom) for top, bottom in zip(tops, bottoms, strict=True) if bottom > top]


def merge_small(pieces: list[Cut], min_panel: int) -> list[Cut]:
    """Join every piece lower than `min_panel` (a caption, a signature) to the neighbour that lies nearer."""
    pieces = list(pieces)
    while len(pieces) > 1:
        small = next((i for i, (top, bottom) in enumerate(pieces) if bottom - top < min_panel), None)
        if small is None:
            break
        above = pieces[small][0] - pieces[small - 1][1] if small > 0 else None
        below = pieces[small + 1][0] - pieces[small][1] if small + 1 < len(pieces) else None
        first = small - 1 if below is None or (above is not None and above < below) else small
        pieces[first : first + 2] = [(pieces[first][0], pieces[first + 1][1])]
    return pieces


def checked_cuts(cuts: Sequence[Cut], height: int) -> list[Cut]:
    """Return the cuts in order. Raises StripError when one is empty, outside of the strip or overlaps another."""
    ordered = sorted(cuts)
    if not ordered:
        raise StripError(_("至少要留一格。"))
    if len(ordered) > MAX_PANELS:
        raise StripError(_("一次最多 %s 格。") % MAX_PANELS)
    end = 0
    for number, (top, bottom) in enumerate(ordered, 1):
        if not 0 <= top < bottom <= height:
            raise StripError(
                _("第 %(number)s 格的上下边不对：要在 0 和 %(height)s 之间，上边在下边之上。")
                % {"number": number, "height": height}
            )
        if bottom - top < 16:
            raise StripError(_("第 %s 格太矮，至少 16 像素。") % number)
        if top < end:
            raise StripError(_("第 %s 格和上一格重叠。") % number)
        end = bottom
    return ordered


def cut_strip(image: Image.Image, cuts: Sequence[Cut]) -> Iterator[Image.Image]:
    """Yield the panels one after the other, so that only one is held beside the strip. Raises StripError for bad cuts."""
    for top, bottom in checked_cuts(cuts, image.height):
        yield flat(image.crop((0, top, image.width, bottom)))
