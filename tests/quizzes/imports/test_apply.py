"""From the plan into the bank: drafts or published, chunk by chunk, once."""

import pytest
from django.core.files.storage import default_storage
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, ReferenceIndex
from wagtail.search.backends import get_search_backend

from factories.imports import bad_row, finish, keep, picture, question_data, row, run
from factories.questions import BODIES, NOW, make_question, make_quiz, make_user, refused
from media.models import LibraryImage
from quizzes.actions import question_import
from quizzes.actions.question_import import confirm_import, drop_import, write_chunk
from quizzes.cms.import_selectors import counts_of
from quizzes.exchange.export import question_data_of
from quizzes.models import Category, ImportRow, Question, QuestionImport, QuestionVersion
from quizzes.papers import slot_pools
from quizzes.question_types import TYPES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("words")]


def counts(kept):
    found = counts_of([kept])[kept.pk]
    return found.created, found.updated, found.skipped, found.refused


def many(count, **values):
    return [row(number, stem=f"第 {number} 题？", code=f"c-{number}", **values) for number in range(1, count + 1)]


class TestDrafts:
    def test_questions_come_in_as_drafts_with_a_revision(self):
        user = make_user()
        user.is_superuser = True
        user.save()
        run([row(code="a-1", topics=("网络购物",))], by=user)
        question = Question.objects.get()
        assert (question.live, question.current, question.has_unpublished_changes) == (False, None, True)
        assert question.latest_revision.user == user
        assert [topic.slug for topic in question.topics.all()] == ["online-shopping"]
        restored = question.latest_revision.as_object()
        assert [topic.slug for topic in restored.topics.all()] == ["online-shopping"]
        restored.full_clean()

    def test_a_draft_can_be_published_by_wagtails_own_way(self):
        run([row()])
        Question.objects.get().latest_revision.publish()
        question = Question.objects.get()
        assert question.live
        assert question.current.body == question.body

    def test_a_live_question_stays_as_it_is_until_its_new_draft_is_published(self):
        question = make_question(code="a-1", category="网购", stem="旧？")
        run([row(code="a-1", stem="新？", topics=("网络购物",))])
        question.refresh_from_db()
        assert (question.stem, question.live, question.has_unpublished_changes) == ("旧？", True, True)
        assert not question.topics.exists()
        assert question_data_of(question).stem == "新？"
        question.latest_revision.publish()
        question.refresh_from_db()
        assert (question.stem, question.current.number) == ("新？", 2)

    def test_a_draft_follows_the_file(self):
        question = make_question(code="a-1", category="网购", stem="旧？", publish=False)
        run([row(code="a-1", stem="新？")])
        question.refresh_from_db()
        assert (question.stem, question.live) == ("新？", False)


