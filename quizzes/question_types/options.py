"""The list of options that single and multiple choice share."""

from django.utils.translation import gettext as _

from .base import Answer, Choice, Deal, InvalidBody, entries_of, known_fields, letter, text_of, weight_of

MAX_OPTIONS = 12


def clean_options(value, *, least: int) -> list[dict]:
    """Return options in canonical form: {"text", "right"?: True, "feedback"?, "weight"?: "1/2"}; raise InvalidBody."""
    options = []
    for number, entry in enumerate(entries_of(value, what=_("选项"), least=least, most=MAX_OPTIONS)):
        if not isinstance(entry, dict):
            entry = {"text": entry}
        known_fields(entry, "text", "right", "feedback", "weight")
        option = {"text": text_of(entry.get("text"), what=_("选项 %(letter)s") % {"letter": letter(number)})}
        if entry.get("right"):
            option["right"] = True
        if entry.get("feedback"):
            option["feedback"] = text_of(entry["feedback"], what=_("选项的反馈"))
        if entry.get("weight") not in (None, ""):
            option["weight"] = str(weight_of(entry["weight"]))
        options.append(option)
    texts = [option["text"] for option in options]
    if len(set(texts)) < len(texts):
        raise InvalidBody(_("有两个选项一模一样。"))
    return options


def option_order(body: dict, deal: Deal) -> list[int]:
    """Return the options' numbers as dealt."""
    count = len(body["options"])
    return list(range(count)) if body.get("keep_order") else deal.order(count)


def present_options(body: dict, deal: Deal) -> list[dict]:
    return [{"text": body["options"][number]["text"]} for number in option_order(body, deal)]


def option_choices(body: dict) -> list[Choice]:
    return [
        Choice(str(number), option["text"], bool(option.get("right"))) for number, option in enumerate(body["options"])
    ]


def answer_of(body: dict, numbers: list[int]) -> Answer:
    """Return the chosen options' texts and feedback."""
    chosen = [body["options"][number] for number in numbers]
    return Answer([option["text"] for option in chosen], [o["feedback"] for o in chosen if o.get("feedback")])
