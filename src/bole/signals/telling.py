"""Who is told of a change: the person at once, whoever leads them when the time to add context is over. Never which figure.

And of a source that fell silent: whoever runs the sources.
"""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from bole.access.models import Grant
from bole.kit.clock import local_day
from bole.notices.actions import tell
from bole.notices.kinds import offer_kind
from bole.notices.models import Notice
from bole.people.models import Person
from bole.people.queries import managers_on
from bole.signals.actions.steps import next_manager_of
from bole.signals.models import Alert, SourceNotice, TargetProposal
from bole.values.viewer import SYSTEM
from bole.work.models import Connection

OWN, OF_TEAM, SILENT, TARGET = "signals.change_self", "signals.change_team", "signals.source_silent", "signals.target_waits"
LATEST = timedelta(days=3)  # what is older is found on the page: a worker that stood still tells nobody of the past


def offer_kinds() -> None:
    """Offer the sentences. The person's own says nothing of an alert: that word is for whoever leads."""
    own = _("One of your indicators is not as usual of late. You can add what you know first")
    offer_kind(OWN, own, icon="activity", importance="duty")
    offer_kind(OF_TEAM, _("One of {name}'s indicators has changed clearly. Please have a look"), icon="activity", group="alert")
    silent = _("{source} has been silent since {day}. People without data: {n}; nobody is alerted for it")
    brief = _("A source of data is silent. Open it and have a look")
    offer_kind(SILENT, silent, icon="wifi-off", group="reminder", topic="company", brief=brief)
    target = _("Another target for {name} waits for you as the second person")
    brief_target = _("A target waits for you as the second person. Open it and have a look")
    offer_kind(TARGET, target, icon="target", group="approval", brief=brief_target, in_person=True)


def tell_person(ref: str, person_id: int, *, at: datetime) -> None:
    """Tell the person, who sees it first."""
    account = Person.objects.filter(pk=person_id).values_list("account_id", flat=True).first()
    if account is not None:
        tell(accounts=[account], kind=OWN, key=ref, params={}, address=f"/changes/{ref}/", by=SYSTEM, at=at)


def tell_of_silence(connection_id: int, first_day: date, *, at: datetime) -> None:
    """Tell those who run the sources that one fell silent, if it still is."""
    notice = SourceNotice.objects.filter(connection=connection_id, first_day=first_day, last_day=None).first()
    if notice is None:
        return
    name = Connection.objects.values_list("name", flat=True).get(pk=connection_id)
    accounts = Grant.objects.filter(role="system_admin", ended_at=None).values_list("account_id", flat=True)
    params: dict[str, str | int] = {"source": name, "day": first_day.isoformat(), "n": notice.people}
    tell(accounts=sorted(set(accounts)), kind=SILENT, key=notice.ref, params=params, address="/company/sources/", by=SYSTEM, at=at)


def tell_of_proposal(ref: str, *, at: datetime) -> None:
    """Tell the manager's manager of a target that waits, or the HR admins where there is none but who proposed it; as long as it waits."""
    found = TargetProposal.objects.select_related("alert__person").filter(ref=ref, state="waiting").first()
    if found is None:
        return
    above = next_manager_of(found.alert, at=at)
    accounts = list(Person.objects.filter(pk=above).exclude(account=None).values_list("account_id", flat=True)) if above else []
    if not accounts or accounts == [found.by_account]:
        admins = set(Grant.objects.filter(role="hr_admin", ended_at=None).values_list("account_id", flat=True))
        accounts = sorted(admins - {found.by_account, found.alert.person.account_id})  # who it is about reads it once it is approved
    address = f"/targets/proposals/{ref}/"
    tell(accounts=accounts, kind=TARGET, key=ref, params={"name": found.alert.person.name}, address=address, by=SYSTEM, at=at)


def tell_managers(at: datetime) -> int:
    """Tell whoever leads the person of each change that they see since lately; return how many were told."""
    rows = Alert.objects.exclude(state="closed").filter(manager_sees_at__gt=at - LATEST, manager_sees_at__lte=at)
    known = set(Notice.objects.filter(kind=OF_TEAM, told_at__gt=at - LATEST).values_list("key", flat=True))
    found = [row for row in rows.order_by("pk").values_list("ref", "person_id", "person__name") if row[0] not in known]
    leaders = managers_on({person for _ref, person, _name in found}, local_day(at))
    keys = {key for key in leaders.values() if key is not None}
    accounts = dict(Person.objects.filter(pk__in=keys).exclude(account=None).values_list("pk", "account_id"))
    told = 0
    for ref, person, name in found:
        account = accounts.get(leaders.get(person) or 0)
        if account is not None:
            told += tell(accounts=[account], kind=OF_TEAM, key=ref, params={"name": name}, address=f"/alerts/{ref}/", by=SYSTEM, at=at)
    return told
