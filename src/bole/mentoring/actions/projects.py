"""Going along with a project: naming it, and closing it with its result."""

from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.kit.ui.days import moment
from bole.mentoring.actions.left_topics import keep_or_ask
from bole.mentoring.actions.life import end_on, tell_of_the_end
from bole.mentoring.actions.plans import pair_locked
from bole.mentoring.models import Mentorship, Project, Report
from bole.mentoring.refusals import LinkNotSafe, NoResultYet, NotAProject
from bole.mentoring.rules.left_topics import Left
from bole.mentoring.rules.projects import LONGEST_LINK, LONGEST_PROJECT, is_safe_link
from bole.reviews.rules.writing import written, written_if_any
from bole.values.refusal import NotYours, Stale
from bole.values.viewer import Viewer


@action("mentoring.name_project")
def name_project(*, pair_ref: str, version: int, name: str, link: str, by: Viewer, at: datetime) -> Project:
    """Name the project of a pair, and where it lives; either of the two does. HR that approves the plan reads it beside it.

    :raises NotFound, PairOver: unless one of the two names it, of a living pair
    :raises NotAProject: if the pair is of another form
    :raises Stale: if it was changed since `version`
    :raises NoWords, TooManyWords, LinkNotSafe: if name or link cannot be taken
    """
    pair = _of_project(pair_ref, by)
    found = Project.objects.select_related("by").filter(mentorship=pair).first() or Project(mentorship=pair, version=0)
    if found.version != version:
        raise Stale(name=found.by.name, time=moment(found.changed_at)) if found.pk else Stale(name=by.name, time=moment(at))
    found.name = written(name, most=LONGEST_PROJECT, where="name")
    found.link = written_if_any(link, most=LONGEST_LINK, where="link").strip()
    if found.link and not is_safe_link(str(found.link)):
        raise LinkNotSafe(where="link")
    found.by_id, found.changed_at, found.version = by.person_id or 0, at, found.version + 1
    found.save()
    on_record(subject=str(pair.mentee.ref), thing=f"mentorship {pair.ref}", fields=("project",))
    return found


@action("mentoring.close_project")
def close_project(*, pair_ref: str, left: Left | None, by: Viewer, at: datetime) -> Mentorship:
    """End a pair as complete, today, once the mentee's report of results is there; milestones that are left want a reason.

    :raises NotFound, PairOver: unless one of the two asks, of a living pair
    :raises NotYours: to the mentee
    :raises NotAProject: if the pair is of another form, or has no plan that runs
    :raises NoResultYet: while no report was sent
    :raises ReasonForTopics, WordsForReason: if core topics are left without a reason
    """
    pair = pair_locked(pair_ref, by)
    if by.person_id != pair.mentor_id:
        raise NotYours
    _of_project(pair_ref, by)
    if not Report.objects.filter(mentorship=pair).exclude(sent_at=None).exists():
        raise NoResultYet(name=pair.mentee.name)
    keep_or_ask(pair, "done", left, by=by, at=at)
    end_on(pair, on=local_day(at), why="done", by=by, at=at)
    tell_of_the_end(pair, by=by, at=at)
    return pair


def _of_project(pair_ref: str, by: Viewer) -> Mentorship:
    pair = pair_locked(pair_ref, by)
    if pair.framework.form != "project":
        raise NotAProject
    return pair
