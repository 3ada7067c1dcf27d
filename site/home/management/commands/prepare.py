"""Bring a local site up to date: database, static files, demo content."""

from django.core.management import BaseCommand, call_command


class Command(BaseCommand):
    """Migrate, collect static files, load the demo content. `make run` calls it when something changed."""

    help = "准备本机网站：迁移数据库、收集静态文件、载入演示内容。"

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("load_demo")
