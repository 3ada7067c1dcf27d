"""What is drawn as a form comes back from it as the same answer."""

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.template.loader import render_to_string

from factories.participants import form_of
from factories.questions import BODIES, RIGHT, make_question
from quizzes.answer_forms import changed_answers, raw_answer, shown_answers
from quizzes.question_types import BadResponse, Deal
from quizzes.sheets import ShownQuestion, show_question
from quizzes.versions import version_of

pytestmark = pytest.mark.django_db

STORED = RIGHT | {"fill_in": ["３倍", "500。"]}
CASES = [(code, STORED[code]) for code in BODIES] + [(code, None) for code in BODIES]
CASES += [
    ("multiple_choice", [0, 2, 3]),
    ("true_false", True),
    ("fill_in", ["", '只填<第二>空 & "引号"']),
    ("numeric", "1,000.50 元"),
    ("ordering", [3, 1, 0, 2]),
    ("matching", [None, 3, None]),
    ("case_study", [None, 1]),
    ("case_study", [False, None]),
]


@pytest.fixture
def shown(db):
    """Lay out a question of a type with a response: (version, deal, ShownQuestion)."""

    def made(code: str, response=None, **fields):
        version, deal = version_of(make_question(code, **fields)), Deal("a seed")
        return version, deal, show_question(version, deal, slot=2, response=response)

    return made


def drawn(question: ShownQuestion) -> QueryDict:
    html = render_to_string("quizzes/question_inputs.html", {"question": question, "field": "q3"})
    return form_of(BeautifulSoup(f'<form id="sheet">{html}</form>', "html.parser"))


@pytest.mark.parametrize(("code", "response"), CASES)
def test_an_answer_survives_the_form(shown, code, response):
    version, deal, question = shown(code, response)
    raw = raw_answer(question, drawn(question), "q3")
    assert raw == question.raw
    assert version.kind.read(version.body, raw, deal) == response


@pytest.mark.parametrize("code", BODIES)
def test_an_untouched_form_changes_nothing(shown, code):
    _version, _deal, question = shown(code, RIGHT[code])
    form = drawn(question)
    form["shown"] = shown_answers([question])
    assert changed_answers([question], form) == {}


@pytest.mark.parametrize("code", BODIES)
def test_an_answer_that_was_cleared_is_a_change(shown, code):
    _version, _deal, question = shown(code, RIGHT[code])
    form = QueryDict(mutable=True)
    form["shown"] = shown_answers([question])
    changed = changed_answers([question], form)
    assert changed[2].raw is None


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("single_choice", "q3=17"),
        ("single_choice", "q3=-1"),
        ("single_choice", "q3=１"),
        ("single_choice", "q3=99999999999999999999"),
        ("multiple_choice", "q3=0&q3=0"),
        ("multiple_choice", "q3=x"),
        ("true_false", "q3=maybe"),
        ("fill_in", "q3-0=" + "长" * 600),
        ("numeric", "q3=" + "9" * 99),
        ("ordering", "q3-0=1&q3-1=2"),
        ("ordering", "q3-0=1&q3-1=1&q3-2=2&q3-3=3"),
        ("ordering", "q3-0=9&q3-1=1&q3-2=2&q3-3=3"),
        ("matching", "q3-0=4"),
        ("case_study", "q3.0=maybe"),
    ],
)
def test_an_impossible_answer_is_refused_and_breaks_nothing(shown, code, form):
    version, deal, question = shown(code)
    with pytest.raises(BadResponse):
        version.kind.read(version.body, raw_answer(question, QueryDict(form), "q3"), deal)


def test_a_single_blank_without_a_mark_stands_after_its_stem(shown):
    _version, _deal, question = shown("fill_in", ["十倍"], stem="食品不合格，赔几倍？", body={"blanks": [["十倍"]]})
    html = render_to_string("quizzes/question_inputs.html", {"question": question, "field": "q3"})
    assert html.index("赔几倍") < html.index('value="十倍"')


def test_words_are_escaped_and_emphasised(shown):
    body = {"options": [{"text": "<b>甲</b>"}, {"text": "**乙**", "right": True}]}
    _version, _deal, question = shown("single_choice", body=body, stem="<script>x</script> **要紧**")
    html = render_to_string("quizzes/question_inputs.html", {"question": question, "field": "q3"})
    assert "&lt;b&gt;甲&lt;/b&gt;" in html and "&lt;script&gt;" in html
    assert "<strong>乙</strong>" in html and "<strong>要紧</strong>" in html
