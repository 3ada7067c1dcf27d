"""From a long strip to panels in an episode's draft, through the admin."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import UploadedFile

from education import strips
from education.models import ComicEpisodePage
from media.models import LibraryImage
from media.views import serve_upload


def upload(client, episode, content, name="strip.png"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("education_strip_upload", args=[episode.pk]), {"file": file}, follow=True)


def confirm(client, episode, kept, cuts, **extra):
    data = {"panels-TOTAL_FORMS": len(cuts), "panels-INITIAL_FORMS": 0, "confirm": "1", **extra}
    for number, (top, bottom) in enumerate(cuts):
        data |= {f"panels-{number}-keep": "on", f"panels-{number}-top": top, f"panels-{number}-bottom": bottom}
    return client.post(reverse("education_strip_cuts", args=[episode.pk, kept.pk]), data, follow=True)


def test_the_whole_way(editor_client, episode, strip_bytes):
    content, cuts = strip_bytes()
    edit = editor_client.get(reverse("wagtailadmin_pages:edit", args=[episode.pk]))
    assert reverse("education_strip_upload", args=[episode.pk]) in edit.content.decode()

    page = upload(editor_client, episode, content)
    kept = UploadedFile.objects.get()
    for top, bottom in cuts:
        assert f'value="{top}"' in page.content.decode()
        assert f'value="{bottom}"' in page.content.decode()
    preview = editor_client.get(reverse("education_strip_preview", args=[episode.pk, kept.pk]))
    assert preview["Content-Type"] == "image/jpeg"
    with pytest.raises(Http404):
        serve_upload(RequestFactory().get("/media/x"), path=kept.file.name)

    moved = [(cuts[0][0], cuts[0][1] - 5), *cuts[1:]]
    answer = confirm(editor_client, episode, kept, moved)
    assert "草稿里加了 3 格" in answer.content.decode()
    episode.refresh_from_db()
    assert not episode.live
    assert len(episode.panels) == 0, "only the draft changes"
    draft = episode.get_latest_revision_as_object()
    assert [panel.value["image"].height for panel in draft.panels] == [bottom - top for top, bottom in moved]
    assert [panel.value["image"].title for panel in draft.panels] == [f"中奖短信 第 {n} 格" for n in (1, 2, 3)]
    assert not UploadedFile.objects.exists()


def test_panels_are_added_after_those_of_the_draft(editor_client, episode, strip_bytes):
    content, cuts = strip_bytes()
    for _round in range(2):
        upload(editor_client, episode, content)
        confirm(editor_client, episode, UploadedFile.objects.get(), cuts)
    draft = ComicEpisodePage.objects.get(pk=episode.pk).get_latest_revision_as_object()
    assert len(draft.panels) == 6
    assert draft.panels[5].value["image"].title == "中奖短信 第 6 格"


def test_a_live_episode_stays_as_it_is(editor_client, episode, strip_bytes):
    ComicEpisodePage.objects.filter(pk=episode.pk).update(live=True)
    content, cuts = strip_bytes()
    upload(editor_client, episode, content)
    confirm(editor_client, episode, UploadedFile.objects.get(), cuts)
    episode.refresh_from_db()
    assert episode.live
    assert episode.has_unpublished_changes
    assert len(episode.panels) == 0


def test_a_broken_strip_is_refused_and_kept_nowhere(editor_client, episode, strip_bytes):
    content, _cuts = strip_bytes()
    for bad, words in [
        (content[: len(content) // 2], "不完整"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (strip_bytes(heights=(900,))[0], "没有找到分格"),
    ]:
        page = upload(editor_client, episode, bad)
        assert words in page.content.decode()
    assert not UploadedFile.objects.exists()


def test_bad_numbers_change_nothing(editor_client, episode, strip_bytes):
    content, _cuts = strip_bytes()
    upload(editor_client, episode, content)
    kept = UploadedFile.objects.get()
    before = LibraryImage.objects.count()
    for bad in ([(0, 400), (300, 600)], [(100, 50)], [(0, 99999)], [("x", 10)], []):
        answer = confirm(editor_client, episode, kept, bad)
        assert "什么都没有改动" in answer.content.decode()
    assert LibraryImage.objects.count() == before
    assert ComicEpisodePage.objects.get(pk=episode.pk).latest_revision is None


def test_a_failing_panel_leaves_no_picture_and_no_revision(editor_client, episode, strip_bytes, monkeypatch, uploads):
    content, cuts = strip_bytes()
    upload(editor_client, episode, content)
    before, real, calls = LibraryImage.objects.count(), strips.library_panel, []
    files = {path for path in uploads.rglob("*") if path.is_file()}

    def failing(*args):
        calls.append(args)
        if len(calls) == 3:
            raise OSError("the disk is full")
        return real(*args)

    monkeypatch.setattr(strips, "library_panel", failing)
    answer = confirm(editor_client, episode, UploadedFile.objects.get(), cuts)
    assert "什么都没有改动" in answer.content.decode()
    assert LibraryImage.objects.count() == before
    assert {path for path in uploads.rglob("*") if path.is_file()} == files
    assert ComicEpisodePage.objects.get(pk=episode.pk).latest_revision is None


@pytest.mark.parametrize("visitor", ["plain_client", "outsider_client"])
def test_only_who_may_edit_the_page(visitor, request, episode, strip_bytes):
    """Neither a reader nor somebody with the admin but without this page."""
    visitor = request.getfixturevalue(visitor)
    url = reverse("education_strip_upload", args=[episode.pk])
    for answer in (visitor.get(url), visitor.post(url, {"file": SimpleUploadedFile("a.png", strip_bytes()[0])})):
        assert answer.status_code in {302, 403}
        assert "strip" not in answer.get("Location", "").split("?")[0]
    assert not UploadedFile.objects.exists()


def test_nobody_sees_the_upload_of_another(editor_client, client, django_user_model, episode, strip_bytes):
    upload(editor_client, episode, strip_bytes()[0])
    kept = UploadedFile.objects.get()
    other = django_user_model.objects.create_superuser(username="second", email="b@example.cn", password="secret-1234")
    client.force_login(other)
    assert client.get(reverse("education_strip_cuts", args=[episode.pk, kept.pk])).status_code == 404


def test_cancel_throws_the_upload_away(
    editor_client, episode, strip_bytes, django_capture_on_commit_callbacks, uploads
):
    upload(editor_client, episode, strip_bytes()[0])
    with django_capture_on_commit_callbacks(execute=True):
        confirm(editor_client, episode, UploadedFile.objects.get(), [], cancel="1")
    assert not UploadedFile.objects.exists()
    assert not list((uploads / "wagtail_uploads").glob("*"))
