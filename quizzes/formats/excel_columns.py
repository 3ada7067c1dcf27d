"""The columns of the question workbook: their headers, what else people call them, and the words their cells may hold.

Headers and words are part of the file format, so they are the same in every language of the site.
"""

import re
import unicodedata
from dataclasses import dataclass

SHEET = "题目"
GUIDE = "填写说明"
EXAMPLES = "示例"
REASON = "原因"
LEAST_OPTIONS, MOST_OPTIONS = 8, 26


@dataclass(frozen=True)
class Column:
    """One column: its key, its header, its width in the template, other headers that mean the same."""

    key: str
    header: str
    width: int
    synonyms: tuple[str, ...] = ()


BEFORE_OPTIONS = (
    Column("code", "编号", 14, ("题目编号", "试题编号")),
    Column("type", "题型", 10, ("题目类型", "试题类型", "类型")),
    Column("part", "小题", 7, ("小题号", "子题")),
    Column("stem", "题干", 46, ("题目", "试题", "题目内容", "试题内容", "问题", "材料")),
)
AFTER_OPTIONS = (
    Column("answer", "答案", 20, ("正确答案", "参考答案", "标准答案", "正确选项")),
    Column("rule", "计分规则", 14, ("评分规则", "给分规则")),
    Column("points", "分数", 7, ("分值", "得分", "题目分数")),
    Column("difficulty", "难度", 8, ("难易度", "难易程度", "难度等级")),
    Column("category", "分类", 22, ("题目分类", "所属分类", "类别")),
    Column("topics", "主题", 18, ("所属主题",)),
    Column("audiences", "读者", 16, ("适用对象", "适用人群", "对象")),
    Column("explanation", "解析", 46, ("答案解析", "题目解析", "试题解析", "说明")),
    Column("law", "法律依据", 30, ("依据", "法条", "法规依据")),
    Column("checked_on", "核对日期", 13, ("法条核对日期",)),
    Column("lesson", "相关的课", 20, ("相关课程", "课程")),
    Column("order", "选项顺序", 11),
    Column("weights", "选项分值", 18),
    Column("feedback", "选项反馈", 36, ("反馈",)),
    Column("units", "单位", 14),
    Column("picture", "图片", 14),
)
NAMED = {column.key: column for column in (*BEFORE_OPTIONS, *AFTER_OPTIONS)}
REQUIRED = ("type", "stem", "answer")
OPTION = re.compile(r"(?:选项|答案选项)?([A-Z])(?:选项|项)?|选项(\d{1,2})")
HEADERS = {words: column.key for column in NAMED.values() for words in (column.header, *column.synonyms)}

TYPES = {
    "single_choice": ("单选题", "单选", "单项选择题", "单项选择"),
    "multiple_choice": ("多选题", "多选", "多项选择题", "多项选择", "不定项选择题", "不定项"),
    "true_false": ("判断题", "判断", "是非题", "对错题"),
    "fill_in": ("填空题", "填空"),
    "numeric": ("数值题", "数值", "计算题"),
    "ordering": ("排序题", "排序"),
    "matching": ("配对题", "配对", "连线题", "匹配题"),
    "case_study": ("案例题", "案例", "案例分析题", "材料题"),
}
DIFFICULTIES = {"easy": ("容易", "易", "简单"), "medium": ("中等", "中", "一般"), "hard": ("较难", "难", "困难")}
RULES = {
    "all_or_nothing": ("全对才得分", "全对得分"),
    "half_if_incomplete": ("少选得一半", "少选得一半分"),
    "per_option": ("按选对的个数", "按选项个数"),
    "weights": ("按选项分值",),
    "per_position": ("按位置得分", "按位置"),
}
ORDERS = {"固定": True, "不打乱": True, "打乱": False, "随机": False, "": False}
TRUE = ("对", "正确", "是", "√", "✓", "✔", "T", "TRUE", "Y", "YES")
FALSE = ("错", "错误", "否", "不对", "×", "✗", "✘", "X", "F", "FALSE", "N", "NO")


def code_of(words: str, table: dict[str, tuple[str, ...]]) -> str:
    """Return the code that a table's word stands for; the word itself when the table does not know it."""
    word = re.sub(r"\s", "", unicodedata.normalize("NFKC", words))
    return next((code for code, names in table.items() if word == code or word in names), words.strip())


def truth_of(words: str) -> bool | None:
    """Return what 对, √, T … say; None for anything else."""
    word = re.sub(r"[\s。.]", "", words).upper()
    word = unicodedata.normalize("NFKC", word)
    return True if word in TRUE else False if word in FALSE else None


def header_key(words: str) -> str | int | None:
    """Return the key of a column by its header, an option's number (from 0), or None for an unknown header."""
    word = re.sub(r"[\s*：:]|\(.*\)$", "", unicodedata.normalize("NFKC", words))
    if word in HEADERS:
        return HEADERS[word]
    match = OPTION.fullmatch(word.upper())
    if match is None:
        return None
    number = ord(match[1]) - ord("A") if match[1] else int(match[2]) - 1
    return number if 0 <= number < MOST_OPTIONS else None


def option_header(number: int) -> str:
    return f"选项{chr(ord('A') + number)}"


def layout(options: int) -> list[Column]:
    """Return the columns of a workbook with so many options, left to right."""
    choices = [Column(str(number), option_header(number), 20) for number in range(options)]
    return [*BEFORE_OPTIONS, *choices, *AFTER_OPTIONS]
