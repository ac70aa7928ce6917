"""Accounts that deliveries name: noted when first seen, and believed by e-mail from the tool that runs the directory alone."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bole.kit.bulk import insert_rows
from bole.kit.refs import new_ref
from bole.people.queries import people_by_work_email
from bole.work.models import Connection, Identity, OutsideAccount
from bole.work.rules.item import ItemVersion


@dataclass(slots=True)
class _Told:
    """What a delivery tells of an account."""

    names: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Seen:
    """Accounts that are nobody's, and those that were known before and are somebody's only now."""

    nobodies: frozenset[str]
    believed: tuple[OutsideAccount, ...] = ()


def see_accounts(link: Connection, versions: Sequence[ItemVersion], *, at: datetime) -> Seen:
    """Note accounts that were never seen, and what is news of the others; older versions tell as much as new ones."""
    told = _told(versions)
    rows = OutsideAccount.objects.filter(connection=link, account__among=told)
    known = {one.account: one for one in rows}
    _note_new(link, {account: one for account, one in told.items() if account not in known}, at=at)
    for account, row in known.items():
        _note_news(row, told[account])
    nobodies = frozenset(account for account, row in known.items() if row.is_nobody)
    if not link.runs_directory:
        return Seen(nobodies)
    news = {account: one.emails for account, one in told.items() if account not in nobodies and _has_news(known.get(account), one)}
    believed = _believe(link, news, at=at) if news else set()
    return Seen(nobodies, tuple(row for account, row in known.items() if account in believed))


def _told(versions: Sequence[ItemVersion]) -> Mapping[str, _Told]:
    told: dict[str, _Told] = defaultdict(_Told)
    for one in versions:
        if one.account:
            about = told[one.account]
            if one.account_name:
                about.names.add(one.account_name[:200])
            if one.account_email:
                about.emails.add(one.account_email[:254])
    return told


def _note_new(link: Connection, new: Mapping[str, _Told], *, at: datetime) -> None:
    columns = ("ref", "connection_id", "account", "name", "email", "first_seen_at", "is_nobody")
    rows = [
        (new_ref(), link.pk, account, min(one.names, default=""), min(one.emails, default=""), at, False) for account, one in new.items()
    ]
    insert_rows(OutsideAccount, columns, rows)


def _note_news(row: OutsideAccount, told: _Told) -> None:
    """Fill what was not known of an account; what is known stays."""
    name, email = row.name or min(told.names, default=""), row.email or min(told.emails, default="")
    if (name, email) != (row.name, row.email):
        OutsideAccount.objects.filter(pk=row.pk).update(name=name, email=email)


def _has_news(known: OutsideAccount | None, told: _Told) -> bool:
    """Test if a delivery tells another e-mail than was known before it."""
    before = known.email.casefold() if known else ""
    return any(one.casefold() != before for one in told.emails)


def _believe(link: Connection, told: Mapping[str, Collection[str]], *, at: datetime) -> set[str]:
    """Map accounts of which nobody ever said whose they are, by the work e-mail that the company's own directory gives."""
    people = people_by_work_email({email for emails in told.values() for email in emails})
    outside = dict(OutsideAccount.objects.filter(connection=link, account__among=list(told)).values_list("account", "id"))
    decided = set(Identity.objects.filter(outside__among=list(outside.values())).values_list("outside__account", flat=True))
    found = {}
    for account, emails in told.items():
        named = {people[email.casefold()] for email in emails if email.casefold() in people}
        if len(named) == 1 and account not in decided:
            found[account] = named.pop()
    rows = [(outside[account], person_id, f"directory {link.name}", at) for account, person_id in found.items()]
    insert_rows(Identity, ("outside_id", "person_id", "by", "recorded_at"), rows)
    return set(found)
