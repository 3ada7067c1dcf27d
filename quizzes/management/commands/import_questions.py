"""Questions from a file into the bank."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quizzes.actions.question_import import confirm_import, drop_import, keep_import, options_for, write_chunk
from quizzes.cms.import_selectors import Counts, counts_of, counts_of_verdicts, reasons, refusals_of
from quizzes.errors import QuizError
from quizzes.exchange.plan import PlannedRow, plan_import
from quizzes.formats import FORMATS, Format, format_named, guess_format
from quizzes.formats import template as excel_template
from quizzes.models import QuestionImport
from quizzes.question_data import UnreadableFile


class Command(BaseCommand):
    help = "把文件里的题目导入题库，默认存成草稿。有题目被拒绝时，退出状态是 1。"
    requires_system_checks = []  # they load every page of the site, and a large import needs the memory

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="要导入的文件")
        parser.add_argument("--template", type=Path, metavar="FILE.xlsx", help="写一个 Excel 模板，不导入")
        parser.add_argument("--format", choices=list(FORMATS), help="文件格式；不写就看文件的内容和扩展名")
        parser.add_argument("--category", default="", metavar="PATH", help="没写分类的题放在哪里，例如 网络购物/退货")
        parser.add_argument("--all-or-nothing", action="store_true", help="有一道题不行，就一道也不导入")
        parser.add_argument("--publish", action="store_true", help="导入后直接发布")
        parser.add_argument("--dry-run", action="store_true", help="只检查，不写入")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args, file: Path | None, template: Path | None, **options) -> None:
        if (file is None) == (template is None):
            raise CommandError("请给一个要导入的文件，或者用 --template 写模板。")
        if template:
            self.write_template(template)
            return
        fmt, content = self.read(file, options["format"])
        limits = options_for(default_category=options["category"], publish=options["publish"], user=None)
        planned = plan_import(fmt.read(content, name=file.name), limits)
        try:
            counts, errors = self.try_out(planned) if options["dry_run"] else self.run(file, fmt, planned, options)
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        self.report(counts, errors, as_json=options["json"])
        if counts.refused:
            raise SystemExit(1)

    def write_template(self, path: Path) -> None:
        try:
            path.write_bytes(excel_template())
        except OSError as error:
            raise CommandError(f"写不了 {path}：{error.strerror}。") from error
        self.stdout.write(f"模板写好了：{path}")

    def read(self, path: Path, code: str | None) -> tuple[Format, bytes]:
        try:
            content = path.read_bytes()
            return format_named(code) if code else guess_format(path.name, content), content
        except OSError as error:
            raise CommandError(f"读不了 {path}：{error.strerror}。") from error
        except UnreadableFile as error:
            raise CommandError(str(error)) from error

    def try_out(self, planned: Iterable[PlannedRow]) -> tuple[Counts, list[dict]]:
        """Count what would happen."""
        verdicts, errors = Counter(), []
        for plan in planned:
            verdicts[plan.verdict] += 1
            errors += errors_of(plan) if plan.is_refused else []
        return counts_of_verdicts(verdicts), errors

    def run(self, path: Path, fmt: Format, planned: Iterable[PlannedRow], options: dict) -> tuple[Counts, list[dict]]:
        """Keep the plan and write it to the end."""
        now = timezone.now()
        kept = keep_import(
            planned=planned,
            name=path.name,
            format=fmt.code,
            default_category=options["category"],
            publish=options["publish"],
            all_or_nothing=options["all_or_nothing"],
            by=None,
            now=now,
        )
        try:
            kept = confirm_import(import_id=kept.pk, by=None, now=now)
        except QuizError as error:
            self.stderr.write(str(error))
            counts, errors = Counts(refused=counts_of([kept])[kept.pk].refused), refusals_of(kept)
            drop_import(import_id=kept.pk, by=None)
            return counts, errors
        while kept.status == QuestionImport.Status.RUNNING:
            kept = write_chunk(import_id=kept.pk, by=None, now=now)
        return counts_of([kept])[kept.pk], refusals_of(kept)

    def report(self, counts: Counts, errors: list[dict], *, as_json: bool) -> None:
        if as_json:
            figures = {name: getattr(counts, name) for name in ("created", "updated", "skipped")}
            self.stdout.write(json.dumps(figures | {"errors": errors}, ensure_ascii=False))
            return
        self.stdout.write(
            f"新建 {counts.created} 道，更新 {counts.updated} 道，跳过 {counts.skipped} 道，拒绝 {counts.refused} 道。"
        )
        for error in errors:
            self.stdout.write(f"第 {error['row']} 项：{error['message']}")


def errors_of(planned: PlannedRow) -> list[dict]:
    """The reasons of one refused row as the JSON names them."""
    problems = [(problem.field, problem.sentence) for problem in planned.problems]
    return [
        {"row": planned.row.number, "field": field, "message": sentence}
        for field, sentence in reasons(planned.row.unsupported, problems)
    ]
