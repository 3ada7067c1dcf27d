from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = "媒体"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import avif

        avif.register()
