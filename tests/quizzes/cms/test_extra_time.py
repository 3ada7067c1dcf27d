"""More time for some people: chosen by searching, or pasted as a list."""

import pytest
from django.urls import reverse

from factories.questions import make_question, make_quiz
from home.actions.roles import BUREAU, EDITORS
from quizzes.models import ExtraTime
from users.models import User

pytestmark = pytest.mark.django_db
ADD = "wagtailsnippets_quizzes_extratime:add"


@pytest.fixture
def pupils():
    make = User.objects.create_user
    return [
        make("xiaomin", nickname="小敏", phone="+8613812345678"),
        make("gang", nickname="阿刚"),
        make("li", nickname="李老师", phone="+8613900000000"),
    ]


@pytest.fixture
def officer(client, people):
    client.force_login(people[BUREAU])
    return client


def send(client, **fields):
    data = {"quiz": make_quiz([make_question()]).pk, "label": "初二（3）班", "minutes": "10"} | fields
    return client.post(reverse(ADD), data)


def found(client, words: str) -> list[str]:
    return [person["label"] for person in client.get(reverse("quizzes_cms_people"), {"q": words}).json()["people"]]


def test_people_are_found_by_nickname_user_name_and_number(officer, pupils):
    assert found(officer, "小敏") == ["小敏 · xiaomin · 138****5678"]
    assert found(officer, "gang") == ["阿刚 · gang"]
    assert found(officer, "1390000") == ["李老师 · li · 139****0000"]
    assert found(officer, "") == []


def test_three_digits_do_not_search_numbers(officer, pupils):
    assert found(officer, "138") == []


def test_only_those_who_give_extra_time_may_search(client, people, pupils):
    client.force_login(people[EDITORS])
    response = client.get(reverse("quizzes_cms_people"), {"q": "小敏"})
    assert "小敏" not in response.content.decode()


def test_chosen_and_pasted_people_get_the_time(officer, pupils):
    response = send(officer, users=[pupils[1].pk], more_people="xiaomin\n139 0000 0000\nxiaomin\n\n")
    assert response.status_code == 302, response.context["form"].errors
    extra = ExtraTime.objects.get()
    assert set(extra.users.all()) == set(pupils)
    assert extra.minutes == 10


def test_unknown_names_are_named_and_nothing_is_kept(officer, pupils):
    response = send(officer, more_people="xiaomin\n没有这人\n13700000000")
    assert "没有这些人的账号：没有这人、13700000000" in str(response.context["form"].errors["more_people"])
    assert not ExtraTime.objects.exists()


def test_nobody_is_not_enough(officer):
    assert "users" in send(officer).context["form"].errors


def test_the_form_shows_who_was_chosen(officer, pupils):
    extra = ExtraTime.objects.create(quiz=make_quiz([make_question()]), label="一班", minutes=5)
    extra.users.set(pupils[:2])
    page = officer.get(reverse("wagtailsnippets_quizzes_extratime:edit", args=[extra.pk])).content.decode()
    assert "小敏 · xiaomin · 138****5678" in page
    assert "+8613812345678" not in page
    assert officer.get(reverse("wagtailsnippets_quizzes_extratime:list")).context["object_list"][0].people == 2
