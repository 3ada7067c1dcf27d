"""Teachers' question papers as lines: section headings, numbers of questions, labels, option marks. Patterns and small readers.

Digits and letters may be of full width throughout: `\\d` and int() know them, letters go through `half`.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from ..question_data import Picture

MAX_BLOCK = 20_000  # characters of one question
MAX_MARKS = 300  # option marks looked at in one text, from its end
LETTERS = "A-LＡ-Ｌ"
TRUTHS = "√|×|✓|✔|☑|✗|✘|╳|正确|错误|对|错|T|F|t|f|Ｔ|Ｆ|Y|N|X|x"
# What a heading or a tag says → type; types after "-" are no automatic questions, or none that plain text can hold.
TYPE_WORDS = {
    "single_choice": ("单项选择题", "单项选择", "单选题", "单选"),
    "multiple_choice": ("多项选择题", "多项选择", "多选题", "多选", "不定项选择题", "不定项选择", "不定项"),
    "choice": ("选择题",),
    "true_false": ("判断正误题", "判断正误", "判断对错题", "判断对错", "判断题", "判断", "是非题", "对错题"),
    "fill_in": ("填空题", "填空"),
    "numeric": ("数值题",),
    "-layout": ("排序题", "配对题", "连线题", "匹配题", "案例题"),
    "-unsupported": (
        "简答题", "简答", "问答题", "论述题", "名词解释题", "名词解释", "案例分析题", "案例分析", "材料分析题", "材料题", "分析题",
        "计算题", "应用题", "综合题", "解答题", "讨论题", "思考题", "辨析题", "改错题", "作文题", "写作题", "翻译题", "阅读理解",
        "实践题", "操作题", "主观题", "开放题",
    ),
}  # fmt: skip
TYPE_OF = {word: code for code, words in TYPE_WORDS.items() for word in words}
ANY_TYPE = "|".join(sorted(TYPE_OF, key=len, reverse=True))

HEADING = re.compile(
    rf"(?P<before>[（(【\[]?\s*(?:第?\s*[一二三四五六七八九十]+\s*(?:部分|大题|题型|节|章)?|[ⅠⅡⅢⅣⅤIVX]+|\d{{1,2}})\s*[)）】\]]?"
    rf"[、.．:：\s]*)?(?P<open>[【\[]?)(?P<type>{ANY_TYPE})[】\]]?\s*"
    r"(?P<rest>[:：]?\s*(?:[（(【\[][^）)】\]]*[)）】\]]\s*)*[。.:：]?\s*(?P<say>(?:共|每|本|请|下列|以下|部分|在).{0,80})?)"
)
EMPTY_BRACKETS = re.compile(r"[（(]\s*[)）]")
POINTS_EACH = re.compile(r"每\s*(?:小?题|空|个|道)\s*(\d+(?:\.\d+)?)\s*分")

NUMBERINGS = {
    "ordinal": re.compile(
        r"(?:第\s*(\d{1,4})\s*小?题|(?:题目|试题|问题|题|Q)\s*(\d{1,4}))\s*[.．、:：)）]?\s*(.*)", re.DOTALL
    ),
    "dot": re.compile(r"(\d{1,4})\s*(?:、|[:：.．。](?!\d)|[.．](?=\d{4}|\d[A-Z]))\s*(.*)"),
    "right": re.compile(r"(\d{1,4})\s*[)）]\s*(.*)"),
    "round": re.compile(r"[（(]\s*(\d{1,3})\s*[)）]\s*[.．、:：]?\s*(.*)"),
    "square": re.compile(r"[【\[]\s*(\d{1,3})\s*[】\]]\s*[.．、:：]?\s*(.*)"),
    "space": re.compile(r"(\d{1,3})\s+(?=[^\W\da-zA-Z_]|[《“（(【])(.*)"),
}

LABELS = {
    "answer": ("参考答案", "正确答案", "标准答案", "本题答案", "正确选项", "答案", "Answer", "ANSWER", "答"),
    "explanation": ("答案解析", "试题解析", "题目解析", "解析", "解答", "分析", "解释", "点评", "说明"),
    "difficulty": ("难度系数", "难易程度", "难易度", "难度等级", "难度"),
    "points": ("本题分值", "分值", "分数"),
    "category": ("题目分类", "所属分类", "分类"),
    "code": ("题目编号", "编号"),
    "law": ("法律依据", "法条依据", "依据"),
    "checked_on": ("法条核对日期", "核对日期"),
    "type": ("题目类型", "题型"),
    "-": ("知识点", "考查点", "考点", "出处", "来源", "主题", "适用对象", "读者", "标签"),
}
LABEL_OF = {word: name for name, words in LABELS.items() for word in words}
ANY_LABEL = "|".join(sorted(LABEL_OF, key=len, reverse=True))
LABEL = re.compile(
    rf"[【\[〔]\s*(?P<boxed>{ANY_LABEL})\s*[】\]〕]\s*[:：]?[ ]*|(?:^|(?<=[\s。；;）)】\]]))(?P<bare>{ANY_LABEL})(?:是|为)?\s*[:：][ ]*"
    rf"|[（(]\s*(?P<closed>(?:参考|正确|标准)?答案|(?:答案)?解析)\s*[:：][ ]*"
    rf"|^(?P<loose>(?:参考|正确|标准)?答案)(?:是|为)?\s*(?=[{LETTERS}√×对错])",
    re.MULTILINE,
)

OPTION_MARKS = {
    "dot": re.compile(rf"(?<![A-Za-z0-9])([{LETTERS}])\s*[.．、:：。]\s*"),
    "round": re.compile(rf"[（(]\s*([{LETTERS}])\s*[)）]\s*[.．、:：]?\s*"),
    "right": re.compile(rf"(?<![A-Za-z0-9（(])([{LETTERS}])\s*[)）]\s*"),
    "space": re.compile(rf"^([{LETTERS}])\s+(?=\S)", re.MULTILINE),
    "small": re.compile(r"(?:^|(?<=\s))([a-h])\s*[.．、)）]\s*", re.MULTILINE),
}
CIRCLED = re.compile(r"([①②③④⑤⑥⑦⑧⑨⑩⑪⑫])\s*[.．、]?\s*")
FILLED_LETTERS = re.compile(
    rf"[（(【\[]\s*((?:[{LETTERS}][\s、,，]*){{1,12}})[)）】\]]|(?<!_)_+\s*([{LETTERS}]{{1,12}})\s*_+"
)
FILLED_TRUTH = re.compile(rf"[（(【\[]\s*({TRUTHS})\s*[)）】\]]|(?<=[。.？?！!\s])(√|×|✓|✔|✗|✘)$")


@dataclass(frozen=True)
class Line:
    """A line of a paper: its text without outer spaces, the pictures in it."""

    text: str
    pictures: tuple[Picture, ...] = ()


@dataclass
class Section:
    """What a heading says of the questions below it: their type ("" unknown), its word, points for each."""

    type: str = ""
    word: str = ""
    points: str = ""


@dataclass
class Block:
    """The lines of one question, its number and section. `run` counts sections and fresh starts of the numbering.

    `key` and `key_explanation` come from a list of answers elsewhere in the paper; `stray` is text before it that belongs nowhere.
    """

    number: int
    section: Section
    run: int
    lines: list[Line]
    source: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    key: str = ""
    key_explanation: str = ""
    size: int = 0  # characters; what would go beyond MAX_BLOCK is not kept
    labelled: bool = False  # whether an answer, an explanation … stands in it

    @property
    def is_too_long(self) -> bool:
        return self.size > MAX_BLOCK

    def add(self, line: Line) -> None:
        """Add a line below the others, as long as there is room."""
        self.size += len(line.text)
        self.labelled = self.labelled or LABEL.search(line.text) is not None
        if not self.is_too_long:
            self.lines.append(line)
            self.source.append(line.text)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines if line.text)


def half(words: str) -> str:
    return unicodedata.normalize("NFKC", words)


def clean_line(words: str) -> str:
    """Return a line with plain spaces, without outer ones."""
    return re.sub(r"[^\S\n]+", " ", words.replace("\u200b", "").replace("\ufeff", "")).strip()


def heading_of(words: str) -> Section | None:
    """Return what a section's heading says; None for another line."""
    match = HEADING.fullmatch(words)
    if match is None or EMPTY_BRACKETS.search(words) or "__" in words:
        return None
    if (
        match["say"]
        and (match["open"] or not match["before"])
        and not match["rest"].lstrip().startswith(("（", "(", "：", ":"))
    ):
        return None
    points = POINTS_EACH.search(words)
    return Section(TYPE_OF[match["type"]], match["type"], points[1] if points else "")


