"""Charts as SVG text, drawn on the server: no script, no style attribute, colours by site/static/css/charts.css.

Drawn 360 units wide, the width of a phone. Every chart says in words what it shows (`<title>`, `<desc>`), and nothing is
told by colour alone. All text is escaped, so a caller may mark the result as safe.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import dist
from unicodedata import east_asian_width

from django.utils.translation import gettext as _

from .flags import WEAK_DISCRIMINATION
from .tallies import BLANK, OptionCount

WIDTH = 360
LEFT, RIGHT = 38, 352
MAX_BARS = 25
LABEL_WIDTH = 15
"""Room for the label of an option, in Chinese characters."""
NUMBER_WIDTH = 13
"""Room for the number of an item in the scatter."""
SCATTER_TOP, SCATTER_FLOOR = 14, 254


@dataclass(frozen=True, slots=True)
class ItemPoint:
    """One item of the scatter: a short label (its number), facility 0..100 and discrimination −100..100 in per cent."""

    label: str
    facility: float | None
    discrimination: float | None


@dataclass(frozen=True, slots=True)
class _Bin:
    """Totals from `low` to below `high`; the last of several-value bins includes `high`."""

    low: int
    high: int
    count: int


def totals_histogram(
    totals: Mapping[int, int], maximum: int, *, name: str, scale: int = 1, mean: float | None = None
) -> str:
    """How the totals spread.

    `totals`: {total: attempts} from a tally; `maximum`: points of a full paper; `scale`: how many points of the tally
    make one point to show; `mean`: marked by a line. `name`: prefix of the ids, unique on the page.
    """
    bins = _bins(totals, maximum)
    top, floor = 34, 170
    peak = max([1, *(entry.count for entry in bins)])
    step = (RIGHT - LEFT) / len(bins)
    parts = _histogram_axes(peak, top, floor)
    for index, entry in enumerate(bins):
        height = (floor - top) * entry.count / peak
        bar = _rect(LEFT + index * step + step * 0.08, floor - height, step * 0.84, height, "chart-bar")
        parts.append(f"<g><title>{escape(_bin_sentence(entry, bins, scale))}</title>{bar}</g>")
    for index in sorted({0, len(bins) // 2, len(bins) - 1}):
        parts.append(_text(LEFT + (index + 0.5) * step, floor + 18, _points(bins[index].low, scale), "middle"))
    parts.append(_text((LEFT + RIGHT) / 2, floor + 38, _("总分"), "middle", "chart-quiet"))
    if mean is not None:
        parts += _mean_line(mean, _points(mean, scale), bins, top, floor)
    description = _("共 %(count)s 人次。") % {"count": sum(totals.values())}
    listed = "".join(_bin_sentence(entry, bins, scale) for entry in bins if entry.count)
    return _svg(name, floor + 46, _("总分分布"), description + listed, parts)


def option_bars(options: Sequence[OptionCount], attempts: int, *, name: str, title: str) -> str:
    """How often each option was chosen; right options carry a tick, an outline and the words “标准答案”.

    `options`: as ItemTally.option_counts gives them; `attempts`: how many had the item; `title`: what the item is called.
    """
    parts, sentences = [], []
    row = 56
    for index, option in enumerate(options):
        top = index * row
        share = 100 * option.count / attempts if attempts else 0
        figures = _("%(count)s 人，%(share)s%%") % {"count": option.count, "share": _short(share)}
        pattern = _("%(option)s（标准答案）：%(figures)s。") if option.is_right else _("%(option)s：%(figures)s。")
        sentence = pattern % {"option": option.label, "figures": figures}
        sentences.append(sentence)
        css = "chart-key" if option.is_right else "chart-blank" if option.key == BLANK else "chart-bar"
        label = f"✓ {_shortened(option.label)}" if option.is_right else _shortened(option.label)
        parts += [
            f"<g><title>{escape(sentence)}</title>",
            _text(2, top + 18, label, "start", "chart-strong" if option.is_right else ""),
            _text(WIDTH - 2, top + 18, figures, "end"),
            _rect(2, top + 28, WIDTH - 4, 14, "chart-track"),
            _rect(2, top + 28, (WIDTH - 4) * min(share, 100) / 100, 14, css),
            "</g>",
        ]
    height = len(options) * row
    if any(option.is_right for option in options):
        parts.append(_text(2, height + 16, "✓ " + _("标准答案"), "start", "chart-quiet"))
        height += 24
    return _svg(name, height, title, "".join(sentences), parts)


def item_scatter(points: Sequence[ItemPoint], *, name: str) -> str:
    """Facility (across) and discrimination (up) of the items; weak items are diamonds, the others circles.

    Items for which either figure is undefined are named in the description only.
    """
    shown = [point for point in points if point.facility is not None and point.discrimination is not None]
    lowest = min([-20, *(int(point.discrimination // 20) * 20 for point in shown)])

    def across(facility: float) -> float:
        return LEFT + 12 + (RIGHT - LEFT - 24) * min(max(facility, 0), 100) / 100

    def up(discrimination: float) -> float:
        return SCATTER_FLOOR - (SCATTER_FLOOR - SCATTER_TOP) * (discrimination - lowest) / (100 - lowest)

    axes, marks, numbers, sentences = _scatter_axes(across, up, lowest), [], [], []
    taken: list[tuple[float, float]] = []
    for point in shown:
        x, y = _free_place(across(point.facility), up(point.discrimination), taken)
        sentence = _("第 %(item)s 题：难度指数 %(facility)s%%，区分度 %(discrimination)s%%。") % {
            "item": point.label,
            "facility": _short(point.facility),
            "discrimination": _short(point.discrimination),
        }
        sentences.append(sentence)
        mark = _diamond(x, y) if point.discrimination < WEAK_DISCRIMINATION else _circle(x, y)
        marks.append(f"<g><title>{escape(sentence)}</title>{mark}</g>")
        numbers.append(_text(x, y + 4, point.label, "middle", "chart-number"))
    left_out = [point.label for point in points if point not in shown]
    if left_out:
        sentences.append(_("第 %(items)s 题还算不出来。") % {"items": _("、").join(left_out)})
    return _svg(name, SCATTER_FLOOR + 64, _("各题的难度指数与区分度"), "".join(sentences), [*axes, *marks, *numbers])


def _bins(totals: Mapping[int, int], maximum: int) -> list[_Bin]:
    """At most MAX_BARS bins from the lowest to the highest possible total."""
    low, high = min([0, *totals]), max([maximum, *totals])
    width = _width_of_bins(high - low)
    count = high - low + 1 if width == 1 else -(-(high - low) // width)
    counts = [0] * count
    for total, attempts in totals.items():
        counts[min((total - low) // width, count - 1)] += attempts
    edges = [low + index * width for index in range(count)] + [low + count if width == 1 else high]
    return [_Bin(*entry) for entry in zip(edges[:-1], edges[1:], counts, strict=True)]


def _width_of_bins(span: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … that needs no more than MAX_BARS bins."""
    if span < MAX_BARS:
        return 1
    width = 1
    while True:
        for factor in (2, 5, 10):
            if span <= MAX_BARS * width * factor:
                return width * factor
        width *= 10


