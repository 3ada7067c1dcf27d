"""Helpers for account pages."""

import re

from django import template
from django.conf import settings
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..selectors import weixin_offered as keys_are_set

register = template.Library()

# The first that is found names the browser or system: Edge also says Chrome, Chrome also says Safari.
BROWSERS = {
    "MicroMessenger": "微信",
    "Edg": "Edge",
    "Firefox": "Firefox",
    "HuaweiBrowser": "华为浏览器",
    "QQBrowser": "QQ 浏览器",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "HarmonyOS": "鸿蒙",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "Linux": "Linux",
}


@register.filter
def plain_widget(field: BoundField) -> SafeString:
    """The field's input without placeholder (it repeats the label), and with digits' keyboard for codes."""
    attrs: dict = {"placeholder": False}
    if field.field.widget.attrs.get("autocomplete") == "one-time-code":
        attrs["inputmode"] = "numeric"
    return field.as_widget(attrs=attrs)


@register.simple_tag
def phone_login() -> bool:
    """Whether people may sign in with a phone number."""
    return settings.PHONE_LOGIN


@register.simple_tag
def weixin_offered() -> bool:
    """Whether people may sign in with WeChat."""
    return keys_are_set()


@register.filter
def device_name(user_agent: str) -> str:
    """ "Chrome · Windows" for a browser's long name of itself."""

    def first(names: dict[str, str]) -> str:
        return next((name for sign, name in names.items() if re.search(re.escape(sign), user_agent)), "")

    return " · ".join(part for part in (first(BROWSERS), first(SYSTEMS)) if part) or _("未知设备")
