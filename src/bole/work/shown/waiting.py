"""Accounts that wait for a person, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day, moment
from bole.kit.ui.languages import joined as _joined
from bole.people.queries import Card
from bole.work.queries.waiting import MOST_LISTED, MappedAccount, OneAccount, WaitingAccount, WaitingList


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountShown:
    """An account in words."""

    ref: str
    title: str
    note: str
    waiting: int
    likely: str
    face: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedShown:
    """Whose an account was, in words."""

    ref: str
    title: str
    note: str
    is_nobody: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShown:
    """The list in words."""

    title: str
    words: str
    rows: tuple[AccountShown, ...]
    more: str
    next_url: str
    previous_url: str
    decided: tuple[MappedShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneShown:
    """One account in words."""

    account: AccountShown
    words: str
    likely_words: str
    spells: tuple[MappedShown, ...]
    is_nobody: bool


def list_shown(found: WaitingList) -> ListShown:
    """Return the list in words."""
    said = {"count": found.records, "accounts": found.accounts}
    title = ngettext("%(count)s record waits for a person", "%(count)s records wait for a person", found.records) % said
    words = ngettext("They name %(accounts)s account.", "They name %(accounts)s accounts.", found.accounts) % said
    space = "" if (get_language() or "").startswith("zh") else " "
    more = found.accounts - found.start - len(found.rows)
    return ListShown(
        title=title if found.records else _("No record waits for a person"),
        words=f"{words}{space}{_('Once you say whose it is, their past counts as if it had come in time.')}" if found.records else "",
        rows=tuple(_account(one) for one in found.rows),
        more=ngettext("%(n)s more account", "%(n)s more accounts", more) % {"n": more},
        next_url=_page(found.start + MOST_LISTED) if more > 0 else "",
        previous_url=_page(found.start - MOST_LISTED) if found.start else "",
        decided=tuple(_mapped(one) for one in found.decided),
    )


def _page(start: int) -> str:
    """Return the address of the page that begins there."""
    return f"{reverse('waiting')}?from={start}" if start > 0 else reverse("waiting")


def one_shown(found: OneAccount) -> OneShown:
    """Return one account in words."""
    one = found.account
    waiting = ngettext("%(count)s record waits for a person", "%(count)s records wait for a person", one.waiting) % {"count": one.waiting}
    return OneShown(
        account=_account(one),
        words=waiting if one.waiting else _("None of its records waits"),
        likely_words=_likely(one),
        spells=tuple(_mapped(spell) for spell in found.spells),
        is_nobody=one.is_nobody,
    )


def choices_of(people: Sequence[Card]) -> list[tuple[str, str]]:
    """Return people to choose from: number and words."""
    return [(one.number, _joined(one.name, one.unit_name, one.position_name, one.number)) for one in people]


def _account(one: WaitingAccount) -> AccountShown:
    return AccountShown(
        ref=one.ref,
        title=one.name or one.account,
        note=_joined(one.tool, one.account if one.name else "", one.email, _("since %(day)s") % {"day": brief_day(one.first_seen_at)}),
        waiting=one.waiting,
        likely=_("perhaps %(name)s") % {"name": one.likely.name} if one.likely else "",
        face=one.name or one.account,
    )


def _likely(one: WaitingAccount) -> str:
    if one.likely is None:
        return ""
    said = {"name": one.likely.name, "number": one.likely.number}
    if one.by_email:
        return _("%(name)s (%(number)s) has the same work e-mail. Nothing is taken before you say so.") % said
    return _("%(name)s (%(number)s) has exactly this name. Nothing is taken before you say so.") % said


def _mapped(one: MappedAccount) -> MappedShown:
    if not one.name:
        return MappedShown(ref=one.ref, title=one.account, note=_joined(one.tool, _("nobody of the company")), is_nobody=True)
    first = _("from %(day)s") % {"day": brief_day(one.active_from)} if one.active_from else ""
    last = _("before %(day)s") % {"day": brief_day(one.active_to)} if one.active_to else ""
    return MappedShown(
        ref=one.ref,
        title=f"{one.account} → {one.name}",
        note=_joined(one.tool, first, last, _by(one.by), moment(one.recorded_at)),
        is_nobody=False,
    )


def _by(name: str) -> str:
    """Return who decided; a tool that runs the company's directory is trusted with its work e-mails."""
    return _("by work e-mail, from the tool") if name.startswith("directory ") else name
