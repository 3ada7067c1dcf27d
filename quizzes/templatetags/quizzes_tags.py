"""Template helpers of quizzes: a question's controls and its words as HTML."""

from datetime import timedelta

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..question_inputs import Input, input_of
from ..sheets import ShownQuestion
from ..text import block_html, inline_html
from ..text import plain as without_marks

register = template.Library()


@register.simple_tag
def question_input(question: ShownQuestion, field: str) -> Input:
    """{% question_input question "q3" as input %}"""
    return input_of(question, field)


@register.filter
def line(words: str) -> SafeString:
    """Words of a question in one line: escaped, with emphasis."""
    return inline_html(words)


@register.filter
def paragraphs(words: str) -> SafeString:
    """Words of a question as paragraphs."""
    return block_html(words)


@register.filter
def plain(words: str) -> str:
    """Words of a question where no markup can stand."""
    return without_marks(words)


@register.filter
def duration(span: timedelta) -> str:
    """A span of time in hours, minutes and seconds: 8 分 12 秒."""
    minutes, seconds = divmod(max(0, int(span.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return _("%(hours)d 小时 %(minutes)d 分") % {"hours": hours, "minutes": minutes}
    return _("%(minutes)d 分 %(seconds)d 秒") % {"minutes": minutes, "seconds": seconds}
