import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moodle_files import answer, one, question, read


def test_cloze_of_text_gaps_is_a_fill_in_question():
    row = one("cloze", "", text="<p>假一赔{2:SHORTANSWER:=三~=3~%50%两#差一点}，最少{2:SA:=500~=五百} 元。</p>")
    assert row.question.type == "fill_in"
    assert row.question.stem == "假一赔____，最少____ 元。"
    assert row.question.body == {"blanks": [["三", "3", {"text": "两", "weight": "1/2"}], ["500", "五百"]]}
    assert row.question.points == 4


def test_cloze_of_mixed_gaps_is_a_case_study():
    """The example of Moodle's documentation, in short."""
    row = one(
        "cloze",
        "",
        text="Match: Kiwi {1:MULTICHOICE:=bird#Right~%50%fruit~mammal} weighs {3:NUMERICAL:=23.8:0.1~%50%23.8:2} and {:SAC:=Eats \\} &amp; &#126;} "
        "{1:MULTIRESPONSE_S:=a~=b~c}",
    )
    study = row.question
    assert study.type == "case_study"
    assert study.stem == "Match: Kiwi （1）____ weighs （2）____ and （3）____ （4）____"
    first, second, third, fourth = study.body["parts"]
    assert first["body"]["options"] == [
        {"text": "bird", "right": True, "feedback": "Right"},
        {"text": "fruit", "weight": "1/2"},
        {"text": "mammal"},
    ]
    assert first["body"]["keep_order"]
    assert second["body"]["answers"] == [
        {"value": "23.8", "tolerance": "0.1"},
        {"value": "23.8", "tolerance": "2", "weight": "1/2"},
    ]
    assert third["body"] == {"blanks": [["Eats } & ~"]]}
    assert [o.get("weight") for o in fourth["body"]["options"]] == ["1/2", "1/2", "-1/2"]
    assert "keep_order" not in fourth["body"]
    assert [part["points"] for part in study.body["parts"]] == [1, 3, 1, 1]
    assert study.points == 6
    assert any("大小写" in words for words in row.warnings)


def test_cloze_with_one_gap_is_a_question_of_its_kind():
    row = one("multianswer", "", text="最少赔{3:MCVS:500元~=1000元} 。")
    assert (row.question.type, row.question.stem, row.question.points) == ("single_choice", "最少赔____ 。", 3)


@pytest.mark.parametrize("text", ["没有空", "{1:SHORTANSWER:=没有右括号", "{1:UNKNOWN:=x}", "{1:SA:}"])
def test_a_broken_cloze_says_so(text):
    row = one("cloze", "", text=text)
    assert row.question is None
    assert row.problems


def test_select_missing_words():
    options = "".join(
        f"<selectoption><text>{w}</text><group>{g}</group></selectoption>"
        for w, g in [("cat", 1), ("mat", 1), ("dog", 1), ("on", 2), ("by", 2)]
    )
    row = one("gapselect", options, text="The [[1]] sat [[4]] the [[2]].")
    assert row.question.stem == "The （1）____ sat （2）____ the （3）____."
    assert [[o["text"] for o in part["body"]["options"] if o.get("right")] for part in row.question.body["parts"]] == [
        ["cat"],
        ["on"],
        ["mat"],
    ]
    assert [len(part["body"]["options"]) for part in row.question.body["parts"]] == [3, 2, 3]
    assert one("ddwtos", options, text="[[9]]").problems


@pytest.mark.parametrize(
    "text",
    [
        "{1:MC:" + "~=a#" * 100_000,
        "{1:SA:" * 100_000,
        "{1:SA:=a}" * 10_000,
        "<div>" * 100_000,
        '<p class="mingbai-law">' * 100_000,
    ],
)
def test_swollen_questions_are_refused_alone(text):
    rows = read(question("cloze", "", text=text), question("truefalse", answer("100", "true") + answer("0", "false")))
    assert rows[0].problems
    assert rows[1].question


PIECES = ["1e999", "-1", "NaN", "*", "%", "{1:SA:=a}", "[[1]]", "100", "true", "", "&lt;b&gt;", "0.5", "=", "}"]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(
        ["multichoice", "truefalse", "shortanswer", "numerical", "matching", "ordering", "cloze", "gapselect"]
    ),
    st.lists(st.sampled_from(PIECES), min_size=10, max_size=10),
)
def test_no_value_breaks_the_reader(kind, values):
    a, b, c, d, e, f, g, h, i, j = values
    inside = (
        f"<answer fraction='{a}'><text>{b}</text><tolerance>{c}</tolerance></answer><answer fraction='{d}'><text>{e}</text></answer>"
        f"<subquestion><text>{f}</text><answer><text>{g}</text></answer></subquestion><single>{h}</single>"
        f"<units><unit><multiplier>{i}</multiplier><unit_name>{j}</unit_name></unit></units><usecase>{h}</usecase>"
        f"<selectoption><text>{g}</text><group>{i}</group></selectoption><tags><tag><text>mingbai:points={c}</text></tag></tags>"
    )
    (row,) = read(question(kind, inside, text=b).replace("2.0000000", d))
    assert row.question or row.problems
