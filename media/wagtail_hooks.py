"""The library in the admin: recordings as snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .forms import RecordingForm
from .models import Recording


class RecordingViewSet(SnippetViewSet):
    """Sound and film: found by title and transcript, filtered by kind."""

    model = Recording
    icon = "media"
    menu_label = _("音频和视频")
    menu_name = "recordings"
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["title", "get_kind_display", DateColumn("created_at", label=_("上传时间"))]
    list_filter = ["kind"]
    ordering = ["-created_at"]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("kind"),
            FieldPanel("file"),
            FieldPanel("captions"),
            FieldPanel("transcript"),
        ],
        base_form_class=RecordingForm,
    )


register_snippet(RecordingViewSet)
