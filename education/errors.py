"""Every refusal of education: a stable code, its HTTP status and its sentence."""

from django.utils.translation import gettext_lazy as _

# code: (HTTP status, sentence)
REFUSALS = {
    "unknown_lesson": (404, _("没有这一课，可能已经下架了。")),
    "unknown_step": (422, _("这一课里没有这一步，请刷新页面。")),
    "course_not_finished": (409, _("还有几课没读完，读完就能领证书。")),
    "course_without_lessons": (409, _("这门课还没有课。")),
}


class EducationError(Exception):
    """A refused action. `code` is one of REFUSALS and stays stable; `str()` gives the sentence."""

    def __init__(self, code: str):
        self.code = code
        super().__init__(code)

    def __str__(self) -> str:
        return str(REFUSALS[self.code][1])
