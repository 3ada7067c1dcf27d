"""How Chinese text becomes searchable: folding, the tokens of a document, and the words of a query. Pure functions.

A document is indexed as a *set* of tokens, so that SQLite and PostgreSQL answer alike. The first letter is the kind:

    w退货    a whole word (jieba's search mode, so 消费者 also gives 消费), a Latin word or a number
    m退货    a word that stands in the text MANY times or more
    g退 g退货  every character and every pair of neighbours, of which one at least is not a-z or 0-9
    l1 l12   the same within Latin words and numbers; only in short texts (titles, summaries)
    s：      a sign, escaped; only in short texts
    a25      a law's article, from 第25条 as from 第二十五条
    t…       the whole title without its signs and spaces

A query is a list of words, each with the condition "this word stands in the document". A Chinese word stands in it when
all its pairs do; so a word is found where jieba cut the document differently, and every part of a title finds its page:
however jieba cuts the query, a pair of neighbours in the query is a pair of neighbours in the title.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import rjieba
from zhconv_rs import zhconv

HERE = Path(__file__).resolve().parent
MAX_QUERY = 255  # characters of a query that are read
MAX_WORDS = 12  # words of a query that must all be found; the rest is left out
MAX_TOKEN = 64  # characters of one token
MAX_TITLE = 120  # characters of a title that the token of the whole title keeps
JOINED = 4  # parts of a number like 2026-03-15 that are found when written together
MANY = 3  # mentions that make a word what the text is about

# Characters that zhconv leaves apart because they differ in some words; a search had better not tell them apart.
EQUAL = {"著": "着", "藉": "借", "覆": "复", "祂": "他", "馀": "余", "・": "·", "•": "·", "‧": "·", "∙": "·", "⋅": "·"}
DASHES = "‐‑‒–—―−"

NUMERAL = "零〇一二三四五六七八九十百千两"
ARTICLE = rf"第?(?:[0-9]{{1,9}}|[{NUMERAL}]{{1,9}})条"
RUN = re.compile(
    rf"(?P<article>{ARTICLE})"
    r"|(?P<latin>[a-z0-9]+(?:(?:[·./_'’&+-]|,(?=[0-9]{3}(?![0-9])))[a-z0-9]+)*)"
    rf"|(?P<han>[^\W_a-z0-9]+?(?={ARTICLE})|[^\W_a-z0-9]+)"
    r"|(?P<sign>\S)"
)
DIGITS = {
    c: n for n, chars in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九")) for c in chars
}
UNITS = {"十": 10, "百": 100, "千": 1000}


class _Folding(dict):
    """Code point → its folded text. Each character is folded alone, so a part of a text folds to a part of its folding."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace():
            folded = " "
        elif unicodedata.category(character) in ("Cc", "Cf", "Cs", "Mn", "Me"):
            folded = ""
        else:
            parts = unicodedata.normalize("NFKD", character).casefold()
            parts = "".join(
                "-" if c in DASHES else c for c in parts if unicodedata.category(c) not in ("Mn", "Me", "Cf")
            )
            folded = "".join(_simplified(c) for c in parts)
            # ´ decomposes into a space and an invisible accent; what can be seen must stay findable.
            folded = folded if folded.strip() else character
        self[code] = folded
        return folded


def _simplified(character: str) -> str:
    """The simplified form of one character, itself if there is none."""
    converted = zhconv(character, "zh-cn", False)
    converted = converted if len(converted) == 1 else character
    return EQUAL.get(converted, converted)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower-case, half-width, simplified, without accents and invisible characters; any white space is a space."""
    return text.translate(_FOLDING)


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """`fold(text)` and, for every character of it, the position in `text` that it came from."""
    pieces, origins = [], []
    for position, character in enumerate(text):
        folded = _FOLDING[ord(character)]
        pieces.append(folded)
        origins.extend([position] * len(folded))
    return "".join(pieces), origins


def lines_of(name: str) -> list[str]:
    """The lines of one of the word lists in this folder, without comments and blank lines."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@cache
