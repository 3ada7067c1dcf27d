from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "网站"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Any change of what the public can see makes the page cache stale."""
        from django.db.models.signals import post_delete, post_save
        from wagtail.models import Site
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from education.models import Audience, GlossaryTerm, Topic
        from media.models import Recording

        from .cache import raise_generation
        from .models import SiteTexts

        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(raise_generation, dispatch_uid=f"page-cache-{id(signal)}")
        from wagtail.models import Page, PageViewRestriction

        for model in (Audience, GlossaryTerm, Topic, Recording, SiteTexts, Site, PageViewRestriction):
            post_save.connect(raise_generation, sender=model, dispatch_uid=f"page-cache-save-{model.__name__}")
            post_delete.connect(raise_generation, sender=model, dispatch_uid=f"page-cache-delete-{model.__name__}")
        post_delete.connect(raise_generation, sender=Page, dispatch_uid="page-cache-delete-page")
