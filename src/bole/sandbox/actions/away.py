"""Whoever is away these days names who stands in."""

from bole.accounts.models import Account
from bole.notices.actions import delegate
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.away import AWAY
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.personas import BY_KEY


def name_stand_ins(clock: Clockwork) -> None:
    """Let each of them have named somebody on a day before today."""
    today = clock.almanac.anchor
    for one in AWAY:
        said = step(today, one.said)
        to = Account.objects.values_list("pk", flat=True).get(login=BY_KEY[one.by].login)
        days = {"first_day": step(today, one.first), "last_day": step(today, one.last)}
        delegate(to=to, **days, by=viewer_of(one.who, said), at=moment(said, one.hour))
