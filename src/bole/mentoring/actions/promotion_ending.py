"""How a panel ends without a decision: HR calls it off, or its candidates withdraw. Both are final: HR may open another panel."""

from datetime import datetime

from bole.access.rules import may_company
from bole.kit.action import action, on_record
from bole.mentoring.actions.promotion import insist_open, locked_panel, tell_of_panel
from bole.mentoring.models import Candidate, PanelMember, PromotionPanel
from bole.mentoring.queries.promotion import WAITING
from bole.mentoring.refusals.promotion import WithdrewAlready
from bole.reviews.rules.writing import written
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer


@action("mentoring.call_off_panel")
def call_off_panel(*, ref: str, words: str, by: Viewer, at: datetime) -> PromotionPanel:
    """Call a panel off before it has decided, with a reason that candidates and members read, and tell all of them.

    :raises NotFound, NotYours: unless HR does it, and is no candidate
    :raises PanelDecided, PanelEnded: if there is nothing to call off
    :raises NoWords, TooManyWords: if the reason cannot be taken
    """
    panel, standing = locked_panel(ref, by)
    if standing == "candidate" or not may_company(by, "change", "promotion"):
        raise NotYours
    insist_open(panel)
    panel.reason = written(words, where="words")
    waiting = Candidate.objects.filter(panel=panel, state=WAITING)
    told = {*waiting.values_list("person_id", flat=True), *_members(panel), panel.opened_by_id} - {by.person_id}
    waiting.update(state="called_off")
    _end(panel, "called_off", at=at)
    on_record(thing=f"promotion_panel {ref}", fields=("ended_as", "reason"))
    tell_of_panel(panel, told, "mentoring.promotion_called_off", by=by, at=at)
    return panel


@action("mentoring.withdraw_candidacy")
def withdraw_candidacy(*, ref: str, words: str, by: Viewer, at: datetime) -> Candidate:
    """Withdraw as a candidate before the panel has decided, with words or without; the panel is over when nobody is left.

    :raises NotFound, NotYours: unless the viewer is a candidate
    :raises PanelDecided, PanelEnded, WithdrewAlready: if there is nothing to withdraw from
    :raises TooManyWords: if the words cannot be taken
    """
    panel, standing = locked_panel(ref, by)
    if standing != "candidate":
        raise NotYours
    insist_open(panel)
    candidate = Candidate.objects.get(panel=panel, person=by.person_id)
    if candidate.state != WAITING:
        raise WithdrewAlready
    candidate.state, candidate.words = "withdrew", written(words, where="words") if words.strip() else ""
    candidate.save(update_fields=["state", "words"])
    on_record(thing=f"promotion_panel {ref}", fields=("state", "words"))
    told = {*_members(panel), panel.opened_by_id}
    if Candidate.objects.filter(panel=panel, state=WAITING).exists():
        tell_of_panel(panel, told, "mentoring.promotion_withdrew", by=by, at=at, of=f":{candidate.pk}")
        return candidate
    _end(panel, "all_withdrew", at=at)
    tell_of_panel(panel, told, "mentoring.promotion_all_withdrew", by=by, at=at)
    return candidate


def _members(panel: PromotionPanel) -> list[int]:
    return list(PanelMember.objects.filter(panel=panel).values_list("person_id", flat=True))


def _end(panel: PromotionPanel, how: str, *, at: datetime) -> None:
    panel.ended_at, panel.ended_as = at, how
    panel.save(update_fields=["ended_at", "ended_as", "reason"])
