"""Signatures of drand's networks, checked with beacons that they published."""

from dataclasses import replace
from hashlib import sha256

import pytest

from campaigns.prizes.beacon import DEFAULT_KEY, QUICKNET_KEY, Beacon, beacon_of, is_genuine, main
from campaigns.prizes.draw import CHAINS, DrawError
from factories.draws import QUICKNET, file, people, record, rules

DEFAULT = "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce"
# Published by the networks; the rounds are those in the documentation of drand-verify and its Python binding.
GENUINE = [
    Beacon(
        QUICKNET,
        657413,
        "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b",
    ),
    Beacon(
        DEFAULT,
        72785,
        "82f5d3d2de4db19d40a6980e8aa37842a0e55d1df06bd68bddc8d60002e8e959eb9cfa368b3c1b77d18f02a54fe047b8"
        "0f0989315f83b12a74fd8679c4f12aae86eaf6ab5690b34f1fddd50ee3cc6f6cdf59e95526d5a5d82aaa84fa6f181e42",
        "a609e19a03c2fcc559e8dae14900aaefe517cb55c840f6e69bc8e4f66c8d18e8a609685d9917efbfb0c37f058c2de88f"
        "13d297c7e19e0ab24813079efe57a182554ff054c7638153f9b26a60e7111f71a0ff63d9571704905d3ca6df0b031747",
    ),
    Beacon(
        DEFAULT,
        1337,
        "945b08dcb30e24da281ccf14a646f0630ceec515af5c5895e18cc1b19edd65d156b71c776a369af3487f1bc6af106250"
        "0b059e01095cc0eedce91713977d7735cac675554edfa0d0481bb991ed93d333d08286192c05bf6b65d20f23a37fc7bb",
        "80d95247ddf1bb3acf5738497a5f10406be283144603f63d714bb1a44ff6b93285ae2697fffeb50c68862bd9fbecd4b2"
        "04b1798d2686b4ac5d573615031d9d67e6168bde9a7adf1161430a498ca701a25c216aee3e38ffd5290369034fa050a2",
    ),
]
RANDOMNESS = {
    657413: "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
    1337: "2660664f8d4bc401194d80d81da20a1e79480f65b8e2d205aecbd143b5bfb0d3",
}
# Points of the groups that these networks did not sign: round 1 of the default chain, infinity.
ROUND_ONE = (
    "8d61d9100567de44682506aea1a7a6fa6e5491cd27a0a0ed349ef6910ac5ac20ff7bc3e09d7c046566c9f7f3c6f3b101"
    "04990e7cb424998203d8f7de586fb7fa5f60045417a432684f85093b06ca91c769f0e7ca19268375e659c2a2352b4655"
)


@pytest.mark.parametrize("beacon", GENUINE, ids=lambda beacon: f"{CHAINS[beacon.chain].name}-{beacon.round}")
def test_a_published_beacon_is_genuine_and_no_other_round_is(beacon):
    assert is_genuine(beacon)
    assert not is_genuine(replace(beacon, round=beacon.round + 1))
    assert not is_genuine(replace(beacon, chain=({QUICKNET, DEFAULT} - {beacon.chain}).pop()))


@pytest.mark.parametrize("beacon", [GENUINE[0], GENUINE[2]], ids=lambda beacon: CHAINS[beacon.chain].name)
def test_the_random_number_is_the_one_published_with_the_signature(beacon):
    assert beacon.randomness() == RANDOMNESS[beacon.round]


def forged(beacon: Beacon) -> list[str]:
    infinity = "c0" + "00" * (len(beacon.signature) // 2 - 1)
    generator = {
        96: "97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb",
        192: ROUND_ONE,
    }
    return ["", "00", beacon.signature[:-2], beacon.signature[:-2] + "00", infinity, generator[len(beacon.signature)]]


@pytest.mark.parametrize("beacon", GENUINE, ids=lambda beacon: f"{CHAINS[beacon.chain].name}-{beacon.round}")
def test_a_forged_signature_is_not(beacon):
    for signature in forged(beacon):
        assert not is_genuine(replace(beacon, signature=signature)), signature


def test_a_chained_signature_covers_the_one_before():
    assert not is_genuine(replace(GENUINE[1], previous_signature=GENUINE[2].previous_signature))
    assert not is_genuine(replace(GENUINE[0], previous_signature="00"))


def test_an_unknown_chain_is_refused():
    with pytest.raises(DrawError, match="不认识"):
        is_genuine(replace(GENUINE[0], chain="0" * 64))


def test_the_chain_hash_is_made_from_the_very_parameters_that_we_use():
    """How drand names a chain: period, first round, key, hash of the first group, beacon ID unless "default"."""
    groups = {
        "quicknet": (QUICKNET_KEY, "f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e", b"quicknet"),
        "default": (DEFAULT_KEY, "176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a", b""),
    }
    for chain_hash, chain in CHAINS.items():
        key, group, name = groups[chain.name]
        parameters = chain.period.to_bytes(4) + chain.genesis.to_bytes(8) + bytes.fromhex(key + group) + name
        assert sha256(parameters).hexdigest() == chain_hash


@pytest.fixture
def drawn() -> dict:
    beacon = GENUINE[0]
    source = {"kind": "drand", "chain": QUICKNET, "round": beacon.round}
    outcome = {"kind": "drand", "randomness": beacon.randomness(), "previous_signature": ""}
    outcome["signature"] = beacon.signature
    return record(rules(sources=[source]), people(3), outcome, committed_at="2023-09-15T08:00:00Z")


def made_up(drawn: dict) -> dict:
    """The same draw from a signature that somebody invented: everything agrees, only the network never signed it."""
    signature = "ab" * 48
    outcome = drawn["seed_data"]["outcome"] | {"signature": signature}
    outcome["randomness"] = sha256(bytes.fromhex(signature)).hexdigest()
    return record(drawn["rules"], people(3), outcome, committed_at=drawn["committed_at"])


def test_the_beacon_of_a_record_is_checked(drawn, tmp_path, capsys):
    assert beacon_of(drawn) == GENUINE[0]
    path = tmp_path / "record.json"
    for one, status, sentence in (
        (drawn, 0, "✓ quicknet 链第 657413 轮确由该网络签名"),
        (made_up(drawn), 1, "签名是假的"),
        (record(rules(), people(3)), 1, "不是来自 drand"),
    ):
        path.write_bytes(file(one))
        assert main([str(path)]) == status
        assert sentence in capsys.readouterr().out
    path.write_bytes(b"{}")
    assert main([str(path)]) == 1


def test_a_record_with_a_wrong_seed_has_no_beacon(drawn):
    with pytest.raises(DrawError, match="种子"):
        beacon_of(drawn | {"seed": "0" * 64})
