"""Many questions into the bank at once: the steps of Wagtail's own save and publish, each for all of them together.

Created and changed questions get a revision; published ones also a frozen version, as `Question.publish` makes it. Search entries
and the reference index follow, because nothing here goes through the signals that keep them. Call it inside a transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import PurePath

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import models
from django.db.models import OuterRef
from django.db.models.functions import Cast
from wagtail.models import Collection, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends
from wagtail.utils.file import hash_filelike

from education.models import Audience, Material, Topic
from media.models import LibraryImage

from ..bank import bank_changed
from ..models import Category, Question, QuestionVersion
from ..models.questions import stem_key
from ..question_data import Picture, QuestionData
from ..versions import version_of

# Fields of a question that its data sets.
WORDED = ("stem", "points", "explanation", "law", "checked_on", "difficulty")


def question_from(data: QuestionData, question: Question | None = None) -> Question:
    """Return a question (a new draft by default) with the words and answers of some data; nothing is stored.

    What the data names (category, topics, lesson, picture) is left to the caller.
    """
    question = question or Question(live=False)
    question.set_body(data.type, data.body)
    for name in WORDED:
        setattr(question, name, getattr(data, name))
    question.code, question.stem_key = data.code or None, stem_key(data.stem)
    return question


@dataclass
class Write:
    """One question to be: data in canonical form with known slugs, and the question that it changes, if there is one."""

    data: QuestionData
    question: Question | None = None


class Writer:
    """Writes questions for one person at one moment.

    `files` gets (storage, name) of every picture stored, for whoever rolls back. Pictures go to `collection` (None: the root).
    """

    def __init__(self, *, publish: bool, user, now: datetime, collection: Collection | None = None, files: list):
        self.publish, self.user, self.now, self.collection = publish, user, now, collection
        self.files = files
        self.content_type = ContentType.objects.get_for_model(Question)

    def write(self, writes: Sequence[Write]) -> list[Question]:
        """Create and change the questions, and return them in order. A fixed number of queries, new categories and pictures apart."""
        if not writes:
            return []
        names = _Names(writes)
        pictures = self._pictures([write.data.picture for write in writes if write.data.picture])
        questions = [self._filled(write, names, pictures) for write in writes]
        new = [question for question, write in zip(questions, writes, strict=True) if write.question is None]
        old = [question for question, write in zip(questions, writes, strict=True) if write.question is not None]
        if self.publish:
            for question in questions:
                self._set_live(question)
        Question.objects.bulk_create(new)
        self._add_revisions(questions)
        # A live question stays as it is until somebody publishes the new draft.
        kept_back = [question for question in old if question.live and not self.publish]
        written = [question for question in questions if question not in kept_back]
        if self.publish:
            self._freeze(questions, writes)
        self._point_to_latest(new)
        upsert(Question, [question for question in old if question in written], WRITTEN)
        upsert(Question, kept_back, ("latest_revision", "has_unpublished_changes"))
        self._relate(written, old)
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(Question, written)
        return questions

    def _filled(self, write: Write, names: "_Names", pictures: dict[str, LibraryImage]) -> Question:
        """Return a question with the data's values in memory, ready to be stored."""
        data, question = write.data, question_from(write.data, write.question)
        question.category, question.lesson = names.categories[data.category], names.lessons.get(data.lesson)
        question.topics = [names.topics[slug] for slug in data.topics]
        question.audiences = [names.audiences[slug] for slug in data.audiences]
        if data.picture:
            question.picture, question.picture_alt = pictures[_hash(data.picture)], data.picture.alt
        question.has_unpublished_changes = True
        return question

    def _pictures(self, wanted: list[Picture]) -> dict[str, LibraryImage]:
        """Return library images by the hash of their file; what the library lacks is added to it."""
        by_hash = {_hash(picture): picture for picture in wanted}
        found = {image.file_hash: image for image in LibraryImage.objects.filter(file_hash__in=by_hash).order_by("-pk")}
        for digest in by_hash.keys() - found.keys():
            found[digest] = self._add_picture(by_hash[digest])
        return found

    def _add_picture(self, picture: Picture) -> LibraryImage:
        name = PurePath(picture.name).name
        image = LibraryImage(
            title=(picture.alt or name)[:255],
            description=picture.alt[:255],
            uploaded_by_user=self.user,
            file=ContentFile(picture.content, name=name),
        )
        if self.collection:
            image.collection = self.collection
        image._set_image_file_metadata()
        image.save()
        self.files.append((image.file.storage, image.file.name))
        return image

    def _add_revisions(self, questions: list[Question]) -> None:
        revisions = Revision.objects.bulk_create(
            Revision(
                content_type=self.content_type,
                base_content_type=self.content_type,
                object_id=str(question.pk),
                created_at=self.now,
                user=self.user,
                object_str=str(question),
                content=question.serializable_data(),
            )
            for question in questions
        )
        for question, revision in zip(questions, revisions, strict=True):
            question.latest_revision = revision
            if self.publish:
                question.live_revision = revision

    def _set_live(self, question: Question) -> None:
        """What Wagtail's publishing sets on a question."""
        question.live, question.has_unpublished_changes, question.expired = True, False, False
        question.last_published_at = self.now
        question.first_published_at = question.first_published_at or self.now

    def _freeze(self, questions: list[Question], writes: Sequence[Write]) -> None:
        """What `versions.freeze` does, for all together."""
        fresh = []
        for question, write in zip(questions, writes, strict=True):
            version, current = version_of(question, write.data.body), question.current
            if current is None or current.digest != version.digest:
                version.number = current.number + 1 if current else 1
                version.created_at, version.created_by = self.now, self.user
                fresh.append(version)
        for version in QuestionVersion.objects.bulk_create(fresh):
            version.question.current = version
        bank_changed()

    def _point_to_latest(self, new: list[Question]) -> None:
        """Store which revision and version are the latest of questions that were just created, in one statement."""
        revisions = Revision.objects.filter(
            base_content_type=self.content_type, object_id=Cast(OuterRef("pk"), models.CharField())
        )
        values = {"latest_revision": revisions.order_by("-pk").values("pk")[:1]}
        if self.publish:
            versions = QuestionVersion.objects.filter(question=OuterRef("pk")).order_by("-number")
            values |= {"live_revision": values["latest_revision"], "current": versions.values("pk")[:1]}
        Question.objects.filter(pk__in=[question.pk for question in new]).update(**values)

    def _relate(self, questions: list[Question], old: list[Question]) -> None:
        """Store topics, audiences and references."""
        ids = [question.pk for question in old if question in questions]
        for name in ("topics", "audiences"):
            field = Question._meta.get_field(name)
            through, target = field.remote_field.through, field.m2m_reverse_field_name()
            through.objects.filter(question__in=ids).delete()
            through.objects.bulk_create(
                through(question=question, **{target: item})
                for question in questions
                for item in getattr(question, name).all()
            )
        ReferenceIndex.objects.filter(base_content_type=self.content_type, object_id__in=map(str, ids)).delete()
        ReferenceIndex.objects.bulk_create(
            ReferenceIndex(
                content_type=self.content_type,
                base_content_type=self.content_type,
                object_id=str(question.pk),
                to_content_type_id=content_type,
                to_object_id=pk,
                model_path=model_path,
                content_path=content_path,
                content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
            )
            for question in questions
            for content_type, pk, model_path, content_path in ReferenceIndex._extract_references_from_object(question)
        )


