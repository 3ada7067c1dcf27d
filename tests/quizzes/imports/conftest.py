"""The vocabulary that the rows of these tests name. Durable transactions need a database without a test's own around them."""

import sys
from pathlib import Path

import pytest

from education.models import Audience, Topic

# The strategies for questions stand beside the tests of formats.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "formats"))


@pytest.fixture
def words(db):
    Topic.objects.create(slug="online-shopping", name="网络购物", position=0)
    Audience.objects.create(slug="junior", name="初中", position=0)
