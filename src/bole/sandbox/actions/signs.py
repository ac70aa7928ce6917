"""What the product noticed about the last closed month's records, and what HR found (story 14). Nobody was punished."""

from collections.abc import Mapping
from dataclasses import replace

from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.actions.records import Sender
from bole.sandbox.rules.days import closes_on, moment, step
from bole.sandbox.rules.hand import OWN
from bole.sandbox.rules.history import History
from bole.sandbox.rules.month_end import MA_JUN, entered_twice, late_signer, month_told
from bole.signals.actions.by_clock import notice_signs
from bole.signals.actions.signs import decide_sign
from bole.signals.models import GamingSign

CORRECTED = "已与本人和客户核对：月底集中补录，其中9条与系统记录重复，已更正。"
FINE = "已核实，无问题：客户的签约会都在月底两天。"


def look_at_month_ends(sender: Sender, history: History, keys: Mapping[str, int]) -> None:
    """Let the product look at the last closed month, and HR at what it noticed; what was entered twice is taken back."""
    month = month_told(history.clock)
    opened = closes_on(month)
    day = step(opened, 2)
    notice_signs(moment(opened, 20.4))
    by = viewer_of("hr_admin", day)
    found = {MA_JUN: ("corrected", CORRECTED), late_signer(history.plan): ("fine", FINE)}
    for number, (outcome, words) in found.items():
        for one in GamingSign.objects.filter(person=keys[number], month=month.first_day, state="open"):
            decide_sign(ref=one.ref, outcome=outcome, words=words, version=one.version, by=by, at=moment(day, 11.3))  # type: ignore[arg-type]
    again = entered_twice(next(history.month_of(history.plan.by_number[MA_JUN], month)))
    gone = [replace(one, is_retracted=True, version=one.version + 1) for one in again]
    sender.send(OWN, gone, name="corrected", at=moment(day, 11.5))
