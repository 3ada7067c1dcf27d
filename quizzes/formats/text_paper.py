"""A paper of questions, cut into one block of lines for each question; answers listed apart are given to their questions."""

import re
from dataclasses import dataclass, field

from ..question_types.base import letter
from .text_key import HEAD, Key, is_key_line, key_start
from .text_lines import (
    MAX_BLOCK,
    OPTION_MARKS,
    Block,
    Line,
    Section,
    cut_labels,
    find_options,
    half,
    heading_of,
    looks_answered,
    start_of,
)

SURE = ("ordinal", "dot", "right", "round", "square")


@dataclass
class Paper:
    """The questions of a paper, and text after the last one that belongs nowhere."""

    blocks: list[Block]
    stray: list[str] = field(default_factory=list)


def cut_paper(lines: list[Line]) -> Paper:
    """Return a paper's questions. Without any number, questions are told apart by where one is complete."""
    if any(start_of(line.text, SURE) for line in lines):
        return NumberedCutter(lines).cut()
    spaced = [start_of(line.text, ("space",)) for line in lines]
    if any(start and start[1] == 1 for start in spaced):
        return NumberedCutter(lines, ("space",)).cut()
    paper = PlainCutter(lines).cut()
    meant = any(looks_answered(block.text) or block.key or find_options(block.text)[1] for block in paper.blocks)
    return paper if meant else Paper([])


class Cutter:
    """What both ways of cutting share: sections, the list of answers, text that belongs nowhere."""

    def __init__(self, lines: list[Line]):
        self.lines = lines
        self.blocks: list[Block] = []
        self.key = Key()
        self.section, self.run = Section(), 0
        self.current: Block | None = None
        self.stray: list[str] = []
        self.in_key = False

    def cut(self) -> Paper:
        for place, line in enumerate(self.lines):
            if self.in_key and self._read_key(place, line.text):
                continue
            section = heading_of(line.text)
            if section is not None:
                self._begin_section(section)
                continue
            listed = self._key_from(place)
            if listed is not None:
                self.in_key = True
                self.key.add(listed)
                continue
            self._take(place, line)
        self.key.give_to(self.blocks)
        return Paper(self.blocks, self.stray + self.key.problems)

    def _begin_section(self, section: Section) -> None:
        self.section, self.run, self.current = section, self.run + 1, None

    def _next_place(self, place: int) -> int | None:
        """Return the place of the next line that holds words."""
        return next((n for n in range(place + 1, len(self.lines)) if self.lines[n].text), None)

    def _next_text(self, place: int) -> str:
        following = self._next_place(place)
        return "" if following is None else self.lines[following].text

    def _read_key(self, place: int, words: str) -> bool:
        """Read a line of the list of answers; False when the list is over and questions go on."""
        section = heading_of(words)
        if section is None:
            self.in_key = not self._is_next_question(place)
            if self.in_key:
                self.key.add(words)
            return self.in_key
        known = any(block.section.word == section.word for block in self.blocks)
        self.in_key = is_key_line(self._next_text(place), section) or (known and section.type.startswith("-"))
        if self.in_key:
            self.key.begin_section(section)
        return self.in_key

    def _is_next_question(self, place: int) -> bool:
        """Whether a line among listed answers begins a question nevertheless."""
        return False

    def _key_from(self, place: int) -> str | None:
        """Return the first line of a list of answers (it may be empty) when one begins here, and not one question's answer."""
        words = self.lines[place].text
        if self.current is None or not HEAD.fullmatch(words):
            return None
        listed = key_start(words, self._next_text(place))
        if listed is None:
            return None
        if looks_answered(self.current.text):
            return listed
        before = [block for block in self.blocks if block is not self.current]
        following = self._next_place(place)
        alone = following is not None and self._is_next_question(following)
        if all(looks_answered(block.text) for block in before) and (before or alone):
            return None
        return listed

    def _begin(self, number: int, line: Line, source: str) -> None:
        self.current = Block(number, self.section, self.run, [], stray=self.stray)
        self.current.add(line)
        self.current.source = [source[:MAX_BLOCK]]
        self.stray = []
        self.blocks.append(self.current)

    def _go_on(self, line: Line) -> None:
        if self.current is not None:
            self.current.add(line)
        elif line.text:
            self.stray.append(line.text)

    def _take(self, place: int, line: Line) -> None:
        raise NotImplementedError


