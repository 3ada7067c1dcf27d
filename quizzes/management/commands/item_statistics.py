"""Item statistics of a table of scores, without a database."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quizzes.statistics import ResultTable, ScoreFileError, item_statistics, quiz_statistics, read_scores, result_table


class Command(BaseCommand):
    help = "读一张成绩表（每行一次作答，每列一道题，分数是 0 到 1 的得分率），算出各题和整卷的统计。"
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("--scores", required=True, type=Path, metavar="FILE.csv", help="成绩表")
        parser.add_argument("--out", type=Path, metavar="FILE", help="写到 .csv 或 .xlsx 文件；不写就输出 CSV")

    def handle(self, *args, scores: Path, out: Path | None, **options) -> None:
        if out and out.suffix.lower() not in (".csv", ".xlsx"):
            raise CommandError("--out 的文件名应当以 .csv 或 .xlsx 结尾。")
        try:
            read = read_scores(scores.read_bytes())
        except OSError as error:
            raise CommandError(f"读不了 {scores}：{error.strerror}。") from error
        except ScoreFileError as error:
            raise CommandError(str(error)) from error
        items, quiz = item_statistics(read.tally), quiz_statistics(read.tally)
        table = result_table(items, quiz, read.labels, scale=read.scale, keys=True)
        if out:
            self.save(table, out)
        else:
            self.stdout.write(table.csv_text(), ending="")

    def save(self, table: ResultTable, out: Path) -> None:
        try:
            with out.open("wb") as file:
                if out.suffix.lower() == ".csv":
                    table.write_csv(file)
                else:
                    table.write_xlsx(file)
        except OSError as error:
            raise CommandError(f"写不了 {out}：{error.strerror}。") from error
