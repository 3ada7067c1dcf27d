"""A list of answers apart from the questions: "1-5 ABCDA", "1.B 2.ACD 3.√", "1. 三倍；500", or a table of 题号 and 答案."""

import re
from dataclasses import dataclass

from .text_lines import ANY_TYPE, LETTERS, TRUTHS, TYPE_OF, Block, Section, cut_labels, half, heading_of

HEAD = re.compile(
    r"[【\[（(]?(?:附[:：]?\s*)?(?:[一二三四五六七八九十]+、)?(?:参考|正确|标准|试题)?答案(?:[及与和]?(?:评分标准|解析|详解))?[】\])）]?\s*[:：]?\s*(.*)",
    re.DOTALL,
)
TOKEN = rf"(?:[{LETTERS}](?:[、,，]?[{LETTERS}])*|{TRUTHS})"
NUMBER = r"[（(【\[]?\s*(?:第\s*)?(\d{1,4})\s*题?\s*[)）】\]]?\s*[.．、:：]?\s*"
ONE = re.compile(rf"{NUMBER}({TOKEN})(?![A-Za-z\w])\s*[,，、;；。]?\s*")
RANGE = re.compile(
    rf"(\d{{1,4}})\s*(?:[-–—―~～至到]|--)+\s*(\d{{1,4}})\s*题?\s*[.．、:：)）]?\s*((?:(?:{TOKEN})[\s、,，;；]*)+)[。.]?\s*"
)
WORDED = re.compile(r"(?:[（(]?(\d{1,4})[)）]|(\d{1,4})\s*(?:、|[:：.．。](?!\d)))\s*(.+)", re.DOTALL)
# "一、1.B 2.C" and "一、单选题：1.B 2.C": a section's number, perhaps its type, before the answers on one line.
SECTION = re.compile(rf"[（(]?[一二三四五六七八九十]+[)）]?\s*[、.．:：]?\s*({ANY_TYPE})?\s*[:：]?\s*(?=[（(]?\d)")
MAX_WORDS = 80
LETTERED_TYPES = ("single_choice", "multiple_choice", "choice", "true_false")


@dataclass
class Entry:
    """One answer of the list: the section it stands in, its number, what it says."""

    section: Section
    run: int
    number: int
    answer: str
    explanation: str = ""


def is_key_line(words: str, section: Section | None = None) -> bool:
    """Whether a line reads like a list of answers and not like a question; in a section of choices only letters do."""
    words = SECTION.sub("", words, count=1) if SECTION.match(words) else words
    if re.match(r"题\s*号", words) or RANGE.match(words) or ONE.match(words):
        return True
    if section and section.type in LETTERED_TYPES:
        return False
    match = WORDED.fullmatch(words)
    return bool(match) and len(words) <= MAX_WORDS and not re.search(r"__|[（(]\s*[)）]|[？?]$", match[3])


def key_start(words: str, following: str) -> str | None:
    """Return what a line that begins a list of answers holds after its title; None for another line."""
    match = HEAD.fullmatch(words)
    if match is None:
        return None
    rest = match[1].strip()
    if rest:
        return rest if is_key_line(rest) else None
    return "" if is_key_line(following) or heading_of(following) else None


class Key:
    """Collects the list's lines, then gives each question its answer."""

    def __init__(self):
        self.entries: list[Entry] = []
        self.problems: list[str] = []
        self._section, self._run, self._numbers = Section(), 0, None

    def begin_section(self, section: Section) -> None:
        self._section, self._run = section, self._run + 1

    def add(self, words: str) -> None:
        """Read one line of the list."""
        if not words:
            return
        if match := SECTION.match(words):
            self.begin_section(Section(TYPE_OF.get(match[1], ""), match[1] or ""))
            words = words[match.end() :]
        if re.match(r"题\s*号", words):
            self._numbers = [int(number) for number in re.findall(r"\d+", words)]
        elif self._numbers and words.startswith("答案"):
            for number, answer in zip(self._numbers, words.split()[1:], strict=False):
                self._entry(number, answer)
            self._numbers = None
        elif not self._compact(words):
            self._worded(words)

    def _entry(self, number: int, answer: str, explanation: str = "") -> None:
        last = self.entries[-1] if self.entries else None
        if last and last.run == self._run and number <= last.number:
            self._run += 1
        self.entries.append(Entry(self._section, self._run, number, answer.strip(), explanation))

    def _compact(self, words: str) -> bool:
        """Read ranges and single letters as long as the line consists of them; say whether it did."""
        found, place = [], 0
        while place < len(words):
            if match := RANGE.match(words, place):
                found += self._spread(int(match[1]), int(match[2]), match[3])
            elif match := ONE.match(words, place):
                found.append((int(match[1]), match[2]))
            else:
                return False
            place = match.end()
        for number, answer in found:
            self._entry(number, answer)
        return True

    def _spread(self, first: int, last: int, words: str) -> list[tuple[int, str]]:
        count = last - first + 1
        answers = re.split(r"[\s、,，;；]+", words.strip(" 、,，;；"))
        if len(answers) != count:
            answers = re.findall(f"[{LETTERS}]|{TRUTHS}", words)
        if len(answers) != count:
            self.problems.append(f"{first}-{last} {words.strip()}")
            return []
        return list(zip(range(first, last + 1), answers, strict=True))

    def _worded(self, words: str) -> None:
        """Read "1. 三倍；500【解析】…"; a line without a number goes on with the explanation before it."""
        pieces = re.split(r"(?<=\s)(?=\d{1,3}[.．、]\s*[^\d\s])", words)
        for piece in pieces:
            match = WORDED.fullmatch(piece.strip())
            if match:
                answer, fields = cut_labels(match[3])
                self._entry(
                    int(match[1] or match[2]), answer or fields.get("answer", ""), fields.get("explanation", "")
                )
            elif self.entries:
                rest, fields = cut_labels(piece)
                said = "\n".join(filter(None, (rest, fields.get("explanation", ""))))
                entry = self.entries[-1]
                entry.explanation = f"{entry.explanation}\n{said}".strip()
            else:
                self.problems.append(piece)

    def give_to(self, blocks: list[Block]) -> None:
        """Give the answers to their questions: by number, or by section and number where numbers repeat."""
        numbered: dict[int, list[Block]] = {}
        for block in blocks:
            numbered.setdefault(block.number, []).append(block)
        runs = list(dict.fromkeys(block.run for block in blocks))
        order = {run: place for place, run in enumerate(dict.fromkeys(entry.run for entry in self.entries))}
        for entry in self.entries:
            place = order[entry.run]
            run = runs[place] if place < len(runs) else None
            block = next((b for b in fitting(entry, numbered.get(entry.number, []), run) if not b.key), None)
            if block is None:
                self.problems.append(f"{entry.number}. {half(entry.answer)}")
            else:
                block.key, block.key_explanation = entry.answer, entry.explanation


def fitting(entry: Entry, same: list[Block], run: int | None) -> list[Block]:
    """Return the questions that an answer may be for, of those with its number; `run` is the run of theirs that is in its place."""
    if len(same) <= 1:
        return same
    if entry.section.type:
        return [block for block in same if block.section.type == entry.section.type]
    return [block for block in same if block.run == run]
