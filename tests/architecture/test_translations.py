"""The English catalogue is complete, keeps every placeholder, is compiled, and knows every Chinese sentence of the source."""

import ast
import re
from functools import cache
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "site" / "locale" / "en" / "LC_MESSAGES" / "django.po"
APPS = ("site", "education", "media", "quizzes", "campaigns")
GETTEXT = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
PRINTF = re.compile(r"%(?:\(\w+\))?[sd]")
BRACES = re.compile(r"\{\w*\}")
TAGS = re.compile(r"<[^>]+>")
STRING = r"""(?:"([^"]*)"|'([^']*)')"""
COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.DOTALL)
TRANSLATE = re.compile(r"\{% *trans(?:late)? +" + STRING)
CONSTANT = re.compile(r"\b_\(" + STRING + r"\)")
BLOCK = re.compile(
    r"\{% *blocktrans(?:late)?\b([^%]*)%\}(.*?)(?:\{% *plural *%\}.*?)?\{% *endblocktrans(?:late)? *%\}", re.DOTALL
)
VARIABLE = re.compile(r"\{\{ *(\w+) *\}\}")


@cache
def entries() -> dict[str, polib.POEntry]:
    """Every live entry of the catalogue, by its Chinese sentence."""
    return {entry.msgid: entry for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete}


def wordings(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def placeholders(text: str) -> list[str]:
    return sorted(PRINTF.findall(text) + BRACES.findall(text))


def in_template(text: str) -> list[str]:
    """The sentences that a template has translated, as makemessages writes them."""
    text = COMMENT.sub("", text)
    found = [match[1] or match[2] for pattern in (TRANSLATE, CONSTANT) for match in pattern.finditer(text)]
    for options, body in BLOCK.findall(text):
        if "trimmed" in options.split():
            body = " ".join(line.strip() for line in body.strip().splitlines())
        found.append(VARIABLE.sub(r"%(\1)s", body.replace("%", "%%")))
    return found


def in_python(text: str) -> list[str]:
    """The literal sentences given to gettext; implicit concatenation is one literal to Python."""
    return [
        call.args[0].value
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", "")) in GETTEXT
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]


def sources() -> list[tuple[Path, list[str]]]:
    """Every template and module of ours with its sentences."""
    found = []
    for path in (path for app in APPS for path in (ROOT / app).rglob("*") if path.suffix in {".html", ".txt", ".py"}):
        if path.suffix == ".py":
            if not {"migrations", "art"} & set(path.parts):
                found.append((path, in_python(path.read_text(encoding="utf-8"))))
        elif "templates" in path.parts:
            found.append((path, in_template(path.read_text(encoding="utf-8"))))
    return found


def test_every_sentence_has_an_english_wording():
    open_ends = [msgid for msgid, entry in entries().items() if "fuzzy" in entry.flags or not all(wordings(entry))]
    assert not open_ends, "run `make messages` and translate"


def test_placeholders_and_tags_agree():
    differing = [
        (msgid, wording)
        for msgid, entry in entries().items()
        for wording in wordings(entry)
        if placeholders(msgid) != placeholders(wording) or sorted(TAGS.findall(msgid)) != sorted(TAGS.findall(wording))
    ]
    assert not differing


def test_the_compiled_catalogue_is_up_to_date():
    compiled = {entry.msgid: wordings(entry) for entry in polib.mofile(str(CATALOGUE.with_suffix(".mo")))}
    assert compiled == {msgid: wordings(entry) for msgid, entry in entries().items()}, "run `make messages`"


def test_every_chinese_sentence_of_the_source_is_in_the_catalogue():
    missing = [
        f"{path.relative_to(ROOT)}: {sentence}"
        for path, sentences in sources()
        for sentence in sentences
        if HAN.search(sentence) and sentence not in entries()
    ]
    assert not missing, "run `make messages`"


@pytest.mark.parametrize(
    ("template", "sentences"),
    [
        ("""{% translate "课" %}{% translate '章' as name %}{# {% translate "旧" %} #}""", ["课", "章"]),
        ("""{{ day|date:_("n 月 j 日") }}""", ["n 月 j 日"]),
        ("""{% blocktranslate with n=a|length %}共 {{ n }} 项{% endblocktranslate %}""", ["共 %(n)s 项"]),
        ("""{% blocktranslate count n=a %}{{ n }} 课{% plural %}{{ n }} 课{% endblocktranslate %}""", ["%(n)s 课"]),
    ],
)
def test_templates_are_read_as_makemessages_reads_them(template: str, sentences: list[str]):
    assert in_template(template) == sentences
