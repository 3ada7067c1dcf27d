"""The list of questions: what it shows, finds and narrows down, and that its queries do not grow with it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from factories.questions import make_question
from factories.site import make_vocabulary
from home.actions.roles import BUREAU, EDITORS
from quizzes.cms.duplicates import duplicate_groups, duplicate_keys
from quizzes.models import Category

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_quizzes_question:list"


@pytest.fixture
def editor(client, people):
    client.force_login(people[EDITORS])
    return client


def stems(client, **query) -> set[str]:
    response = client.get(reverse(LIST), query)
    assert response.status_code == 200
    return {question.stem for question in response.context["object_list"]}


def test_a_row_says_type_category_difficulty_state_and_version(editor):
    make_question("matching", category="网购/退货", difficulty="hard", stem="配一配。")
    page = editor.get(reverse(LIST)).content.decode()
    for words in ("配一配。", "配对题", "网购/退货", "较难"):
        assert words in page
    assert editor.get(reverse(LIST)).context["object_list"][0].version_number == 1


def test_search_finds_words_of_the_stem_and_the_code(editor):
    make_question(stem="买到过期食品怎么办？", code="food-01")
    make_question(stem="七天能退吗？", code="net-07")
    assert stems(editor, q="过期食品") == {"买到过期食品怎么办？"}
    assert stems(editor, q="net-0") == {"七天能退吗？"}
    assert stems(editor, q="没有这样的题") == set()


def test_a_category_brings_its_subcategories_and_nothing_else(editor):
    make_question(category="网购", stem="一？")
    make_question(category="网购/退货", stem="二？")
    make_question(category="网购平台", stem="三？")
    assert stems(editor, category=Category.at("网购").pk) == {"一？", "二？"}


def test_type_difficulty_topic_and_reader_narrow_down(editor):
    topic, audience = make_vocabulary()
    one = make_question(stem="一？", difficulty="easy")
    one.topics.set([topic])
    one.audiences.set([audience])
    one.save()
    make_question("true_false", stem="二。")
    assert stems(editor, type="true_false") == {"二。"}
    assert stems(editor, difficulty="easy") == {"一？"}
    assert stems(editor, topics=topic.pk) == {"一？"}
    assert stems(editor, audiences=audience.pk) == {"一？"}


def test_states_are_told_apart(editor, people):
    make_question(stem="草稿？", publish=False)
    make_question(stem="在用？")
    changed = make_question(stem="有改动？")
    changed.save_revision()
    gone = make_question(stem="下架？")
    gone.unpublish()
    waiting = make_question(stem="在审？", publish=False)
    waiting.save_revision(user=people[EDITORS])
    waiting.get_workflow().start(waiting, people[EDITORS])
    assert stems(editor, state="draft") == {"草稿？", "在审？"}
    assert stems(editor, state="review") == {"在审？"}
    assert stems(editor, state="live") == {"在用？", "有改动？"}
    assert stems(editor, state="changed") == {"有改动？"}
    assert stems(editor, state="withdrawn") == {"下架？"}


def test_what_needs_a_look(editor):
    today = timezone.localdate()
    make_question(stem="老？", law="法", checked_on=today - timedelta(days=366))
    make_question(stem="新？", law="法", checked_on=today - timedelta(days=364))
    make_question(stem="一样，的题？")
    make_question(stem="一样的题", publish=False)
    assert stems(editor, look_at="recheck") == {"老？"}
    assert stems(editor, look_at="duplicate") == {"一样，的题？", "一样的题"}
    assert stems(editor, look_at="weak") == set()


def queries(client, url) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", [LIST, "wagtailsnippetchoosers_quizzes_question:choose", "quizzes_cms_duplicates"])
def test_queries_do_not_grow_with_the_questions(editor, people, name):
    def more(number: int) -> None:
        question = make_question(category=f"类{number}", stem=f"重复的第 {number} 题？", checked_on=date(2026, 1, 1))
        make_question(category=f"类{number}", stem=f"重复的第 {number} 题", publish=False)
        question.save_revision(user=people[BUREAU])
        question.get_workflow().start(question, people[EDITORS])

    url = reverse(name)
    more(0)
    queries(editor, url)
    few = queries(editor, url)
    for number in range(1, 25):
        more(number)
    assert queries(editor, url) == few


def test_questions_with_one_folded_stem_stand_together(editor):
    one = make_question(stem="《消法》第55条：赔几倍？", category="消法")
    other = make_question(stem="消法 第５５条 赔几倍", category="网购", publish=False)
    make_question(stem="别的题？")
    groups = duplicate_groups(list(duplicate_keys().values_list("stem_key", flat=True)))
    assert [[question.pk for question in group.questions] for group in groups] == [[one.pk, other.pk]]
    page = editor.get(reverse("quizzes_cms_duplicates")).content.decode()
    assert "消法" in page
    assert "别的题" not in page
