"""Everywhere: every page that each persona of the demo company can reach, found as `make look` finds them; axe finds nothing wrong.

Of pages of one kind (two persons, two periods) one is enough, and what an earlier persona opened is not looked at again, but for the first
pages, which are everybody's own. On a phone in Chinese by day, on a desk in English by night.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.accessible import AXE, cut_off, nameless, violations
from tests.browser.conftest import DESK, PHONE, Made, Running, _surroundings, served

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import look  # noqa: E402  (a script, not a package)

pytestmark = pytest.mark.full
WAYS: tuple[dict[str, Any], ...] = (
    {"viewport": PHONE, "language": "zh-hans", "locale": "zh-CN", "theme": "paper"},
    {"viewport": DESK, "language": "en", "locale": "en-GB", "theme": "ink"},
)
LEAST_KINDS = 150  # a walk that finds much less found nothing


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, list[look.Persona]]]:
    """Make the demo company and open it; the personas come with it."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make assets")
    data = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "bole", "demo", "--only-make", "--json"]
    said = subprocess.run(command, env=_surroundings(data), stdout=subprocess.PIPE, text=True, check=True).stdout
    personas = [look.Persona(one["login"], one["password"], one["persona"]) for one in json.loads(said)]
    with served(Made(data, {"kind": "demo", "token": "", "sessions": {}, "day": "2026-01-01", "moment": ""})) as running:
        yield running, personas


def test_no_page_of_anybody_has_anything_wrong(demo: tuple[Running, list[look.Persona]], chromium: Browser) -> None:
    running, personas = demo
    wrong, taken = dict[tuple[str, str, str], list[str]](), set[str]()
    for persona in personas:
        context = chromium.new_context(base_url=running.site.address, service_workers="block")
        look._sign_in(context, running.site.address, persona)
        found = look._found(context.request, running.site.address)
        paths = [one for one in found if one in look.OWN or look._kind(one) not in taken]
        taken |= {look._kind(one) for one in paths}
        session = context.storage_state()
        context.close()
        for way in WAYS:
            wrong |= wrong_in(in_way(chromium, running.site.address, session, way), persona.login, paths, way["language"])

    print(f"\naxe kinds of pages={len(taken)} personas={len(personas)} ways={len(WAYS)} wrong={sum(map(len, wrong.values()))}")
    assert len(taken) >= LEAST_KINDS
    assert wrong == {}


def in_way(chromium: Browser, address: str, session: Any, way: dict[str, Any]) -> BrowserContext:
    """Open a browser of somebody's, in one size, language and theme."""
    context = chromium.new_context(
        base_url=address, storage_state=session, viewport=way["viewport"], locale=way["locale"], reduced_motion="reduce",
        service_workers="block",
    )  # fmt: skip
    context.add_cookies([{"name": name, "value": way[name], "url": address} for name in ("language", "theme")])
    return context


def wrong_in(context: BrowserContext, login: str, paths: list[str], way: str) -> dict[tuple[str, str, str], list[str]]:
    """Return what is wrong on each of these pages, where something is."""
    page, wrong = context.new_page(), dict[tuple[str, str, str], list[str]]()
    for path in paths:
        page.goto(path, wait_until="load")
        found = violations(page) + nameless(page) + cut_off(page)
        if found:
            wrong[login, path, way] = found
    context.close()
    return wrong
