"""The permission table of `trust.md` section 1, for the objects that exist: who stands how to a person, and what that allows.

Grants only add; the absence of a line is a denial.
"""

from typing import Literal

from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Role, Viewer

Relation = Literal[
    "self", "mentor", "manager", "chain", "stand_in", "hr_partner", "hr_admin", "auditor", "system_admin", "colleague", "token", "system"
]  # fmt: skip
# Who decides things by a role: HR, and mentors. Whoever leads people does by the line.
OF_HR: tuple[Role, ...] = ("hr", "hr_partner", "hr_admin")
DECIDING: tuple[Role, ...] = (*OF_HR, "mentor")
Verb = Literal["read", "masked", "change", "ask", "answer", "export", "approve"]

TABLE: dict[str, dict[Verb, frozenset[Relation]]] = {
    "card": {
        "read": frozenset({"self", "manager", "chain", "hr_partner", "hr_admin", "auditor", "system_admin", "colleague", "system"}),
        "change": frozenset({"hr_partner", "hr_admin", "system"}),
        "export": frozenset({"hr_admin", "system"}),
    },
    "private_contact": {
        "read": frozenset({"self", "hr_partner", "hr_admin"}),
        "change": frozenset({"self", "hr_partner", "hr_admin", "system"}),
    },
    "employment": {
        "read": frozenset({"self", "manager", "chain", "hr_partner", "hr_admin", "auditor"}),
        "change": frozenset({"hr_partner", "hr_admin", "system"}),
    },
    "facts": {
        "read": frozenset({"self", "manager", "chain", "hr_partner", "hr_admin", "auditor"}),
        "masked": frozenset({"mentor"}),
        "ask": frozenset({"self"}),
        "answer": frozenset({"hr_partner", "hr_admin"}),
    },
    # What somebody handed in, with its files. Who leads the person confirms it, or stands in; HR may where nobody leads them.
    "result": {
        "read": frozenset({"self", "mentor", "manager", "chain", "stand_in", "hr_partner", "hr_admin"}),
        "ask": frozenset({"self"}),
        "approve": frozenset({"manager", "stand_in", "hr_partner", "hr_admin"}),
    },
    "live_score": {"read": frozenset({"self", "mentor", "manager", "chain", "hr_partner", "hr_admin", "auditor"})},
    "score": {
        "read": frozenset({"self", "manager", "chain", "hr_partner", "hr_admin", "auditor"}),
        "export": frozenset({"hr_partner", "hr_admin", "system"}),
    },
    "rating": {"read": frozenset({"self", "manager", "chain", "hr_partner", "hr_admin", "auditor"})},
    "support": {
        "read": frozenset({"self", "manager", "hr_partner", "hr_admin"}),
        "ask": frozenset({"self"}),
        "answer": frozenset({"manager"}),
    },
    "sign": {
        "read": frozenset({"hr_partner", "hr_admin", "auditor"}),
        "answer": frozenset({"hr_partner", "hr_admin"}),
    },
    "alert": {
        "read": frozenset({"self", "manager", "hr_partner", "hr_admin", "auditor"}),
        "masked": frozenset({"mentor"}),
        "ask": frozenset({"self"}),
        "answer": frozenset({"manager", "hr_partner"}),
    },
    "absence": {
        "read": frozenset({"self", "hr_partner", "hr_admin"}),
        "change": frozenset({"hr_partner", "hr_admin", "system"}),
    },
    # What is seen of a pair by those who are not the two: days and how far; of a plan what is handed in. Words are the two people's.
    "mentoring": {
        "read": frozenset({"self", "manager", "hr_partner", "hr_admin"}),
        "masked": frozenset({"chain"}),
        "change": frozenset({"hr_partner", "hr_admin", "system"}),
    },
    "mentoring_plan": {"read": frozenset({"hr_partner"}), "approve": frozenset({"hr_partner"})},
    "mentoring_words": {"ask": frozenset({"hr_admin"})},
    # What came of somebody's mentoring; managers see the score as a whole. HR helps first, and may end the role; the mentor may object.
    "mentor_effect": {
        "read": frozenset({"self", "hr_partner", "hr_admin"}),
        "masked": frozenset({"manager", "chain"}),
        "ask": frozenset({"self"}),
        "change": frozenset({"hr_partner", "hr_admin"}),
    },
    # What a mentor's hours come to: an allowance is pay, so no manager reads it. HR decides, never about itself.
    "mentoring_hours": {
        "read": frozenset({"self", "hr_partner", "hr_admin"}),
        "approve": frozenset({"hr_partner", "hr_admin"}),
        "export": frozenset({"hr_partner", "hr_admin"}),
    },
    # Who wants to be a mentor, and what the screening found. A manager sees who is a mentor, not the way there.
    "admission": {
        "read": frozenset({"self", "hr_partner", "hr_admin", "auditor"}),
        "ask": frozenset({"self"}),
        "approve": frozenset({"hr_partner", "hr_admin"}),
    },
    # A plan to become better: the manager proposes, the person agrees, people end it. HR looks after both.
    "improvement": {
        "read": frozenset({"self", "manager", "chain", "hr_partner", "hr_admin"}),
        "change": frozenset({"manager"}),
        "ask": frozenset({"self"}),
        "approve": frozenset({"manager", "hr_partner", "hr_admin"}),
    },
    "talk_days": {"read": frozenset({"self", "manager", "hr_partner", "hr_admin"})},
    # Skills, courses, exams; and the papers that come of them. A manager says which level a report has.
    "growth": {
        "read": frozenset({"self", "mentor", "manager", "hr_partner", "hr_admin"}),
        "answer": frozenset({"manager", "system"}),
    },
    "certificate": {
        "read": frozenset({"self", "manager", "hr_partner", "hr_admin"}),
        "change": frozenset({"hr_partner", "hr_admin", "system"}),
    },
}

