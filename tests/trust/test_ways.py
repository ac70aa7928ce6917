"""Nobody is shown a way that is closed to them: what the home and its frame lead to answers."""

import html
import re

import pytest

from tests.trust.company import Firm
from tests.trust.expected import SIGNED_IN
from tests.trust.play import ask, taken_back

pytestmark = pytest.mark.django_db

WAY = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)"')


@pytest.mark.parametrize("persona", SIGNED_IN)
def test_every_way_of_the_home_is_open(firm: Firm, persona: str) -> None:
    home = ask(firm, persona, "GET", "/", {}).content.decode()
    ways = {html.unescape(one) for one in WAY.findall(home)}

    with taken_back():
        answers = {way: ask(firm, persona, "GET", way, {}).status_code for way in sorted(ways)}

    assert len(answers) > 2
    assert {way: status for way, status in answers.items() if status not in {200, 302}} == {}
