"""Panels of the editing forms that tell instead of asking."""

from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from ..papers import paper_problems
from .duplicates import same_stem
from .paper_summary import PaperLine, paper_lines


class SameStemPanel(Panel):
    """题干相同的题: the other questions with the stem of this one."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "quizzes/cms/same_stem_panel.html"

        def is_shown(self):
            return bool(self.questions)

        @property
        def questions(self):
            if not hasattr(self, "_questions"):
                self._questions = same_stem(self.instance)
            return self._questions

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"questions": self.questions}


class PaperPanel(Panel):
    """题目够不够: what each entry of a quiz's saved paper finds in the bank."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "quizzes/cms/paper_panel.html"

        def is_shown(self):
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            lines: list[PaperLine] = paper_lines(self.instance)
            context = {"lines": lines, "problems": paper_problems(self.instance), "points": _points(lines)}
            return super().get_context_data(parent_context) | context


def _points(lines: list[PaperLine]) -> str:
    low, high = sum(line.low for line in lines), sum(line.high for line in lines)
    return str(low) if low == high else _("%(low)d 到 %(high)d") % {"low": low, "high": high}
