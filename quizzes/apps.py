from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "quizzes"
    verbose_name = "题库与测验"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from users.personal_data import register

        from .personal_data import SOURCE

        register(SOURCE)
