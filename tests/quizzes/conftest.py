"""Every test of quizzes starts with nothing kept in the process."""

import pytest
from django.core.cache import cache

from factories.site import SmallSite
from quizzes.versions import forget_versions


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()
    forget_versions()


@pytest.fixture
def site(db):
    return SmallSite()
