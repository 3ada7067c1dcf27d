"""Every question type: what it accepts, what it shows, how it marks, what it says about it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.questions import BODIES, RIGHT
from quizzes.question_types import TYPES, BadResponse, Deal, InvalidBody, Mark, question_type
from quizzes.text import fold, inline_html, plain, tidy


def body_of(code, body=None):
    return question_type(code).clean(body or BODIES[code])


def mark(code, response, *, body=None, points=12):
    return question_type(code).grade(body_of(code, body), response, points).points


@pytest.mark.parametrize("code", TYPES)
def test_cleaning_is_stable_and_plain(code):
    body = body_of(code)
    assert question_type(code).clean(json.loads(json.dumps(body))) == body


@pytest.mark.parametrize("code", TYPES)
def test_the_right_answer_earns_all_and_none_earns_nothing(code):
    kind, body = question_type(code), body_of(code)
    full = kind.grade(body, RIGHT[code], 12)
    assert full.points == full.maximum == kind.full_mark(body, 12).maximum
    assert kind.grade(body, None, 12).points == 0
    assert kind.rule(body, 12)
    assert kind.right_answer(body)


@pytest.mark.parametrize("code", TYPES)
@given(seed=st.text(max_size=8), shuffled=st.booleans())
def test_an_answer_survives_the_way_to_the_browser_and_back(code, seed, shuffled):
    kind, body, deal = question_type(code), body_of(code), Deal(seed, shuffled)
    raw = json.loads(json.dumps(kind.show(body, RIGHT[code], deal)))
    response = kind.read(body, raw, deal)
    assert kind.same(body, response, RIGHT[code])
    assert kind.grade(body, response, 12) == kind.grade(body, RIGHT[code], 12)


@pytest.mark.parametrize("code", TYPES)
@given(seed=st.text(max_size=8))
def test_what_is_shown_says_nothing_of_the_key(code, seed):
    """Two questions that differ in the key alone are shown alike."""
    kind, body = question_type(code), body_of(code)
    other = json.loads(json.dumps(body))
    if code in ("single_choice", "multiple_choice"):
        for option in other["options"]:
            if option.pop("right", False) is False:
                option["right"] = True
            option["feedback"] = "泄露"
        if code == "single_choice":
            for option in other["options"][1:]:
                option.pop("right", None)
    elif code == "true_false":
        other = {"right": True, "feedback": {"true": "泄露"}}
    elif code == "fill_in":
        other["blanks"] = [["泄露"], ["泄露"]]
    elif code == "numeric":
        other["answers"] = [{"value": "77777", "tolerance": "0"}]
    elif code == "case_study":
        other["parts"][0]["body"]["right"] = False
        other["parts"][0]["explanation"] = "泄露"
    else:
        return
    shown = kind.present(kind.clean(other), Deal(seed))
    assert shown == kind.present(body, Deal(seed))
    assert "泄露" not in json.dumps(shown, ensure_ascii=False)


@given(seed=st.text(max_size=12))
def test_the_order_of_an_ordering_never_shows_the_key(seed):
    for items in (["一", "二"], ["一", "二", "三"], list("甲乙丙丁戊")):
        body = body_of("ordering", {"items": items})
        assert question_type("ordering").present(body, Deal(seed, False))["items"] != items


def test_every_position_is_dealt_about_equally_often():
    """The right option of a question stands at each place in a quarter of the attempts (4 options, 4,000 seeds)."""
    places = [0] * 4
    for seed in range(4000):
        places[Deal(f"{seed}/0").order(4).index(1)] += 1
    assert all(900 <= count <= 1100 for count in places)


@pytest.mark.parametrize(
    ("rule", "chosen", "points"),
    [
        ("all_or_nothing", [0, 1], 12),
        ("all_or_nothing", [0], 0),
        ("all_or_nothing", [0, 1, 2], 0),
        ("half_if_incomplete", [0], 6),
        ("half_if_incomplete", [0, 2], 0),
        ("per_option", [1], 6),
        ("per_option", [0, 1, 2, 3], 0),
    ],
)
def test_multiple_choice_rules(rule, chosen, points):
    assert mark("multiple_choice", chosen, body=BODIES["multiple_choice"] | {"rule": rule}) == points


def test_weights_are_exact_fractions():
    body = {
        "options": [{"text": str(n), "weight": "1/3"} for n in range(3)] + [{"text": "x", "weight": "-1"}],
        "rule": "weights",
    }
    assert [mark("multiple_choice", r, body=body, points=1) for r in ([0, 1, 2], [0, 1], [0, 1, 2, 3])] == [1, 0, 0]
    assert mark("multiple_choice", [0, 1], body=body, points=6) == 4
    single = {"options": [{"text": "甲", "right": True}, {"text": "乙", "weight": "50%"}, {"text": "丙"}]}
    assert [mark("single_choice", r, body=single, points=5) for r in (0, 1, 2)] == [5, 2, 0]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("３倍", "3倍", True),
        ("ＡＢＣ", "abc", True),
        ("七天 无理由", "七天无理由", True),
        ("《消费者权益保护法》", "消费者权益保护法", True),
        ("五百。", "五百", True),
        ("1,000", "1000", True),
        ("3.5", "35", False),
        ("50%", "50", False),
        ("-5", "5", False),
        ("3/15", "315", False),
        ("12:30", "1230", False),
        ("+", "-", False),
    ],
)
def test_folding(one, other, equal):
    assert (fold(one) == fold(other)) is equal


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        ("500", 12),
        ("５００元", 12),
        ("500.5 元", 12),
        ("500.6", 0),
        ("五百", 0),
        ("500 角", 0),
        ("5e2", 12),
        ("1,500", 0),
        ("", 0),
    ],
)
def test_numbers(answer, points):
    assert mark("numeric", answer or None) == points


def test_numbers_in_other_units():
    body = {"answers": [{"value": "2"}], "units": [{"name": "元"}, {"name": "角", "factor": "0.1"}]}
    assert [mark("numeric", words, body=body) for words in ("2元", "20 角", "20", "2")] == [12, 12, 0, 12]


def test_blanks_share_the_points_and_round_down():
    assert [mark("fill_in", r, points=5) for r in (["3倍", "500"], ["3倍", ""], ["x", "y"])] == [5, 2, 0]


def test_ordering_and_matching_by_share():
    assert mark("ordering", [0, 1, 3, 2]) == 6
    assert mark("ordering", [0, 1, 3, 2], body={"items": ["一", "二", "三", "四"]}) == 0
    assert mark("matching", [0, 2, None]) == 4


def test_a_case_study_marks_its_parts():
    kind, body = question_type("case_study"), body_of("case_study")
    assert kind.grade(body, [True, 1], 99) == Mark(2, 5, (Mark(2, 2), Mark(0, 3)))


@pytest.mark.parametrize(
    ("code", "raw"),
    [
        ("single_choice", 4),
        ("single_choice", -1),
        ("single_choice", "0"),
        ("single_choice", True),
        ("single_choice", [0]),
        ("multiple_choice", [0, 0]),
        ("multiple_choice", [9]),
        ("multiple_choice", "01"),
        ("true_false", 1),
        ("fill_in", ["a", "b", "c"]),
        ("fill_in", [1, 2]),
        ("fill_in", ["x" * 501]),
        ("numeric", 500),
        ("numeric", "1" * 61),
        ("ordering", [0, 1, 2]),
        ("ordering", [0, 0, 1, 2]),
        ("matching", [0, 1, 9]),
        ("matching", {"0": 1}),
        ("case_study", [True, 0, 0]),
        ("case_study", [{"a": 1}]),
    ],
)
def test_impossible_answers_are_refused(code, raw):
    with pytest.raises(BadResponse):
        question_type(code).read(body_of(code), raw, Deal("s"))


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("single_choice", {"options": [{"text": "甲", "right": True}]}),
        ("single_choice", {"options": [{"text": "甲"}, {"text": "乙"}]}),
        ("single_choice", {"options": [{"text": "甲", "right": True}, {"text": "乙", "right": True}]}),
        ("single_choice", {"options": [{"text": "甲", "right": True}, {"text": " 甲 "}]}),
        ("multiple_choice", {"options": [{"text": "甲"}, {"text": "乙"}]}),
        ("multiple_choice", {"options": [{"text": "甲", "right": True}, {"text": "乙"}], "rule": "whatever"}),
        ("true_false", {"right": "yes"}),
        ("fill_in", {"blanks": [[]]}),
        ("fill_in", {"blanks": [[{"text": "半对", "weight": "1/2"}]]}),
        ("numeric", {"answers": [{"value": "很多"}]}),
        ("numeric", {"answers": [{"value": "1e400"}]}),
        ("numeric", {"answers": [{"value": "5", "tolerance": "-1"}]}),
        ("ordering", {"items": ["一", "一"]}),
        ("matching", {"pairs": [["甲", "乙"]]}),
        ("matching", {"pairs": [["甲", "乙"], ["甲", "丙"]]}),
        ("case_study", {"parts": [{"type": "case_study", "stem": "套娃", "parts": []}]}),
        ("case_study", {"parts": [{"type": "true_false", "stem": "", "right": True}]}),
        ("case_study", {"parts": [{"type": "true_false", "stem": "x", "right": True, "points": 1.5}]}),
    ],
)
def test_unusable_bodies_are_refused_with_a_reason(code, body):
    with pytest.raises(InvalidBody) as refusal:
        question_type(code).clean(body)
    assert all(len(problem) > 4 for problem in refusal.value.problems)


def test_words_are_escaped_and_emphasised():
    assert inline_html("**不**属于<script>\n第二行") == "<strong>不</strong>属于&lt;script&gt;<br>第二行"
    assert plain("**不**属于 2**3") == "不属于 2**3"


@given(st.text())
def test_tidying_is_stable(words):
    assert tidy(tidy(words)) == tidy(words)


@pytest.mark.parametrize("code", TYPES)
def test_whatever_is_counted_is_one_of_the_choices(code):
    kind, body = question_type(code), body_of(code)
    keys = {choice.key for choice in kind.choices(body)}
    assert set(kind.tally(body, RIGHT[code])) <= keys
    assert kind.tally(body, None) == []
    if code not in ("ordering",):
        assert set(kind.tally(body, RIGHT[code])) <= {c.key for c in kind.choices(body) if c.right}
