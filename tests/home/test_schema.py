"""Content files: what is refused, with which words."""

import pytest

from factories.content import FILES, LAW, QUESTION, STEPS, TRY, change, write_content, write_file
from home.content import richtext
from home.content.schema import ContentError, read_content

LESSON = "courses/net/01-return.yaml"
ACTIVITY = "activities/label-game.yaml"
TIP = "notices/2026-11-20-tip.yaml"


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path)


def errors(root) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_content(root)
    return caught.value.errors


def lesson_with(block: dict) -> dict:
    """Values of a lesson whose first step is one block."""
    return {"steps": [{"title": "开头", "body": [block]}, *STEPS[1:], TRY]}


def test_the_small_folder_is_sound_and_in_reading_order(root):
    content = read_content(root)
    assert [page.slug for page in content.pages] == [
        *("mingbai", "courses", "guides", "activities", "comics", "notices", "about"),
        *("net-course", "return", "school", "rights", "family", "prize", "label-game", "tip", "drinks"),
    ]
    assert {page.slug: page.parent for page in content.pages}["return"] == "net-course"


def test_values_stay_what_was_written(root):
    """YAML's own guesses (9:30 is 570, no is false) must not reach a page."""
    change(
        root,
        LESSON,
        title="no",
        **lesson_with({"table": {"caption": "钟", "header": ["1.10"], "rows": [["9:30"], ["yes"]]}}),
    )
    page = next(page for page in read_content(root).pages if page.slug == "return")
    table = page.values["steps"][0]["body"][0][1]
    assert (page.values["title"], table["header"], table["rows"]) == ("no", ["1.10"], [["9:30"], ["yes"]])


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        (LESSON, {"colour": "red"}, "colour: 不认识这个词"),
        (LESSON, {"summary": None}, "缺少 summary。"),
        (LESSON, {"summary": "太短"}, "summary: 要 30 到 80 个字，现在 2 个。"),
        (LESSON, {"title": "一" * 25}, "title: 要 1 到 24 个字，现在 25 个。"),
        (LESSON, {"title": "说一句话。"}, "title: 标题末尾不加句号。"),
        (LESSON, {"slug": "Return"}, "slug: 要用小写英文、数字和短横线，现在是“Return”。"),
        (LESSON, {"slug": "refund"}, "文件名应该是 01-refund.yaml。"),
        (LESSON, {"topics": ["gardening"]}, "topics: topics.yaml 里没有“gardening”。"),
        (LESSON, {"audiences": ["cats"]}, "audiences: audiences.yaml 里没有“cats”。"),
        (LESSON, {"topics": []}, "topics: 要 1 到 3 项，现在 0 项。"),
        (LESSON, {"related": ["nowhere"]}, "related[1]: 没有链接名是“nowhere”的页面。"),
        (LESSON, {"related": ["about"]}, "related[1]: “about”是 plain，不能放在这里。"),
        (LESSON, {"related": ["return"]}, "related[1]: 不能指向自己。"),
        (LESSON, {"checked_on": "2026-13-01"}, "checked_on: 日期要写成 2026-11-25 这样，现在是“2026-13-01”。"),
        (LESSON, {"objectives": ["只有一个"]}, "objectives: 要 2 到 4 项，现在 1 项。"),
        (LESSON, {"steps": STEPS}, "steps: 要 4 到 6 项，现在 3 项。"),
        (LESSON, {"steps": [*STEPS, STEPS[0]]}, "steps: 步骤标题“第一步”出现了不止一次。"),
        (LESSON, lesson_with({"text": "a", "law": LAW}), "steps[1].body[1]: 每一块只写一个块名"),
        (LESSON, lesson_with({"poem": "a"}), "steps[1].body[1]: 没有“poem”这种块"),
        (LESSON, lesson_with({"teacher_note": "a"}), "steps[1].body[1]: 没有“teacher_note”这种块"),
        (LESSON, lesson_with({"law": {"law": "民法典"}}), "steps[1].body[1].law: 缺少 article。"),
        (LESSON, lesson_with({"text": "### 标题"}), "text: 这里不能用标题。"),
        (LESSON, lesson_with({"text": "看<b>这里</b>"}), "text: 不能写 HTML。"),
        (LESSON, lesson_with({"text": "看[这里](page:nowhere)"}), "没有链接名是“nowhere”的页面。"),
        (LESSON, lesson_with({"text": "看[这里](http://example.org)"}), "链接“http://example.org”要写成"),
        (LESSON, lesson_with({"text": "点[这里](javascript:alert)"}), "链接“javascript:alert”要写成"),
        (LESSON, lesson_with({"text": "一个 ** 星"}), "text: 有一个 ** 没有配对。"),
        (LESSON, lesson_with({"text": "先\n\n2. 再"}), "text: 编号列表要从 1 开始"),
        (LESSON, lesson_with({"myth_fact": {"myth": "说法", "fact": "- 一"}}), "fact: 这里不能用列表。"),
        (LESSON, lesson_with({"checklist": {"title": "单", "items": ["**看**", "听"]}}), "items[1]: 这里只能写纯文字"),
        (
            LESSON,
            lesson_with({"table": {"caption": "表", "header": ["甲", "乙"], "rows": [["一格"]]}}),
            "rows[1]: 表头有 2 列，这一行有 1 列。",
        ),
        (LESSON, lesson_with({"picture": {"art": "a/b.webp", "alt": "图"}}), "art: 要写图的文件名"),
        (ACTIVITY, {"minutes": 20}, "minutes: 各环节加起来是 15 分钟，这里写了 20。"),
        (ACTIVITY, {"group_max": 5}, "group_max: 最多人数不能少于最少人数。"),
        (ACTIVITY, {"kind": "dance"}, "kind: “dance”不在可选的词里"),
        (ACTIVITY, {"minutes": "四十"}, "minutes: 要 1 到 480 之间的整数，现在是“四十”。"),
        (TIP, {"body": [{"law": LAW}]}, "checked_on: 写了法条，就要写核对日期。"),
        (TIP, {"date": "2026-11-19"}, "文件名应该是 日期-tip.yaml。"),
        (TIP, {"kind": "training"}, "event: kind 是 training 时要写，别的时候不写。"),
        (TIP, {"kind": "inspection"}, "inspection_items: kind 是 inspection 时要写，别的时候不写。"),
        ("comics/family/01-prize.yaml", {"panels": [{"alt": "图", "lines": []}]}, "panels[1].lines: 要 1 到 12 项"),
        ("guides/school/01-rights.yaml", {"activities": ["return"]}, "activities[1]: “return”是 lesson"),
    ],
)
def test_a_bad_file_is_named_with_its_reason(root, name, values, message):
    change(root, name, **values)
    assert any(error.startswith(f"{name}: ") and message in error for error in errors(root)), errors(root)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([{"text": "甲", "feedback": "不"}, {"text": "乙", "feedback": "不"}], "没有正确答案"),
        ([{"text": "甲", "correct": True, "feedback": "对"}] * 2, "不能所有选项都是正确答案。"),
        ([{"text": "甲", "correct": "maybe", "feedback": "对"}] * 2, "要写 true 或 false。"),
        ([QUESTION["options"][0]], "要 2 到 6 项，现在 1 项。"),
    ],
)
def test_a_self_check_has_right_and_wrong_answers(root, options, message):
    change(root, LESSON, **lesson_with({"self_check": {"question": "？", "options": options}}))
    assert any(message in error for error in errors(root))


