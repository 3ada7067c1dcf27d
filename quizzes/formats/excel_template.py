"""The empty workbook for teachers: a sheet to fill in, one that explains, one with an example of each type."""

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from ..question_data import QuestionData
from .excel import rows_of
from .excel_columns import DIFFICULTIES, EXAMPLES, GUIDE, LEAST_OPTIONS, RULES, SHEET, TYPES, Column, layout
from .sheets import TITLE_FONT, add_header, add_row, saved, text_cell

LAST_ROW = 5001
LISTS = "可选的词"
LAW = {"law": "《消费者权益保护法》第二十五条", "checked_on": date(2026, 11, 25)}

ABOUT_SHEET = (
    "一道题占一行，从“题目”表的第二行填起；案例题例外，见下面。第一行是表头，列的先后可以换，用不到的列可以删，列名不要改。",
    "必填：题型、题干、答案（排序题和配对题的答案写在选项里）。其余都可以空着。",
    "不要合并单元格，不要用公式。一格最多 10,000 个字。要在一格里换行，按 Alt + Enter。",
    "“示例”表里每种题都有一道，可以整行复制过来改。导入时只读“题目”表。",
)
ABOUT_COLUMNS = (
    ("编号", "自己定的编号，不重复，例如 online-return-01。填了编号，以后再导入同一编号就是修改这道题。"),
    ("题型", "单选题、多选题、判断题、填空题、数值题、排序题、配对题、案例题。从下拉列表里选。"),
    ("题干", "可以分段。用两个星号把要**着重**的字括起来。填空题的空写四个下划线 ____。"),
    ("选项A、选项B……", "从选项A 起依次填，中间不要空。列不够就在后面加“选项I”“选项J”……"),
    ("答案 · 单选题", "一个字母，例如 B。"),
    ("答案 · 多选题", "几个字母，例如 ACD，也可以写成 A、C、D。"),
    ("答案 · 判断题", "对 或 错（也认 √ × 正确 错误 T F）。"),
    (
        "答案 · 填空题",
        "一个空占一行（Alt + Enter 换行），或者用“；”隔开；一个空有几种说法，用竖线隔开，例如 三倍|3倍。"
        "某种说法只得一部分分，在后面括号里写比例，例如 三（50%）。",
    ),
    ("答案 · 数值题", "数字，可以带误差，例如 500±1。有几个答案，一行一个。单位写在“单位”列。"),
    ("答案 · 排序题", "选项按正确的先后填，答案空着。选项若是乱的，答案写正确的先后，例如 CABD。"),
    ("选项 · 配对题", "每格一对，写成 左边=右边。只有右边、和谁都不配的，写成 多余=右边。"),
    (
        "计分规则",
        "多选题：全对才得分（不填就是它）、少选得一半、按选对的个数、按选项分值。排序题：全对才得分、按位置得分。",
    ),
    ("分数", "1 到 1000 的整数，不填是 1 分。案例题的分数是各小题的和，不用填。"),
    ("难度", "容易、中等、较难，不填是中等。"),
    ("分类", "题库里的分类，一级一级用“/”隔开，例如 网络购物/七天无理由退货。没有的会新建，最多三级。"),
    ("主题、读者", "可以填几个，用“、”隔开。"),
    ("解析", "答完以后给人看：为什么。"),
    ("法律依据、核对日期", "写了法律依据，就要写最近一次核对的日期，例如 2026-11-25。几条法之间用“；”隔开。"),
    ("相关的课", "网站上那一课网址里的最后一段，例如 seven-day-return-after-unboxing。"),
    ("选项顺序", "填“固定”，选项就不打乱，例如最后一项是“以上都对”。"),
    ("选项分值", "某个选项另有比例，例如 B=50%；C=-50%。单选题里给部分正确的选项，多选题要配“按选项分值”。"),
    ("选项反馈", "选了它以后说的话，一条一行：A：…… 判断题写 对：…… 错：……"),
    ("单位", "数值题的单位，第一个是答案的单位；还认别的单位，就用竖线隔开并写换算，例如 元|角=0.1。"),
    ("图片", "导出时写着图片的文件名。导入不读这一列，图片请在题目里添加。"),
    ("小题", "案例题：材料单独一行，题型选案例题；下面每道小题一行，“小题”填 1、2、3……，题型是小题自己的。"),
    ("反斜杠 \\", "答案里真的要用竖线 |、配对题的字里真的有等号 =，就在它前面加一个 \\，例如 a\\|b。一般用不到。"),
)


def template(*, topics: Mapping[str, str] | None = None, audiences: Mapping[str, str] | None = None) -> bytes:
    """Return the workbook to fill in. `topics` and `audiences` give the site's own, slug → name, to choose from."""
    book = Workbook(write_only=True)
    columns = layout(LEAST_OPTIONS)
    sheet = book.create_sheet(SHEET)
    headers, widths = [column.header for column in columns], [column.width for column in columns]
    add_header(sheet, headers, widths)
    named = {"topics": topics or {}, "audiences": audiences or {}}
    add_lists(book, sheet, columns, named)
    add_guide(book, named)
    examples = book.create_sheet(EXAMPLES)
    add_header(examples, headers, widths)
    for question in EXAMPLE_QUESTIONS:
        for row in rows_of(question):
            add_row(examples, (row.get(column.key, "") for column in columns))
    add_list_sheet(book, named)
    return saved(book)


