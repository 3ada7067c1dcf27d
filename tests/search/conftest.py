"""A small site for the search tests, the same on every database."""

import datetime
import sys
from pathlib import Path

import pytest
from django.db import transaction
from django.test import TestCase

sys.path.insert(0, str(Path(__file__).resolve().parent))
from search_site import build


@pytest.fixture(scope="module")
def site_pages(django_db_setup, django_db_blocker):
    """The pages of `search_site.build`, by title; built once a module in a transaction that is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True):
            pages = build(datetime.date(2026, 3, 15))
        yield pages
        transaction.set_rollback(True)


@pytest.fixture
def pages(site_pages, db):
    return site_pages
