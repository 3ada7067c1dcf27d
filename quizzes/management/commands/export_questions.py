"""Questions of the bank into a file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quizzes.exchange.export import latest_first, questions_data, writable
from quizzes.formats import FORMATS, format_named
from quizzes.models import Category, Question
from quizzes.models.categories import within

WRITABLE = [code for code, fmt in FORMATS.items() if fmt.can_write]


class Command(BaseCommand):
    help = "把题库里的题目写到文件里（最近的稿子，包括草稿）。有题目这种格式写不了时，退出状态是 1。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="写到哪个文件")
        parser.add_argument("--format", required=True, choices=WRITABLE, help="文件格式")
        parser.add_argument("--category", metavar="NAME", help="只要这个分类和它下面的，例如 网络购物/退货")

    def handle(self, *args, file: Path, category: str | None, **options) -> None:
        questions = latest_first(Question.objects.order_by("category__path", "pk"))
        if category is not None:
            if not Category.objects.filter(path=category).exists():
                raise CommandError(f"没有“{category}”这个分类。")
            questions = questions.filter(within(category))
        fmt = format_named(options["format"])
        fitting, left_out = writable(fmt, questions_data(questions))
        try:
            file.write_bytes(fmt.write(fitting))
        except OSError as error:
            raise CommandError(f"写不了 {file}：{error.strerror}。") from error
        self.stdout.write(f"写了 {len(fitting)} 道题：{file}")
        for question, reason in left_out:
            self.stderr.write(f"没有写“{question.stem[:30]}”：{reason}")
        if left_out:
            raise SystemExit(1)
