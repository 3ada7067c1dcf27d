"""Groups, permissions and the two-step workflow. Safe to run again; run it after every `migrate`.

A command and not a data migration: permissions exist only after the post_migrate signal, so a migration would have to
make them itself, and an upgrade that brings a new kind of content must be able to hand it to the groups later.
"""

from django.core.management.base import BaseCommand

from home.actions.roles import BUREAU, EDITORS, MODERATORS, WORKFLOW, set_up_roles


class Command(BaseCommand):
    help = "建立编辑、审核、市局三个组和两级审核流程；可以重复运行。"

    def handle(self, *args, **options) -> None:
        set_up_roles()
        self.stdout.write(f"三个组（{EDITORS}、{MODERATORS}、{BUREAU}）和“{WORKFLOW}”已就绪。")
