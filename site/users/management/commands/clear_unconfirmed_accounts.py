"""Delete accounts that were begun by e-mail and never confirmed."""

from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from users.actions.accounts import delete_unconfirmed_accounts


class Command(BaseCommand):
    help = "删除用邮箱注册后一直没有确认的账号。适合每天运行一次。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--days", type=int, default=7, help="注册超过几天（默认 7）")

    def handle(self, *args, **options) -> None:
        now = timezone.now()
        count = delete_unconfirmed_accounts(before=now - timedelta(days=options["days"]), now=now)
        self.stdout.write(f"删除 {count} 个没有确认的账号。")
