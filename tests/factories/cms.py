"""People of the CMS for tests, and what the editing forms send."""

from django.contrib.auth.models import Group
from wagtail import blocks

from home.actions.roles import BUREAU, EDITORS, MODERATORS
from quizzes.models import Category, Question
from quizzes.question_types import question_type
from users.models import User

from .questions import BODIES, make_user


def person_of(group: str) -> User:
    """Somebody of one of the three groups."""
    user = make_user()
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


def people() -> dict[str, User]:
    """One person of each group, by its name."""
    return {group: person_of(group) for group in (EDITORS, MODERATORS, BUREAU)}


def block_data(block, value, prefix: str) -> dict[str, str]:
    """What the browser sends for a block with this value (as the block's own type)."""
    if isinstance(block, blocks.StreamBlock):
        rows = [(child.block_type, child.block, child.value) for child in value]
        return _rows(rows, prefix)
    if isinstance(block, blocks.ListBlock):
        return _rows([("item", block.child_block, child) for child in value], prefix)
    if isinstance(block, blocks.StructBlock):
        data = {}
        for name, child in block.child_blocks.items():
            data |= block_data(child, value[name], f"{prefix}-{name}")
        return data
    if isinstance(block, blocks.BooleanBlock):
        return {prefix: "on"} if value else {}
    shown = getattr(value, "pk", value)
    return {prefix: "" if shown is None else str(shown)}


def _rows(rows: list, prefix: str) -> dict[str, str]:
    data = {f"{prefix}-count": str(len(rows))}
    for number, (kind, block, value) in enumerate(rows):
        own = f"{prefix}-{number}"
        data |= {f"{own}-deleted": "", f"{own}-order": str(number), f"{own}-type": kind, f"{own}-id": ""}
        data |= block_data(block, value, f"{own}-value")
    return data


def answer_data(code: str, body: dict | None = None) -> dict[str, str]:
    """What the form of a question sends for its answer."""
    question = Question()
    question.set_body(code, question_type(code).clean(body or BODIES[code]))
    return block_data(question.answer.stream_block, question.answer, "answer")


def question_data(code: str = "single_choice", *, body: dict | None = None, **fields) -> dict[str, str]:
    """What the form of a question sends."""
    data = {
        "stem": "买到过期食品，找谁赔？" + ("____，____。" if code == "fill_in" else ""),
        "explanation": "",
        "category": str(Category.at("测试").pk),
        "difficulty": "medium",
        "points": "1",
        "law": "",
        "checked_on": "",
        "picture": "",
        "picture_alt": "",
        "lesson": "",
        "code": "",
    }
    return data | answer_data(code, body) | fields