class NumberedCutter(Cutter):
    """A line that begins with a number of the paper's own kind begins a question.

    Other kinds of numbers, and numbers out of turn in an explanation, belong to the text: "解析：1. … 2. …".
    """

    def __init__(self, lines: list[Line], numberings: tuple[str, ...] = SURE):
        super().__init__(lines)
        self.numberings = numberings
        self.kind, self.listed = "", 0

    def _begin_section(self, section: Section) -> None:
        super()._begin_section(section)
        self.kind = ""

    def _take(self, place: int, line: Line) -> None:
        start = start_of(line.text, self.numberings)
        if start is None or not self._begins(place, *start[:2]):
            self._go_on(line)
            return
        self.kind, number, words = start
        self.listed = 0
        if self.current and number <= self.current.number:
            self.run += 1
        self._begin(number, Line(words, line.pictures), line.text)

    def _begins(self, place: int, kind: str, number: int) -> bool:
        if self.current is None or self.current.is_too_long:
            return True
        following = number == self.current.number + 1
        if kind != self.kind:
            return following and looks_answered(self.current.text) and self._is_question(place)
        if not self.current.labelled:
            return True
        # Below a label stands an explanation, and it may hold a list of its own.
        if following and number != self._listed() + 1:
            return True
        if self._is_question(place):
            return True
        self.listed = number
        return False

    def _listed(self) -> int:
        """Return the last number of a list within the explanation so far, 0 for no list."""
        return self.listed or bool(re.search(r"[:：】]\s*[（(]?1\s*[.．、)）]", self.current.text))

    def _is_next_question(self, place: int) -> bool:
        words = self.lines[place].text
        start = start_of(words, self.numberings)
        if start is None or start[0] != self.kind or start[1] != self.blocks[-1].number + 1:
            return False
        return not is_key_line(words) or self._is_question(place)

    def _is_question(self, place: int) -> bool:
        """Whether the lines up to the next number hold what a question has."""
        text = start_of(self.lines[place].text, self.numberings)[2]
        for later in range(place + 1, len(self.lines)):
            words = self.lines[later].text
            if len(text) > MAX_BLOCK or start_of(words, self.numberings) or heading_of(words):
                break
            text += "\n" + words
        return looks_answered(text) or bool(find_options(text)[1])


class PlainCutter(Cutter):
    """Without numbers: a line that is no option and no label begins a question once the one before is complete."""

    def __init__(self, lines: list[Line]):
        super().__init__(lines)
        self.after_blank = self.answered = False
        self.options = 0  # of the question so far

    def _take(self, place: int, line: Line) -> None:
        words = line.text
        if not words and not line.pictures:
            self.after_blank = True
            return
        begins = self._begins(words)
        if begins:
            self._begin(len(self.blocks) + 1, line, words)
            self.options, self.answered = 0, False
        else:
            self._go_on(line)
        self.options = counted_options(words, self.options)
        self.answered = self.answered or looks_answered(words)
        self.after_blank = False

    def _begins(self, words: str) -> bool:
        head, fields = cut_labels(words)
        if self.current is None:
            return bool(head)
        if not head or (counted_options(words, self.options) > self.options and begins_with_option(words)):
            return False
        if self.current.labelled:
            return self.after_blank or bool(fields) or looks_answered(words)
        return self.options > 1 or self.answered


def begins_with_option(words: str) -> bool:
    """Whether a line begins with the mark of an option."""
    return any(pattern.match(words) for pattern in OPTION_MARKS.values())


def counted_options(words: str, before: int) -> int:
    """Return how many options there are after a line, with so many before it."""
    signs = {half(match[1]).upper() for pattern in OPTION_MARKS.values() for match in pattern.finditer(words)}
    while before < 12 and letter(before) in signs:
        before += 1
    return before
