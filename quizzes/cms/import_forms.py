"""The forms of importing and exporting in the CMS."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from education.models import Audience, Topic

from ..formats import FORMATS, Format, format_named, guess_format
from ..formats.safe_files import MAX_FILE
from ..models import Category, Difficulty, Question
from ..models.categories import within
from ..question_data import UnreadableFile
from ..question_types import TYPES

MAX_TEXT = 1_000_000


def format_choices(*, writing: bool = False) -> list[tuple[str, str]]:
    return [(code, fmt.label) for code, fmt in FORMATS.items() if fmt.can_write or not writing]


def guess_or_named_choices() -> list[tuple[str, str]]:
    return [("", gettext_lazy("自动识别")), *format_choices()]


def category_choices() -> QuerySet[Category]:
    return Category.objects.order_by("path")


class ImportForm(forms.Form):
    """A file or pasted text, and what is to be done with its questions."""

    file = forms.FileField(label=gettext_lazy("文件"), required=False, help_text=gettext_lazy("最大 20 MB。"))
    text = forms.CharField(
        label=gettext_lazy("或者粘贴文字"),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("选了文件，就不看这里。"),
    )
    format = forms.ChoiceField(label=gettext_lazy("格式"), required=False, choices=guess_or_named_choices)
    category = forms.ModelChoiceField(
        label=gettext_lazy("默认分类"),
        queryset=Category.objects.none(),
        required=False,
        empty_label=gettext_lazy("不选"),
        help_text=gettext_lazy("没写分类的题放在这里；写了分类的不受影响。"),
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("有的题有问题时"),
        choices=[
            ("good", gettext_lazy("没问题的照样导入，有问题的给我一个文件去改")),
            ("all", gettext_lazy("一道也不导入")),
        ],
        initial="good",
        widget=forms.RadioSelect,
    )
    publish = forms.BooleanField(
        label=gettext_lazy("直接发布"),
        required=False,
        help_text=gettext_lazy("不勾选就存成草稿，走审核。勾选以后，随机抽题马上会用到这些题。"),
    )

    def __init__(self, *args, may_publish: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = category_choices()
        if not may_publish:
            del self.fields["publish"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > MAX_FILE:
            raise ValidationError(
                _("文件太大，最大 %(limit)d MB。"), code="file_too_large", params={"limit": MAX_FILE // 1024 // 1024}
            )
        return file

    def clean(self):
        """Set `content`, `name` and `reader` (a Format) from what was given."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        file, text = cleaned["file"], cleaned["text"]
        if not file and not text.strip():
            raise ValidationError(_("请选一个文件，或者粘贴文字。"), code="nothing")
        content = file.read() if file else text.encode()
        name = file.name if file else _("粘贴的文字")
        return cleaned | {"content": content, "name": name, "reader": self._reader(file, content)}

    def _reader(self, file, content: bytes) -> Format:
        if code := self.cleaned_data["format"]:
            return format_named(code)
        # Pasted text has no name to tell XML from the text formats by.
        pasted = "text.xml" if content.lstrip().startswith(b"<") else "text.txt"
        try:
            return guess_format(file.name if file else pasted, content)
        except UnreadableFile as error:
            raise ValidationError({"file" if file else "text": str(error)}) from error


class ExportForm(forms.Form):
    """Which questions, in which format."""

    format = forms.ChoiceField(label=gettext_lazy("格式"), choices=lambda: format_choices(writing=True))
    category = forms.ModelChoiceField(
        label=gettext_lazy("分类"),
        queryset=Category.objects.none(),
        required=False,
        empty_label=gettext_lazy("全部"),
        help_text=gettext_lazy("包括下级分类。"),
    )
    topic = forms.ModelChoiceField(
        label=gettext_lazy("主题"), queryset=Topic.objects.none(), required=False, empty_label=gettext_lazy("全部")
    )
    audience = forms.ModelChoiceField(
        label=gettext_lazy("读者"), queryset=Audience.objects.none(), required=False, empty_label=gettext_lazy("全部")
    )
    type = forms.ChoiceField(
        label=gettext_lazy("题型"),
        required=False,
        choices=lambda: [("", _("全部")), *((code, kind.label) for code, kind in TYPES.items())],
    )
    difficulty = forms.ChoiceField(
        label=gettext_lazy("难度"), required=False, choices=lambda: [("", _("全部")), *Difficulty.choices]
    )
    published = forms.BooleanField(
        label=gettext_lazy("只要已发布的"),
        required=False,
        help_text=gettext_lazy("不勾选，就连草稿一起导出，改过还没发布的题导出最近的稿子。"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = category_choices()
        self.fields["topic"].queryset = Topic.objects.order_by("position")
        self.fields["audience"].queryset = Audience.objects.order_by("position")

    @property
    def questions(self) -> QuerySet[Question]:
        """The questions chosen by a valid form, by category."""
        chosen = self.cleaned_data
        condition = within(chosen["category"].path) if chosen["category"] else Q()
        if chosen["published"]:
            condition &= Q(live=True)
        if chosen["topic"]:
            condition &= Q(pk__in=Question.topics.through.objects.filter(topic=chosen["topic"]).values("question"))
        if chosen["audience"]:
            own = Question.audiences.through.objects.filter(audience=chosen["audience"])
            condition &= Q(pk__in=own.values("question"))
        for name in ("type", "difficulty"):
            if chosen[name]:
                condition &= Q(**{name: chosen[name]})
        return Question.objects.filter(condition).order_by("category__path", "pk")
