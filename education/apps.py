from django.apps import AppConfig


class EducationConfig(AppConfig):
    name = "education"
    verbose_name = "消费教育"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from users.personal_data import register

        from .personal_data import SOURCE

        register(SOURCE)
