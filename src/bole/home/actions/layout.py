"""Pinning, hiding and ordering the cards of one's own home."""

from collections.abc import Sequence
from datetime import datetime
from typing import get_args

from bole.home.models import HomeLayout
from bole.home.rules.layout import Layout, Verb, laid_out
from bole.kit.action import action, on_record
from bole.kit.cards import card_kinds
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@action("home.lay_out_card")
def lay_out_card(*, code: str, verb: str, codes: Sequence[str], by: Viewer, at: datetime) -> HomeLayout:
    """Pin, unpin, hide, show or move a card of one's own home; `codes` are all cards as they were seen, for a move.

    :raises NotFound: for programs, and for a card or a change that is not there
    """
    if by.account_id is None or code not in card_kinds() or code not in codes:
        raise NotFound
    found = next((one for one in get_args(Verb) if one == verb), None)
    if found is None:
        raise NotFound
    kept, _ = HomeLayout.objects.select_for_update().get_or_create(account_id=by.account_id, defaults={"changed_at": at})
    new = laid_out(Layout(tuple(kept.order), tuple(kept.pinned), tuple(kept.hidden)), found, code, codes)
    kept.order, kept.pinned, kept.hidden, kept.changed_at = list(new.order), list(new.pinned), list(new.hidden), at
    kept.save(update_fields=["order", "pinned", "hidden", "changed_at"])
    on_record(thing=f"card {code}", fields=(found,))
    return kept


@action("home.forget_layout")
def forget_layout(*, by: Viewer, at: datetime) -> int:
    """Put one's own home back to the order of the day; return how many layouts were forgotten."""
    if by.account_id is None:
        raise NotFound
    on_record(thing=f"layout at {at:%Y-%m-%d}")
    return HomeLayout.objects.filter(account=by.account_id).delete()[0]
