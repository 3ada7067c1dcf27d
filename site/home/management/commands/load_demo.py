"""Fill the site with the shipped content."""

import logging

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.actions.demo_accounts import create_demo_accounts
from home.actions.roles import set_up_roles
from home.content.load import Outcome, load_content
from home.content.schema import ContentError, read_content

CONTENT = settings.BASE_DIR / "education" / "content"


class Command(BaseCommand):
    help = "把 education/content 里的内容装进网站；重复运行不会改动什么，也不动编辑改过的页面。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--scale", choices=["small"], default="small", help="small：随站附带的全部内容（默认）")
        parser.add_argument("--strict", action="store_true", help="还没画好的图算错误")

    def handle(self, *args, **options) -> None:
        # Wagtail's logger tells of every page; the report below says it in one line.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        try:
            content = read_content(CONTENT)
            set_up_roles()
            outcome = load_content(content=content, now=timezone.now(), strict=options["strict"])
        except ContentError as error:
            raise CommandError("内容文件有错，什么也没有写入：\n" + "\n".join(error.errors)) from error
        self.report(outcome)
        self.accounts()

    def report(self, outcome: Outcome) -> None:
        self.stdout.write(
            f"新建 {len(outcome.created)} 页，更新 {len(outcome.updated)} 页，未变 {len(outcome.unchanged)} 页，"
            f"写入图片 {outcome.images} 张。"
        )
        bank = outcome.bank
        self.stdout.write(f"题库：新建 {bank.created} 道，更新 {bank.updated} 道，未变 {bank.unchanged} 道。")
        if bank.kept:
            self.stdout.write(f"编辑改过或删掉，没有动：{bank.kept} 道题。")
        if outcome.kept:
            self.stdout.write(f"编辑改过或删掉，没有动：{'、'.join(outcome.kept)}")
        if outcome.drafts:
            self.stdout.write(f"分格还没画好，先存为草稿：{'、'.join(outcome.drafts)}")
        if outcome.missing_art:
            self.stdout.write(f"还缺 {len(outcome.missing_art)} 张图（--strict 会列出每一张）。")

    def accounts(self) -> None:
        demo = getattr(settings, "DEMO_EDITOR", None)
        if not demo:
            return
        accounts = create_demo_accounts(**demo)
        self.stdout.write(f"演示账号（只在本机，密码都是 {demo['password']}）：")
        for account in accounts:
            role = account.group or ("管理员" if account.is_superuser else "教师")
            self.stdout.write(f"  {account.username:<10} {role}")
