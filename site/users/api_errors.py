"""Refusals that belong to no app but to the API itself: who is calling, and whether the request can be read."""

from django.utils.translation import gettext_lazy as _

# code: (HTTP status, sentence)
REFUSALS = {
    "unreadable_json": (400, _("请求的内容不是 JSON。")),
    "bad_request": (400, _("请求有问题，没有处理。")),
    "sign_in_needed": (401, _("请先登录。")),
    "invalid_token": (401, _("身份凭证无效或过期了。")),
    "csrf_failed": (403, _("页面放得太久了，请刷新以后再试。")),
    "permission_denied": (403, _("没有权限。")),
    "not_found": (404, _("没有这个地址。")),
    "method_not_allowed": (405, _("这个地址不能这样用。")),
    "too_large": (413, _("请求的内容太大了。")),
    "invalid_request": (422, _("请求的内容不对。")),
    "rate_limited": (429, _("操作太频繁了，请稍等一会儿再试。")),
    "server_error": (500, _("服务器出了点问题，请稍后再试。")),
}


class ApiError(Exception):
    """A refused request. `code` is one of REFUSALS and stays stable; `str()` gives the sentence.

    `fields` are the places of an invalid request: [{"field": "body.slot", "problem": "missing"}, …].
    """

    def __init__(self, code: str, *, fields: list[dict[str, str]] | None = None):
        self.code, self.fields = code, fields
        self.status = REFUSALS[code][0]
        super().__init__(code)

    def __str__(self) -> str:
        return str(REFUSALS[self.code][1])
