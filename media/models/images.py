"""Pictures in the media library and the renditions made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to
from wagtail.images.models import Image as WagtailImage

from ..fields import PictureField


class LibraryImage(AbstractImage):
    """A picture, with the credit line that its owner asks for."""

    file = PictureField(_("文件"), upload_to=get_upload_to, width_field="width", height_field="height")
    credit = models.CharField(_("署名"), max_length=100, blank=True)

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("图片")
        verbose_name_plural = _("图片")


class Rendition(AbstractRendition):
    """One size and format of a LibraryImage."""

    image = models.ForeignKey(LibraryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="media_rendition_unique")
        ]
