"""What somebody sees of admission: how far they are, the own application, the own role."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import takes_part
from bole.growth.requirements import Judged
from bole.mentoring.models import Application
from bole.mentoring.queries.admission import RoleRow, Rules, judged, roles_on, rules_in_force
from bole.mentoring.queries.pairs import loads_of
from bole.people.queries import cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The last application of one's own, whatever became of it."""

    ref: str
    state: str
    sent_at: datetime
    answer_by: date | None
    reason: str
    again_from: date | None
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Becoming:
    """What the page shows: a mentor's role with the number of pairs that run, or how far one is by the rules in force."""

    role: RoleRow | None
    rules: Rules | None
    judged: Judged | None
    application: Own | None
    may_apply: bool
    running: int = 0


def becoming(viewer: Viewer, *, day: date) -> Becoming:
    """Return how far the viewer is (three queries, and some for each clause).

    :raises NotFound: if the viewer takes no part
    """
    if not takes_part(viewer) or viewer.person_id is None:
        raise NotFound
    role = roles_on([viewer.person_id], day).get(viewer.person_id)
    own = _own(viewer.person_id, day)
    rules = rules_in_force()
    if role is not None or rules is None:
        running = loads_of([viewer.person_id]).get(viewer.person_id, 0) if role else 0
        return Becoming(role=role, rules=rules, judged=None, application=own, may_apply=False, running=running)
    found = judged(rules, [viewer.person_id], day=day)[viewer.person_id]
    is_free = own is None or not (own.state in {"invited", "waiting"} or (own.state == "returned" and (own.again_from or day) > day))
    return Becoming(role=None, rules=rules, judged=found, application=own, may_apply=is_free)


def _own(person_id: int, day: date) -> Own | None:
    row = Application.objects.filter(person=person_id).order_by("-sent_at", "-id").first()
    if row is None:
        return None
    by = cards([row.decided_by_id], day).get(row.decided_by_id) if row.decided_by_id else None
    return Own(
        ref=row.ref,
        state=row.state,
        sent_at=row.sent_at,
        answer_by=row.answer_by,
        reason=str(row.reason),
        again_from=row.again_from,
        decided_by=by.name if by else "",
        decided_at=row.decided_at,
    )
