"""The one API document under /api/v1/: each app adds its router here."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Schema
from ninja.openapi.docs import Swagger

from education.api import router as education
from quizzes.api.routes import router as quizzes

from .api_errors import add_handlers, all_refusals, refuse

DESCRIPTION = """\
明白消费的接口，给小程序和应用用。 / The API of Mingbai, for mini programs and apps.

**身份 / Identity.** `X-Session-Token` 是登录得到的凭证（`/_allauth/app/v1/auth/…`）；没有账号的访客用 `X-Visitor`；
本站自己的网页用会话 cookie，写操作要带 `X-CSRFToken`。
An app signs in at `/_allauth/app/v1/auth/…` and sends `X-Session-Token`; a visitor without an account sends `X-Visitor`;
the site's own pages send their cookie, with `X-CSRFToken` for every write. A call by an account that also carries `X-Visitor`
takes over what that visitor did.

**语言 / Language.** `Accept-Language: zh-Hans` 或 `en`。

**错误 / Errors.** `{"code": "…", "message": "…"}`；`code` 不会变，`GET /api/v1/errors` 列出全部。429 带 `Retry-After`（秒）。
Codes are stable. Fields are added within a version, never renamed or dropped: ignore what you do not know.
"""


class Api(NinjaAPI):
    """Operations are named after their functions: the names are part of what stays stable, where the code stands is not."""

    def get_openapi_operation_id(self, operation) -> str:
        return operation.view_func.__name__


class Viewer(Swagger):
    """Swagger UI from the site's own static files. Trying out a call as the reader who is signed in needs the CSRF token."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs) -> HttpResponse:
        chosen = json.dumps(self.settings | {"url": self.get_openapi_url(api, kwargs)})
        return render(request, self.template, {"swagger_settings": chosen, "api": api, "add_csrf": True})


api = Api(
    title="明白消费 API", version="1", description=DESCRIPTION, urls_namespace="api", docs_url="/docs", docs=Viewer()
)
add_handlers(api)
api.add_router("", quizzes)
api.add_router("", education)


class Code(Schema):
    """One refusal."""

    code: str
    status: int
    message: dict[str, str]


@api.get("/errors", response=list[Code], tags=["errors"], auth=None)
def list_errors(request: HttpRequest):
    """所有错误代码 / every code that the API may refuse with, in every language of the site."""
    return all_refusals()


@csrf_exempt
@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """People who come to /api/v1/ find the document."""
    return redirect("api:openapi-view")


@csrf_exempt
def unknown_address(request: HttpRequest, *args) -> HttpResponse:
    """Everything else below /api/ and /_allauth/."""
    return refuse("not_found")
