"""What the play has of matching: 许嘉 has asked 陈澈, 孙立 waits in a draft; one matching was called off."""

from datetime import datetime

from bole.mentoring.actions.rounds import draft_round
from bole.mentoring.actions.wishes import Wanted, make_wish
from bole.mentoring.models import MatchRun, Wish
from bole.values.viewer import SYSTEM
from tests.trust.company import CANARIES, Firm, viewer


def wish(firm: Firm, *, at: datetime) -> None:
    """Let one ask and one wait, and draft a round."""
    told = Wanted(framework="transferred", words=CANARIES["wish"])
    asked = make_wish(wanted=told, by=viewer(firm, "colleague"), at=at)
    Wish.objects.filter(pk=asked.pk).update(state="asked", asked=firm.people["mentor"])
    make_wish(wanted=Wanted(framework="transferred"), by=viewer(firm, "boss"), at=at)
    made = draft_round(by=SYSTEM, at=at)
    over = MatchRun.objects.create(asked_by="系统", asked_at=at, ended_at=at, is_open=False, state="off", round=made)
    firm.things["wish"] = {"li": asked.ref, "ghost": "222222222222"}
    firm.things["matching"] = {"li": over.ref, "ghost": "222222222222"}
    firm.things["waits"] = {"li": firm.people["boss"].number, "ghost": "BL9999"}
