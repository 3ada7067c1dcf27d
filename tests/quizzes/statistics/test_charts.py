"""Charts: well-formed, safe under the strict content security policy, complete in words."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from quizzes.statistics import BLANK, ItemPoint, OptionCount, item_scatter, option_bars, totals_histogram

CSS = Path(__file__).resolve().parents[3] / "site" / "static" / "css"
SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<script>alert("1")</script>&'
OPTIONS = [
    OptionCount("a", "甲", 3),
    OptionCount("b", NASTY, 6, is_right=True),
    OptionCount("c", "这是一个很长很长的选项，长得在手机上一行怎么也放不下", 0),
    OptionCount(BLANK, "未作答", 1),
]
ITEMS = [ItemPoint("1", 60, 35), ItemPoint("2", 60, 35), ItemPoint("3", 98, -55), ItemPoint(NASTY, 50, None)]
CHARTS = {
    "totals": totals_histogram({0: 1, 3: 4, 7: 2}, 10, name="totals", mean=3.7),
    "many": totals_histogram({n * 7: n for n in range(60)}, 400, name="many"),
    "negative": totals_histogram({-3: 1, 5: 2}, 10, name="negative", scale=2),
    "nothing": totals_histogram({}, 0, name="nothing"),
    "options": option_bars(OPTIONS, 10, name="options", title=NASTY),
    "no attempts": option_bars(OPTIONS[:1], 0, name="none", title="第 1 题"),
    "scatter": item_scatter(ITEMS, name="scatter"),
    "empty scatter": item_scatter([], name="empty"),
}


@pytest.fixture(params=CHARTS, ids=str)
def svg(request) -> ElementTree.Element:
    return ElementTree.fromstring(CHARTS[request.param])


def test_safe_and_styled_by_classes_alone(svg):
    classes = set(re.findall(r"\.(chart[\w-]*)", (CSS / "charts.css").read_text()))
    for element in svg.iter():
        assert element.tag.removeprefix(SVG) in {
            "svg", "title", "desc", "g", "rect", "line", "text", "circle", "polygon"
        }  # fmt: skip
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert set(element.get("class", "chart").split()) <= classes


def test_a_name_and_a_description_for_screen_readers(svg):
    title, description = list(svg)[:2]
    assert svg.get("role") == "img"
    assert (svg.get("aria-labelledby"), svg.get("aria-describedby")) == (title.get("id"), description.get("id"))
    assert title.text


def test_everything_is_drawn_inside_the_picture(svg):
    _left, _top, width, height = map(float, svg.get("viewBox").split())
    for element in svg.iter():
        for name, limit in (
            ("x", width),
            ("x1", width),
            ("x2", width),
            ("y", height),
            ("y1", height),
            ("cx", width),
            ("cy", height),
        ):
            assert 0 <= float(element.get(name, 0)) <= limit
        assert float(element.get("height", 0)) >= 0


def bars(name: str) -> list[str]:
    return [group.find(f"{SVG}title").text for group in ElementTree.fromstring(CHARTS[name]).iter(f"{SVG}g")]


def test_one_bar_per_total_while_they_are_few():
    assert bars("negative")[0] == "-1.5 分：1 人次。"
    assert bars("totals")[3] == "3 分：4 人次。"
    assert len(bars("totals")) == 11


def test_bins_once_they_are_many():
    titles = bars("many")
    assert (titles[0], titles[-1]) == ("0 到不满 20 分：3 人次。", "400 到 413 分：117 人次。")
    assert len(titles) == 21
    assert sum(int(re.search(r"：(\d+)", title)[1]) for title in titles) == sum(range(60))


def test_the_key_is_marked_in_words():
    description = ElementTree.fromstring(CHARTS["options"]).find(f"{SVG}desc").text
    assert description == (
        f"甲：3 人，30%。{NASTY}（标准答案）：6 人，60%。"
        "这是一个很长很长的选项，长得在手机上一行怎么也放不下：0 人，0%。未作答：1 人，10%。"
    )
    texts = [text.text for text in ElementTree.fromstring(CHARTS["options"]).iter(f"{SVG}text")]
    assert [text for text in texts if text.startswith("✓")] == [f"✓ {NASTY[:26]}…", "✓ 标准答案"]
    assert "这是一个很长很长的选项，长得…" in texts


def test_weak_items_have_another_shape_and_equal_items_do_not_hide_each_other():
    svg = ElementTree.fromstring(CHARTS["scatter"])
    assert len(list(svg.iter(f"{SVG}polygon"))) == 1
    first, second = svg.iter(f"{SVG}circle")
    assert first.get("cx") != second.get("cx")
    assert svg.find(f"{SVG}desc").text.endswith(f"第 {NASTY} 题还算不出来。")


def test_the_style_sheet_uses_roles_only():
    text = (CSS / "charts.css").read_text()
    tokens = (CSS / "tokens.css").read_text()
    roles = set(re.findall(r"(--[\w-]+):", tokens.partition("color-scheme")[2]))
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= roles
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", text)
