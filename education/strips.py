"""A long comic strip becomes panels of an episode's draft: keep the upload, propose cuts, add the panels."""

import secrets
from collections.abc import Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.models import Collection, Page, UploadedFile
from wagtail.permissions import policy_registry

from media.checks.pictures import BROKEN, check_picture, check_size, open_picture, without_metadata
from media.models import LibraryImage
from media.strips import Cut, StripError, cut_strip, find_gutters, flat

from .models import ComicEpisodePage

PREVIEW_WIDTH = 480
WEBP_MOST = 16_383  # pixels of a side; a higher panel is kept as PNG


def uploads_of(user, model) -> QuerySet[UploadedFile]:
    """The files that a person has uploaded for a flow on `model` and not yet confirmed."""
    return UploadedFile.objects.filter(uploaded_by_user=user, for_content_type=ContentType.objects.get_for_model(model))


def keep_upload(*, user, model, content: bytes, extension: str) -> UploadedFile:
    """Keep a checked upload until it is confirmed. What the person left lying from before is thrown away."""
    for old in uploads_of(user, model):
        drop_upload(old)
    kept = UploadedFile(uploaded_by_user=user, for_content_type=ContentType.objects.get_for_model(model))
    kept.file.save(f"{secrets.token_hex(16)}{extension}", ContentFile(content), save=True)
    return kept


def drop_upload(upload: UploadedFile) -> None:
    """Delete a kept upload and, once that is certain, its file."""
    storage, name = upload.file.storage, upload.file.name
    upload.delete()
    transaction.on_commit(lambda: storage.delete(name))


def receive_strip(*, user, file) -> UploadedFile:
    """Check an uploaded strip, see that it can be cut, and keep it. Raises ValidationError; then nothing is kept."""
    check_size(file.size)
    file.seek(0)
    content = file.read()
    check_picture(content, file.name)
    content = without_metadata(content)
    try:
        with open_picture(content) as strip:
            find_gutters(strip)
    except StripError as error:
        raise ValidationError(str(error), code="strip") from error
    return keep_upload(user=user, model=ComicEpisodePage, content=content, extension=PurePath(file.name).suffix.lower())


@contextmanager
def opened(upload: UploadedFile):
    """The kept strip as a picture."""
    with upload.file.open("rb") as file, open_picture(file.read()) as strip:
        yield strip


def proposed_cuts(upload: UploadedFile) -> tuple[tuple[int, int], list[Cut]]:
    """The strip's size and the cuts that its gutters suggest."""
    with opened(upload) as strip:
        return strip.size, find_gutters(strip)


def preview_jpeg(upload: UploadedFile) -> bytes:
    """A small JPEG of the whole strip."""
    with opened(upload) as strip:
        height = max(1, round(strip.height * PREVIEW_WIDTH / strip.width))
        strip.draft("RGB", (PREVIEW_WIDTH, height))
        small = strip.resize((PREVIEW_WIDTH, height), Image.Resampling.BOX, reducing_gap=2.0)
        out = BytesIO()
        flat(small).save(out, "JPEG", quality=82)
        return out.getvalue()


@transaction.atomic(durable=True)
def append_panels(*, episode: ComicEpisodePage, upload: UploadedFile, cuts: Sequence[Cut], by) -> int:
    """Add the panels to the episode's draft as a new revision (nothing is published) and return how many.

    Each panel becomes a picture in the library. Raises StripError; then neither pictures nor a revision are left.
    """
    collection = collection_for(by)
    Page.objects.select_for_update().get(pk=episode.pk)
    draft = ComicEpisodePage.objects.get(pk=episode.pk).get_latest_revision_as_object()
    images: list[LibraryImage] = []
    try:
        with opened(upload) as strip:
            for number, panel in enumerate(cut_strip(strip, cuts), len(draft.panels) + 1):
                images.append(library_panel(draft, number, panel, strip.format, collection, by))
        for image in images:
            lines = [{"speaker": "旁白", "text": ""}]
            draft.panels.append(("panel", {"image": image, "alt": "", "lines": lines}))
        draft.minutes = draft.compute_minutes()
        # The panels still lack their words, so the draft is not yet fit to be published: it is kept without validation.
        draft.save_revision(user=by, clean=False, log_action=True)
        drop_upload(upload)
    except Exception as error:
        for image in images:
            image.file.storage.delete(image.file.name)
        if isinstance(error, (*BROKEN, ValidationError)) and not isinstance(error, StripError):
            raise StripError(_("图片处理失败，什么都没有改动。请重新上传长图。")) from error
        raise
    return len(images)


def collection_for(user) -> Collection:
    """The collection that new pictures of this person go to. Raises StripError when there is none."""
    allowed = policy_registry.get_by_type(LibraryImage).collections_user_has_permission_for(user, "add")
    if collection := allowed.order_by("path").first():
        return collection
    raise StripError(_("你没有往图片库添加图片的权限，请联系管理员。"))


def library_panel(episode, number: int, panel: Image.Image, kind: str, collection: Collection, by) -> LibraryImage:
    """Store one panel as a picture of the library, in the strip's own format."""
    kind = {"MPO": "JPEG", "GIF": "PNG", "AVIF": "WEBP"}.get(kind, kind)
    if kind == "WEBP" and max(panel.size) > WEBP_MOST:
        kind = "PNG"
    options = {"JPEG": {"quality": 92, "subsampling": 0}, "WEBP": {"quality": 92}, "PNG": {}}[kind]
    out = BytesIO()
    panel.save(out, kind, **options)
    image = LibraryImage(
        title=_("%(episode)s 第 %(number)s 格") % {"episode": episode.title[:200], "number": number},
        collection=collection,
        uploaded_by_user=by,
    )
    extension = {"JPEG": "jpg", "WEBP": "webp", "PNG": "png"}[kind]
    image.file = ContentFile(out.getvalue(), name=f"{episode.slug[:60]}-{number:02}.{extension}")
    image._set_image_file_metadata()
    image.save()
    return image


def drawn_cuts(cuts: Sequence[Cut], height: int) -> list[dict]:
    """The cuts with their place on the preview in percent, for the page."""
    return [
        {
            "top": top,
            "bottom": bottom,
            "height": max(1, bottom - top),
            "top_percent": f"{100 * top / height:.4f}",
            "height_percent": f"{100 * max(0, bottom - top) / height:.4f}",
        }
        for top, bottom in cuts
    ]
