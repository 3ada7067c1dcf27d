"""Quizzes for the browser tests: their ids, what is in the database, and the way into an attempt."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from e2e.helpers import until

SCRIPT = Path(__file__).with_name("quiz_data.py")
ROOT = SCRIPT.parents[2]
# How many answers the device keeps because the server does not have them yet.
QUEUED = "Object.keys(localStorage).filter((key) => key.startsWith('mingbai.answer.')).length"
# Numbers of the quiz with every type (quiz_data.py).
SINGLE, SEVERAL, TRUE_FALSE, BLANKS, NUMBER, ORDER, MATCH, CASE, PICTURE = range(1, 10)


@dataclass(frozen=True)
class QuizData:
    """Runs quiz_data.py on the site's database in a process of its own."""

    environment: dict[str, str]
    ids: dict[str, int]

    @classmethod
    def make(cls, environment: dict[str, str]) -> "QuizData":
        paths = [str(ROOT), str(ROOT / "site"), str(ROOT / "tests")]
        environment = environment | {"PYTHONPATH": ":".join(paths)}
        return cls(environment, run(environment, "make"))

    def deadline(self, attempt: str, seconds: float) -> None:
        """Let an attempt end that many seconds from now."""
        assert run(self.environment, "deadline", attempt, str(seconds)) == {"changed": 1}

    def answers(self, attempt: str) -> dict:
        """The stored answers: {slot: [response, milliseconds since the start]}."""
        return run(self.environment, "answers", attempt)

    def start(self, page: Page, slug: str, view: str = "one") -> str:
        """Start (or go on with) an attempt; return its id."""
        page.goto(f"/quizzes/{self.ids[slug]}/start/")
        page.locator(f"input[name=view][value={view}]").check()
        page.locator(".quiz-start__go").click()
        page.wait_for_url("**/attempts/*/")
        return page.url.rstrip("/").split("/")[-1].split("#")[0]


def run(environment: dict[str, str], *arguments: str):
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def question(page: Page, number: int) -> Locator:
    return page.locator(f"#q{number}")


def choose(page: Page, number: int, option: int) -> None:
    """Choose an option (from 0, as dealt) of a question."""
    question(page, number).locator(".choice").nth(option).click()


def status(page: Page) -> Locator:
    return page.locator("[data-status]")


def saved(page: Page) -> None:
    """Wait until everything that was answered has arrived."""
    until(page, f"!({QUEUED})")
    expect(status(page)).to_have_text("已保存")


def look_again(page: Page) -> None:
    """What a browser does when its window comes back to the front."""
    page.evaluate("dispatchEvent(new Event('focus'))")
