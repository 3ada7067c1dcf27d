"""Forms of the library: pictures, documents, recordings."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from .checks.documents import check_document
from .checks.recordings import AUDIO, VIDEO
from .fields import PictureFormField


class PictureForm(BaseImageForm):
    """The form of every way to put a picture into the library: add, add several, upload in a chooser, edit."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if old := self.fields.get("file"):
            self.fields["file"] = PictureFormField(label=old.label, required=old.required, widget=old.widget)
        if "description" in self.fields:
            self.fields["description"].label = _("替代文字")
            self.fields["description"].help_text = _("画面里有什么，一句话。看不见图的人靠它读。")


class DocumentForm(BaseDocumentForm):
    """The form of every way to put a document into the library."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            check_document(file, file.name)
        return file


class RecordingForm(WagtailAdminModelForm):
    """A recording: its kind must fit its file, and a film has captions."""

    def clean(self):
        cleaned = super().clean()
        kind, file = cleaned.get("kind"), cleaned.get("file")
        if kind and file:
            extension = file.name.rpartition(".")[2].lower()
            if extension not in (VIDEO if kind == "video" else AUDIO):
                self.add_error("kind", ValidationError(_("类型和文件对不上：.%s") % extension, code="kind"))
        if kind == "video" and not cleaned.get("captions") and "captions" not in self.errors:
            self.add_error("captions", ValidationError(_("视频必须有字幕，听不见的人靠它看懂。"), code="captions"))
        return cleaned
