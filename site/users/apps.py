from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "users"
    verbose_name = "用户"

    def ready(self) -> None:
        from . import checks  # noqa: F401
        from .own_data import SOURCE
        from .personal_data import register

        register(SOURCE)
