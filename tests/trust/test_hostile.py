"""T10 and T11: whatever text stands in an address, a question or a form, the answer is ours: never a fault, never a half change."""

import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest

from tests.trust.company import Firm
from tests.trust.expected import ADDRESSES, OK, PASSES, SIGNED_IN, Address
from tests.trust.hostile import TEXTS
from tests.trust.play import address_of, ask, form_of, taken_back

pytestmark = pytest.mark.django_db

# What pages and the API ask for in the address bar.
ASKED = (
    "q",
    "period",
    "after",
    "only",
    "indicator",
    "unit",
    "what",
    "by",
    "before",
    "number",
    "revision",
    "version",
    "next",
    "part",
    "page",
)

# One text in so many for each page, where not all of them are tried.
APART = 60
SWEEPS = pytest.mark.parametrize("all_of_them", [pytest.param(False, id="some"), pytest.param(True, id="all", marks=pytest.mark.full)])


class Fields(HTMLParser):
    """Notes the names of all fields of a page's forms, by the form's address."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, list[str]] = {}
        self.here: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            self.here = self.forms.setdefault(told.get("action") or told.get("hx-post") or "", [])
        if tag in {"input", "select", "textarea", "button"} and told.get("name"):
            self.here.append(str(told["name"]))


def able(address: Address) -> tuple[str, str]:
    """Return somebody who sees most of the address, and the target."""
    known = address.get or address.post
    for target, who in known.items():
        for persona in reversed(SIGNED_IN):
            if who.get(persona) in {OK, PASSES}:
                return persona, target
    return "hr_admin", next(iter(known), "")


def texts(number: int, *, all_of_them: bool) -> tuple[str, ...]:
    """Return all texts, or a few, others for each page: together the pages meet all of them."""
    return TEXTS if all_of_them else TEXTS[number % APART :: APART]


# `readyz` says 503 where no worker lives, and none does in a test.
PAGES = {name: one for name, one in ADDRESSES.items() if one.kind in {"page", "api", "public", "any"} and name != "readyz"}


@SWEEPS
def test_no_text_in_an_address_is_a_fault_of_ours(firm: Firm, *, all_of_them: bool) -> None:
    asked, faults = 0, []
    for n, (name, address) in enumerate(PAGES.items()):
        holes = re.findall(r"{(\w+)}", address.path)
        persona, _ = able(address)
        for text in texts(n, all_of_them=all_of_them) if holes else ():
            path = address.path.format_map(dict.fromkeys(holes, quote(text, safe="") or "%20"))
            for method in ("GET", "POST"):
                with taken_back():
                    status = ask(firm, persona, method, path, form_of(firm, address)).status_code
                asked += 1
                if status >= 500:
                    faults.append((name, method, text[:40], status))
    print(f"\nT11 addresses: requests={asked} faults={len(faults)}")
    assert faults == []


@SWEEPS
def test_no_text_in_a_question_is_a_fault_of_ours(firm: Firm, *, all_of_them: bool) -> None:
    asked, faults = 0, []
    for n, (name, address) in enumerate(PAGES.items()):
        persona, target = able(address)
        path = address_of(firm, name, address, persona, target)
        for text in texts(n, all_of_them=all_of_them) if address.get else ():
            question = "&".join(f"{key}={quote(text, safe='')}" for key in ASKED)
            with taken_back():
                status = ask(firm, persona, "GET", f"{path}?{question}", {}).status_code
            asked += 1
            if status >= 500:
                faults.append((name, text[:40], status))
    print(f"\nT11 questions: requests={asked} faults={len(faults)}")
    assert faults == []


@SWEEPS
def test_no_text_in_a_form_is_a_fault_of_ours(firm: Firm, *, all_of_them: bool) -> None:
    asked, faults, seen = 0, [], dict[tuple[str, str], dict[str, list[str]]]()
    for n, (name, address) in enumerate((name, one) for name, one in PAGES.items() if one.post):
        persona, target = able(address)
        path = address_of(firm, name, address, persona, target)
        names = fields_of(firm, persona, path, seen) | set(address.form)
        for text in texts(n, all_of_them=all_of_them):
            for form in (dict.fromkeys(names, text), {**form_of(firm, address), **dict.fromkeys(sorted(names)[:1], text)}):
                with taken_back():
                    status = ask(firm, persona, "POST", path, form).status_code
                asked += 1
                if status >= 500:
                    faults.append((name, text[:40], status))
    print(f"\nT11 forms: requests={asked} faults={len(faults)}")
    assert faults == []


def fields_of(firm: Firm, persona: str, path: str, seen: dict[tuple[str, str], dict[str, list[str]]]) -> set[str]:
    """Return the fields of the form that is sent to the path, from whichever page shows it; pages are seen once."""
    found: set[str] = set()
    way = path
    while way != "/":
        if (persona, way) not in seen:
            response = ask(firm, persona, "GET", way, {})
            reader = Fields()
            if response.status_code == OK and "html" in response["Content-Type"]:
                reader.feed(response.content.decode())
            seen[persona, way] = reader.forms
        found |= set(seen[persona, way].get(path, ()))
        way = way.rstrip("/").rpartition("/")[0] + "/"
    return found - {"csrfmiddlewaretoken"}
