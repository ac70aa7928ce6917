"""Every form of the product with writing in it keeps what is typed on the phone, and no two of one page take each other's draft."""

import re
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.trust.company import Firm
from tests.trust.expected import ADDRESSES, OK, SIGNED_IN
from tests.trust.play import address_of, ask, taken_back

pytestmark = [pytest.mark.django_db, pytest.mark.full]

FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
GIVEN = re.compile(r'([\w-]+)(?:="([^"]*)")?')
KEY = re.compile(r'<input type="hidden" name="key"[^>]* value="([^"]*)"')
OUTSIDE = ("/style/", "/demo/")
# Its fields lie in forms of their own, beside it (tests/house/test_pages.py).
NO_DRAFT = {"/notices/read/"}


def pages(firm: Firm) -> Iterator[tuple[str, str]]:
    """Yield the path of each page, and the page, for everybody who may see it."""
    for name, address in ADDRESSES.items():
        cells = [(target, one) for target, who in address.get.items() for one in SIGNED_IN if who.get(one) == OK]
        for target, persona in cells if address.kind == "page" and not address.path.startswith(OUTSIDE) else []:
            with taken_back():
                answer = ask(firm, persona, "GET", address_of(firm, name, address, persona, target), {})
            yield address.path, answer.content.decode(errors="replace")


def forms(page: str) -> Iterator[tuple[dict[str, str], str]]:
    """Yield the attributes and the content of each form that changes something."""
    for given, content in FORM.findall(page):
        told = dict(GIVEN.findall(given))
        if told.get("method") == "post" and told["action"] not in NO_DRAFT:
            yield told, content


def test_of_every_page_that_somebody_sees(firm: Firm, capsys: pytest.CaptureFixture[str]) -> None:
    kept, lost, mixed = set(), set(), set()
    for path, page in pages(firm):
        found = list(forms(page))
        keeping = [(told, content) for told, content in found if "data-keeps" in told]
        places = Counter((told["action"], *(KEY.findall(content) or [told["data-keeps"]])) for told, content in keeping)
        kept |= {path} if keeping else set()
        lost |= {(path, told["action"]) for told, content in found if "data-keeps" not in told and "<textarea" in content}
        mixed |= {(path, *place) for place, times in places.items() if times > 1}

    with capsys.disabled():
        sys.stdout.write(f" pages with a form that keeps a draft: {len(kept)} {sorted(kept)} ")
    assert (lost, mixed) == (set(), set())
    assert kept
