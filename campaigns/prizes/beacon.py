"""Whether the drand network itself signed a beacon: the one check of a draw that the standard library can't make.

    python -m campaigns.prizes.beacon RECORD.json

BLS signatures on BLS12-381 (draft-irtf-cfrg-bls-signature, hash to curve of RFC 9380), by pyblst, the binding of blst.
Nothing is fetched: the keys are fixed below, the beacon is in the record.
Schemes: https://docs.drand.love/docs/specification; keys as published by the League of Entropy (/info of each chain).
"""

import argparse
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pyblst import BlstP1Element, BlstP2Element, final_verify, miller_loop

from campaigns.prizes.draw import CHAINS, DrawError, check_rules, draw_seed, read_record

G1 = "97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
G2 = (
    "93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
    "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
)
QUICKNET_KEY = (
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
)
DEFAULT_KEY = "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31"
SIGN_ON_G1, SIGN_ON_G2 = (f"BLS_SIG_BLS12381{group}_XMD:SHA-256_SSWU_RO_NUL_".encode() for group in ("G1", "G2"))


@dataclass(frozen=True)
class Beacon:
    """One round of one chain: chain hash and signatures as hexadecimal digits; previous_signature "" if unchained."""

    chain: str
    round: int
    signature: str
    previous_signature: str = ""

    def randomness(self) -> str:
        return sha256(bytes.fromhex(self.signature)).hexdigest()


def is_genuine(beacon: Beacon) -> bool:
    """Whether the chain's key signed exactly this round. DrawError for a chain that draw.py does not know."""
    if beacon.chain not in CHAINS:
        raise DrawError("不认识的 drand 链")
    previous, signature = bytes.fromhex(beacon.previous_signature), bytes.fromhex(beacon.signature)
    message = sha256(previous + beacon.round.to_bytes(8)).digest()
    try:
        if CHAINS[beacon.chain].name == "quicknet":
            return _signed_on_g1(signature, message)
        return _signed_on_g2(signature, message)
    except ValueError:  # no point of the group
        return False


def _signed_on_g1(signature: bytes, message: bytes) -> bool:
    key, generator = (BlstP2Element.uncompress(bytes.fromhex(point)) for point in (QUICKNET_KEY, G2))
    hashed = BlstP1Element.hash_to_group(message, SIGN_ON_G1)
    return final_verify(miller_loop(BlstP1Element.uncompress(signature), generator), miller_loop(hashed, key))


def _signed_on_g2(signature: bytes, message: bytes) -> bool:
    key, generator = (BlstP1Element.uncompress(bytes.fromhex(point)) for point in (DEFAULT_KEY, G1))
    hashed = BlstP2Element.hash_to_group(message, SIGN_ON_G2)
    return final_verify(miller_loop(generator, BlstP2Element.uncompress(signature)), miller_loop(key, hashed))


def beacon_of(record: dict) -> Beacon | None:
    """The beacon that a finished draw rests on; None when its seed came from elsewhere. DrawError for a faulty seed."""
    if record["kind"] != "draw" or record["seed_data"]["outcome"]["kind"] != "drand":
        return None
    check_rules(record["rules"])
    if record["seed"] != draw_seed(record):
        raise DrawError("种子:与承诺和公开随机数不符")
    source, outcome = record["rules"]["sources"][record["seed_data"]["source"]], record["seed_data"]["outcome"]
    return Beacon(source["chain"], source["round"], outcome["signature"], outcome["previous_signature"])


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="核对抽奖记录所用的 drand 信标签名。")
    parser.add_argument("record", type=Path, help="记录文件")
    try:
        beacon = beacon_of(read_record(parser.parse_args(arguments).record.read_bytes()))
        genuine = beacon is not None and is_genuine(beacon)
    except (OSError, DrawError) as error:
        print(f"✗ {error}")
        return 1
    if beacon is None:
        print("✗ 这份记录的随机数不是来自 drand。")
    elif genuine:
        print(f"✓ {CHAINS[beacon.chain].name} 链第 {beacon.round} 轮确由该网络签名,随机数 {beacon.randomness()}")
    else:
        print(f"✗ {CHAINS[beacon.chain].name} 链第 {beacon.round} 轮的签名是假的。")
    return 0 if genuine else 1


if __name__ == "__main__":
    sys.exit(main())
