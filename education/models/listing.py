"""Pages that list materials and filter them by facets kept in the address."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..facets import Facet, audience_facet, topic_facet
from .materials import Material


class ListingPage(Page):
    """A list of materials of some kinds. Filters are GET parameters, so a filtered list can be shared and bookmarked."""

    LISTED_KINDS: list[str] = []
    PAGE_SIZE = 24

    intro = RichTextField(_("介绍"), features=["bold", "link"], blank=True)
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True

    def materials(self):
        """The published materials that this page lists."""
        return Material.objects.descendant_of(self).live().filter(kind__in=self.LISTED_KINDS)

    def facets(self) -> list[Facet]:
        """The filters offered, in order."""
        return [topic_facet(), audience_facet()]

    def get_context(self, request, *args, **kwargs):
        from ..selectors import listing_context

        return super().get_context(request, *args, **kwargs) | listing_context(self, request.GET)