def start_of(words: str, numberings: tuple[str, ...]) -> tuple[str, int, str] | None:
    """Return the kind of numbering, the number and the text after it when a line begins with a number."""
    for kind in numberings:
        if match := NUMBERINGS[kind].fullmatch(words):
            number = next(group for group in match.groups()[:-1] if group)
            return kind, int(number), match.groups()[-1].strip()
    return None


def find_options(text: str) -> tuple[str, list[str]]:
    """Return the text before the options, and the options: the longest run A, B, C … of one kind of mark."""
    best: list[re.Match] = []
    for pattern in OPTION_MARKS.values():
        chain = longest_chain(text, list(pattern.finditer(text)), lambda sign: ord(half(sign).upper()) - ord("A"))
        if len(chain) > len(best):
            best = chain
    return cut_options(text, best)


def find_circled(text: str) -> tuple[str, list[str]]:
    """The same for options marked ①, ②, ③."""
    return cut_options(text, longest_chain(text, list(CIRCLED.finditer(text)), lambda sign: ord(sign) - ord("①")))


def longest_chain(text: str, marks: list[re.Match], place) -> list[re.Match]:
    """Return the longest run of marks 0, 1, 2 … with words after each; the last one of equals."""
    best: list[re.Match] = []
    marks = marks[-MAX_MARKS:]
    for start, mark in enumerate(marks):
        if place(mark[1]) != 0:
            continue
        chain = [mark]
        for other in marks[start + 1 :]:
            if place(other[1]) == len(chain) and text[chain[-1].end() : other.start()].strip():
                chain.append(other)
        while chain and not text[chain[-1].end() :].strip():
            chain.pop()
        if len(chain) >= max(2, len(best)):
            best = chain
    return best


