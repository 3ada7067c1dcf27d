"""The server is killed (SIGKILL) while people answer: what was acknowledged is there, and the clock goes on."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from factories.questions import make_question, make_quiz, make_user
from factories.site import SmallSite
from quizzes.actions.attempts import start_attempt
from quizzes.models import Attempt
from quizzes.people import Person
from quizzes.versions import forget_versions

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
ROOT = Path(__file__).resolve().parents[2]
TOKEN = "k" * 32


def database_url() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    given = os.environ["DATABASE_URL"]
    return given.replace("/mingbai", f"/{database['NAME']}", 1)


@contextmanager
def server():
    """Granian with the test database on a free port; killed, with everything that it started, at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "MINGBAI_VAR": str(settings.VAR_DIR),
        "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}:{ROOT / 'tests'}",
    }
    command = [Path(sys.executable).parent / "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", "4", "--log-level", "critical", "factories.dying_wsgi:application"]
    process = subprocess.Popen(command, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def wait_for(port: int) -> None:
    for _attempt in range(600):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not come up")


class Browser:
    """Saves answers of one signed-in person over HTTP and remembers what was acknowledged."""

    def __init__(self, client, attempt):
        self.cookies = f"sessionid={client.cookies['sessionid'].value}; csrftoken={TOKEN}"
        self.address = f"/attempts/{attempt.pk}/"
        self.acknowledged: dict[int, int] = {}

    def post(self, port: int, name: str, content: dict, **headers) -> dict | None:
        """Return the response's JSON; None when the connection broke."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        headers |= {"Cookie": self.cookies, "X-CSRFToken": TOKEN, "Content-Type": "application/json"}
        try:
            connection.request("POST", f"{self.address}{name}/", json.dumps(content), headers)
            response = connection.getresponse()
            body = response.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        assert response.status == 200, body
        return json.loads(body)

    def save(self, port: int, slot: int, number: int, **headers) -> bool:
        content = {"answers": {str(slot): {"raw": str(number), "given_ms": 10**9}}}
        answer = self.post(port, "save", content, **headers)
        if answer is not None and slot in answer["kept"]:
            self.acknowledged[slot] = number
        return answer is not None


@pytest.fixture
def attempt(client):
    cache.clear()
    forget_versions()
    SmallSite()
    body = {"answers": [{"value": "1"}]}
    quiz = make_quiz([make_question("numeric", body=body) for _n in range(4)], time_limit=30, shuffle_questions=False)
    user = make_user()
    client.force_login(user)
    return start_attempt(quiz=quiz, person=Person(user_id=user.pk), now=timezone.now())


def stored(attempt) -> dict[int, int]:
    return {int(slot): int(entry[0]) for slot, entry in Attempt.objects.get(pk=attempt.pk).answers.items()}


def test_killed_between_saving_and_answering(client, attempt):
    browser = Browser(client, attempt)
    with server() as port:
        assert browser.save(port, 0, 7)
        assert not browser.save(port, 1, 8, **{"X-Die": "now"}), "the process died before it answered"
    assert stored(attempt) == {0: 7, 1: 8}
    with server() as port:
        assert browser.save(port, 1, 8), "the browser sends again what was not acknowledged"
        assert browser.post(port, "submit", {})["result"]
    ended = Attempt.objects.get(pk=attempt.pk)
    assert (ended.status, ended.deadline) == ("submitted", attempt.started_at + timedelta(minutes=30))


def test_killed_in_full_flow(client, attempt):
    """Four tabs save one after the other; the server is killed under them, three times."""
    browser, number = Browser(client, attempt), 0
    for _kill in range(3):
        with server() as port:
            number += 1000

            def tab(slot: int, port=port, number=number) -> None:
                for step in range(1000):
                    if not browser.save(port, slot, number + step):
                        return
                    time.sleep(0.05)  # slower than the limit on saving

            tabs = [threading.Thread(target=tab, args=(slot,)) for slot in range(4)]
            for thread in tabs:
                thread.start()
            give_up = time.monotonic() + 60
            while any(browser.acknowledged.get(slot, 0) < number + 5 for slot in range(4)):
                assert time.monotonic() < give_up
                time.sleep(0.01)
        for thread in tabs:
            thread.join(30)
        # What is stored is what was acknowledged last, or what was on its way when the server died.
        for slot, value in stored(attempt).items():
            assert browser.acknowledged[slot] <= value <= browser.acknowledged[slot] + 1
