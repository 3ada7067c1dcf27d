"""The rich text editor's field, hardened: what the editor could not have sent is a bad request."""

from django.core.exceptions import BadRequest
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea


class CheckedRichTextArea(DraftailRichTextArea):
    """Draftail, as Wagtail ships it: what arrives is data about blocks and links, and HTML is made from that with only the
    field's own features. A value that is no such data (HTML posted by hand, say) is refused whole, so nothing changes.
    """

    def value_from_datadict(self, data, files, name):
        try:
            return super().value_from_datadict(data, files, name)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise BadRequest(f"{name}: not a value of the rich text editor") from error
