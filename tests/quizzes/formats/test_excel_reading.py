"""Workbooks as people fill them in: headers, words, numbers and dates; what is refused in a row, and with which sentence."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from quizzes.formats import format_named, template
from quizzes.formats.excel_columns import SHEET
from quizzes.formats.excel_template import EXAMPLE_QUESTIONS
from quizzes.question_data import UnreadableFile

EXCEL = format_named("xlsx")
HEADER = ("题型", "题干", "选项A", "选项B", "选项C", "答案")


def saved(book) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(*rows, title: str = SHEET):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def read(*rows):
    return list(EXCEL.read(saved(workbook(*rows))))


def one(header, *cells):
    (row,) = read(header, cells)
    return row


def problems(header, *cells) -> str:
    row = one(header, *cells)
    assert row.question is None
    return "".join(row.problems)


def right(question) -> str:
    return "".join("ABCDEFGHIJKL"[n] for n, option in enumerate(question.body["options"]) if option.get("right"))


@pytest.mark.parametrize(
    "header",
    [
        ("题型", "题干", "选项A", "选项B", "选项C", "答案"),
        ("题目类型", "题目", "A", "B", "C", "正确答案"),
        ("试题类型", "试题内容", "选项 A", "选项 B", "选项 C", "参考答案"),
        ("题型（必填）", "题干*", "A选项", "B选项", "C选项", "答案："),
        ("类型", "问题", "选项1", "选项2", "选项3", "标准答案"),
    ],
)
def test_headers_by_other_names(header):
    assert right(one(header, "单选题", "甲？", "一", "二", "三", "B").question) == "B"


def test_columns_in_any_order_below_a_title():
    rows = read(
        ("消费知识题库", None), (), ("答案", "选项B", "题干", "选项A", "题型"), ("B", "二", "甲？", "一", "单选")
    )
    assert [row.number for row in rows] == [4]
    assert right(rows[0].question) == "B"


@pytest.mark.parametrize(
    ("words", "answer"), [("ACB", "ABC"), ("A,C", "AC"), ("A、C", "AC"), ("ａｃ", "AC"), ("A C；", "AC"), ("b", "B")]
)
def test_letters(words, answer):
    assert right(one(HEADER, "多选题", "甲？", "一", "二", "三", words).question) == answer


@pytest.mark.parametrize(
    ("value", "truth"),
    [("对", True), ("√", True), ("正确", True), ("T", True), ("true", True), (True, True), ("是", True), ("Ｔ", True)]
    + [("错", False), ("×", False), ("错误", False), ("F", False), (False, False), ("x", False), ("否", False)],
)
def test_truths(value, truth):
    assert one(HEADER, "判断题", "甲。", None, None, None, value).question.body["right"] is truth


def test_true_or_false_with_options():
    assert one(HEADER, "判断题", "甲。", "正确", "错误", None, "B").question.body["right"] is False


@pytest.mark.parametrize(
    ("stem", "cell", "blanks"),
    [
        ("赔____。", "三倍|3倍｜三", [["三倍", "3倍", "三"]]),
        ("赔____，最低____。", "三倍\n500", [["三倍"], ["500"]]),
        ("赔____，最低____。", "三倍|3倍；500", [["三倍", "3倍"], ["500"]]),
        ("赔__________，最低__。", "三倍;500", [["三倍"], ["500"]]),
        ("赔____。", "三；四", [["三；四"]]),
        ("赔____。", "a\\|b|c\\d", [["a|b", "c\\d"]]),
        (
            "赔____。",
            "三倍|三（50%）|叁(1/3)",
            [["三倍", {"text": "三", "weight": "1/2"}, {"text": "叁", "weight": "1/3"}]],
        ),
        ("赔____。", "三|三\\（50%）", [["三", "三（50%）"]]),
        ("赔____。", 500, [["500"]]),
        ("赔____。", 0.1, [["0.1"]]),
        ("在____。", datetime(2026, 11, 25), [["2026-11-25"]]),
        ("是____。", True, [["TRUE"]]),
    ],
)
def test_blanks(stem, cell, blanks):
    assert one(HEADER, "填空题", stem, None, None, None, cell).question.body == {"blanks": blanks}


@pytest.mark.parametrize(
    ("cell", "units", "body"),
    [
        (500, None, {"answers": [{"value": "500", "tolerance": "0"}]}),
        ("500±1", "元", {"answers": [{"value": "500", "tolerance": "1"}], "units": [{"name": "元", "factor": "1"}]}),
        (
            "1,500±0.5 元",
            None,
            {"answers": [{"value": "1500", "tolerance": "0.5"}], "units": [{"name": "元", "factor": "1"}]},
        ),
        ("500+-1", None, {"answers": [{"value": "500", "tolerance": "1"}]}),
        (
            "3\n5（50%）",
            None,
            {"answers": [{"value": "3", "tolerance": "0"}, {"value": "5", "tolerance": "0", "weight": "1/2"}]},
        ),
        (
            "－5",
            "元|角=0.1",
            {
                "answers": [{"value": "-5", "tolerance": "0"}],
                "units": [{"name": "元", "factor": "1"}, {"name": "角", "factor": "0.1"}],
            },
        ),
    ],
)
def test_numbers(cell, units, body):
    assert one((*HEADER, "单位"), "数值题", "多少？", None, None, None, cell, units).question.body == body


def test_a_cell_formatted_as_a_percentage_is_one():
    book = workbook(HEADER, ("填空题", "比例是____。", None, None, None, 0.15))
    book.active["F2"].number_format = "0%"
    (row,) = EXCEL.read(saved(book))
    assert row.question.body == {"blanks": [["15%"]]}


@pytest.mark.parametrize(
    "value", [datetime(2026, 11, 25), date(2026, 11, 25), "2026-11-25", "2026年11月25日", "2026/11/25", "2026.11.25"]
)
def test_days(value):
    row = one((*HEADER, "核对日期"), "判断题", "甲。", None, None, None, "对", value)
    assert row.question.checked_on == date(2026, 11, 25)


def test_ordering_by_columns_or_by_letters():
    header = (*HEADER, "计分规则")
    rows = read(
        header, ("排序题", "排", "一", "二", "三", None, None), ("排序题", "排", "二", "三", "一", "CAB", "按位置得分")
    )
    assert rows[0].question.body == {"items": ["一", "二", "三"], "rule": "all_or_nothing"}
    assert rows[1].question.body == {"items": ["一", "二", "三"], "rule": "per_position"}


def test_matching():
    row = one(HEADER, "配对题", "配", "食品过期=12315", "诈骗＝110", "多余=119", None)
    assert row.question.body == {"pairs": [["食品过期", "12315"], ["诈骗", "110"]], "extra": ["119"]}


def test_a_case_study_and_the_question_after_it():
    rows = read(
        (*HEADER, "小题", "分数", "分类"),
        ("案例题", "材料", None, None, None, None, None, None, "退货"),
        ("单选题", "甲？", "一", "二", None, "A", 1, 2, None),
        ("判断题", "乙。", None, None, None, "错", "2", None, "退货"),
        ("判断题", "丙。", None, None, None, "对", None, None, None),
    )
    assert [row.number for row in rows] == [2, 5]
    case = rows[0].question
    assert (case.points, case.category, [part["type"] for part in case.body["parts"]]) == (
        3,
        "退货",
        ["single_choice", "true_false"],
    )
    assert "第 4 行没有用到：分类" in rows[0].warnings[0]


def test_a_problem_in_a_part_refuses_the_case_and_names_the_part():
    rows = read(
        (*HEADER, "小题"),
        ("案例题", "材料"),
        ("单选题", "甲？", "一", "二", None, "C", 1),
        ("判断题", "乙。", None, None, None, "对", 2),
    )
    assert len(rows) == 1
    assert rows[0].question is None
    assert rows[0].problems[0].startswith("第 1 小题：")


def test_parts_without_a_case():
    header = (*HEADER, "小题")
    assert "上面没有案例题" in problems(header, "判断题", "乙。", None, None, None, "对", 1)
    row = read(header, ("判断题", "甲。", None, None, None, "对"), ("判断题", "乙。", None, None, None, "对", 1))[0]
    assert "不是案例题" in row.problems[0]


def test_shares_feedback_and_fixed_order():
    row = one(
        (*HEADER, "选项分值", "选项反馈", "选项顺序"),
        *("单选题", "甲？", "一", "二", "三", "A", "B=50%", "A：对了。\n再想想。\nC、错了。", "固定"),
    )
    assert row.question.body == {
        "options": [
            {"text": "一", "right": True, "feedback": "对了。\n再想想。"},
            {"text": "二", "weight": "1/2"},
            {"text": "三", "feedback": "错了。"},
        ],
        "keep_order": True,
    }


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (("单选题", "甲？", "一", "二", None, "C"), "没有对应的选项"),
        (("单选题", "甲？", "一", None, "三", "A"), "选项B是空的"),
        (("单选题", "甲？", "一", "二", None, None), "请填写答案"),
        (("单选题", "甲？", "一", "二", None, "一"), "不是选项的字母"),
        (("多选题", "甲？", "一", "二", None, "AAB"), "重复"),
        (("单选题", None, "一", "二", None, "A"), "请填写题干"),
        (("连连看", "甲？", "一", "二", None, "A"), "不知道是哪种题"),
        ((None, "甲？", "一", "二", None, "A"), "请填写题型"),
        (("判断题", "甲。", None, None, None, "也许"), "“对”或“错”"),
        (("判断题", "甲。", "一", "二", None, "对"), "不用填选项"),
        (("数值题", "甲？", None, None, None, "五百"), "不是数字"),
        (("数值题", "甲？", None, None, None, "1/2"), "写成数字"),
        (("配对题", "甲？", "一", "二=三", None, None), "左边=右边"),
        (("排序题", "甲？", "一", "二", "三", "AB"), "所有选项的字母"),
        (("填空题", "赔____，最低____。", None, None, None, "三"), "有 2 个空"),
        (("案例题", "材料", None, None, None, None), "小题"),
    ],
)
def test_problems(cells, problem):
    assert problem in problems(HEADER, *cells)


@pytest.mark.parametrize(
    ("header", "value", "problem"),
    [
        ("分数", "两分", "不是整数"),
        ("分数", 2.5, "不是整数"),
        ("分数", 0, "1 到 1000"),
        ("难度", "变态", "难度"),
        ("核对日期", "昨天", "2026-11-25 的样子"),
        ("核对日期", "2026-02-30", "2026-11-25 的样子"),
        ("法律依据", "《民法典》", "核对日期"),
        ("计分规则", "随便", "没有“随便”"),
        ("选项顺序", "倒序", "固定"),
        ("选项分值", "A", "A=50%"),
        ("选项分值", "D=50%", "没有这个选项"),
        ("选项分值", "A=1e999999999", "不是数字"),
        ("选项反馈", "说得好", "写明是谁的"),
        ("选项反馈", "D：说得好", "没有这个选项"),
    ],
)
def test_problems_of_other_columns(header, value, problem):
    assert problem in problems((*HEADER, header), "多选题", "甲？", "一", "二", "三", "AB", value)


def test_several_problems_are_told_at_once():
    found = problems((*HEADER, "分数", "难度"), "单选题", "甲？", "一", "二", None, "C", "两分", "变态")
    assert "不是整数" in found
    assert "没有对应的选项" in found


def test_cells_that_a_type_does_not_use_are_named():
    row = one((*HEADER, "计分规则", "单位"), "判断题", "甲。", None, None, None, "对", "全对才得分", "元")
    assert row.question
    assert "计分规则、单位" in row.warnings[0]


def test_columns_that_nobody_knows_are_named_once():
    rows = read((*HEADER, "出题人"), *[("判断题", "甲。", None, None, None, "对", "王")] * 2)
    assert "出题人" in rows[0].warnings[0]
    assert rows[1].warnings == ()


def test_codes_of_office_for_characters_are_read():
    row = one((*HEADER, "解析"), "判断题", "甲。_x000D_\n乙_x005F_x000D_。", None, None, None, "对", None)
    assert row.question.stem == "甲。\n乙_x000D_。"


@pytest.mark.parametrize("names", [("题干", "答案"), ("题型", "题干"), ("题型", "试题")])
def test_missing_headers(names):
    with pytest.raises(UnreadableFile, match="表头缺少这些列"):
        read(names, ("单选题", "甲？"))


def test_a_header_that_stands_twice():
    with pytest.raises(UnreadableFile, match="出现了两次：答案"):
        read((*HEADER, "正确答案"), ("判断题", "甲。", None, None, None, "对", "错"))


@pytest.mark.parametrize("rows", [[], [("甲", "乙")], [HEADER], [HEADER, (" ", None)]])
def test_nothing_to_read(rows):
    with pytest.raises(UnreadableFile):
        read(*rows)


def test_the_sheet_of_questions_is_found_by_its_name_or_its_header():
    book = workbook(("随便",), title="封面")
    sheet = book.create_sheet("第一单元")
    sheet.append(HEADER)
    sheet.append(("判断题", "甲。", None, None, None, "对"))
    assert [row.question.stem for row in EXCEL.read(saved(book))] == ["甲。"]
    named = book.create_sheet(SHEET)
    named.append(HEADER)
    named.append(("判断题", "乙。", None, None, None, "对"))
    assert [row.question.stem for row in EXCEL.read(saved(book))] == ["乙。"]


def test_the_template_is_empty_and_its_examples_are_the_examples():
    content = template(topics={"online-shopping": "网络购物"}, audiences={"public": "大众", "senior": "高中"})
    with pytest.raises(UnreadableFile, match="没有题目"):
        list(EXCEL.read(content))
    book = load_workbook(BytesIO(content))
    assert book.sheetnames[:3] == ["题目", "填写说明", "示例"]
    assert book["题目"].freeze_panes == "A2"
    lists = {str(rule.sqref): rule.formula1 for rule in book["题目"].data_validations.dataValidation}
    assert any("单选题" in formula for formula in lists.values())
    assert [cell.value for cell in book["可选的词"]["B"]] == ["读者", "大众", "高中"]
    rows = [[cell.value for cell in row] for row in book["示例"].iter_rows()]
    read_back = [row.question for row in EXCEL.read(saved(workbook(*rows)))]
    assert read_back == list(EXAMPLE_QUESTIONS)


def test_refused_rows_come_back_in_the_same_layout_to_be_corrected():
    rows = read(
        (*HEADER, "小题", "解析"),
        ("判断题", "好的。", None, None, None, "对"),
        ("单选题", "甲？", "一", "二", None, "C", None, "因为。"),
        ("案例题", "材料"),
        ("判断题", "乙。", None, None, None, "也许", 1),
    )
    content = EXCEL.rejected(rows)
    again = list(EXCEL.read(content))
    assert [row.problems for row in again] == [rows[1].problems, rows[2].problems]
    book = load_workbook(BytesIO(content))
    sheet = book.active
    names = [cell.value for cell in sheet[1]]
    assert names[0] == "原因"
    assert "没有对应的选项" in sheet["A2"].value
    for row, words in ((2, "B"), (4, "错")):
        sheet.cell(row, names.index("答案") + 1).value = words
    corrected = [row.question for row in EXCEL.read(saved(book))]
    assert [question.type for question in corrected] == ["single_choice", "case_study"]
    assert corrected[0].explanation == "因为。"
