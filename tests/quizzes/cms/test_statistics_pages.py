"""Statistics in the CMS: the same numbers on screen and in files, weak items found, pasted tables."""

import csv
from io import BytesIO, StringIO

import pytest
from django.core.cache import cache
from django.urls import reverse
from openpyxl import load_workbook

from factories.questions import NOW, after, make_question, make_quiz, visitor
from home.actions.roles import BUREAU, EDITORS
from home.panels import ToDoPanel
from quizzes.actions.attempts import Given, deal_of, start_attempt, submit_attempt
from quizzes.actions.tallies import tally_attempts
from quizzes.models import ItemTally
from quizzes.statistics import item_statistics, quiz_statistics, read_scores, result_table

pytestmark = pytest.mark.django_db
SCORES = "甲\t乙\t丙\n1\t1\t0\n1\t0\t0.5\n0\t0\t0\n1\t1\t1\n"


@pytest.fixture
def editor(client, people):
    client.force_login(people[EDITORS])
    return client


@pytest.fixture
def quiz(site):
    """Three questions, twelve attempts: the second question's key is wrong, so the best fall into it."""
    questions = [make_question(stem=f"第 {name} 题？") for name in "甲乙丙"]
    quiz = make_quiz(questions)
    for number in range(12):
        right = number < 8
        wanted = {0: 1 if right else 0, 1: 0 if right else 1, 2: 1 if right else 2}
        person = visitor()
        attempt = start_attempt(quiz=quiz, person=person, now=NOW)
        answers = {}
        for slot, (version_id, _points) in enumerate(attempt.paper):
            place = [question.current_id for question in questions].index(version_id)
            body = questions[place].body
            answers[slot] = Given(questions[place].kind.show(body, wanted[place], deal_of(attempt, slot)))
        submit_attempt(attempt_id=attempt.pk, person=person, answers=answers, now=after(1))
    tally_attempts(now=NOW)
    return quiz


def shown_rows(response) -> list[list[str]]:
    return [["" if value is None else str(value) for value in row] for _item, row in response.context["rows"]]


def test_the_list_names_quizzes_with_attempts_mean_and_weak_items(editor, quiz):
    make_quiz([make_question()])
    response = editor.get(reverse("quizzes_cms_statistics"))
    ((tally, attempts, mean, weak),) = response.context["rows"]
    assert (tally.quiz_id, attempts, tally.full) == (quiz.pk, 12, 3)
    assert mean == round((8 * 2 + 4 * 1) / 12, 4)
    assert weak == 1
    assert quiz.title in response.content.decode()


def test_screen_csv_and_excel_show_the_same_numbers(editor, quiz):
    url = reverse("quizzes_cms_quiz_statistics", args=[quiz.pk])
    page = editor.get(url)
    rows = shown_rows(page)
    text = editor.get(url, {"format": "csv"})
    assert text.content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(StringIO(text.content.decode("utf-8-sig"))))
    assert lines[1:4] == rows
    sheet = load_workbook(BytesIO(editor.get(url, {"format": "xlsx"}).content)).worksheets[0]
    numbers = [[row[0], *(float(value) if value else None for value in row[1:])] for row in rows]
    assert [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)] == numbers
    html = page.content.decode()
    for value in {value for row in rows for value in row[1:]}:
        assert f"<td>{value}</td>" in html
    assert html.count("<svg xmlns") == 2
    assert editor.get(url, {"format": "pdf"}).status_code == 404


def test_items_are_sorted_by_any_column(editor, quiz):
    url = reverse("quizzes_cms_quiz_statistics", args=[quiz.pk])
    usual = shown_rows(editor.get(url))
    up = shown_rows(editor.get(url, {"sort": "facility"}))
    down = shown_rows(editor.get(url, {"sort": "-facility"}))
    assert [float(row[4]) for row in up] == sorted(float(row[4]) for row in usual)
    assert [float(row[4]) for row in down] == sorted((float(row[4]) for row in usual), reverse=True)
    assert shown_rows(editor.get(url, {"sort": "nonsense"})) == usual
    assert 'aria-sort="descending"' in editor.get(url, {"sort": "-facility"}).content.decode()