def cut_options(text: str, marks: list[re.Match]) -> tuple[str, list[str]]:
    if not marks:
        return text, []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    options = [text[mark.end() : end].strip().rstrip("；;").rstrip() for mark, end in zip(marks, ends, strict=True)]
    return text[: marks[0].start()].strip(), options


def cut_labels(text: str) -> tuple[str, dict[str, str]]:
    """Return the text before the first label, and what follows each label, by the label's meaning."""
    matches = list(LABEL.finditer(text))
    if not matches:
        return text, {}
    fields: dict[str, str] = {}
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=True):
        name = LABEL_OF[match["boxed"] or match["bare"] or match["closed"] or match["loose"]]
        words = text[match.end() : end].strip()
        if match["closed"]:
            words = re.sub(r"[)）]\s*[。.]?$", "", words)
        if name == "-":
            words = f"{match['boxed'] or match['bare']}：{words}"
        fields[name] = f"{fields[name]}\n{words}" if fields.get(name) else words
    return text[: matches[0].start()].strip(), fields


def looks_answered(text: str) -> bool:
    """Whether a question's text says its answer."""
    head, fields = cut_labels(text)
    if fields.get("answer"):
        return True
    stem, _options = find_options(head)
    return bool(FILLED_LETTERS.search(stem) or FILLED_TRUTH.search(stem))
