from django.apps import AppConfig


class EducationConfig(AppConfig):
    name = "education"
    verbose_name = "消费教育"
    default_auto_field = "django.db.models.BigAutoField"
