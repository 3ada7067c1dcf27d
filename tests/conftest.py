"""Fixtures that every test may use."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))


@pytest.fixture(scope="module", autouse=True)
def _database_as_migrated(request):
    """Give the next file the database as the migrations left it: a test with real transactions empties it when it ends."""
    yield
    items = (item for item in request.session.items if getattr(item, "module", None) is request.module)
    markers = (item.get_closest_marker("django_db") for item in items)
    if any(marker is not None and marker.kwargs.get("transaction") for marker in markers):
        from django.core.management import call_command
        from django.db import connection

        with request.getfixturevalue("django_db_blocker").unblock():
            # The numbers go on: what comes back brings its own.
            call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
