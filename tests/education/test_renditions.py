"""The worker makes the pictures that the pages show: no reader waits for one."""

import pytest

from education.actions.renditions import make_renditions
from factories.site import SmallSite
from media.models import Rendition

pytestmark = pytest.mark.django_db


def test_after_the_worker_no_page_makes_a_picture(client):
    site = SmallSite()
    assert make_renditions() > 0
    made = Rendition.objects.count()
    for page in site.one_of_each().values():
        assert client.get(page.get_url()).status_code == 200
    assert Rendition.objects.count() == made


def test_making_again_makes_nothing(django_assert_max_num_queries):
    SmallSite()
    make_renditions()
    with django_assert_max_num_queries(5):
        assert make_renditions() == 0
