"""Hostile texts in every address, question and form, and what each is answered: the verdict."""

import re
from html.parser import HTMLParser
from urllib.parse import quote

from django.http import HttpResponse

from tests.trust.company import Firm
from tests.trust.expected import ADDRESSES, OK, PASSES, SIGNED_IN, Address
from tests.trust.hostile import TEXTS
from tests.trust.play import address_of, ask, form_of, taken_back

# Where, how and with which text somebody asked → status, and the code of a refusal to a program.
Verdicts = dict[str, str]

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


def in_addresses(firm: Firm, *, all_of_them: bool) -> Verdicts:
    """Return what is answered to hostile parts of an address, read and sent to."""
    found: Verdicts = {}
    for n, (name, address) in enumerate(PAGES.items()):
        holes = re.findall(r"{(\w+)}", address.path)
        persona, _ = able(address)
        for text in texts(n, all_of_them=all_of_them) if holes else ():
            path = address.path.format_map(dict.fromkeys(holes, quote(text, safe="") or "%20"))
            for method in ("GET", "POST"):
                with taken_back():
                    found[f"{method} {name}: address {text[:40]!r}"] = verdict(ask(firm, persona, method, path, form_of(firm, address)))
    return found


def in_questions(firm: Firm, *, all_of_them: bool) -> Verdicts:
    """Return what is answered to a hostile text in all that pages are asked for in the address bar."""
    found: Verdicts = {}
    for n, (name, address) in enumerate(PAGES.items()):
        persona, target = able(address)
        path = address_of(firm, name, address, persona, target)
        for text in texts(n, all_of_them=all_of_them) if address.get else ():
            question = "&".join(f"{key}={quote(text, safe='')}" for key in ASKED)
            with taken_back():
                found[f"GET {name}: question {text[:40]!r}"] = verdict(ask(firm, persona, "GET", f"{path}?{question}", {}))
    return found


def in_forms(firm: Firm, *, all_of_them: bool) -> Verdicts:
    """Return what is answered to a form with a hostile text in all of its fields, and to a good one with it in the first.

    Where not all texts are tried, each page gets one of the two.
    """
    found: Verdicts = {}
    seen = dict[tuple[str, str], dict[str, list[str]]]()
    for n, (name, address) in enumerate((name, one) for name, one in PAGES.items() if one.post):
        persona, target = able(address)
        path = address_of(firm, name, address, persona, target)
        names = fields_of(firm, persona, path, seen) | set(address.form)
        for text in texts(n, all_of_them=all_of_them):
            forms = {"all": dict.fromkeys(names, text), "first": {**form_of(firm, address), **dict.fromkeys(sorted(names)[:1], text)}}
            for which in forms if all_of_them else [("all", "first")[n % 2]]:
                with taken_back():
                    found[f"POST {name}: {which} {text[:40]!r}"] = verdict(ask(firm, persona, "POST", path, forms[which]))
    return found


def verdict(response: HttpResponse) -> str:
    """Return the status, and the code where a program is refused."""
    told = response.json() if "json" in response.get("Content-Type", "") else None
    return f"{response.status_code} {told.get('code', '') if isinstance(told, dict) else ''}".strip()


def faults(verdicts: Verdicts) -> Verdicts:
    """Return what failed on our side."""
    return {asked: said for asked, said in verdicts.items() if said >= "500"}


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
