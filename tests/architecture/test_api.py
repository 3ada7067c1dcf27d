"""The API's document and its table of errors stay whole and stable."""

import ast
from pathlib import Path

import pytest

from config.api import api
from config.api_errors import TABLE, all_refusals
from education.errors import REFUSALS as OF_EDUCATION
from factories.api import document
from quizzes.api.output import QUESTION_SHAPES
from quizzes.errors import REFUSALS as OF_QUIZZES
from quizzes.question_types import TYPES
from users.api_errors import REFUSALS as OF_REQUESTS

ROOT = Path(__file__).resolve().parents[2]
APPS = {"quizzes": OF_QUIZZES, "education": OF_EDUCATION, "site/users": OF_REQUESTS}
CLASSES = {"quizzes": "QuizError", "education": "EducationError", "site/users": "ApiError"}
# What apps may rely on: a name may be added here, never taken away.
OPERATIONS = {
    "list_errors": ("get", "/api/v1/errors"),
    "issue_visitor": ("post", "/api/v1/visitors"),
    "browse_quizzes": ("get", "/api/v1/quizzes"),
    "read_quiz": ("get", "/api/v1/quizzes/{quiz_id}"),
    "start": ("post", "/api/v1/quizzes/{quiz_id}/attempts"),
    "browse_attempts": ("get", "/api/v1/attempts"),
    "read_attempt": ("get", "/api/v1/attempts/{attempt_id}"),
    "save": ("post", "/api/v1/attempts/{attempt_id}/answers"),
    "check": ("post", "/api/v1/attempts/{attempt_id}/check"),
    "submit": ("post", "/api/v1/attempts/{attempt_id}/submit"),
    "read_result": ("get", "/api/v1/attempts/{attempt_id}/result"),
    "practice_numbers": ("get", "/api/v1/practice"),
    "next_question": ("get", "/api/v1/practice/next"),
    "answer_practice": ("post", "/api/v1/practice/answers"),
    "daily_question": ("get", "/api/v1/practice/daily"),
    "list_progress": ("get", "/api/v1/progress"),
    "merge": ("post", "/api/v1/progress/merge"),
    "add_steps": ("post", "/api/v1/progress/{lesson_id}"),
}


def operations() -> dict[str, tuple[str, str, dict]]:
    return {
        details["operationId"]: (method, path, details)
        for path, methods in document()["paths"].items()
        for method, details in methods.items()
    }


def test_operations_stay():
    found = {name: (method, path) for name, (method, path, _details) in operations().items()}
    assert found == found | OPERATIONS


def test_no_code_means_two_things():
    for one in APPS.values():
        for other in APPS.values():
            assert all(one[code] == other[code] for code in one.keys() & other.keys())
    assert set(TABLE) == set().union(*APPS.values())


@pytest.mark.parametrize("folder", APPS)
def test_every_raised_code_is_in_its_table(folder):
    raised = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == CLASSES[folder] and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    raised.add(code.value)
    assert raised and raised <= APPS[folder].keys()


def test_statuses_and_sentences():
    for entry in all_refusals():
        assert 400 <= entry["status"] <= 599
        assert set(entry["message"]) == {"zh-hans", "en"} and all(entry["message"].values())
        assert entry["message"]["zh-hans"].endswith("。")


def test_documented_codes_exist_with_their_status():
    for name, (_method, _path, details) in operations().items():
        for status, response in details["responses"].items():
            for code, example in response.get("content", {}).get("application/json", {}).get("examples", {}).items():
                assert TABLE[code][0] == status, f"{name}: {code}"
                assert example["value"]["code"] == code


def test_every_endpoint_says_what_it_needs_and_what_it_does():
    for name, (method, _path, details) in operations().items():
        assert details["description"], name
        if name == "list_errors":
            continue
        assert details["security"], name
        codes = {
            code
            for response in details["responses"].values()
            for code in response.get("content", {}).get("application/json", {}).get("examples", {})
        }
        assert "invalid_token" in codes, name
        assert ("csrf_failed" in codes) == (method == "post"), name
        assert ("sign_in_needed" in codes) == ({} not in details["security"]), name
        assert ("unreadable_json" in codes) == ("requestBody" in details), name


def test_every_question_type_has_its_shape():
    assert set(QUESTION_SHAPES) == set(TYPES)
    assert all(shape.model_fields["type"].annotation.__args__ == (code,) for code, shape in QUESTION_SHAPES.items())


def test_one_api():
    assert api.urls_namespace == "api" and all(path.startswith("/api/v1/") for path in document()["paths"])
