"""The frozen list: Merkle root, inclusion proofs, salted hashes."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from campaigns.prizes.draw import DrawError, freeze, list_root, merkle_root
from campaigns.prizes.proofs import Opening, Proof, check_proof, prove
from factories.draws import digest, line, people

# The leaves and roots of Certificate Transparency's own tests (RFC 6962 trees of one to eight leaves).
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
OPENING = Opening(campaign="315-2026", entrant="user-7", entry="2026-03-01", salt="5a" * 16)


@pytest.mark.parametrize(("count", "root"), list(enumerate(ROOTS, start=1)))
def test_the_root_is_that_of_certificate_transparency(count, root):
    assert merkle_root(map(bytes.fromhex, LEAVES[:count])) == root


def test_the_root_of_nothing_is_the_hash_of_nothing():
    assert list_root([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.integers(1, 70), st.randoms(use_true_random=False))
def test_every_entry_of_every_list_can_be_proved(count, random):
    lines = people(count)
    random.shuffle(lines)
    frozen = freeze(lines, "once")
    root = list_root(frozen)
    for place, entry in enumerate(frozen):
        proof = prove(frozen, entry[:64])
        assert (proof.line, proof.index) == (entry, place)
        assert check_proof(proof, root, count)
        assert len(proof.path) <= (count - 1).bit_length()


@given(st.integers(1, 40), st.data())
def test_a_forged_proof_fails(count, data):
    frozen = freeze(people(count), "once")
    root = list_root(frozen)
    proof = prove(frozen, data.draw(st.sampled_from(frozen))[:64])
    path = list(proof.path)
    other = digest("forged")
    forgeries = [
        replace(proof, line=line("never entered", 1)),
        replace(proof, line=proof.line + "0"),
        replace(proof, index=data.draw(st.integers(-1, count + 1).filter(lambda index: index != proof.index))),
        replace(proof, path=(*path, other)),
        replace(proof, count=count + 1),
    ]
    if path:
        place = data.draw(st.integers(0, len(path) - 1))
        forgeries += [
            replace(proof, path=(*path[:place], other, *path[place + 1 :])),
            replace(proof, path=tuple(path[:place] + path[place + 1 :])),
        ]
    for forgery in forgeries:
        assert not check_proof(forgery, root, count)
    assert not check_proof(proof, other, count)
    assert not check_proof(proof, root, count + 1)


def test_a_node_of_the_tree_is_no_entry():
    """The prefixes of leaf and node: otherwise the concatenation of two hashes could pose as a line."""
    frozen = freeze(people(4), "once")
    proof = prove(frozen, frozen[0][:64])
    node = bytes.fromhex(prove(frozen, frozen[1][:64]).path[0] + proof.path[0]).decode("latin-1")
    assert not check_proof(Proof(node, 0, 2, proof.path[1:]), list_root(frozen), 2)


def test_the_length_of_the_path_must_fit_the_count():
    """A root above or below the true depth: hashes that lead somewhere, only not through a list of this size."""
    lines = freeze(people(2), "once")
    pair = prove(lines, lines[0][:64])
    assert not check_proof(replace(pair, count=4), list_root(lines), 4)
    leaf, above = bytes.fromhex(list_root(lines[:1])), bytes.fromhex(digest("above"))
    longer = Proof(lines[0], 0, 1, (above.hex(),))
    assert not check_proof(longer, sha256(b"\1" + above + leaf).hexdigest(), 1)


def test_who_is_not_in_the_list_has_no_proof():
    frozen = freeze(people(5), "once")
    for entry in (digest("entry nobody"), "0" * 64, "f" * 64):
        with pytest.raises(DrawError, match="没有参与码"):
            prove(frozen, entry)


@given(st.permutations(people(8)))
def test_the_order_of_entering_does_not_matter(lines):
    assert freeze(lines, "once") == sorted(people(8))


@pytest.mark.parametrize(
    ("lines", "limit", "reason"),
    [
        ([line(1, 1), line(2, 2), line(1, 3)], "once", "重复"),
        ([line(1, 1), line(1, 1)], "once", "重复"),
        ([line(1)], "once", "参与人代号"),
        ([line(1, 1)], "entry", "参与人代号"),
        ([line(1, 1).upper()], "once", "文字不合格式"),
        ([line(1, 1) + "\n"], "once", "文字不合格式"),
        ([line(1, 1, level=-1)], "once", "文字不合格式"),
        ([line(1, 1).replace(" 100", " 0100")], "once", "文字不合格式"),
        ([line(1, 1).replace(" 100", " ١٠٠")], "once", "文字不合格式"),
        ([7], "once", "文字不合格式"),
    ],
)
def test_a_faulty_list_is_refused(lines, limit, reason):
    with pytest.raises(DrawError, match=reason):
        freeze(lines, limit)


def test_the_owner_recomputes_their_line():
    assert OPENING.line(100, "once") == f"{OPENING.entry_hash()} {OPENING.person_hash()} 100"
    assert OPENING.line(100, "entry") == f"{OPENING.entry_hash()} - 100"
    other_day = replace(OPENING, entry="2026-03-02")
    assert other_day.entry_hash() != OPENING.entry_hash()
    assert other_day.person_hash() == OPENING.person_hash()


@pytest.mark.parametrize("changes", [{"campaign": "315-2027"}, {"salt": "5b" * 16}, {"entrant": "user-8"}])
def test_nothing_links_two_campaigns_salts_or_people(changes):
    other = replace(OPENING, **changes)
    hashes = {OPENING.entry_hash(), OPENING.person_hash(), other.entry_hash(), other.person_hash()}
    assert len(hashes) == 4


TEXT = st.text(max_size=6)


@given(st.tuples(TEXT, TEXT, TEXT), st.tuples(TEXT, TEXT, TEXT))
def test_moving_a_letter_between_identifiers_changes_the_hash(one, two):
    assume(one != two)
    assert Opening(*one, "00" * 16).entry_hash() != Opening(*two, "00" * 16).entry_hash()


@pytest.mark.parametrize("salt", ["", "00" * 15, "zz" * 16])
def test_a_salt_that_could_be_guessed_is_refused(salt):
    with pytest.raises(ValueError):
        replace(OPENING, salt=salt).entry_hash()
