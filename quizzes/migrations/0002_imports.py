from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("quizzes", "0001_initial"),
    ]

    operations = [
        migrations.RemoveField(model_name="questionimport", name="default_category"),
        migrations.AddField(
            model_name="questionimport",
            name="default_category",
            field=models.CharField(blank=True, default="", max_length=140, verbose_name="默认分类"),
            preserve_default=False,
        ),
    ]
