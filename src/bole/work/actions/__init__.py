"""Changes to work data."""

from bole.work.actions.connections import change_connection, open_connection, renew_secret
from bole.work.actions.identities import call_nobody, map_account, unmap_account
from bole.work.actions.objections import answer_objection, raise_objection
from bole.work.actions.own_facts import OwnFact, record_own
from bole.work.actions.record import DeliveryNote, Recorded, record, refuse_delivery
from bole.work.actions.submissions import (
    confirm_result,
    correct_result,
    keep_draft_files,
    return_result,
    submit_result,
    withdraw_result,
)

__all__ = [
    "DeliveryNote", "OwnFact", "Recorded", "answer_objection", "call_nobody", "change_connection", "confirm_result",
    "correct_result", "keep_draft_files", "map_account", "open_connection", "raise_objection", "record", "record_own", "refuse_delivery",
    "renew_secret", "return_result", "submit_result", "unmap_account", "withdraw_result",
]  # fmt: skip
