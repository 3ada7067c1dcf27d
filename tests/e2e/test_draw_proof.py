"""The proof that an entry was in the list, computed by the browser as by campaigns/prizes/proofs.py. Needs no site."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from campaigns.prizes.draw import freeze, list_root
from campaigns.prizes.proofs import Opening, check_proof, prove
from e2e.conftest import CHROMIUM_FLAGS
from factories.draws import digest, people

MODULE = Path(__file__).resolve().parents[2] / "site/static/js/draw-proof.js"
CALL = """async ([name, given]) => (await import("/draw-proof.js"))[name](...given)"""


@pytest.fixture(scope="module")
def page(chromium: str) -> Iterator[Page]:
    """An empty page over https, where browsers offer their own SHA-256; every request is answered here."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        page = browser.new_page()
        page.route(
            "**/*", lambda route: route.fulfill(body="<!doctype html><title>.</title>", content_type="text/html")
        )
        page.route(
            "**/draw-proof.js", lambda route: route.fulfill(body=MODULE.read_text(), content_type="text/javascript")
        )
        page.goto("https://draw.example/")
        yield page
        browser.close()


def in_browser(page: Page, name: str, *given: object) -> object:
    return page.evaluate(CALL, [name, list(given)])


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 13])
def test_the_browser_follows_every_proof_and_no_forged_one(page, count):
    frozen = freeze(people(count), "once")
    root = list_root(frozen)
    for line in frozen:
        proof = prove(frozen, line[:64])
        assert in_browser(page, "checkProof", proof.to_json(), root, count) is True
        for forged in (
            replace(proof, line=line + "0"),
            replace(proof, index=proof.index + 1),
            replace(proof, index=-1),
            replace(proof, count=count + 1),
            replace(proof, path=(*proof.path, digest("more"))),
            replace(proof, path=(*proof.path[:-1], digest("other"))),
            replace(proof, path=(*proof.path[:-1], "zz")),
        ):
            assert not check_proof(forged, root, count)
            assert in_browser(page, "checkProof", forged.to_json(), root, count) is False
        assert in_browser(page, "checkProof", proof.to_json(), digest("root"), count) is False


@pytest.mark.parametrize(
    "opening",
    [Opening("315-2026", "user-7", "2026-03-01", "5a" * 16), Opening("消费日", "小民😀", "第1天", "AB" * 32)],
)
def test_the_browser_opens_the_same_hashes(page, opening):
    expected = {"entryHash": opening.entry_hash(), "personHash": opening.person_hash()}
    assert in_browser(page, "openedHashes", asdict(opening)) == expected
