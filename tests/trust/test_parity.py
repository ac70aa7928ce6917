"""Everything on the phone: each action of each persona has its form on a page that a phone of 360 px shows whole."""

import os
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from playwright.sync_api import Browser

from tests.house.tree import ROOT
from tests.trust.company import Firm
from tests.trust.later import STORIES
from tests.trust.later.moving import looks_of
from tests.trust.parity import PERSONAS, actions_of, is_wide, pages_of, phone_of, shown_on
from tests.trust.play import ask

pytestmark = pytest.mark.django_db

TABLE = ROOT / "docs/reference/parity.md"
HEAD = """# Parity: what can be done on a phone

Written by the test `tests/trust/test_parity.py` (`WRITE_PARITY=1`), which fails in the full run if this is not fresh. Actions, and who
may do them, are those of the access tests. At 360 px, without scripts, each page that a persona may read is opened in a browser, first as
the tests' company is founded, then in its later states: each a story of its own (`tests/trust/later`), done by the product's own forms and
taken back before the next.

- **yes**: the form stands on one of them, its button fits the screen and a finger. What a script alone sends (a draft while one writes, a
  device that is to be told) counts by the field or the button that it hangs on; that it is sent is proven by `tests/browser`;
- **later**: the action would be let through, but no page shows its form; why stands below the table;
- **no**: the form is there and cannot be sent at this width.
"""
WHY_LATER = {
    "left_because": "an answer in the mentor's notice; HR, who may answer too, does so on the page of the topics that were left.",
    "stand_in": "whoever decides nothing about others has nobody to name, and nothing to hand over; the page says so.",
}


def rows() -> list[str]:
    """Return the actions of the table on its page."""
    return [line.split("|")[1].strip(" `") for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]


def test_the_table_names_every_action() -> None:
    assert rows() == sorted({name for persona in PERSONAS for name in actions_of(persona)})


@pytest.mark.full
@pytest.mark.browser
def test_each_action_of_each_persona_is_on_the_phone(firm: Firm, chromium: Browser) -> None:
    found: dict[str, dict[str, bool]] = {persona: {} for persona in PERSONAS}
    wide: list[tuple[str, str]] = []
    with phone_of(chromium) as page:
        for persona, path, answer in answers(firm):
            for name, fits in shown_on(page, path, answer).items():
                found[persona][name] = found[persona].get(name, False) or fits
            if is_wide(page):
                wide.append((persona, path))
    told: dict[str, dict[str, str]] = {}
    for persona in PERSONAS:
        for name in actions_of(persona):
            word = "later" if name not in found[persona] else "yes" if found[persona][name] else "no"
            told.setdefault(name, {})[persona] = word

    written = page_of(told)
    if os.environ.get("WRITE_PARITY") == "1":
        TABLE.parent.mkdir(parents=True, exist_ok=True)
        TABLE.write_text(written, encoding="utf-8")
    assert wide == []
    assert {name for name, by in told.items() if "later" in by.values()} == set(WHY_LATER)
    assert [(name, persona) for name, by in told.items() for persona, word in by.items() if word == "no"] == []
    assert TABLE.read_text(encoding="utf-8") == written


def answers(firm: Firm) -> Iterator[tuple[str, str, HttpResponse]]:
    """Give every page that a persona may read today, then what they read later: who, its address, what is answered."""
    for persona in PERSONAS:
        yield from ((persona, path, ask(firm, persona, "GET", path, {})) for path in pages_of(firm, persona))
    for story in STORIES:
        yield from looks_of(story, firm)


def page_of(told: dict[str, dict[str, str]]) -> str:
    """Return the page."""
    cells = [word for by in told.values() for word in by.values()]
    counted = (
        f"{len(told)} actions, {len(cells)} with each persona that may do them: {cells.count('yes')} yes, {cells.count('later')} later, "
    )
    lines = [f"| action | {' | '.join(PERSONAS.values())} |", "|---|" + "---|" * len(PERSONAS)]
    lines += [f"| `{name}` | {' | '.join(told[name].get(persona, '–') for persona in PERSONAS)} |" for name in sorted(told)]
    why = "\n".join(f"- {name}: {words}" for name, words in WHY_LATER.items())
    return f"{HEAD}\n{counted}{cells.count('no')} no.\n\n" + "\n".join(lines) + f"\n\nLater:\n\n{why}\n"
