"""Layouts in which teachers really type questions: a table of papers and what they must be read as."""

import pytest

from quizzes.formats import format_named

TEXT = format_named("text")


def key_of(question) -> object:
    """The answer in short: letters, a truth, or the accepted answers of the blanks."""
    body = question.body
    if "options" in body:
        return "".join("ABCDEFGHIJKL"[n] for n, option in enumerate(body["options"]) if option.get("right"))
    return body["blanks"] if "blanks" in body else body["right"]


def read(paper: str):
    return list(TEXT.read(paper.encode()))


# name: (paper, [(type, stem, answer), …])
LAYOUTS = {
    "everything on its own line": (
        "1. 网购几天内可以退货？\nA. 三天\nB. 七天\nC. 十天\nD. 一个月\n答案：B\n解析：七日内可以退。",
        [("single_choice", "网购几天内可以退货？", "B")],
    ),
    "everything on one line": (
        "1. 网购（ ）内可以退货 A. 三天 B. 七天 C. 十天 D. 一个月 答案：B 解析：七日内可以退。",
        [("single_choice", "网购（ ）内可以退货", "B")],
    ),
    "options on one line, no spaces": (
        "1、网购（　）内可以退货？\nA.三天B.七天C.十天D.一个月\n答案：B",
        [("single_choice", "网购（ ）内可以退货？", "B")],
    ),
    "two options a line": (
        "1、网购多久可以退货？\nA、三天    B、七天\nC、十天\tD、一个月\n正确答案：B",
        [("single_choice", "网购多久可以退货？", "B")],
    ),
    "answer in the brackets": (
        "1．网购（B）内可以退货？\nA．三天\nB．七天\n2．投诉电话是（ A ）。\nA．12315\nB．119",
        [("single_choice", "网购（ ）内可以退货？", "B"), ("single_choice", "投诉电话是（ ）。", "A")],
    ),
    "several answers in the brackets": (
        "1. 可以维权的途径有（ABD）。\nA. 协商\nB. 调解\nC. 斗殴\nD. 投诉\n2. 证据有（A、B）\nA. 发票 B. 聊天记录 C. 传闻",
        [("multiple_choice", "可以维权的途径有（ ）。", "ABD"), ("multiple_choice", "证据有（ ）", "AB")],
    ),
    "letters in brackets": (
        "（1）网购多久可以退货？\n（A）三天 （B）七天 （C）十天\n【答案】B\n【解析】见法条。\n（2）投诉打什么电话？\n(A)110 (B)12315\n【答案】B",
        [("single_choice", "网购多久可以退货？", "B"), ("single_choice", "投诉打什么电话？", "B")],
    ),
    "right brackets": (
        "1）网购多久可以退货？\nA）三天\nB）七天\n答案：B\n2）投诉打什么电话？\nA)12315\nB)110\n答案：A",
        [("single_choice", "网购多久可以退货？", "B"), ("single_choice", "投诉打什么电话？", "A")],
    ),
    "ordinals": (
        "第1题 网购多久可以退货？\nA. 三天\nB. 七天\n参考答案：B\n第2题：投诉打什么电话？\nA. 12315\nB. 110\n参考答案：A",
        [("single_choice", "网购多久可以退货？", "B"), ("single_choice", "投诉打什么电话？", "A")],
    ),
    "full-width digits and letters": (
        "１．网购多久可以退货？\nＡ．三天\nＢ．七天\n答案：Ｂ",
        [("single_choice", "网购多久可以退货？", "B")],
    ),
    "letters and spaces": (
        "1. 网购多久可以退货？\nA 三天\nB 七天\nC 十天\n答案 B",
        [("single_choice", "网购多久可以退货？", "B")],
    ),
    "circled options": (
        "1. 网购多久可以退货？\n① 三天 ② 七天 ③ 十天\n答案：②",
        [("single_choice", "网购多久可以退货？", "B")],
    ),
    "circled statements are part of the stem": (
        "1. 下列说法正确的是（ ）\n①可以退货 ②可以索赔 ③只能认倒霉\nA. ①② B. ②③ C. ①③ D. ①②③\n答案：A",
        [("single_choice", "下列说法正确的是（ ）\n①可以退货 ②可以索赔 ③只能认倒霉", "A")],
    ),
    "small letters": (
        "1. 网购多久可以退货？\na. 三天\nb. 七天\n答案：b",
        [("single_choice", "网购多久可以退货？", "B")],
    ),
    "sections set the type": (
        "一、单项选择题（每题2分，共4分）\n1. 甲（ ）\nA. 一\nB. 二\n答案：A\n"
        "二、多项选择题\n1. 乙（ ）\nA. 一\nB. 二\nC. 三\n答案：AC\n"
        "三、判断题\n1. 丙。（ ）\n答案：错\n四、填空题\n1. 退一赔____。\n答案：三",
        [
            ("single_choice", "甲（ ）", "A"),
            ("multiple_choice", "乙（ ）", "AC"),
            ("true_false", "丙。", False),
            ("fill_in", "退一赔____。", [["三"]]),
        ],
    ),
    "a multiple choice with one right option": (
        "二、不定项选择题\n1. 乙（ ）\nA. 一\nB. 二\nC. 三\n答案：C",
        [("multiple_choice", "乙（ ）", "C")],
    ),
    "types as tags": (
        "1.【多选题】下列哪些是证据？\nA. 发票\nB. 传闻\nC. 录音\n答案：AC\n2.（判断）小票没有用。\n答案：×\n3. 投诉电话？（单选题）\nA. 12315\nB. 119\n答案：A",
        [
            ("multiple_choice", "下列哪些是证据？", "AC"),
            ("true_false", "小票没有用。", False),
            ("single_choice", "投诉电话？", "A"),
        ],
    ),
    "a list of answers in ranges": (
        "一、选择题\n1. 甲\nA. 一 B. 二\n2. 乙\nA. 一 B. 二\n3. 丙\nA. 一 B. 二\n4. 丁\nA. 一 B. 二 C. 三\n\n参考答案：1-3 ABB 4.AC",
        [
            ("single_choice", "甲", "A"),
            ("single_choice", "乙", "B"),
            ("single_choice", "丙", "B"),
            ("multiple_choice", "丁", "AC"),
        ],
    ),
    "a list of answers by section": (
        "一、单选题\n1. 甲\nA. 一 B. 二\n2. 乙\nA. 一 B. 二\n二、判断题\n1. 丙。\n2. 丁。\n三、填空题\n1. 赔____倍，最低____元。\n"
        "参考答案\n一、单选题\n1.B 2.A\n二、判断题\n1.√ 2.×\n三、填空题\n1. 三；500",
        [
            ("single_choice", "甲", "B"),
            ("single_choice", "乙", "A"),
            ("true_false", "丙。", True),
            ("true_false", "丁。", False),
            ("fill_in", "赔____倍，最低____元。", [["三"], ["500"]]),
        ],
    ),
    "a list of answers with several letters in ranges": (
        "1. 甲\nA. 一\nB. 二\nC. 三\n2. 乙\nA. 一\nB. 二\nC. 三\n答案：\n1～2 AB、BC",
        [("multiple_choice", "甲", "AB"), ("multiple_choice", "乙", "BC")],
    ),
    "a list of answers with explanations": (
        "1. 甲\nA. 一\nB. 二\n2. 乙\nA. 一\nB. 二\n【参考答案】\n1. B 解析：因为一。\n2. A【解析】因为二。\n还有三。",
        [("single_choice", "甲", "B"), ("single_choice", "乙", "A")],
    ),
    "a list of answers as a table": (
        "1. 甲\nA. 一\nB. 二\n2. 乙\nA. 一\nB. 二\n参考答案\n题号 1 2\n答案 B A",
        [("single_choice", "甲", "B"), ("single_choice", "乙", "A")],
    ),
    "answers after each section": (
        "一、单选题\n1. 甲\nA. 一 B. 二\n2. 乙\nA. 一 B. 二\n答案：1.B 2.A\n二、判断题\n1. 丙。\n2. 丁。\n答案：1.对 2.错",
        [
            ("single_choice", "甲", "B"),
            ("single_choice", "乙", "A"),
            ("true_false", "丙。", True),
            ("true_false", "丁。", False),
        ],
    ),
    "true or false in brackets": (
        "三、判断题\n1. 网购一律不能退。（×）\n2. （√）假一赔三。\n3. 小票要留好。（正确）\n4. 拆封不能退。 ( 错 )\n5. 办卡要慎重（T）",
        [
            ("true_false", "网购一律不能退。", False),
            ("true_false", "假一赔三。", True),
            ("true_false", "小票要留好。", True),
            ("true_false", "拆封不能退。", False),
            ("true_false", "办卡要慎重", True),
        ],
    ),
    "true or false without a heading": (
        "1. 网购一律不能退。（ ）\n答案：错误\n2. 假一赔三。\n答案：T\n3. 小票要留。\nA. 正确\nB. 错误\n答案：A",
        [
            ("true_false", "网购一律不能退。", False),
            ("true_false", "假一赔三。", True),
            ("true_false", "小票要留。", True),
        ],
    ),
    "true or false with a reason after the answer": (
        "1. 网购一律不能退。（ ）\n答案：错，七天内可以退。",
        [("true_false", "网购一律不能退。", False)],
    ),
    "blanks of any length": (
        "1. 退一赔__，不足____________元的按五百元。\n答案：三 五百",
        [("fill_in", "退一赔____，不足____元的按五百元。", [["三"], ["五百"]])],
    ),
    "blanks as brackets": (
        "四、填空题\n1. 退一赔（ ），最低（　　）元。\n答案：（1）三倍（2）500",
        [("fill_in", "退一赔____，最低____元。", [["三倍"], ["500"]])],
    ),
    "other spellings of an answer": (
        "1. 退一赔____。\n答案：三倍|3倍|三\n2. 单价是____。\n答案：5元/千克",
        [
            ("fill_in", "退一赔____。", [["三倍", "3倍", "三"]]),
            ("fill_in", "单价是____。", [["5元/千克"]]),
        ],
    ),
    "a stem of several lines and blank lines": (
        "1. 小明网购了一双鞋。\n\n收到后发现不合脚。\n\n他可以怎么办？（ ）\n\nA. 退货\n\nB. 忍着\n\n答案：A\n\n\n2. 乙\nA. 一\nB. 二\n答案：B",
        [
            ("single_choice", "小明网购了一双鞋。\n收到后发现不合脚。\n他可以怎么办？（ ）", "A"),
            ("single_choice", "乙", "B"),
        ],
    ),
    "an option of several lines": (
        "1. 甲\nA. 第一行\n第二行\nB. 二\n答案：A",
        [("single_choice", "甲", "A")],
    ),
    "numbers in the explanation": (
        "1. 甲\nA. 一\nB. 二\n答案：A\n解析：理由有：\n1. 其一。\n（2）其二。\n3、其三。\n2. 乙\nA. 一\nB. 二\n答案：B",
        [("single_choice", "甲", "A"), ("single_choice", "乙", "B")],
    ),
    "decimals and years are no numbers of questions": (
        "1.2024年买的手机，保修多久？\nA.半年\nB.一年\n答案：B\n2. 价格是多少？\n3.5元一斤的苹果买两斤。\nA. 7元\nB. 8元\n答案：A",
        [
            ("single_choice", "2024年买的手机，保修多久？", "B"),
            ("single_choice", "价格是多少？\n3.5元一斤的苹果买两斤。", "A"),
        ],
    ),
    "without numbers": (
        "网购多久可以退货？\nA. 三天\nB. 七天\n答案：B\n\n投诉打什么电话？\nA. 12315\nB. 110\n答案：A\n解析：全国统一。\n\n小票要留好。（√）",
        [
            ("single_choice", "网购多久可以退货？", "B"),
            ("single_choice", "投诉打什么电话？", "A"),
            ("true_false", "小票要留好。", True),
        ],
    ),
    "a number and a space": (
        "1 网购多久可以退货？\nA. 三天\nB. 七天\n答案：B\n2 投诉打什么电话？\nA. 12315\nB. 110\n答案：A",
        [("single_choice", "网购多久可以退货？", "B"), ("single_choice", "投诉打什么电话？", "A")],
    ),
    "numbers in boxes": (
        "【1】网购多久可以退货？\nA. 三天\nB. 七天\n【答案】B\n【2】投诉电话？\nA. 12315\nB. 110\n【答案】A",
        [("single_choice", "网购多久可以退货？", "B"), ("single_choice", "投诉电话？", "A")],
    ),
    "the answer before the options": (
        "1. 网购多久可以退货？ 答案：B\nA. 三天\nB. 七天",
        [("single_choice", "网购多久可以退货？", "B")],
    ),
    "the answer with its words": (
        "1. 网购多久可以退货？\nA. 三天\nB. 七天\n答案：B. 七天\n2. 证据有？\nA. 甲\nB. 乙\nC. 丙\n答案：A、B、C。",
        [("single_choice", "网购多久可以退货？", "B"), ("multiple_choice", "证据有？", "ABC")],
    ),
    "the answer in brackets at the end": (
        "1、网购（ ）可以退货。A、三天；B、七天；C、十天。（答案：B）\n2、小票要留好。（答案：对）\n3、甲？A、一；B、二。 答案：A（解析：因为一。）",
        [
            ("single_choice", "网购（ ）可以退货。", "B"),
            ("true_false", "小票要留好。", True),
            ("single_choice", "甲？", "A"),
        ],
    ),
    "the answer in a sentence": (
        "1. 甲？\nA. 一\nB. 二\n正确答案是B\n2. 乙？\nA. 一\nB. 二\n答案为：A",
        [("single_choice", "甲？", "B"), ("single_choice", "乙？", "A")],
    ),
    "a list of answers with numbers of sections alone": (
        "一、单选题\n1. 甲\nA. 一 B. 二\n2. 乙\nA. 一 B. 二\n二、判断题\n1. 丙。\n2. 丁。\n参考答案\n一、1-2 BA\n二、1.√ 2.×",
        [
            ("single_choice", "甲", "B"),
            ("single_choice", "乙", "A"),
            ("true_false", "丙。", True),
            ("true_false", "丁。", False),
        ],
    ),
    "a list of answers with types on the same line": (
        "一、单选题\n1. 甲\nA. 一 B. 二\n二、多选题\n1. 乙\nA. 一 B. 二 C. 三\n三、判断题\n1. 丙。\n"
        "参考答案：\n二、多选题：1.AC\n一、单选题：1.B\n三、判断题：1.错",
        [("single_choice", "甲", "B"), ("multiple_choice", "乙", "AC"), ("true_false", "丙。", False)],
    ),
    "stems that begin with digits": (
        "1.12315是什么电话？\nA. 投诉\nB. 报警\n答案：A\n2.3C认证是什么？\nA. 认证\nB. 商标\n答案：A\n3.2024年起……\nA. 一\nB. 二\n答案：B",
        [
            ("single_choice", "12315是什么电话？", "A"),
            ("single_choice", "3C认证是什么？", "A"),
            ("single_choice", "2024年起……", "B"),
        ],
    ),
    "instructions in the headings": (
        "第一部分 判断题（对的打√，错的打×，每题2分）\n1. 甲。（ √ ）\n(二)选择题：（每小题3分，共30分）\n1. 乙（ B ）\nA. 一\nB. 二\n"
        "三、多项选择题：下列每题有两个以上正确答案，多选、漏选不得分\n1. 丙（AB）\nA. 一\nB. 二\nC. 三",
        [("true_false", "甲。", True), ("single_choice", "乙（ ）", "B"), ("multiple_choice", "丙（ ）", "AB")],
    ),
    "a title with digits": (
        "3·15消费者权益日知识竞赛\n2026.3.15\n\n1. 甲\nA. 一\nB. 二\n答案：A",
        [("single_choice", "甲", "A")],
    ),
    "numbered answers below each question": (
        "1. 赔____，最低____。\n答案：1. 三倍 2. 五百\n2. 退____。\n答案：1. 货\n3. 甲\nA. 一\nB. 二\n答案：A",
        [
            ("fill_in", "赔____，最低____。", [["三倍"], ["五百"]]),
            ("fill_in", "退____。", [["货"]]),
            ("single_choice", "甲", "A"),
        ],
    ),
    "Windows line breaks": (
        "1. 甲\r\nA. 一\r\nB. 二\r\n答案：B\r\n",
        [("single_choice", "甲", "B")],
    ),
    "letters named in the stem": (
        "1. 关于A、B两家公司，说法正确的是（ ）\nA. A公司要赔\nB. B公司要赔\n答案：A",
        [("single_choice", "关于A、B两家公司，说法正确的是（ ）", "A")],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name):
    paper, expected = LAYOUTS[name]
    rows = read(paper)
    assert [row.problems for row in rows] == [()] * len(rows)
    assert [row.unsupported for row in rows] == [""] * len(rows)
    assert [(row.question.type, row.question.stem, key_of(row.question)) for row in rows] == expected
