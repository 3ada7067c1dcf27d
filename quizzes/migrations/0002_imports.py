from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("quizzes", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="questionimport",
            name="status",
            field=models.CharField(
                choices=[("reading", "读取中"), ("checked", "待确认"), ("running", "导入中"), ("done", "已完成")],
                default="reading",
                max_length=7,
                verbose_name="状态",
            ),
        ),
        migrations.RemoveField(model_name="questionimport", name="default_category"),
        migrations.AddField(
            model_name="questionimport",
            name="default_category",
            field=models.CharField(blank=True, default="", max_length=140, verbose_name="默认分类"),
            preserve_default=False,
        ),
    ]