class TestPublishing:
    def test_published_questions_are_frozen_and_can_be_drawn(self, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            run([row(code="a-1")], publish=True)
        question = Question.objects.select_related("current").get()
        assert question.live
        assert not question.has_unpublished_changes
        assert (question.current.number, question.current.body) == (1, question.body)
        assert question.live_revision == question.latest_revision
        assert question.first_published_at == question.last_published_at == NOW

    def test_bulk_publishing_freezes_what_wagtails_publishing_freezes(self):
        run([row(code="a-1", type="case_study")], publish=True)
        ours = QuestionVersion.objects.get()
        question = Question.objects.get()
        question.save_revision().publish()
        assert list(QuestionVersion.objects.all()) == [ours]  # the same digest: nothing new to freeze

    def test_a_changed_question_gets_its_next_version_and_an_equal_one_none(self):
        question = make_question(code="a-1", category="网购", stem="旧？")
        run([row(code="a-1", stem="新？")], publish=True)
        question.refresh_from_db()
        assert (question.stem, question.current.number) == ("新？", 2)
        assert counts(run([row(code="a-1", stem="新？")], publish=True)) == (0, 0, 1, 0)
        assert QuestionVersion.objects.count() == 2

    def test_pools_know_new_questions_at_once(self, site, django_capture_on_commit_callbacks):
        make_question(stem="原来就有的？")
        quiz = make_quiz(draws=[{"count": 1}])
        assert len(slot_pools(quiz)[0]) == 1
        with django_capture_on_commit_callbacks(execute=True):
            run(many(3), publish=True)
        assert len(slot_pools(quiz)[0]) == 4


class TestChunks:
    def test_confirming_twice_imports_once(self):
        kept = keep(many(2))
        finish(kept)
        finish(kept)
        assert Question.objects.count() == 2

    def test_after_a_crash_the_next_call_goes_on_where_it_stopped(self, monkeypatch):
        monkeypatch.setattr(question_import, "CHUNK", 3)
        kept = keep(many(8))
        confirm_import(import_id=kept.pk, by=None, now=NOW)
        write_chunk(import_id=kept.pk, by=None, now=NOW)
        monkeypatch.setattr(question_import, "_write_rows", crash := Crash())
        with pytest.raises(RuntimeError):
            write_chunk(import_id=kept.pk, by=None, now=NOW)
        monkeypatch.setattr(question_import, "_write_rows", crash.original)
        kept.refresh_from_db()
        assert (kept.cursor, kept.status, Question.objects.count()) == (3, "running", 3)
        assert counts(finish(kept)) == (8, 0, 0, 0)
        assert Question.objects.count() == 8

    def test_one_import_is_one_log_entry_with_its_figures(self):
        kept = run([*many(2), bad_row(9)])
        entry = ModelLogEntry.objects.get(action=question_import.IMPORTED)
        assert entry.object_id == str(kept.pk)
        assert {name: entry.data[name] for name in ("created", "refused")} == {"created": 2, "refused": 1}
        assert registry.action_exists(question_import.IMPORTED)
        assert ModelLogEntry.objects.exclude(pk=entry.pk).count() == 0

    def test_queries_do_not_grow_with_the_rows(self, monkeypatch, django_assert_max_num_queries):
        run([row(code="first")])
        kept = confirm_import(import_id=keep(many(100, topics=("网络购物",)), publish=True).pk, by=None, now=NOW)
        with django_assert_max_num_queries(60):
            write_chunk(import_id=kept.pk, by=None, now=NOW)
        assert Question.objects.count() == 101


class Crash:
    """Stands for `_write_rows` and fails after it has written."""

    def __init__(self):
        self.original = question_import._write_rows

    def __call__(self, *args):
        self.original(*args)
        raise RuntimeError


class TestBadRows:
    def test_good_rows_go_in_and_bad_rows_come_back(self):
        kept = run([row(2), bad_row(3), row(4, stem="另一道？", topics=("没有",))])
        assert counts(kept) == (1, 0, 0, 2)
        rows = [entry.as_row for entry in kept.rows.all()]
        assert [(entry.number, entry.problems) for entry in rows] == [
            (2, ()),
            (3, ("请填写题干。",)),
            (4, ("没有“没有”这个主题。",)),
        ]
        assert rows[2].question is None
        assert rows[2].source == ("原文", "4")

    def test_all_or_nothing_writes_nothing_when_a_row_is_refused(self):
        kept = keep([*many(2), bad_row(9)], all_or_nothing=True)
        with refused("import_refused"):
            confirm_import(import_id=kept.pk, by=None, now=NOW)
        assert not Question.objects.exists()
        kept.refresh_from_db()
        assert (kept.status, kept.cursor) == ("checked", 0)

    def test_all_or_nothing_writes_everything_at_once_when_all_is_well(self):
        kept = keep(many(3), all_or_nothing=True)
        assert confirm_import(import_id=kept.pk, by=None, now=NOW).status == "done"
        assert Question.objects.count() == 3

    def test_all_or_nothing_takes_back_what_the_bank_refuses_meanwhile(self):
        kept = keep(many(3), all_or_nothing=True)
        make_question(code="c-2", category="网购")
        with refused("import_refused"):
            confirm_import(import_id=kept.pk, by=None, now=NOW)
        assert Question.objects.count() == 1

    def test_a_question_that_came_meanwhile_is_not_changed_unseen(self):
        kept = keep([row(code="a-1")])
        make_question(code="a-1", category="网购", stem="别人刚写的？")
        assert counts(finish(kept)) == (0, 0, 0, 1)
        assert Question.objects.get().stem == "别人刚写的？"

    def test_a_question_that_became_equal_meanwhile_is_skipped(self):
        kept = keep([row()])
        make_question(category="网购", stem="卖家发错了货，怎么办？")
        assert counts(finish(kept)) == (0, 0, 1, 0)


class TestPictures:
    def test_the_same_picture_is_kept_once(self):
        run([row(2, picture=picture()), row(3, stem="另一道？", picture=picture(alt="同一张收据"))])
        run([row(2, stem="第三道？", picture=picture())])
        image = LibraryImage.objects.get()
        assert {question.picture for question in Question.objects.all()} == {image}
        assert set(Question.objects.values_list("picture_alt", flat=True)) == {"一张收据", "同一张收据"}
        assert not ImportRow.objects.filter(picture__isnull=False).exists()

    def test_files_of_a_failed_import_do_not_stay(self):
        kept = keep([row(2, picture=picture()), row(3, code="b-1", stem="另一道？")], all_or_nothing=True)
        make_question(code="b-1", category="网购")
        before = (
            set(default_storage.listdir("original_images")[1]) if default_storage.exists("original_images") else set()
        )
        with refused("import_refused"):
            confirm_import(import_id=kept.pk, by=None, now=NOW)
        assert not LibraryImage.objects.exists()
        after = (
            set(default_storage.listdir("original_images")[1]) if default_storage.exists("original_images") else set()
        )
        assert after == before

    def test_who_may_not_add_pictures_is_refused_the_rows_with_pictures(self):
        user = make_user()
        allow(user, "add_question", "change_question")
        assert counts(keep([row(2, picture=picture()), row(3, stem="另一道？")], by=user)) == (1, 0, 0, 1)


def allow(user, *codenames):
    from django.contrib.auth.models import Permission

    user.user_permissions.add(*Permission.objects.filter(content_type__app_label="quizzes", codename__in=codenames))


class TestWho:
    def test_importing_needs_the_right_to_add_and_publishing_the_right_to_publish(self):
        user = make_user()
        with refused("forbidden"):
            keep([row()], by=user)
        allow(user, "add_question")
        user = type(user).objects.get(pk=user.pk)
        keep([row()], by=user)
        with refused("forbidden"):
            keep([row()], by=user, publish=True)

    def test_only_who_uploaded_goes_on_with_an_import(self):
        user = make_user()
        allow(user, "add_question")
        kept = keep([row()], by=user)
        with refused("unknown_import"):
            confirm_import(import_id=kept.pk, by=make_user(), now=NOW)

    def test_a_new_upload_takes_the_place_of_the_unconfirmed_one(self):
        first = keep([row()])
        keep([row()])
        assert not QuestionImport.objects.filter(pk=first.pk).exists()

    def test_an_import_can_be_dropped_only_before_it_is_confirmed(self):
        kept = keep([row()])
        drop_import(import_id=kept.pk, by=None)
        assert not QuestionImport.objects.exists()
        done = run([row()])
        with refused("import_over"):
            drop_import(import_id=done.pk, by=None)


class TestWhatSignalsWouldDo:
    def test_references_are_those_that_wagtail_would_write(self):
        run([row(picture=picture())], publish=True)
        question = Question.objects.get()
        ours = set(references(question))
        ReferenceIndex.remove_for_object(question)
        ReferenceIndex.create_or_update_for_object(question)
        assert ours == set(references(question))
        assert len(ours) >= 3  # category, picture, current version

    def test_imported_questions_are_found_by_search(self):
        run([row(stem="跳广场舞扭伤了脚，谁来赔？")])
        assert list(get_search_backend().search("广场舞", Question)) == list(Question.objects.all())


def references(question):
    rows = ReferenceIndex.objects.filter(object_id=str(question.pk), content_type__model="question")
    return rows.values_list("to_content_type", "to_object_id", "model_path", "content_path", "content_path_hash")


def test_every_type_and_missing_categories_come_in():
    run(
        [
            row(number, type, stem=f"{type}？____，____" if type == "fill_in" else f"{type}？", category="一/二/三")
            for number, type in enumerate(TYPES)
        ]
    )
    assert set(Question.objects.values_list("type", flat=True)) == set(TYPES)
    assert list(Category.objects.values_list("path", flat=True)) == ["一", "一/二", "一/二/三"]
    for question in Question.objects.all():
        assert question_data_of(question).body == question_data(question.type, body=BODIES[question.type]).body
