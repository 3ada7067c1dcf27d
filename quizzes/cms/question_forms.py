"""The form of a question: which types there are to choose from, and what a new question starts with."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from ..models import Question
from ..question_types import TYPES


@dataclass(frozen=True)
class TypeCard:
    """One type to choose: its code, its name, Wagtail's icon, and when to take it."""

    code: str
    label: str
    icon: str
    when: str


WHEN = {
    "single_choice": gettext_lazy("几个选项里只有一个对。最常用。"),
    "multiple_choice": gettext_lazy("几个选项里有一个或几个对，可以设部分得分。"),
    "true_false": gettext_lazy("一句话，说它对还是错。"),
    "fill_in": gettext_lazy("句子里留空，填词。几种写法都可以算对。"),
    "numeric": gettext_lazy("填一个数：多少钱、几天。可以设误差和单位。"),
    "ordering": gettext_lazy("把几步排成正确的先后。"),
    "matching": gettext_lazy("左边和右边连起来。"),
    "case_study": gettext_lazy("先读一段材料，再答几道小题。"),
}

FOUR_OPTIONS = [{"text": ""} for _number in range(4)]
# The answer's raw value in a new question, where one empty row is too few.
STARTS = {
    "single_choice": {"options": FOUR_OPTIONS},
    "multiple_choice": {"options": FOUR_OPTIONS},
    "case_study": {"parts": [{"stem": "", "answer": [{"type": "single_choice", "value": {"options": FOUR_OPTIONS}}]}]},
    "ordering": {"items": ["", "", ""]},
    "matching": {"pairs": [{"left": "", "right": ""} for _number in range(3)]},
}


def type_cards() -> list[TypeCard]:
    return [TypeCard(code, str(kind.label), kind.icon, str(WHEN[code])) for code, kind in TYPES.items()]


def new_question(code: str) -> Question:
    """Return an unsaved question of a type with empty rows to fill in."""
    question = Question(type=code)
    block = Question._meta.get_field("answer").stream_block
    value = block.child_blocks[code].to_python(STARTS.get(code, {}))
    question.answer = [(code, value)]
    return question


class QuestionForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].empty_label = _("请选分类")


class CategoryForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].empty_label = _("（没有，它是最上一级）")
