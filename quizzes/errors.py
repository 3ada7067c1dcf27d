"""Every refusal of quizzes: a stable code, its HTTP status and its sentence."""

from django.utils.translation import gettext_lazy as _

from users.api_errors import REFUSALS as OF_REQUESTS

# code: (HTTP status, sentence)
REFUSALS = {
    "unknown_quiz": (404, _("没有这个测验，可能已经下架了。")),
    "unknown_attempt": (404, _("没有这份答卷。")),
    "unknown_question": (404, _("没有这道题，可能已经下架了。")),
    "question_reserved": (409, _("这道题正用在一个还没结束的测验里，现在不能练。")),
    "account_needed": (401, _("这个测验要登录才能答。")),
    "not_open_yet": (409, _("这个测验还没有开放。")),
    "closed": (409, _("这个测验已经结束了。")),
    "no_attempts_left": (409, _("次数已经用完了。")),
    "paper_unavailable": (409, _("这个测验的题目还没有准备好，请联系举办单位。")),
    "attempt_ended": (409, _("已经交卷了，不能再改。")),
    "time_over": (409, _("时间到了，已经保存的答案会自动交卷。")),
    "answer_locked": (409, _("这道题对过答案了，不能再改。")),
    "bad_answer": (422, _("答案的格式不对。")),
    "not_checkable": (409, _("这个测验要交卷以后才能看答案。")),
    "not_answered": (422, _("请先作答。")),
    "result_hidden": (403, _("成绩现在还不能看。")),
    "nothing_to_practise": (404, _("这里还没有题可以练。")),
    "conflict": (409, _("刚才有别的操作同时进行，请再试一次。")),
    "unknown_import": (404, _("没有这次导入，可能已经取消了。")),
    "import_over": (409, _("这次导入已经确认过了。")),
    "import_refused": (409, _("有的题有问题。选了“全部没问题才导入”，所以什么都没有导入。")),
    "forbidden": (403, _("你没有做这件事的权限。")),
    "too_many": (422, _("选得太多了。")),
    "invalid_regrade": (422, _("这样改分行不通。")),
} | {code: OF_REQUESTS[code] for code in ("invalid_request", "invalid_token", "rate_limited")}


class QuizError(Exception):
    """A refused action. `code` is one of REFUSALS and stays stable; `str()` gives the sentence, with `detail` after it.

    `retry_after` is after how many seconds a rate_limited action may be tried again.
    """

    def __init__(self, code: str, detail: str = "", *, retry_after: int | None = None):
        self.code, self.detail, self.retry_after = code, detail, retry_after
        self.status = REFUSALS[code][0]
        super().__init__(code)

    def __str__(self) -> str:
        return f"{REFUSALS[self.code][1]}{self.detail}"
