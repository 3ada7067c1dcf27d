"""A model field and a form field for pictures: nothing reaches the disk unchecked or with a place and a time in it."""

from io import BytesIO

import willow
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.forms.fields import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField as WagtailFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from .checks.pictures import check_picture, check_size, without_metadata


class CleanPictureFile(WagtailImageFieldFile):
    """Strips EXIF, GPS and other metadata on the way to the storage, whoever saves: form, import, strip, shell."""

    def save(self, name, content, save=True):
        content.seek(0)
        super().save(name, ContentFile(without_metadata(content.read()), name=name), save=save)

    save.alters_data = True


class PictureField(WagtailImageField):
    """The file of a picture in the library."""

    attr_class = CleanPictureFile


class PictureFormField(WagtailFormField):
    """Checks an upload by its content and gives it on without metadata, so that size and hash are of what is kept."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.help_text = (
            _("可以用 JPG、PNG、WebP、AVIF 或 GIF，不超过 %s。拍摄地点等隐藏信息会自动去掉。")
            % self.max_upload_size_text
        )

    def to_python(self, data):
        file = FileField.to_python(self, data)
        if file is None:
            return None
        check_size(file.size)
        file.seek(0)
        content = file.read()
        check_picture(content, file.name)
        content = without_metadata(content)
        image = willow.Image.open(BytesIO(content))
        clean = InMemoryUploadedFile(BytesIO(content), "file", file.name, image.mime_type, len(content), None)
        clean.image = image
        return clean
