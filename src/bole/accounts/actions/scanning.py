"""A desk is signed in by a phone: the desk makes a ticket, the phone confirms it, the desk takes it, once."""

import secrets
from datetime import datetime, timedelta

from django.db.models import QuerySet

from bole.accounts.models import Account, ScanTicket
from bole.accounts.refusals import TicketOver
from bole.kit.action import action, on_record
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

HOLDS = timedelta(minutes=2)
KEPT = timedelta(days=1)


# Whoever stands before the door is nobody yet: what goes on the record is the phone's answer, and that somebody signed in.
@action("accounts.make_ticket", is_noted_later=True)
def make_ticket(*, device: str, by: Viewer, at: datetime) -> ScanTicket:
    """Make a ticket for a desk before the door, and forget those of yesterday."""
    ScanTicket.objects.filter(made_at__lt=at - KEPT).delete()
    return ScanTicket.objects.create(pair=f"{secrets.randbelow(90) + 10}", device=device[:60], address=by.address[:45], made_at=at)


@action("accounts.confirm_ticket")
def confirm_ticket(*, ref: str, by: Viewer, at: datetime) -> None:
    """Let the desk that shows this ticket sign in to one's own account.

    :raises NotFound: without an account
    :raises TicketOver: if it is over, or somebody answered it
    """
    _insist_on_account(by)
    held = _waiting(ref, at)
    if not held.update(confirmed_by=by.account_id, confirmed_at=at):
        raise TicketOver
    on_record(thing=f"ticket {ref}", fields=("confirmed",))


@action("accounts.refuse_ticket")
def refuse_ticket(*, ref: str, by: Viewer, at: datetime) -> None:
    """Let nobody sign in by this ticket.

    :raises NotFound: without an account
    :raises TicketOver: if it is over, or somebody answered it
    """
    _insist_on_account(by)
    if not _waiting(ref, at).update(refused_at=at):
        raise TicketOver
    on_record(thing=f"ticket {ref}", fields=("refused",))


@action("accounts.take_ticket", is_noted_later=True)
def take_ticket(*, ref: str, by: Viewer, at: datetime) -> Account | None:
    """Take what the phone confirmed, once; None while nobody answered.

    :raises TicketOver: if it was used or refused, or is older than two minutes
    """
    living = ScanTicket.objects.filter(ref=ref, used_at=None, refused_at=None, made_at__gt=at - HOLDS)
    if living.exclude(confirmed_by=None).update(used_at=at):
        return ScanTicket.objects.select_related("confirmed_by").get(ref=ref).confirmed_by
    if not living.exists():
        raise TicketOver
    return None


def _waiting(ref: str, at: datetime) -> QuerySet[ScanTicket]:
    return ScanTicket.objects.filter(ref=ref, confirmed_by=None, refused_at=None, used_at=None, made_at__gt=at - HOLDS)


def _insist_on_account(by: Viewer) -> None:
    if by.account_id is None:
        raise NotFound
