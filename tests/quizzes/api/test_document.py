"""The document, and the page that shows it: from the site's own origin alone."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from factories.api import Caller
from factories.questions import make_user

pytestmark = pytest.mark.django_db


def test_the_page_loads_only_files_of_the_site(client):
    response = client.get("/api/v1/docs")
    text = response.content.decode()
    sources = re.findall(r'(?:src|href)="([^"]+)"', text)
    assert len(sources) >= 4 and all(source.startswith("/static/ninja/") for source in sources)
    assert all(finders.find(source.removeprefix("/static/")) for source in sources)
    assert re.findall(r"<script(?![^>]*src=)([^>]*)>", text) == [' type="application/json" id="swagger-settings"']
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy and "http" not in policy


def test_trying_out_as_the_reader_who_is_signed_in():
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make_user())
    token = re.search(r'data-csrf-token="(\w+)"', browser.get("/api/v1/docs").content.decode()).group(1)
    caller = Caller(**{"X-CSRFToken": token})
    caller.client = browser
    assert caller.post("/progress/merge", {"lessons": {}}).json() == {"merged": 0}


def test_people_who_come_to_the_root_find_it(client):
    assert client.get("/api/v1/").headers["Location"] == "/api/v1/docs"
    assert client.post("/api/v1/").json()["code"] == "method_not_allowed"


@pytest.mark.parametrize(("language", "words"), [("zh-Hans", "没有这份答卷。"), ("en", None)])
def test_its_sentences_are_in_the_readers_language(client, language, words):
    document = client.get("/api/v1/openapi.json", headers={"Accept-Language": language}).json()
    refused = document["paths"]["/api/v1/attempts/{attempt_id}"]["get"]["responses"]["404"]
    message = refused["content"]["application/json"]["examples"]["unknown_attempt"]["value"]["message"]
    table = {entry["code"]: entry["message"] for entry in client.get("/api/v1/errors").json()}
    assert message == (words or table["unknown_attempt"]["en"])


def test_question_shapes_are_told_apart_by_their_type(client):
    document = client.get("/api/v1/openapi.json").json()
    questions = document["components"]["schemas"]["Sheet"]["properties"]["questions"]["items"]
    assert questions["discriminator"]["propertyName"] == "type"
    assert len(questions["discriminator"]["mapping"]) == len(questions["oneOf"]) == 8
