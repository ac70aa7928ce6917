"""Nobody is shown a way that is closed to them: what the home and its frame lead to answers, and what those pages lead to."""

import html
import re
from collections.abc import Mapping
from types import MappingProxyType

import pytest

from tests.trust.company import Firm
from tests.trust.expected import SIGNED_IN
from tests.trust.play import ask, taken_back

pytestmark = pytest.mark.django_db

WAY = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)"')


@pytest.mark.parametrize("persona", SIGNED_IN)
def test_every_way_of_the_home_is_open(firm: Firm, persona: str) -> None:
    answers = led_from(firm, persona, ["/"])

    assert len(answers) > 2
    assert shut(answers) == {}


@pytest.mark.full
@pytest.mark.parametrize("persona", SIGNED_IN)
def test_every_way_of_the_pages_that_the_home_leads_to_is_open(firm: Firm, persona: str) -> None:
    first = led_from(firm, persona, ["/"])

    answers = led_from(firm, persona, [way for way, status in first.items() if status == 200], known=first)

    assert shut(answers) == {}


def led_from(firm: Firm, persona: str, pages: list[str], *, known: Mapping[str, int] = MappingProxyType({})) -> dict[str, int]:
    """Return what is answered to each way that these pages show, save what is known already."""
    with taken_back():
        shown = [ask(firm, persona, "GET", one, {}) for one in pages]
        read = [one.content.decode() for one in shown if "html" in one["Content-Type"]]
        ways = {html.unescape(way) for text in read for way in WAY.findall(text)} - known.keys()
        return {way: ask(firm, persona, "GET", way, {}).status_code for way in sorted(ways)}


def shut(answers: Mapping[str, int]) -> dict[str, int]:
    """Return what did not open."""
    return {way: status for way, status in answers.items() if status not in {200, 302}}