def test_a_slug_belongs_to_one_file(root):
    write_file(root, "activities/return.yaml", FILES[ACTIVITY] | {"slug": "return"})
    found = errors(root)
    assert f"{LESSON}: slug: “return”不止一个文件在用。" in found
    assert "activities/return.yaml: slug: “return”不止一个文件在用。" in found


def test_broken_yaml_and_double_keys_name_the_line(root):
    write_file(root, LESSON, "title: [一\nslug: x\n")
    write_file(root, ACTIVITY, "title: 一\ntitle: 二\n")
    found = errors(root)
    assert any(error.startswith(f"{LESSON}: 第 2 行：不是有效的 YAML") for error in found)
    assert any("“title”写了两次" in error for error in found)


def test_strays_and_missing_files_are_reported(root):
    write_file(root, "courses/extra.yaml", FILES[LESSON])
    write_file(root, "notices/old.yml", FILES[TIP])
    (root / "topics.yaml").unlink()
    found = errors(root)
    assert "courses/extra.yaml: 放错了地方，或者扩展名不是 .yaml：没有页面会用到它。" in found
    assert any(error.startswith("notices/old.yml: 放错了地方") for error in found)
    assert "topics.yaml: 没有这个文件。" in found


def test_every_error_comes_at_once(root):
    change(root, LESSON, summary="短")
    change(root, ACTIVITY, minutes=1)
    assert {error.split(":")[0] for error in errors(root)} >= {LESSON, ACTIVITY}


def test_a_link_to_a_refused_file_is_no_second_mistake(root):
    change(root, LESSON, summary="短")
    assert [error.split(":")[0] for error in errors(root)] == [LESSON]


def ids(slug: str) -> int | None:
    return {"prize": 7}.get(slug)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("一段。\n\n又一段。", "<p>一段。</p><p>又一段。</p>"),
        ("一行\n又一行", "<p>一行<br/>又一行</p>"),
        # CommonMark would leave these stars standing.
        ("**“定金”**不退，**写下来。**别忘", "<p><b>“定金”</b>不退，<b>写下来。</b>别忘</p>"),
        ("- 一\n- **二**", "<ul><li>一</li><li><b>二</b></li></ul>"),
        ("1. 一\n\n2. 二\n\n   再说", "<ol><li>一</li><li>二<br/>再说</li></ol>"),
        ("### 标题", "<h3>标题</h3>"),
        ("[漫画](page:prize)", '<p><a linktype="page" id="7">漫画</a></p>'),
        ("[没了](page:gone)的页", "<p>没了的页</p>"),
        ("[问](https://a.cn/?x=1&y=2)", '<p><a href="https://a.cn/?x=1&amp;y=2">问</a></p>'),
        ("[**12315**](tel:12315)", '<p><a href="tel:12315"><b>12315</b></a></p>'),
        ("3 < 5 & 一个 * 星", "<p>3 &lt; 5 &amp; 一个 * 星</p>"),
    ],
)
def test_markdown_becomes_rich_text(markdown, html):
    assert richtext.problems(markdown, richtext.TEXT) == []
    assert richtext.to_html(markdown, ids) == html
