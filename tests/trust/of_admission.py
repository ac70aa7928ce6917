"""What the play has of ratings and admission: a rating of both and a correction of each, a rule set, an application of each, a mentor."""

from datetime import date, datetime

from bole.mentoring.actions.admission import apply_to_mentor
from bole.mentoring.actions.admission_rules import keep_rule_set, put_rules_in_force
from bole.mentoring.models import Application, MentorRole
from bole.people.models import Person
from bole.scoring.actions.years import GivenRating, propose_year_correction, take_ratings
from tests.trust.company import CANARIES, Firm, viewer

ASKED = {"all": [{"clause": "scoring.excellent_running", "years": 2, "gap": "breaks"}]}


def rate_both(firm: Firm, *, at: datetime) -> None:
    """Let both have a rating of 2024, and the second HR admin propose another one for each."""
    by = viewer(firm, "second_admin", "hr_admin")
    parts = {"li": "self", "outside": "outside"}
    rows = [GivenRating(person_id=firm.people[part].pk, year=2024, score=8400, level="A", note="旧系统") for part in parts.values()]
    take_ratings(rows=rows, by=by, at=at)
    for target, part in parts.items():
        made = propose_year_correction(person_id=firm.people[part].pk, year=2024, score=None, level="B", reason="漏了一项", by=by, at=at)
        firm.things.setdefault("correction", {})[target] = made.ref
    firm.things["correction"]["ghost"] = "222222222222"
    firm.things["year"] = {"li": "2024", "ghost": "1800"}


def apply_both(firm: Firm, *, at: datetime) -> None:
    """Let both apply for an exception, 许嘉 be invited, and 陈澈 be a mentor."""
    by = viewer(firm, "second_admin", "hr_admin")
    rules = keep_rule_set(code="", name_zh="两年优秀", name_en="Two excellent years", tree=ASKED, number=0, by=by, at=at)
    put_rules_in_force(ref=rules.ref, by=by, at=at)
    for target, part in (("li", "self"), ("outside", "outside")):
        words = CANARIES["application"] if part == "self" else "别的申请"
        firm.things.setdefault("application", {})[target] = apply_to_mentor(words=words, by=viewer(firm, part), at=at).ref
    invited = {"rule_set": rules, "state": "invited", "was_invited": True, "sent_at": at}
    Application.objects.create(person=firm.people["colleague"], **invited)
    let_mentor(firm.people["mentor"])
    firm.things["application"]["ghost"] = "222222222222"
    firm.things["rules"] = {"li": rules.ref, "ghost": "222222222222"}
    firm.things["preset"] = {"li": "firm", "ghost": "nothing_like_it"}


def let_mentor(person: Person) -> MentorRole:
    """Let somebody be a mentor, once."""
    return MentorRole.objects.get_or_create(person=person, last_day=None, defaults={"first_day": date(2025, 1, 1), "how": "import"})[0]
