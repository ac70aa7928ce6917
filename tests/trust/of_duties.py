"""What the play has of duties and of the life of the two pairs: an overdue meeting each, a request and a reason, 李四's calendar."""

from datetime import UTC, date, datetime

from bole.mentoring.actions.duties import lay_duties
from bole.mentoring.actions.feeds import make_feed
from bole.mentoring.actions.requests import ask_help
from bole.mentoring.models import Agreement, Duty, LeftTopics, Mentorship, Plan
from bole.mentoring.rules.agreement import fingerprint, kept
from bole.values.viewer import SYSTEM
from tests.trust.company import CANARIES, Firm, viewer

APPROVED = datetime(2026, 9, 1, 2, tzinfo=UTC)


def lay(firm: Firm, *, at: datetime) -> None:
    """Lay the duties, let both mentees ask for help, and make a calendar address."""
    for target, mentee in (("li", "self"), ("outside", "outside")):
        ref = firm.things["pair"][target]
        pair = Mentorship.objects.get(ref=ref)
        lay_duties(mentorship_id=pair.pk, by=SYSTEM, at=APPROVED)
        late = Duty.objects.get(mentorship=pair, kind="meeting", nominal_on=date(2026, 10, 15))
        firm.things.setdefault("duty", {})[target] = late.ref
        words = CANARIES["help"] if target == "li" else "别的请求"
        asked = ask_help(pair_ref=ref, words=words, by=viewer(firm, mentee), at=at)
        firm.things.setdefault("help_request", {})[target] = asked.ref
        why = CANARIES["left"] if target == "li" else "别的原因"
        _agreed(pair, CANARIES["agreement"] if target == "li" else "别的目标", at=at)
        LeftTopics.objects.create(mentorship=pair, asked_at=at, answered_at=at, why="other", words=why, by=pair.mentor)
    secret = make_feed(by=viewer(firm, "self"), at=at)
    firm.things["secret"] = {"li": secret, "ghost": "2222222222222222222222222222222222222222222"}
    for kind in ("duty", "help_request"):
        firm.things[kind]["ghost"] = "222222222222"


def _agreed(pair: Mentorship, goal: str, *, at: datetime) -> None:
    text = kept((("目标", (goal,)),))
    plan = Plan.objects.get(mentorship=pair)
    Agreement.objects.create(mentorship=pair, plan=plan, text_zh=text, text_en=text, hash=fingerprint(text, text), made_at=at)