def jieba() -> rjieba.Jieba:
    """The segmenter with the words of the field; loaded once a process, on first use."""
    segmenter = rjieba.Jieba()
    for word in [*(fold(line) for line in lines_of("dictionary.txt")), *synonyms()]:
        segmenter.add_word(word, segmenter.suggest_freq(word), "n")
    return segmenter


@cache
def stopwords() -> frozenset[str]:
    return frozenset(fold(word) for line in lines_of("stopwords.txt") for word in line.split())


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Folded word → the folded ways to say the same, itself first."""
    groups = ([fold(word.strip()) for word in line.split("、")] for line in lines_of("synonyms.txt"))
    return {word: (word, *(other for other in group if other != word)) for group in groups for word in group}


def number_of(numeral: str) -> int | None:
    """The value of digits or of a Chinese numeral below ten thousand; None when it is neither."""
    if numeral.isascii():
        return int(numeral[:9]) if numeral.isdigit() else None
    total, digit = 0, None
    for character in numeral:
        if character in UNITS:
            total += (1 if digit is None or digit == 0 else digit) * UNITS[character]
            digit = None
        else:
            digit = DIGITS[character]
    return total + (digit or 0)


def article_of(run: str) -> int | None:
    """25 for 第25条, 25条 and 第二十五条."""
    return number_of(run.removeprefix("第").removesuffix("条"))


def runs(folded: str) -> Iterator[tuple[str, str]]:
    """Cut folded text into (kind, text) with kind article, latin, han or sign; white space falls out."""
    for match in RUN.finditer(folded):
        yield match.lastgroup, match.group()


def escaped(text: str) -> str:
    """`text` so that no tokenizer splits it: what is neither a-z, 0-9 nor a common Han character becomes its code.

    The marker is a private-use character, which SQLite's unicode61 tokenizer takes for a letter.
    """
    return "".join(
        c
        if (c.isascii() and c.isalnum()) or "\u3400" <= c <= "\u4db5" or "\u4e00" <= c <= "\u9fcc"
        else f"\ue000{ord(c):06x}"
        for c in text
    )


@lru_cache(maxsize=20_000)
def gram(text: str) -> str:
    """The token of one character or of two neighbours. Kept, because a language has few of them: about 3 MB."""
    return ("l" if text.isascii() else "g") + escaped(text)


def pairs(text: str) -> list[str]:
    """The tokens that must be there for `text` to be there: its pairs of neighbours, or its one character."""
    return [gram(text[i : i + 2]) for i in range(len(text) - 1)] or [gram(text)]


def grams(text: str) -> Iterator[str]:
    """Every character of `text` and every pair of neighbours, signs and spaces left out."""
    previous = ""
    for character in text:
        if character.isalnum():
            yield gram(character)
            if previous:
                yield gram(previous + character)
            previous = character
        else:
            previous = ""


def word_token(letter: str, word: str) -> str:
    return letter + escaped(word[:MAX_TOKEN])


def latin_parts(run: str) -> list[str]:
    """gb4706.1 → gb47061, gb4706, 1, gb, 4706: the whole without connectors first, then what somebody may search for:
    neighbouring parts together, and what a change from letters to digits divides."""
    parts = re.findall(r"[a-z0-9]+", run)
    joined = ["".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(i + JOINED, len(parts)) + 1)]
    return list(dict.fromkeys(["".join(parts), *joined, *finest_parts(run)]))


def finest_parts(run: str) -> list[str]:
    """gb4706.1 → gb, 4706, 1."""
    return list(dict.fromkeys(re.findall(r"[a-z]+|[0-9]+", run)))


def title_core(text: str) -> str:
    """A title without its signs and spaces, folded."""
    return "".join(c for c in fold(text) if c.isalnum())[:MAX_TITLE]


def index_tokens(text: str, *, short: bool = False) -> list[str]:
    """The tokens of a document's text, each once. `short` texts (titles) are findable by parts of Latin words and by signs.

    Neighbours are neighbours in the text, not in one of its runs: a query's runs may be cut elsewhere.
    """
    folded = fold(text)
    words: Counter[str] = Counter()
    tokens: dict[str, None] = {}
    for kind, run in runs(folded):
        if kind == "sign":
            continue
        if kind == "article":
            tokens[f"a{article_of(run)}"] = None
        words.update(latin_parts(run) if kind == "latin" else jieba().cut_for_search(run))
        if short and kind == "latin":
            tokens.update(dict.fromkeys(grams(latin_parts(run)[0])))
    if short:
        tokens.update(dict.fromkeys("s" + escaped(c) for c in folded if not c.isalnum() and c != " "))
    tokens.update(dict.fromkeys(token for token in grams(folded) if short or token[0] == "g"))
    tokens.update(dict.fromkeys(word_token("w", word) for word in words))
    tokens.update(dict.fromkeys(word_token("m", word) for word, count in words.items() if count >= MANY))
    return list(tokens)


@dataclass(frozen=True)
class Has:
    """The document has this token, or one that begins with it."""

    token: str
    prefix: bool = False


@dataclass(frozen=True)
class Every:
    """All of the conditions hold."""

    parts: tuple


@dataclass(frozen=True)
class Some:
    """At least one of the conditions holds."""

    parts: tuple


Condition = Has | Every | Some


def every(parts: list) -> Condition:
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def some(parts: list) -> Condition:
    parts = list(dict.fromkeys(parts))
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


@dataclass(frozen=True)
class Word:
    """One word of a query.

    kind       article, latin, han or sign, as in `runs`
    text       the word, folded, as it was typed
    spellings  what is to be marked in a result: the word and its synonyms
    found      the condition that the word stands in a document
    whole      the condition that it stands there as a word of its own, not across two others
    often      the condition that it stands there many times
    """

    kind: str
    text: str
    spellings: tuple[str, ...]
    found: Condition
    whole: Condition
    often: Condition


def found(kind: str, run: str) -> Condition:
    """The condition that a run, or a word of one, stands in a document."""
    if kind == "sign":
        return Has("s" + escaped(run))
    if kind == "latin":
        joined = latin_parts(run)[0]
        return some(
            [
                every([Has(token) for token in pairs(joined)]),
                Has(word_token("w", joined), prefix=True),
                every([Has(word_token("w", part), prefix=True) for part in finest_parts(run)]),
            ]
        )
    here = every([Has(token) for token in pairs(run)])
    return some([Has(f"a{article_of(run)}"), here]) if kind == "article" else here


def counted(letter: str, kind: str, run: str) -> Condition:
    """The condition that a run is a word (letter w) of a document, or a frequent one (m)."""
    if kind == "article":
        return Has(f"a{article_of(run)}")
    if kind == "sign":
        return Has("s" + escaped(run))
    return Has(word_token(letter, latin_parts(run)[0] if kind == "latin" else run))


def make_word(kind: str, text: str) -> Word:
    """A word with its synonyms."""
    spellings = synonyms().get(text, (text,))
    ways = [[(kind, text)], *(list(runs(spelling)) for spelling in spellings[1:])]
    return Word(
        kind,
        text,
        spellings,
        some([every([found(*run) for run in way]) for way in ways]),
        some([every([counted("w", *run) for run in way]) for way in ways]),
        some([every([counted("m", *run) for run in way]) for way in ways]),
    )


def split(text: str) -> Iterator[tuple[str, str]]:
    """The words of folded text, as (kind, text): runs of Chinese are segmented, other runs stay whole."""
    for kind, run in runs(text):
        if kind == "han":
            for word in jieba().cut(run):
                if word:
                    yield kind, word
        else:
            yield kind, run


def query_tokens(text: str) -> list[Word]:
    """The words of a query, each once: signs only when there is nothing else, stop words only when nothing else remains."""
    pieces = list(dict.fromkeys(split(fold(text[:MAX_QUERY]))))
    said = [piece for piece in pieces if piece[0] != "sign"] or pieces
    told = [piece for piece in said if piece[1] not in stopwords()] or said
    return [make_word(kind, word) for kind, word in told[:MAX_WORDS]]


def phrase(text: str) -> Condition | None:
    """The condition that the whole of `text` stands in a document in one piece; None when there is nothing to look for."""
    pieces = list(runs(fold(text[:MAX_QUERY])))
    said = [piece for piece in pieces if piece[0] != "sign"] or pieces
    return every([found(kind, run) for kind, run in dict.fromkeys(said)]) if said else None
