"""T25: what an answer changes. Everybody opens every page, file and API answer that is theirs, before and after a single answer."""

import hashlib
import re
from collections.abc import Mapping

import pytest
import time_machine
from django.core.cache import cache

from bole.reviews.actions.peers import rate_colleagues
from bole.surveys.actions import answer
from bole.surveys.models import Answer, Participation
from tests.trust.company import NOW, Firm, viewer
from tests.trust.expected import ADDRESSES, OK
from tests.trust.play import address_of, ask, taken_back
from tests.trust.test_access import CHANCE

pytestmark = [pytest.mark.django_db, pytest.mark.full]  # walks all doors four times: minutes
Door = tuple[str, str, str]
# The names of forms that are sent once, and the token that a phone is told for its forms.
ONCE = re.compile(r'name="once" value="[^"]*"|value="[^"]*" name="once"|"token": "[^"]*"')
# What whoever answered sees of it: that they have.
OWN_STATE = {"start", "me", "surveys", "survey", "rate_colleagues"}


def every_door(firm: Firm) -> dict[Door, str]:
    """Return a hash of what everybody gets at every door that the table opens to them; a look leaves nothing behind."""
    seen = {}
    for name, address in ADDRESSES.items():
        doors = [(persona, target) for target, who in address.get.items() for persona, status in who.items() if status == OK]
        for persona, target in doors if address.kind not in {"door", "hook", "send"} else ():
            path = address_of(firm, name, address, persona, target)
            cache.clear()  # what was asked too often is counted there
            with taken_back():
                response = ask(firm, persona, "GET", path, {})
                body = b"".join(response) if response.streaming else response.content
            seen[name, persona, target] = f"{response.status_code} {hashlib.sha256(_plain(body)).hexdigest()}"
    return seen


def _plain(body: bytes) -> bytes:
    """Leave out what is drawn anew for every answer: tokens against forgery, names of forms, tickets of live parts."""
    return ONCE.sub("", CHANCE.sub("", body.decode("utf-8", "surrogateescape"))).encode("utf-8", "surrogateescape")


def changed(before: Mapping[Door, str], after: Mapping[Door, str], *, answered: frozenset[str]) -> list[Door]:
    """Return the doors that show something else, but for what each answerer sees of it."""
    return [door for door in before if before[door] != after[door] and not (door[0] in OWN_STATE and door[1] in answered)]


def test_no_door_shows_that_or_what_somebody_answered(firm: Firm) -> None:
    ratings = {firm.people["self"].number: "1"}
    with time_machine.travel(NOW, tick=False):
        before = every_door(firm)
        values = {"on_time": "no", "fits": "no", "solved": "no"}
        answer(round_ref=firm.things["survey"]["li"], values=values, by=viewer(firm, "self"), at=NOW)
        rate_colleagues(round_ref=firm.things["peer_round"]["li"], ratings=ratings, by=viewer(firm, "colleague"), at=NOW)
        after = every_door(firm)

    assert len(before) > 900
    assert (Answer.objects.count(), Participation.objects.exclude(answered_on=None).count()) == (2, 2)
    assert changed(before, after, answered=frozenset({"self", "colleague"})) == []
