"""For those who teach: notes, and the steps of an activity."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .law import PROSE_FEATURES


class TeacherNoteBlock(blocks.RichTextBlock):
    """Shown only to people marked as teacher or contact person, and to the site's staff; so never in the public index."""

    def __init__(self, **kwargs):
        super().__init__(features=kwargs.pop("features", PROSE_FEATURES), search_index=False, **kwargs)

    class Meta:
        icon = "user"
        label = _("教学提示")
        description = _("只有教师和联络员看得到：怎么讲、多久、问什么。")
        template = "education/blocks/teacher_note.html"
        preview_value = "<p>先让学生说说自己的经历，再读案例。约 8 分钟。</p>"


class ActivityStepBlock(blocks.StructBlock):
    """One step of a class activity with its minutes."""

    title = blocks.CharBlock(label=_("环节"), max_length=40)
    minutes = blocks.IntegerBlock(label=_("分钟"), min_value=1, max_value=240)
    text = blocks.RichTextBlock(label=_("做什么"), features=PROSE_FEATURES)

    class Meta:
        icon = "time"
        label = _("环节")
        description = _("这一环节几分钟、做什么。")
        preview_value = {"title": "热身", "minutes": 5, "text": "<p>请同学说说最近买过什么。</p>"}
        template = "education/blocks/activity_step.html"