# Things that belong to the company and not to one person: who may read them, who may change them.
COMPANY: dict[str, dict[Literal["read", "change", "approve"], frozenset[str]]] = {
    "models": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}), "change": frozenset({"hr_admin"})},
    "targets": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}), "change": frozenset({"hr_admin"})},
    "closing": {
        "read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}),
        "change": frozenset({"hr_admin"}),
        "approve": frozenset({"hr_admin"}),
    },
    "years": {
        "read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}),
        "change": frozenset({"hr_admin"}),
        "approve": frozenset({"hr_admin"}),
    },
    # The pool, drafts and the waiting list; preferences are nobody's to read.
    "matching": {"read": frozenset({"hr", "hr_partner", "hr_admin"}), "change": frozenset({"hr", "hr_partner", "hr_admin"})},
    "connections": {"read": frozenset({"hr", "hr_admin", "auditor", "system_admin"}), "change": frozenset({"system_admin"})},
    "identities": {"read": frozenset({"hr", "hr_partner", "hr_admin"}), "change": frozenset({"hr", "hr_partner", "hr_admin"})},
    "imports": {"read": frozenset({"hr_admin", "auditor"}), "change": frozenset({"hr_admin"})},
    "company": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"})},
    "series": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}), "change": frozenset({"hr", "hr_partner", "hr_admin"})},
    "signs": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}), "change": frozenset({"hr", "hr_partner", "hr_admin"})},
    "watching": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}), "change": frozenset({"hr_admin"})},
    "growth": {"read": frozenset({"hr", "hr_partner", "hr_admin"}), "change": frozenset({"hr", "hr_admin"})},
    "frameworks": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}), "change": frozenset({"hr", "hr_admin"})},
    "admission": {
        "read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}),
        "change": frozenset({"hr_admin"}),
        "approve": frozenset({"hr", "hr_partner", "hr_admin"}),
    },
    "surveys": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}), "change": frozenset({"hr_admin"})},
    "peer_ratings": {"read": frozenset({"hr", "hr_partner", "hr_admin", "auditor"}), "change": frozenset({"hr", "hr_partner", "hr_admin"})},
    # Panels for a post, with the candidates' files; beside these, whoever reviews in one, and candidates their own.
    "promotion": {"read": frozenset({"hr", "hr_admin"}), "change": frozenset({"hr", "hr_admin"})},
    "mentoring_health": {"read": frozenset({"hr", "hr_partner", "hr_admin"}), "change": frozenset({"hr", "hr_partner", "hr_admin"})},
    "mentoring_terms": {"read": frozenset({"hr", "hr_partner", "hr_admin"}), "change": frozenset({"hr_admin"})},
    # Sign-in by WeCom, DingTalk or Feishu: one writes it, another opens it and says whose user is whose.
    "sign_in": {
        "read": frozenset({"system_admin", "hr_admin", "auditor"}),
        "change": frozenset({"system_admin"}),
        "approve": frozenset({"hr_admin"}),
    },
    "tokens": {"read": frozenset({"system_admin", "hr_admin", "auditor"}), "change": frozenset({"system_admin", "hr_admin"})},
    "roles": {"read": frozenset({"system_admin", "hr_admin", "auditor"}), "change": frozenset({"hr_admin"})},
    "audit": {"read": frozenset({"auditor"})},
}