def add_lists(book: Workbook, sheet, columns: list[Column], named: dict[str, Mapping[str, str]]) -> None:
    """Give the columns of fixed words a list to choose from; where several words may stand, the list only proposes."""
    words = {
        "type": [names[0] for names in TYPES.values()],
        "difficulty": [names[0] for names in DIFFICULTIES.values()],
        "rule": [names[0] for names in RULES.values()],
        "order": ["打乱", "固定"],
    }
    for place, column in enumerate(columns, 1):
        if column.key in words:
            choice = DataValidation(type="list", formula1='"' + ",".join(words[column.key]) + '"', allow_blank=True)
            choice.errorTitle, choice.error = column.header, "请从列表里选一个。"
            choice.showErrorMessage = True
        elif named.get(column.key):
            letter = get_column_letter(list(named).index(column.key) + 1)
            last = len(named[column.key]) + 1
            choice = DataValidation(
                type="list", formula1=f"{quote_sheetname(LISTS)}!${letter}$2:${letter}${last}", allow_blank=True
            )
            choice.showErrorMessage = False
        else:
            continue
        sheet.data_validations.append(choice)
        choice.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{LAST_ROW}")


def add_guide(book: Workbook, named: dict[str, Mapping[str, str]]) -> None:
    """The sheet that explains."""
    sheet = book.create_sheet(GUIDE)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 96
    for title, lines in (
        ("怎么填", [("", line) for line in ABOUT_SHEET]),
        ("每一列", ABOUT_COLUMNS),
        ("可以填的主题", [(name, slug) for slug, name in named["topics"].items()]),
        ("可以填的读者", [(name, slug) for slug, name in named["audiences"].items()]),
    ):
        if lines:
            heading = text_cell(sheet, title)
            heading.font = TITLE_FONT
            sheet.append([heading])
            for line in lines:
                add_row(sheet, line)
            sheet.append([])


def add_list_sheet(book: Workbook, named: dict[str, Mapping[str, str]]) -> None:
    """A hidden sheet with the names that the lists of topics and audiences take."""
    sheet = book.create_sheet(LISTS)
    sheet.sheet_state = "hidden"
    add_row(sheet, ("主题", "读者"))
    for names in zip_longest(*(words.values() for words in named.values()), fillvalue=""):
        add_row(sheet, names)


EXAMPLE_QUESTIONS = tuple(
    question.cleaned()
    for question in (
        QuestionData(
            type="single_choice",
            stem="网上买的衣服，收到以后几天内可以无理由退货？",
            body={
                "options": [
                    {"text": "三天"},
                    {"text": "七天", "right": True, "feedback": "从签收的第二天算起。"},
                    {"text": "十五天"},
                    {"text": "三十天"},
                ]
            },
            explanation="网络购物自收到商品之日起七日内可以退货，不用说明理由；定做的、鲜活易腐的等除外。",
            category="网络购物/七天无理由退货",
            difficulty="easy",
            **LAW,
        ),
        QuestionData(
            type="multiple_choice",
            stem="下列哪些商品不适用七天无理由退货？",
            body={
                "options": [
                    {"text": "定做的西装", "right": True},
                    {"text": "鲜活易腐的海鲜", "right": True},
                    {"text": "普通的运动鞋"},
                    {"text": "交付的报纸、期刊", "right": True},
                ],
                "rule": "half_if_incomplete",
            },
            points=2,
            category="网络购物/七天无理由退货",
            **LAW,
        ),
        QuestionData(
            type="true_false",
            stem="拆了包装的商品，一律不能无理由退货。",
            body={"right": False, "feedback": {"true": "查验商品需要打开包装，不影响退货。"}},
            category="网络购物/七天无理由退货",
        ),
        QuestionData(
            type="fill_in",
            stem="经营者有欺诈行为的，按价款的____赔偿；不足五百元的，按____元赔偿。",
            body={"blanks": [["三倍", "3倍", {"text": "三", "weight": "1/2"}], ["五百", "500"]]},
            points=2,
            category="维权常识",
        ),
        QuestionData(
            type="numeric",
            stem="花 300 元买到假货，按三倍赔偿是多少元？",
            body={"answers": [{"value": "900", "tolerance": "0"}], "units": ["元", {"name": "角", "factor": "0.1"}]},
            category="维权常识",
        ),
        QuestionData(
            type="ordering",
            stem="发生消费纠纷，先后怎么办？",
            body={"items": ["和商家协商", "请消费者组织调解", "拨打 12315 投诉"], "rule": "per_position"},
            category="维权常识",
        ),
        QuestionData(
            type="matching",
            stem="遇到下面的事，找谁？",
            body={"pairs": [["食品过期", "12315"], ["遇到诈骗", "110"]], "extra": ["119"]},
            category="维权常识",
        ),
        QuestionData(
            type="case_study",
            stem="王奶奶听讲座，花 3000 元买了一台“能治百病”的理疗仪，回家发现只是普通按摩器。",
            body={
                "parts": [
                    {
                        "type": "single_choice",
                        "stem": "商家的说法属于什么？",
                        "points": 2,
                        "body": {"options": [{"text": "虚假宣传", "right": True}, {"text": "正常促销"}]},
                        "explanation": "普通器械不能宣传治疗作用。",
                    },
                    {"type": "true_false", "stem": "王奶奶可以要求退货和赔偿。", "points": 1, "body": {"right": True}},
                ]
            },
            category="保健品",
        ),
    )
)
