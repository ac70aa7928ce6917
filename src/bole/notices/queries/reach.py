"""How people can be reached: by which application, which devices, which mailbox, and how each of them wishes it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.accounts.models import Account
from bole.accounts.queries import open_providers, user_ids_of
from bole.notices.models import Channel, Device, Preference
from bole.notices.registry import Recipient, recipients
from bole.notices.rules.hours import Hours
from bole.notices.rules.planning import Way, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One account: the clock it lives by, what reaches it, and its wishes. `application` is a provider and the user there."""

    zone: ZoneInfo
    wish: Wish
    language: str = "zh-hans"
    application: tuple[str, str] = ("", "")
    devices: tuple[str, ...] = ()
    mail: str = ""
    is_here: bool = True


@dataclass(slots=True)
class _Found:
    applications: dict[int, tuple[str, str]] = field(default_factory=dict)
    devices: dict[int, list[str]] = field(default_factory=dict)
    has_mail: bool = False


def reach_of(account_ids: Collection[int], day: date) -> dict[int, Reach]:
    """Return how each account is reached (eight queries at most, however many)."""
    people = recipients(account_ids, day)
    found = _Found(has_mail=Channel.objects.filter(code="mail", is_on=True).exists())
    for code in reversed(open_providers()):
        found.applications |= {key: (code, user) for key, user in user_ids_of(account_ids, code).items()}
    for account, ref in Device.objects.filter(account__in=account_ids, ended_at=None).order_by("pk").values_list("account_id", "ref"):
        found.devices.setdefault(account, []).append(ref)
    wishes = {one.account_id: one for one in Preference.objects.filter(account__in=account_ids)}
    active = set(Account.objects.filter(pk__in=account_ids, is_active=True).values_list("pk", flat=True))
    return {key: _reach(key, people[key], wishes.get(key), found, is_active=key in active) for key in account_ids}


def _reach(key: int, person: Recipient, wish: Preference | None, found: _Found, *, is_active: bool) -> Reach:
    mail = person.mail if found.has_mail else ""
    devices = tuple(found.devices.get(key, ()))
    has = {"im": key in found.applications, "push": bool(devices), "mail": bool(mail)}
    ways: list[Way] = [way for way in ("im", "push", "mail") if has[way]]
    wants_digest = wish.digest == "on" if wish and wish.digest else person.leads
    kept = Wish(
        ways=ways,
        off=frozenset(wish.off) if wish else frozenset(),
        hours=Hours(wish.quiet_from, wish.quiet_to) if wish else Hours(),
        wants_digest=wants_digest,
    )
    return Reach(
        zone=ZoneInfo(person.zone or settings.TIME_ZONE),
        wish=kept,
        language=(wish.language if wish else "") or "zh-hans",
        application=found.applications.get(key, ("", "")),
        devices=devices,
        mail=mail,
        is_here=is_active and person.is_here,
    )
