"""People who use the pages of quizzes through HTTP, and what their browsers would send."""

import json
from dataclasses import dataclass
from urllib.parse import urlencode

from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client

from factories.questions import RIGHT
from quizzes.actions.attempts import deal_of
from quizzes.models import Attempt, QuizPage
from quizzes.versions import versions_by_id


@dataclass
class Participant:
    """A browser with its own session."""

    client: Client

    def start(self, quiz: QuizPage, **fields) -> Attempt:
        response = self.client.post(f"/quizzes/{quiz.pk}/start/", fields)
        assert response.status_code == 302, response.content.decode()
        return Attempt.objects.get(pk=response.url.strip("/").split("/")[-1])

    def page(self, attempt: Attempt, path: str = "") -> BeautifulSoup:
        response = self.client.get(f"/attempts/{attempt.pk}/{path}")
        assert response.status_code == 200, response.status_code
        return BeautifulSoup(response.content, "html.parser")

    def send(self, attempt: Attempt, path: str, body):
        return self.client.post(f"/attempts/{attempt.pk}/{path}/", json.dumps(body), content_type="application/json")

    def save(self, attempt: Attempt, answers: dict, given_ms: int = 10**9):
        """Save raw answers, given just now unless told otherwise (in milliseconds since the start)."""
        entries = {str(slot): {"raw": raw, "given_ms": given_ms} for slot, raw in answers.items()}
        return self.send(attempt, "save", {"answers": entries})

    def post_form(self, attempt: Attempt, form: QueryDict, do: str):
        body = form.copy()
        body["do"] = do
        return self.client.post(
            f"/attempts/{attempt.pk}/", body.urlencode(), content_type="application/x-www-form-urlencoded"
        )


def type_at(attempt: Attempt, slot: int) -> str:
    return version_at(attempt, slot).type


def version_at(attempt: Attempt, slot: int):
    version_id = attempt.paper[slot][0]
    return versions_by_id([version_id])[version_id]


def raw_of(attempt: Attempt, slot: int, response=None):
    """What a browser sends for a response in the author's numbering, the right one by default."""
    version = version_at(attempt, slot)
    response = RIGHT[version.type] if response is None else response
    return version.kind.show(version.body, response, deal_of(attempt, slot))


def form_of(page: BeautifulSoup) -> QueryDict:
    """What a browser without scripts would send of the page's answer form, its buttons aside."""
    pairs = []
    for field in page.select_one("form#sheet").select("input[name], select[name]"):
        if field.find_parent("fieldset", disabled=True):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            pairs.append((field["name"], chosen["value"] if chosen else ""))
        elif field.get("type") not in ("radio", "checkbox") or field.has_attr("checked"):
            pairs.append((field["name"], field.get("value", "")))
    return QueryDict(urlencode(pairs), mutable=True)


def finish(participant: Participant, attempt: Attempt) -> None:
    assert participant.send(attempt, "submit", {}).status_code == 200