def test_an_item_shows_its_options_with_the_key_and_what_is_wrong(client, people, quiz):
    client.force_login(people[BUREAU])
    weak = ItemTally.objects.filter(quiz=quiz).order_by("version")[1]
    page = client.get(reverse("quizzes_cms_item_statistics", args=[weak.pk])).content.decode()
    assert "第 乙 题？" in page
    assert "8 人，66.7%" in page
    assert "✓ 乙" in page
    assert "请检查标准答案" in page
    assert reverse("quizzes_cms_regrade_new", args=[weak.version_id]) in page
    assert client.get(reverse("quizzes_cms_item_statistics", args=[0])).status_code == 404


def test_weak_questions_reach_the_list_and_the_dashboard(editor, people, quiz, rf):
    response = editor.get(reverse("wagtailsnippets_quizzes_question:list"), {"look_at": "weak"})
    (question,) = response.context["object_list"]
    assert question.stem == "第 乙 题？"
    assert "请检查标准答案" in question.weak_sentence
    request = rf.get("/cms/")
    request.user = people[EDITORS]
    groups = {group.title: group for group in ToDoPanel().get_context_data({"request": request})["groups"]}
    assert [task.title for task in groups["统计觉得有问题的题"].tasks] == ["第 乙 题？"]


def test_weak_items_are_computed_once_for_each_state_of_the_sums(editor, quiz, monkeypatch):
    from quizzes.cms import weak_items

    assert len(weak_items.weak_items()) == 1
    monkeypatch.setattr(weak_items, "statistics_of", None)
    assert len(weak_items.weak_items()) == 1
    cache.clear()
    with pytest.raises(TypeError):
        weak_items.weak_items()


def test_a_pasted_table_gives_the_same_figures_as_the_command(editor):
    url = reverse("quizzes_cms_score_table")
    table = editor.post(url, {"scores": SCORES}).context["table"]
    scores = read_scores(SCORES)
    wanted = result_table(
        item_statistics(scores.tally), quiz_statistics(scores.tally), scores.labels, scale=scores.scale
    )
    assert table == wanted
    assert [row[0] for row in table.item_rows] == ["甲", "乙", "丙"]
    download = editor.post(url, {"scores": SCORES, "download": "csv"})
    assert download.content.decode("utf-8-sig") == wanted.csv_text()
    assert editor.post(url, {"scores": SCORES, "download": "exe"}).status_code == 404


def test_a_file_of_scores_can_be_sent_and_its_table_downloaded(editor):
    url = reverse("quizzes_cms_score_table")
    file = BytesIO(SCORES.encode("gb18030"))
    file.name = "scores.csv"
    response = editor.post(url, {"file": file})
    assert response.context["table"].item_rows[0][0] == "甲"
    assert response.context["form"].initial["scores"] == SCORES


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({"scores": "0\t2\n"}, "scores", "不在 0 到 1 之间"),
        ({"scores": "  "}, "scores", "请粘贴成绩"),
        ({"scores": "5\t5\n4\t6\n", "maximum_row": "on"}, "scores", "第 2 行第 2 列"),
    ],
)
def test_what_is_wrong_in_a_table_is_said(editor, data, field, words):
    response = editor.post(reverse("quizzes_cms_score_table"), data)
    assert words in str(response.context["form"].errors[field])


def test_statistics_are_for_those_who_may(client, site, quiz):
    from factories.questions import make_user

    client.force_login(make_user())
    for name, args in (
        ("quizzes_cms_statistics", []),
        ("quizzes_cms_quiz_statistics", [quiz.pk]),
        ("quizzes_cms_item_statistics", [ItemTally.objects.first().pk]),
        ("quizzes_cms_score_table", []),
    ):
        assert client.get(reverse(name, args=args)).status_code in (302, 403)
