"""What an entrant gets, to prove that their entry is in the frozen list: the opening of its hash and the way to the root.

An entrant has one random salt per campaign. Without it nobody can tell whose a published hash is, nor link two campaigns;
with it (and their two identifiers) the entrant, and whoever they show it to, recomputes entry and person.
Standard library only, and the browser does the same in site/static/js/draw-proof.js.
"""

from bisect import bisect_left
from dataclasses import asdict, dataclass
from hashlib import sha256

from campaigns.prizes.draw import HEX, DrawError, tagged_hash

SALT_BYTES = 16  # 128 bits at least: identifiers are guessable, salts must not be


@dataclass(frozen=True)
class Opening:
    """What turns a published line back into a person's entry. `salt`: random bytes as hexadecimal digits."""

    campaign: str
    entrant: str
    entry: str
    salt: str

    def line(self, level: int, person_limit: str) -> str:
        """The line of the published list. Without a rule about persons no person is named, so none can be linked."""
        person = "-" if person_limit == "entry" else self.person_hash()
        return f"{self.entry_hash()} {person} {level}"

    def entry_hash(self) -> str:
        return tagged_hash("entry", self._salt(), self.campaign, self.entrant, self.entry)

    def person_hash(self) -> str:
        return tagged_hash("person", self._salt(), self.campaign, self.entrant)

    def _salt(self) -> str:
        if len(bytes.fromhex(self.salt)) < SALT_BYTES:
            raise DrawError(f"盐值少于 {SALT_BYTES} 字节")
        return self.salt.lower()


@dataclass(frozen=True)
class Proof:
    """The way from one line to the root of a list of `count`: the neighbours' hashes from the leaf up (RFC 6962, 2.1.1)."""

    line: str
    index: int
    count: int
    path: tuple[str, ...]

    def to_json(self) -> dict:
        return asdict(self) | {"path": list(self.path)}


def prove(lines: list[str], entry: str) -> Proof:
    """The proof for the line of this entry hash in a frozen list. DrawError when it is not there."""
    index = bisect_left(lines, entry)
    if index == len(lines) or lines[index][:64] != entry:
        raise DrawError(f"名单里没有参与码 {entry}")
    level, position, path = [sha256(b"\0" + line.encode()).digest() for line in lines], index, []
    while len(level) > 1:
        neighbour = position ^ 1
        if neighbour < len(level):
            path.append(level[neighbour].hex())
        paired = [sha256(b"\1" + one + two).digest() for one, two in zip(level[::2], level[1::2], strict=False)]
        level, position = paired + level[len(paired) * 2 :], position // 2
    return Proof(lines[index], index, len(lines), tuple(path))


def check_proof(proof: Proof, root: str, count: int) -> bool:
    """Whether the line stands at its place in the list of `count` lines with this root (RFC 9162, 2.1.3.2).

    `root` and `count` must come from the published commitment, not from whoever hands over the proof.
    """
    if not (0 <= proof.index < count == proof.count and all(map(HEX.fullmatch, proof.path))):
        return False
    node, position, last = sha256(b"\0" + proof.line.encode()).digest(), proof.index, count - 1
    for neighbour in map(bytes.fromhex, proof.path):
        if not last:
            return False
        if position % 2 or position == last:
            node = sha256(b"\1" + neighbour + node).digest()
            while position % 2 == 0 and position:
                position, last = position // 2, last // 2
        else:
            node = sha256(b"\1" + node + neighbour).digest()
        position, last = position // 2, last // 2
    return not last and node.hex() == root
