"""The vocabularies in the CMS, in one menu group."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from . import wagtail_hooks_strips  # noqa: F401 - registers the flows beside the page editor
from .models import Audience, GlossaryTerm, Topic


class TopicViewSet(SnippetViewSet):
    """主题: what a material is about."""

    model = Topic
    icon = "tag"
    menu_label = _("主题")
    list_display = ["name", "summary", "colour", "position"]
    search_fields = ["name", "summary"]
    ordering = ["position"]
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("colour"), FieldPanel("position")]),
    ]


class AudienceViewSet(SnippetViewSet):
    """读者: for whom a material is written."""

    model = Audience
    icon = "audience"
    menu_label = _("读者")
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    ordering = ["position"]
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]), FieldPanel("position")]


class GlossaryViewSet(SnippetViewSet):
    """术语: explained in place wherever a guide uses it."""

    model = GlossaryTerm
    icon = "book"
    menu_label = _("术语")
    list_display = ["term", "also"]
    list_per_page = 50


class VocabularyGroup(SnippetViewSetGroup):
    items = (TopicViewSet, AudienceViewSet, GlossaryViewSet)
    menu_label = _("词表")
    menu_icon = "tag"
    menu_name = "vocabulary"
    menu_order = 250


register_snippet(VocabularyGroup)