APART = ({"auditor", "hr_admin"}, {"auditor", "system_admin"}, {"auditor", "hr"}, {"auditor", "hr_partner"})


def relations(viewer: Viewer, person_id: int) -> frozenset[Relation]:
    """Return how the viewer stands to a person. S6: nobody handles their own file, so HR's own person is only `self`."""
    if viewer.is_system:
        return frozenset({"system"})
    if viewer.account_id is None:
        return frozenset()
    if viewer.person_id == person_id:
        return frozenset({"self"})
    found: set[Relation] = {"colleague"}
    stands: tuple[tuple[Relation, frozenset[int]], ...] = (
        ("manager", viewer.reports), ("chain", viewer.chain), ("stand_in", viewer.stood_for), ("mentor", viewer.mentees),
    )  # fmt: skip
    found.update(name for name, people in stands if person_id in people)
    if person_id in viewer.partnered or viewer.has_role("hr"):
        found.add("hr_partner")
    roles: tuple[Literal["hr_admin", "auditor", "system_admin"], ...] = ("hr_admin", "auditor", "system_admin")
    found.update(role for role in roles if viewer.has_role(role))
    return frozenset(found)


def may(viewer: Viewer, verb: Verb, what: str, person_id: int) -> bool:
    """Test if the viewer may do `verb` with `what` of a person. Unknown names are denied."""
    allowed = TABLE.get(what, {}).get(verb, frozenset())
    return not allowed.isdisjoint(relations(viewer, person_id))


def may_company(viewer: Viewer, verb: Literal["read", "change", "approve"], what: str) -> bool:
    """Test if the viewer may do `verb` with `what` of the company."""
    return viewer.is_system or not COMPANY.get(what, {}).get(verb, frozenset()).isdisjoint(viewer.roles)


def insist(viewer: Viewer, verb: Literal["read", "change", "approve"], what: str) -> None:
    """Let pass whoever may do `verb` with `what` of the company.

    :raises NotFound: if it is not open to the viewer at all
    :raises NotYours: if the viewer may read it and no more
    """
    if may_company(viewer, verb, what):
        return
    raise NotYours if may_company(viewer, "read", what) else NotFound


def takes_part(viewer: Viewer) -> bool:
    """Test if the viewer works here under a contract with the group: who learns, gives feedback, mentors and is mentored."""
    return viewer.person_id is not None and not viewer.is_external


def insist_on_taking_part(viewer: Viewer) -> int:
    """Return the viewer's person.

    :raises NotFound: unless the viewer takes part
    """
    if viewer.person_id is None or viewer.is_external:
        raise NotFound
    return viewer.person_id