# Every column of a question but its key: what is stored when the question itself changes.
WRITTEN = tuple(field.name for field in Question._meta.concrete_fields if not field.primary_key)


class _Names:
    """The rows that some data name. Categories that are missing are made."""

    def __init__(self, writes: Sequence[Write]):
        paths = {write.data.category for write in writes}
        self.categories = {category.path: category for category in Category.objects.filter(path__in=paths)}
        self.categories |= {path: Category.at(path) for path in sorted(paths - self.categories.keys())}
        self.topics = {topic.slug: topic for topic in Topic.objects.all()}
        self.audiences = {audience.slug: audience for audience in Audience.objects.all()}
        slugs = {write.data.lesson for write in writes} - {""}
        lessons = Material.objects.filter(slug__in=slugs).only("pk", "slug").order_by("-pk")
        self.lessons = {lesson.slug: lesson for lesson in lessons}


def _hash(picture: Picture) -> str:
    return hash_filelike(BytesIO(picture.content))


def upsert(model: type[models.Model], rows: Sequence[models.Model], fields: Sequence[str]) -> None:
    """Store some fields of rows that are there already, in one statement; bulk_update's CASE is slower by far."""
    if rows:
        model.objects.bulk_create(rows, update_conflicts=True, unique_fields=["pk"], update_fields=fields)
