"""Snippets of search results on real pages."""

import pytest

from factories.site import SmallSite, make_image

pytestmark = pytest.mark.django_db


def test_a_snippet_is_made_of_a_text_with_pictures(client):
    """A picture's value is an image, not a mapping: the words around it must still be found and quoted."""
    site = SmallSite()
    lesson = site.lessons[0]
    picture = {"image": {"image": make_image().pk, "alt_text": "小票", "decorative": False}, "caption": "收好小票"}
    body = [{"type": "text", "value": "<p>鸭嘴兽也要留小票。</p>"}, {"type": "picture", "value": picture}]
    lesson.steps = [{"type": "step", "value": {"title": "小票", "body": body}}]
    lesson.save()
    page = client.get("/search/", {"q": "鸭嘴兽"}).content.decode()
    assert lesson.title in page
    assert "<mark>鸭嘴兽</mark>" in page
