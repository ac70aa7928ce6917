"""T01: every address, everybody, every method, every target; and what is not visible looks exactly like what does not exist."""

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from statistics import median

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from tests.trust.company import CANARIES, Firm
from tests.trust.expected import ADDRESSES, FORBIDDEN, METHODS, OK, PASSES, PERSONAS, SIGNED_IN, Address
from tests.trust.play import address_of, ask, form_of, left_changed, taken_back
from tests.trust.routes import named

pytestmark = pytest.mark.django_db

DOOR_OF_PAGES = 302
POLICY = "default-src 'none'"
CHANCE = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": ?"[^"]*"|X-CSRFToken[^}]*}|\?t=[\w:.\-]+')
Cell = tuple[str, str, str, str]
# Who tries the methods that a page does not have in every run: nobody, and who may most. The others do in `make full`.
HERALDS = ("anonymous", "hr_admin")
# Who looks in every run for what does not exist; the others, who find it as little, do in `make full`.
SEEKERS = (*HERALDS, "colleague", "other_partner")
OUTSIDERS = ("self", "manager", "system_admin", "external", "token_score")


def wanted(address: Address, persona: str, method: str, target: str) -> int:
    """Return the answer that the table gives."""
    known = {"GET": address.get, "POST": address.post}.get("GET" if address.kind == "any" else method) or {}
    if address.kind == "page" and persona not in SIGNED_IN:
        return DOOR_OF_PAGES
    if not known or target not in known:
        return 405
    if (address.kind in {"api", "send"} and persona == "anonymous") or (address.kind == "send" and persona in SIGNED_IN):
        return 401
    return known[target].get(persona, 404)


def agrees(got: int, want: int) -> bool:
    """Test if an answer is what the table says; a change that passed may have been asked for better fields, or have come too late."""
    return got in {200, 204, 302, 409, 413, 422} if want == PASSES else got == want


def headers_missing(response: HttpResponse) -> list[str]:
    """Return which of the headers of every answer is not there."""
    held = {
        "policy": POLICY in response.get("Content-Security-Policy", "") and "unsafe" not in response["Content-Security-Policy"],
        "nosniff": response.get("X-Content-Type-Options") == "nosniff",
        "no-store": "no-store" in response.get("Cache-Control", ""),
        "number": "X-Request-Id" in response,
        "no https": "Strict-Transport-Security" not in response,
    }
    return [name for name, is_there in held.items() if not is_there]


