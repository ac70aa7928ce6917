"""Everything on the phone: each action of each persona has its form on a page that a phone of 360 px shows whole."""

import os

import pytest
from playwright.sync_api import Browser

from tests.house.tree import ROOT
from tests.trust.company import Firm
from tests.trust.parity import PERSONAS, actions_of, pages_of, phone_of, usable_on

pytestmark = pytest.mark.django_db

TABLE = ROOT / "docs/reference/parity.md"
HEAD = """# Parity: what can be done on a phone

Written by the test `tests/trust/test_parity.py` (`WRITE_PARITY=1`), which fails in the full run if this is not fresh. Actions, and who
may do them, are those of the access tests. At 360 px, without scripts, each page that a persona may read is opened in a browser:

- **yes**: the form stands on one of them, its button fits the screen and a finger;
- **later**: it may be done, but nothing in the tests' company is in the state for it, so that no page shows its form;
- **no**: the form is there and cannot be sent at this width.
"""


def rows() -> list[str]:
    """Return the actions of the table on its page."""
    return [line.split("|")[1].strip(" `") for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]


def test_the_table_names_every_action() -> None:
    assert rows() == sorted({name for persona in PERSONAS for name in actions_of(persona)})


@pytest.mark.full
@pytest.mark.browser
def test_each_action_of_each_persona_is_on_the_phone(firm: Firm, chromium: Browser) -> None:
    told: dict[str, dict[str, str]] = {}
    wide: list[tuple[str, str]] = []
    for persona in PERSONAS:
        found: dict[str, bool] = {}
        with phone_of(chromium) as page:
            for path in pages_of(firm, persona):
                for name, fits in usable_on(page, firm, persona, path).items():
                    found[name] = found.get(name, False) or fits
                if page.evaluate("() => document.documentElement.scrollWidth > innerWidth + 1"):
                    wide.append((persona, path))
        for name in actions_of(persona):
            told.setdefault(name, {})[persona] = "later" if name not in found else "yes" if found[name] else "no"

    written = page_of(told)
    if os.environ.get("WRITE_PARITY") == "1":
        TABLE.parent.mkdir(parents=True, exist_ok=True)
        TABLE.write_text(written, encoding="utf-8")
    assert wide == []
    assert [(name, persona) for name, by in told.items() for persona, word in by.items() if word == "no"] == []
    assert TABLE.read_text(encoding="utf-8") == written


def page_of(told: dict[str, dict[str, str]]) -> str:
    """Return the page."""
    cells = [word for by in told.values() for word in by.values()]
    counted = (
        f"{len(told)} actions, {len(cells)} with each persona that may do them: {cells.count('yes')} yes, {cells.count('later')} later, "
    )
    lines = [f"| action | {' | '.join(PERSONAS.values())} |", "|---|" + "---|" * len(PERSONAS)]
    lines += [f"| `{name}` | {' | '.join(told[name].get(persona, '–') for persona in PERSONAS)} |" for name in sorted(told)]
    return f"{HEAD}\n{counted}{cells.count('no')} no.\n\n" + "\n".join(lines) + "\n"
