"""Signs inside a cell: which separate, and how a backslash makes one of them an ordinary character.

Only a sign that means something can be escaped, so a lone backslash stays what it is.
"""

from collections.abc import Iterable

FIRST_PRIVATE = (
    0xE000  # no text of a question holds private characters (quizzes/text.py), so they may stand in for a while
)


class Marks:
    """The signs that mean something in one kind of cell. The `rare` ones do so at certain places alone: their writer knows."""

    def __init__(self, signs: str, rare: str = ""):
        self.signs = "\\" + signs
        self._hidden = {chr(FIRST_PRIVATE + number): sign for number, sign in enumerate(self.signs + rare)}
        self._hiding = {sign: private for private, sign in self._hidden.items()}

    def escape(self, words: str) -> str:
        """Return the text with a backslash before each sign, rare ones excepted."""
        return "".join("\\" + c if c in self.signs else c for c in words)

    def hide(self, cell: str) -> str:
        """Return the cell with its escaped signs out of the way, so that it can be split at the others."""
        cell = "".join(c for c in cell if c not in self._hidden)
        out, escaped = [], False
        for c in cell:
            if escaped:
                out.append(self._hiding.get(c, "\\" + c))
                escaped = False
            elif c == "\\":
                escaped = True
            else:
                out.append(c)
        return "".join(out) + ("\\" if escaped else "")

    def show(self, piece: str) -> str:
        """Return a piece of a hidden cell as the text that was meant."""
        return "".join(self._hidden.get(c, c) for c in piece)


def split(words: str, separators: Iterable[str]) -> list[str]:
    """Return the pieces between separators, trimmed, without empty ones."""
    for separator in separators:
        words = words.replace(separator, "\n")
    return [piece.strip() for piece in words.split("\n") if piece.strip()]
