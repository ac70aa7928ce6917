"""A published round tells each manager once who of the own team has a mentor now."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from bole.kit.clock import local_day
from bole.mentoring.models import Proposal
from bole.notices.actions import tell
from bole.notices.kinds import offer_kind
from bole.people.models import Person
from bole.people.queries import managers_on
from bole.values.viewer import SYSTEM

TEAM = "/team/"


def offer_manager_kinds() -> None:
    """Offer the sentences."""
    offer_kind("mentoring.report_matched", _("{mentor} is {mentee}'s mentor now"), icon="hand-heart")
    offer_kind("mentoring.reports_matched", _("{n} of your team have a mentor now. See who with whom"), icon="hand-heart")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a manager is told of a round."""

    account_id: int
    kind: str
    params: dict[str, str | int]
    address: str
    key: str


def letters_to_managers(round_id: int, *, key: str, at: datetime) -> list[Letter]:
    """Return one letter to each manager: which mentees of the own team a round gave a mentor; those that began before a break count too."""
    pairs = Proposal.objects.filter(
        round=round_id, wish__state="matched", wish__mentorship__source="match", wish__mentorship__mentor=F("mentor")
    )
    found = list(pairs.select_related("mentor", "wish__person", "wish__mentorship").order_by("wish__person__number"))
    bosses = managers_on([one.wish.person_id for one in found], local_day(at))
    accounts = dict(Person.objects.exclude(account=None).filter(pk__in=set(bosses.values())).values_list("pk", "account_id"))
    by_account: defaultdict[int, list[Proposal]] = defaultdict(list)
    for one in found:
        boss = bosses.get(one.wish.person_id)
        if boss in accounts:
            by_account[accounts[boss]].append(one)
    return [_letter(account, told, key) for account, told in by_account.items()]


def _letter(account_id: int, told: list[Proposal], key: str) -> Letter:
    first = told[0]
    if len(told) > 1 or first.mentor is None or first.wish.mentorship is None:
        return Letter(account_id=account_id, kind="mentoring.reports_matched", params={"n": len(told)}, address=TEAM, key=key)
    params: dict[str, str | int] = {"mentor": first.mentor.name, "mentee": first.wish.person.name}
    address = f"/mentoring/pairs/{first.wish.mentorship.ref}/seen/"
    return Letter(account_id=account_id, kind="mentoring.report_matched", params=params, address=address, key=key)


def tell_manager(letter: Letter, *, at: datetime) -> None:
    """Tell a manager; the same again is nothing new."""
    tell(
        accounts=[letter.account_id], kind=letter.kind, key=letter.key, params=letter.params, address=letter.address, by=SYSTEM, at=at
    )  # fmt: skip
