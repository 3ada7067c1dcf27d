"""One demo site for the whole run, however many workers test it, and a guarded browser.

E2E_ORIGIN=http://127.0.0.1:8000 tests a site that is already running instead of preparing one; it must be a demo site
that may be written to. E2E_VAR=/path/to/its/var lets the tests of quizzes write to its database, too.
"""

import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from e2e.helpers import Guard, Visitors
from e2e.quiz_site import QuizData

REPOSITORY = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path. Without a browser or Chinese type the tests are skipped, on CI they fail."""
    path = shutil.which("chromium")
    fonts = (
        shutil.which("fc-list")
        and subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False).stdout
    )
    missing = [
        *([] if path else ["chromium"]),
        *([] if fonts and "Noto Sans CJK" in fonts else ["fonts-noto-cjk"]),
    ]
    if missing:
        reason = f"missing here: {', '.join(missing)} (make setup installs them on Debian)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


class DemoSite:
    """The demo site of one run. Workers join it through a file that counts them; the last one to leave stops it."""

    def __init__(self, home: Path):
        self.home = home
        self.state_file = home / "state.json"
        self.log = home / "server.log"
        home.mkdir(exist_ok=True)

    @contextmanager
    def state(self) -> Iterator[dict]:
        """The shared state, under a lock, written back at the end."""
        with (self.home / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            state = json.loads(self.state_file.read_text()) if self.state_file.exists() else {"users": 0}
            yield state
            self.state_file.write_text(json.dumps(state))

    def join(self) -> str:
        """Return the site's origin; the first to come prepares and starts it."""
        with self.state() as state:
            if not state["users"]:
                state |= self.start()
            state["users"] += 1
            return state["origin"]

    def leave(self) -> None:
        with self.state() as state:
            state["users"] -= 1
            if not state["users"]:
                os.kill(state["pid"], signal.SIGTERM)

    def environment(self) -> dict[str, str]:
        # pytest runs with the test settings and its own folder; the demo site has neither.
        paths = [str(REPOSITORY / "site"), os.environ.get("PYTHONPATH", "")]
        return os.environ | {
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
            "DJANGO_SETTINGS_MODULE": "config.settings.local",
            "MINGBAI_VAR": str(self.home / "var"),
            "DATABASE_URL": "",
            "REDIS_URL": "",
            "LOG_LEVEL": "WARNING",
        }

    def start(self) -> dict:
        (self.home / "var").mkdir(exist_ok=True)
        with self.log.open("a") as log:
            prepared = subprocess.run(
                [sys.executable, "manage.py", "prepare"],
                cwd=REPOSITORY, env=self.environment(), stdout=log, stderr=log, check=False,
            )  # fmt: skip
            if prepared.returncode:
                pytest.fail(f"the demo site could not be prepared:\n{self.tail()}")
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            server = subprocess.Popen(
                [
                    str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
                    "--port", str(port), "--workers", "1", "--blocking-threads", "4", "--log-level", "warning",
                    "config.wsgi:application",
                ],
                cwd=REPOSITORY, env=self.environment(), stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        origin = f"http://127.0.0.1:{port}"
        self.wait(origin, server)
        return {"origin": origin, "pid": server.pid}

    def wait(self, origin: str, server: subprocess.Popen) -> None:
        deadline = time.monotonic() + 60
        while server.poll() is None and time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{origin}/readyz", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        server.kill()
        pytest.fail(f"the demo site did not start:\n{self.tail()}")

    def tail(self) -> str:
        return "\n".join(self.log.read_text().splitlines()[-30:])


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> DemoSite:
    """The demo site of this run, not started."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # the workers of one run share it
    return DemoSite(folder / "demo-site")


@pytest.fixture(scope="session")
def origin(chromium: str, demo: DemoSite) -> Iterator[str]:
    """The address of the demo site."""
    if running := os.environ.get("E2E_ORIGIN"):
        yield running.rstrip("/")
        return
    address = demo.join()
    yield address
    demo.leave()


@pytest.fixture(scope="session")
def quizzes(origin: str, demo: DemoSite) -> QuizData:
    """Quizzes in the demo site's database. A site that is already running names its folder in E2E_VAR."""
    environment = demo.environment()
    if "E2E_ORIGIN" in os.environ:
        if "E2E_VAR" not in os.environ:
            pytest.skip("E2E_VAR does not say where the running site keeps its data")
        environment["MINGBAI_VAR"] = os.environ["E2E_VAR"]
    with demo.state():  # one worker after the other, so that they are made once
        return QuizData.make(environment)


@pytest.fixture(scope="module")
def browser(chromium: str, origin: str) -> Iterator[Browser]:
    """Chromium, for one file: Playwright keeps an event loop running in this thread, and Django refuses to use the
    database under a running loop, so it must be gone before the next file's tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def guard(origin: str) -> Iterator[Guard]:
    """Fails the test when a browser complained or left the site."""
    guard = Guard(origin)
    yield guard
    assert not guard.unexpected(), "\n".join(guard.unexpected())


@pytest.fixture
def visitors(browser: Browser, guard: Guard) -> Iterator[Visitors]:
    """Makes readers: visitors.context(mode="elder"), visitors.page(viewport=PHONE)."""
    visitors = Visitors(browser, guard)
    yield visitors
    visitors.leave()


@pytest.fixture
def page(visitors: Visitors) -> Page:
    """A page of a reader at a desk."""
    return visitors.page()
