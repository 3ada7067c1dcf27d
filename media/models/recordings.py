"""Sound and film, always with a transcript: nobody is shut out because they can't hear or play it."""

from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..checks.recordings import check_captions, check_recording


class Recording(index.Indexed, models.Model):
    """One audio or video file with its transcript, and captions (WebVTT) where it is a film."""

    class Kind(models.TextChoices):
        AUDIO = "audio", _("音频")
        VIDEO = "video", _("视频")

    title = models.CharField(_("标题"), max_length=80)
    kind = models.CharField(_("类型"), max_length=5, choices=Kind)
    file = models.FileField(
        _("文件"),
        upload_to="recordings/",
        validators=[FileExtensionValidator(["mp3", "m4a", "ogg", "mp4", "webm"]), check_recording],
        help_text=_("音频用 MP3、M4A 或 OGG，视频用 MP4 或 WebM，不超过 100 MB。"),
    )
    captions = models.FileField(
        _("字幕"),
        upload_to="recordings/",
        blank=True,
        validators=[FileExtensionValidator(["vtt"]), check_captions],
        help_text=_("WebVTT 格式（.vtt）。视频必须有字幕。"),
    )
    transcript = models.TextField(_("文字稿"), help_text=_("把说的话完整写下来；视频还要写出画面里的关键信息。"))
    created_at = models.DateTimeField(_("上传时间"), auto_now_add=True)

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("transcript"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("音频或视频")
        verbose_name_plural = _("音频和视频")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="audio") | ~models.Q(captions=""), name="media_recording_video_has_captions"
            ),
            models.CheckConstraint(condition=~models.Q(transcript=""), name="media_recording_has_transcript"),
        ]

    def __str__(self) -> str:
        return self.title
