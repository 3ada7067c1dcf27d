"""The CMS with its three groups."""

import pytest
from django.core.cache import cache

from education.models import CourseIndexPage
from factories.cms import people as three_people
from factories.site import add, make_home
from home.actions.roles import set_up_roles
from quizzes.versions import forget_versions


@pytest.fixture(autouse=True)
def nothing_of_another_test():
    cache.clear()
    forget_versions()


@pytest.fixture
def site(db):
    set_up_roles()
    home = make_home()
    add(home, CourseIndexPage(title="课程", slug="courses"))
    return home


@pytest.fixture
def people(site):
    return three_people()
