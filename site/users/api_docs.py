"""How an endpoint's refusals get into the API's document: each code as an example of its status."""

from typing import Any

from django.utils.functional import Promise
from ninja import Schema
from pydantic import Field

from .api_errors import REFUSALS


class FieldProblem(Schema):
    field: str = Field(examples=["body.answers.0.age_ms"])
    problem: str = Field(examples=["greater_than_equal"])


class Refusal(Schema):
    """A stable code, and its sentence in the language of the request. What does not apply is left out."""

    code: str = Field(examples=["unknown_quiz"])
    message: str = Field(examples=["没有这个测验，可能已经下架了。"])
    detail: str = Field(default="", description="说得更细 / more about it")
    fields: list[FieldProblem] = Field(
        default_factory=list, description="哪里不对 / what is wrong where (invalid_request)"
    )


def documented(
    response: Any,
    table: dict[str, tuple[int, str | Promise]],
    *codes: str,
    optional: bool = False,
    writes: bool = False,
    body: bool = False,
) -> dict[str, Any]:
    """Return the keyword arguments of an endpoint that answers `response` or refuses with one of the codes.

    `table` holds the app's codes with status and sentence. What every call may meet is added: `optional` says that the endpoint
    also serves strangers, `writes` that a page's call needs the CSRF token, `body` that it reads JSON.
    """
    codes += ("invalid_token", *(() if optional else ("sign_in_needed",)), *(("csrf_failed",) if writes else ()))
    codes += ("unreadable_json", "invalid_request", "too_large") if body else ()
    table = table | REFUSALS
    by_status: dict[int, dict[str, dict]] = {}
    for code in codes:
        code_status, sentence = table[code]
        by_status.setdefault(code_status, {})[code] = {"value": {"code": code, "message": sentence}}
    extra: dict[str, Any] = {
        "responses": {
            code_status: {
                "description": "、".join(examples),
                "content": {"application/json": {"examples": examples}},
            }
            for code_status, examples in sorted(by_status.items())
        }
    }
    if optional:
        extra["security"] = [{}]
    return {"response": {200: response} | dict.fromkeys(sorted(by_status), Refusal), "openapi_extra": extra}
