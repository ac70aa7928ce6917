"""A published round tells each manager once who of the own team has a mentor now."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

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


def tell_managers(rows: Collection[Proposal], *, key: str, at: datetime) -> None:
    """Tell each manager in one notice which mentees of the own team a round gave a mentor; those that began before a break count too."""
    begun = [one for one in rows if one.mentor_id is not None]
    pairs = Proposal.objects.filter(pk__in=[one.pk for one in begun], wish__state="matched", wish__mentorship__source="match")
    found = list(pairs.select_related("mentor", "wish__person", "wish__mentorship").order_by("wish__person__number"))
    bosses = managers_on([one.wish.person_id for one in found], local_day(at))
    accounts = dict(Person.objects.exclude(account=None).filter(pk__in=set(bosses.values())).values_list("pk", "account_id"))
    by_account: defaultdict[int, list[Proposal]] = defaultdict(list)
    for one in found:
        boss = bosses.get(one.wish.person_id)
        if boss in accounts and one.wish.mentorship is not None and one.wish.mentorship.mentor_id == one.mentor_id:
            by_account[accounts[boss]].append(one)
    for account, told in by_account.items():
        first = told[0]
        params: dict[str, str | int]
        if len(told) == 1 and first.mentor is not None and first.wish.mentorship is not None:
            kind, params = "mentoring.report_matched", {"mentor": first.mentor.name, "mentee": first.wish.person.name}
            address = f"/mentoring/pairs/{first.wish.mentorship.ref}/seen/"
        else:
            kind, params, address = "mentoring.reports_matched", {"n": len(told)}, TEAM
        tell(accounts=[account], kind=kind, key=key, params=params, address=address, by=SYSTEM, at=at)
