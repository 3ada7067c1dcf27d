"""Progress and certificates of a learner."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model

from education.actions.certificates import issue_certificate, new_code
from education.actions.progress import finish_steps, merge_progress
from education.errors import EducationError
from education.models import CourseCertificate, LessonProgress
from factories.site import SmallSite, lesson_steps

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return SmallSite(2)


@pytest.fixture
def learner():
    return get_user_model().objects.create_user("learner", nickname="小敏", password="x")


def finish(learner, lesson, now=NOW):
    return finish_steps(user=learner, lesson_id=lesson.pk, steps=lesson.step_ids, now=now)


def test_steps_add_up_and_complete_the_lesson(site, learner):
    lesson = site.lessons[0]
    first, *others = lesson.step_ids
    row = finish_steps(user=learner, lesson_id=lesson.pk, steps=[first], now=NOW)
    assert row.steps_done == [first]
    assert row.completed_at is None
    row = finish_steps(user=learner, lesson_id=lesson.pk, steps=[*others, "unknown"], now=NOW)
    assert row.steps_done == lesson.step_ids
    assert row.completed_at == NOW
    assert LessonProgress.objects.count() == 1


@pytest.mark.parametrize("steps", [["nothing"], [""]])
def test_unknown_steps_and_lessons_are_refused_and_change_nothing(site, learner, steps):
    with pytest.raises(EducationError) as refusal:
        finish_steps(user=learner, lesson_id=site.lessons[0].pk, steps=steps, now=NOW)
    assert refusal.value.code == "unknown_step"
    with pytest.raises(EducationError) as refusal:
        finish_steps(user=learner, lesson_id=0, steps=steps, now=NOW)
    assert refusal.value.code == "unknown_lesson"
    assert not LessonProgress.objects.exists()


def test_a_browser_s_progress_merges_and_never_takes_away(site, learner):
    one, two = site.lessons
    finish(learner, one)
    merged = merge_progress(
        user=learner, lessons={one.pk: one.step_ids[:1], two.pk: two.step_ids[:1], 0: ["x"]}, now=NOW
    )
    assert merged == 2
    assert LessonProgress.objects.get(lesson=one).steps_done == one.step_ids
    assert LessonProgress.objects.get(lesson=two).steps_done == two.step_ids[:1]


def test_a_completed_lesson_stays_completed_when_a_step_is_added(site, learner):
    for lesson in site.lessons:
        finish(learner, lesson)
    lesson = site.lessons[0]
    lesson.steps = [*lesson.steps.raw_data, *lesson_steps(1)]
    lesson.save()
    assert issue_certificate(user=learner, course=site.course, now=NOW).lesson_count == 2


def test_certificate_needs_every_lesson_and_is_given_once(site, learner):
    finish(learner, site.lessons[0])
    with pytest.raises(EducationError) as refusal:
        issue_certificate(user=learner, course=site.course, now=NOW)
    assert refusal.value.code == "course_not_finished"
    finish(learner, site.lessons[1])
    first = issue_certificate(user=learner, course=site.course, now=NOW)
    again = issue_certificate(user=learner, course=site.course, now=NOW)
    assert first.pk == again.pk
    assert first.name == "小敏"
    assert CourseCertificate.objects.count() == 1


def test_codes_are_readable_and_do_not_repeat():
    codes = {new_code() for _ in range(2000)}
    assert len(codes) == 2000
    assert all(len(code) == 12 and not set(code[3:]) & set("01OIL") for code in codes)


def test_api_needs_sign_in_and_a_token(site, learner, client):
    from django.test import Client

    url = f"/api/v1/progress/{site.lessons[0].pk}"
    body = {"steps": site.lessons[0].step_ids}
    assert client.post(url, body, content_type="application/json").status_code == 401
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(learner)
    assert strict.post(url, body, content_type="application/json").status_code == 403
    client.force_login(learner)
    assert client.post(url, body, content_type="application/json").json()["completed"] is True
    assert client.get("/api/v1/progress").json() == [
        {"lesson": site.lessons[0].pk, "steps": site.lessons[0].step_ids, "completed": True}
    ]


def test_api_refuses_with_code_and_sentence(site, learner, client):
    client.force_login(learner)
    refused = client.post("/api/v1/progress/0", {"steps": ["a"]}, content_type="application/json")
    assert refused.status_code == 404
    assert refused.json() == {"code": "unknown_lesson", "message": "没有这一课，可能已经下架了。"}
    assert (
        client.post("/api/v1/progress/merge", {"lessons": {"x": 1}}, content_type="application/json").status_code == 422
    )


def test_from_course_to_checked_certificate(site, learner, client):
    url = f"/course-certificates/{site.course.pk}/"
    assert client.get(url).status_code == 302
    client.force_login(learner)
    assert client.post(url).status_code == 409
    for lesson in site.lessons:
        finish(learner, lesson)
    page = client.post(url, follow=True)
    code = CourseCertificate.objects.get().code
    assert code in page.content.decode()
    pdf, png = client.get(f"/certificates/{code}.pdf"), client.get(f"/certificates/{code}.png")
    assert pdf.content.startswith(b"%PDF-")
    assert png.content.startswith(b"\x89PNG")
    client.logout()
    assert "小敏" in client.get(f"/certificates/{code}/").content.decode()
    assert client.get("/certificates/", {"code": code.lower()}).status_code == 302
    assert client.get(f"/certificates/{code}.pdf").status_code == 404
    missing = client.get("/certificates/", {"code": "MB-AAAA-AAAA"})
    assert missing.status_code == 404
    assert "没有编号为 MB-AAAA-AAAA 的证书" in missing.content.decode()
