"""The CMS as a whole: our colours, the dashboard, the checker on the page, and who may make whom an administrator."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.log_actions import LogActionRegistry

from .content.ledger import LOADED
from .panels import ToDoPanel


@hooks.register("register_log_actions")
def register_load(actions: LogActionRegistry) -> None:
    """What load_demo leaves in a page's history."""
    actions.register_action(LOADED, gettext_lazy("载入随站内容"), gettext_lazy("由 load_demo 载入"))


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    """Icons that Wagtail lacks; blocks and menus name them by the file's name without .svg."""
    return [*icons, *(f"wagtailadmin/icons/{name}.svg" for name in ("gavel", "print", "book", "audience"))]


@hooks.register("construct_homepage_panels")
def welcome(request: HttpRequest, panels: list) -> None:
    """Our panel first. It names what Wagtail's two workflow panels would say again."""
    replaced = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)
    panels[:] = [ToDoPanel(), *(panel for panel in panels if not isinstance(panel, replaced))]


@hooks.register("construct_help_menu")
def help_at_home(request: HttpRequest, items: list) -> None:
    """Take out what leads to English pages elsewhere; our guide for editors is docs/editing."""
    items[:] = [item for item in items if item.name != "editor-guide" and not item.name.startswith("whats-new")]


# The checker that runs while a page is edited or looked at.

READABLE = gettext_lazy("读屏软件会念出这里的字，请写清楚。")


class ChineseContentCheckerItem(ContentCheckerItem):
    """Wagtail's checker, in Chinese, with the rules on alternative text, contrast and labels added."""

    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "color-contrast",
        "label",
        "list",
        "video-caption",
    ]
    axe_messages = {
        "button-name": {"error_name": gettext_lazy("按钮上没有字"), "help_text": READABLE},
        "empty-heading": {"error_name": gettext_lazy("标题是空的"), "help_text": READABLE},
        "empty-table-header": {"error_name": gettext_lazy("表头有空格子"), "help_text": READABLE},
        "frame-title": {"error_name": gettext_lazy("嵌入内容没有标题"), "help_text": READABLE},
        "heading-order": {
            "error_name": gettext_lazy("标题跳级了"),
            "help_text": gettext_lazy("一级接一级往下，不要跳过。"),
        },
        "input-button-name": {"error_name": gettext_lazy("按钮上没有字"), "help_text": READABLE},
        "link-name": {"error_name": gettext_lazy("链接没有字"), "help_text": READABLE},
        "p-as-heading": {
            "error_name": gettext_lazy("整段加粗当标题用了"),
            "help_text": gettext_lazy("请用真正的标题。"),
        },
        "alt-text-quality": {
            "error_name": gettext_lazy("图片的替代文字像是文件名"),
            "help_text": gettext_lazy("写出画面里是谁、在做什么。"),
        },
        "empty-meta-description": {
            "error_name": gettext_lazy("没有写给搜索引擎看的描述"),
            "help_text": gettext_lazy("在“推广”里补一两句话，或者填好摘要。"),
        },
        "image-alt": {
            "error_name": gettext_lazy("图片没有替代文字"),
            "help_text": gettext_lazy("写出画面里是谁、在做什么；只是装饰就勾选“装饰”。"),
        },
        "color-contrast": {
            "error_name": gettext_lazy("字和底色太接近"),
            "help_text": gettext_lazy("请换一种颜色，至少 4.5:1。"),
        },
        "label": {"error_name": gettext_lazy("输入框没有说明"), "help_text": READABLE},
        "list": {"error_name": gettext_lazy("列表的结构不对"), "help_text": gettext_lazy("请用编辑器里的列表按钮。")},
        "video-caption": {
            "error_name": gettext_lazy("视频没有字幕"),
            "help_text": gettext_lazy("在媒体库里给它加上字幕文件。"),
        },
    }


@hooks.register("construct_wagtail_userbar")
def check_in_chinese(request: HttpRequest, items: list, page) -> None:
    """Put our checker where Wagtail's stands."""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[place] = ChineseContentCheckerItem(in_editor=item.in_editor)


# 市局 manages accounts, but may neither make nor take over an administrator: that would be every right at once.


@hooks.register("before_create_user")
def no_new_administrator(request: HttpRequest) -> HttpResponse | None:
    if not request.user.is_superuser and request.POST.get("is_superuser"):
        return refused(request)
    return None


@hooks.register("before_edit_user")
def no_taking_over(request: HttpRequest, user) -> HttpResponse | None:
    if not request.user.is_superuser and (user.is_superuser or request.POST.get("is_superuser")):
        return refused(request)
    return None


def refused(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("管理员账号只能由管理员来建立和修改。"))
    return redirect("wagtailusers_users:index")