def sightings(response: HttpResponse, persona: str) -> list[str]:
    """Return which words the answer shows that this persona may never read."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return [word for word, personas in FORBIDDEN.items() if persona in personas and CANARIES[word].encode() in body]


def test_every_address_stands_in_the_table() -> None:
    assert sorted(set(named()) - set(ADDRESSES)) == []
    assert sorted(set(ADDRESSES) - set(named())) == []


def test_the_desk_of_the_demo_is_not_there() -> None:
    assert [name for name in named() if name.startswith(("demo", "style"))] == []


@pytest.mark.parametrize("persona", PERSONAS)
def test_everybody_gets_what_the_table_says(firm: Firm, persona: str) -> None:
    known = [one for one in every_cell() if stands_there(*one)]
    holds_the_table(firm, persona, [one for one in known if one[-1] != "ghost" or persona in SEEKERS])


@pytest.mark.full
@pytest.mark.parametrize("persona", [one for one in PERSONAS if one not in SEEKERS])
def test_nobody_finds_what_does_not_exist(firm: Firm, persona: str) -> None:
    holds_the_table(firm, persona, [one for one in every_cell() if stands_there(*one) and one[-1] == "ghost"])


@pytest.mark.parametrize("persona", [one if one in HERALDS else pytest.param(one, marks=pytest.mark.full) for one in PERSONAS])
def test_no_other_method_opens_a_way_round(firm: Firm, persona: str) -> None:
    holds_the_table(firm, persona, [one for one in every_cell() if not stands_there(*one)])


def holds_the_table(firm: Firm, persona: str, asked: Sequence[tuple[str, Address, str, str]]) -> None:
    """Ask these cells; what is answered, shown and left changed is what the table says."""
    ask(firm, persona, "GET", "/", {})  # whoever comes after a minute is noted, which each cell would note anew and take back
    wrong: list[tuple[Cell, int, int]] = []
    bare: list[tuple[Cell, list[str]]] = []
    changed: list[tuple[str, ...]] = []
    sighted: list[tuple[Cell, str]] = []
    cells = Counter[str]()
    for name, address, method, target in asked:
        want, cell = wanted(address, persona, method, target), (name, persona, method, target)
        cache.clear()
        with taken_back() as written:
            response = ask(firm, persona, method, address_of(firm, name, address, persona, target), form_of(firm, address))
        cells[method] += 1
        if not agrees(response.status_code, want):
            wrong.append((cell, response.status_code, want))
        sighted += [(cell, word) for word in sightings(response, persona)]
        if headers_missing(response):
            bare.append((cell, headers_missing(response)))
        if written and want not in {OK, PASSES} and address.kind == "page":
            path = address_of(firm, name, address, persona, target)
            left = left_changed(sorted(set(written)), partial(ask, firm, persona, method, path, form_of(firm, address)))
            changed += [(*cell, table) for table in left]
    print(f"\nT01 {persona} {'/'.join(cells)} cells={cells.total()} leaks={len(wrong)} changes={len(changed)} sighted={len(sighted)}")
    print(f"T08 {persona} answers={cells.total()} bare={len(bare)}")
    assert (wrong, changed, sighted, bare) == ([], [], [], [])


class TestWhatIsNotVisible:
    """It looks exactly like what does not exist: status, headers, length and every byte that is not drawn by chance."""

    @pytest.mark.parametrize("persona", ["colleague", "other_partner", *(pytest.param(one, marks=pytest.mark.full) for one in OUTSIDERS)])
    def test_is_byte_equal_with_what_does_not_exist(self, firm: Firm, persona: str) -> None:
        compared, told_apart = 0, []
        for name, address in ADDRESSES.items():
            for method, known in (("GET", address.get), ("POST", address.post)):
                hidden = [target for target in known if wanted(address, persona, method, target) == 404 and target != "ghost"]
                if "ghost" not in known or not hidden:
                    continue
                ghost = seen(firm, persona, method, name, address, "ghost")
                compared += len(hidden)
                told_apart += [(name, persona, target) for target in hidden if seen(firm, persona, method, name, address, target) != ghost]
        print(f"\nT05 {persona} pairs={compared} told_apart={len(told_apart)}")
        assert told_apart == []
        assert compared > (5 if persona.startswith("token") else 20)  # a program is shown few things

    def test_takes_no_longer_to_refuse_than_what_does_not_exist(self, firm: Firm) -> None:
        paths = {target: f"/team/support/{firm.things['support'][target]}/" for target in ("outside", "ghost")}
        took: dict[str, list[float]] = {"outside": [], "ghost": []}
        for _ in range(100):
            for target, path in paths.items():
                began = time.perf_counter()
                with taken_back():
                    assert ask(firm, "manager", "POST", path, {"answer": "好"}).status_code == 404
                took[target].append(time.perf_counter() - began)

        real, ghost = (1000 * median(times) for times in took.values())
        print(f"\nT05 refused_ms={real:.2f} ghost_ms={ghost:.2f}")
        assert abs(real - ghost) < max(2, 0.25 * ghost)


def seen(firm: Firm, persona: str, method: str, name: str, address: Address, target: str) -> tuple[int, list[tuple[str, str]], str]:
    """Return an answer without what is drawn by chance, and without the name of the thing that was asked for."""
    path = address_of(firm, name, address, persona, target)
    with taken_back():
        response = ask(firm, persona, method, path, form_of(firm, address))
    text = response.content.decode()
    # Several kinds share a ghost, so all are one word; a number of one digit stands everywhere, and is looked for in the address alone.
    for name_of in (path, *(refs.get(target, "") for refs in firm.things.values())):
        text = text.replace(name_of, "…") if len(name_of) > 3 else text
    headers = sorted((key, value) for key, value in response.headers.items() if key not in {"X-Request-Id", "Content-Length", "Expires"})
    return response.status_code, headers, CHANCE.sub("", text)


def stands_there(_name: str, address: Address, method: str, _target: str) -> bool:
    """Test if an address knows the method at all."""
    return bool({"GET": address.get, "POST": address.get if address.kind == "any" else address.post}.get(method))


def every_cell() -> Iterator[tuple[str, Address, str, str]]:
    """Yield each address with each of the methods and, where it shows or changes something, each target."""
    for name, address in ADDRESSES.items():
        if address.kind in {"door", "hook"}:
            continue
        for method in METHODS:
            known = {"GET": address.get, "POST": address.post}.get(method) or {}
            first = next(iter(address.get or address.post))
            for target in known or (first,):
                yield name, address, method, target
