"""One table of everything that the API may refuse, and how each refusal is answered.

A code is stable: an app may act on it. Its sentence is for people, in the language of the request.
"""

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.utils import translation
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from education.errors import REFUSALS as OF_EDUCATION
from education.errors import EducationError
from quizzes.errors import REFUSALS as OF_QUIZZES
from quizzes.errors import QuizError
from users.api_errors import REFUSALS as OF_REQUESTS
from users.api_errors import ApiError

# code: (HTTP status, sentence)
TABLE = OF_REQUESTS | OF_EDUCATION | OF_QUIZZES
_OF_STATUS = {
    400: "bad_request",
    403: "permission_denied",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
}


def code_of_status(status: int) -> str:
    """Return the code for a failure of which only the HTTP status is known."""
    return _OF_STATUS.get(status, "server_error" if status >= 500 else "bad_request")


def refuse(
    code: str, *, detail: str = "", fields: Iterable[dict] | None = None, retry_after: int | None = None
) -> JsonResponse:
    """Return a refusal as JSON, in the language in force."""
    status, sentence = TABLE[code]
    body = {"code": code, "message": str(sentence)}
    if detail:
        body["detail"] = detail
    if fields is not None:
        body["fields"] = list(fields)
    response = JsonResponse(body, status=status)
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def all_refusals() -> list[dict]:
    """Return the table with every sentence in every language of the site."""
    codes = [language for language, _name in settings.LANGUAGES]
    return [
        {"code": code, "status": status, "message": {language: _in(language, sentence) for language in codes}}
        for code, (status, sentence) in sorted(TABLE.items())
    ]


def _in(language: str, sentence) -> str:
    with translation.override(language):
        return str(sentence)


def problems_of(error: ValidationError) -> list[dict[str, str]]:
    """Return what is wrong where: {"field": "body.answers.0.age_ms", "problem": "greater_than_equal"}."""
    return [
        {"field": ".".join(str(part) for part in _place(problem["loc"])), "problem": problem["type"]}
        for problem in error.errors
    ]


def _place(location: tuple) -> list:
    """The place without the name of the endpoint's parameter, which is no part of what was sent."""
    source, *rest = location
    return [source, *rest[1:]] if source == "body" else [source, *rest]


def add_handlers(api: NinjaAPI) -> None:
    """Make every exception of the API's endpoints one of the table's answers."""

    @api.exception_handler(QuizError)
    def quiz_error(request: HttpRequest, error: QuizError):
        return refuse(error.code, detail=str(error.detail), retry_after=error.retry_after)

    @api.exception_handler(EducationError)
    def education_error(request: HttpRequest, error: EducationError):
        return refuse(error.code)

    @api.exception_handler(ApiError)
    def api_error(request: HttpRequest, error: ApiError):
        return refuse(error.code, fields=error.fields)

    @api.exception_handler(ValidationError)
    def validation_error(request: HttpRequest, error: ValidationError):
        return refuse("invalid_request", fields=problems_of(error))

    @api.exception_handler(AuthenticationError)
    def not_signed_in(request: HttpRequest, error: AuthenticationError):
        return refuse("sign_in_needed")

    @api.exception_handler(HttpError)
    def http_error(request: HttpRequest, error: HttpError):
        # Of ninja's own errors only a body that is no JSON is left.
        return refuse("unreadable_json" if error.status_code == 400 else code_of_status(error.status_code))

    @api.exception_handler(Http404)
    def not_found(request: HttpRequest, error: Http404):
        return refuse("not_found")