def _bin_sentence(entry: _Bin, bins: Sequence[_Bin], scale: int) -> str:
    words = {"low": _points(entry.low, scale), "high": _points(entry.high, scale), "count": entry.count}
    if entry.high - entry.low == 1:
        return _("%(low)s 分：%(count)s 人次。") % words
    if entry is bins[-1]:
        return _("%(low)s 到 %(high)s 分：%(count)s 人次。") % words
    return _("%(low)s 到不满 %(high)s 分：%(count)s 人次。") % words


def _histogram_axes(peak: int, top: float, floor: float) -> list[str]:
    parts = []
    for count in sorted({0, peak // 2, peak}):
        y = floor - (floor - top) * count / peak
        parts.append(_line(LEFT, y, RIGHT, y, "chart-grid" if count else "chart-axis"))
        parts.append(_text(LEFT - 6, y + 4, str(count), "end", "chart-quiet"))
    parts.append(_text(2, 14, _("人次"), "start", "chart-quiet"))
    return parts


def _mean_line(mean: float, shown: str, bins: Sequence[_Bin], top: float, floor: float) -> list[str]:
    """A line at the mean and its figure; a bar of one value has its value in the middle, a wider one at its left edge."""
    width = bins[0].high - bins[0].low
    centred = 0.5 if width == 1 else 0
    x = min(RIGHT, LEFT + ((mean - bins[0].low) / width + centred) * (RIGHT - LEFT) / len(bins))
    label = _("平均 %(mean)s") % {"mean": shown}
    return [
        _line(x, top - 8, x, floor, "chart-mean"),
        _text(min(max(x, 70), 320), top - 14, label, "middle", "chart-strong"),
    ]


def _scatter_axes(across, up, lowest: int) -> list[str]:
    """Grid, scales, and the field in which an item does its work."""
    parts = [
        _rect(across(30), up(100), across(80) - across(30), up(WEAK_DISCRIMINATION) - up(100), "chart-zone"),
        _text(across(55), up(100) + 16, _("理想"), "middle", "chart-quiet"),
    ]
    for value in range(lowest, 101, 20 if lowest > -60 else 40):
        css = "chart-axis" if value == 0 else "chart-grid"
        parts.append(_line(LEFT, up(value), RIGHT, up(value), css))
        parts.append(_text(LEFT - 6, up(value) + 4, str(value), "end", "chart-quiet"))
    for value in range(0, 101, 25):
        parts.append(_text(across(value), up(lowest) + 18, str(value), "middle", "chart-quiet"))
    captions = (_("横：难度指数（%），越右越容易"), _("竖：区分度（%）；◆ 偏弱"))
    for number, caption in enumerate(captions):
        parts.append(_text(WIDTH / 2, up(lowest) + 38 + 18 * number, caption, "middle", "chart-quiet"))
    return parts


def _free_place(x: float, y: float, taken: list[tuple[float, float]]) -> tuple[float, float]:
    """The nearest place at which the number of no other item is covered; notes it as taken."""
    for distance in range(0, WIDTH, 3):
        for right, down in ((distance, 0), (-distance, 0), (0, distance), (0, -distance)):
            place = (x + right, y + down)
            inside = LEFT <= place[0] <= RIGHT and SCATTER_TOP <= place[1] <= SCATTER_FLOOR
            if inside and all(dist(place, other) >= NUMBER_WIDTH for other in taken):
                taken.append(place)
                return place
    return x, y


def _svg(name: str, height: float, title: str, description: str, parts: Iterable[str]) -> str:
    prefix = escape(name)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {_coordinate(height)}" role="img" '
        f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">'
        f'<title id="{prefix}-title">{escape(title)}</title><desc id="{prefix}-desc">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _text(x: float, y: float, content: str, anchor: str, css: str = "") -> str:
    named = f' class="{css}"' if css else ""
    return f'<text x="{_coordinate(x)}" y="{_coordinate(y)}" text-anchor="{anchor}"{named}>{escape(content)}</text>'


def _rect(x: float, y: float, width: float, height: float, css: str) -> str:
    x, y, width, height = map(_coordinate, (x, y, width, height))
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" class="{css}"/>'


def _line(x1: float, y1: float, x2: float, y2: float, css: str) -> str:
    x1, y1, x2, y2 = map(_coordinate, (x1, y1, x2, y2))
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" class="{css}"/>'


def _circle(x: float, y: float) -> str:
    return f'<circle cx="{_coordinate(x)}" cy="{_coordinate(y)}" r="10" class="chart-item"/>'


def _diamond(x: float, y: float) -> str:
    corners = ((x, y - 13), (x + 13, y), (x, y + 13), (x - 13, y))
    path = " ".join(f"{_coordinate(across)},{_coordinate(down)}" for across, down in corners)
    return f'<polygon points="{path}" class="chart-weak"/>'


def _coordinate(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _short(value: float) -> str:
    """A figure with one decimal at most, without a negative zero."""
    return _coordinate(round(value, 1) + 0.0)


def _points(value: float, scale: int) -> str:
    """Points of the tally as points to show, with two decimals at most."""
    return f"{value / scale:.2f}".rstrip("0").rstrip(".")


def _shortened(label: str) -> str:
    """The label cut to LABEL_WIDTH; the whole is in the title of its bar."""
    width = 0.0
    for index, character in enumerate(label):
        width += 1 if east_asian_width(character) in "WF" else 0.55
        if width > LABEL_WIDTH:
            return f"{label[: index - 1]}…"
    return label
