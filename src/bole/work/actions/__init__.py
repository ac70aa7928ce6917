"""Changes to work data."""

from bole.work.actions.connections import change_connection, open_connection, renew_secret
from bole.work.actions.identities import call_nobody, map_account, unmap_account
from bole.work.actions.objections import answer_objection, raise_objection
from bole.work.actions.own_facts import OwnFact, record_own
from bole.work.actions.record import DeliveryNote, Recorded, record, refuse_delivery

__all__ = [
    "DeliveryNote", "OwnFact", "Recorded", "answer_objection", "call_nobody", "change_connection", "map_account", "open_connection",
    "raise_objection", "record", "record_own", "refuse_delivery", "renew_secret", "unmap_account",
]  # fmt: skip
