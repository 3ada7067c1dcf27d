"""What the audit log says about questions beyond Wagtail's own entries. Registered through wagtail_hooks."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

REGRADE = "quizzes.regrade"
MOVE = "quizzes.move"


@hooks.register("register_log_actions")
def register(actions: LogActionRegistry) -> None:
    actions.register_action(REGRADE, _("改分"), _("提出改分"))
    actions.register_action(MOVE, _("改分类"), _("改了分类"))
