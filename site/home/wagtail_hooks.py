"""The CMS as a whole: our colours and the dashboard."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from .content.ledger import LOADED


@hooks.register("register_log_actions")
def register_load(actions: LogActionRegistry) -> None:
    """What load_demo leaves in a page's history."""
    actions.register_action(LOADED, "载入随站内容", "由 load_demo 载入")
