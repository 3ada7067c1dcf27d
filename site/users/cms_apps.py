"""Wagtail's user administration, with our forms. Stands in INSTALLED_APPS in the place of "wagtail.users"."""

from wagtail.users.apps import WagtailUsersAppConfig


class CmsUsersConfig(WagtailUsersAppConfig):
    user_viewset = "users.viewsets.UserViewSet"

    def ready(self) -> None:
        super().ready()
        from wagtail.admin.views.account import NameEmailSettingsPanel

        from .cms_forms import NicknameForm

        # Wagtail has no setting for this form of /cms/account/; its own asks for first and last name.
        NameEmailSettingsPanel.form_class = NicknameForm
