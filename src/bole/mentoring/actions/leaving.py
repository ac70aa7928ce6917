"""What happens to pairs when somebody leaves, or when the two come into one reporting line."""

from collections.abc import Collection
from datetime import date, datetime

from bole.kit.action import action
from bole.mentoring.actions.askings import let_wait_on
from bole.mentoring.actions.life import end_on, living_pairs_of
from bole.mentoring.actions.requests import close_answered, request_of
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import HelpRequest, Mentorship, Wish
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.queries.lines import lines_above
from bole.mentoring.rules.dates import months_between
from bole.values.viewer import SYSTEM, Viewer


@action("mentoring.note_leaving")
def note_leaving(*, person_ids: Collection[int], last_day: date, by: Viewer, at: datetime) -> int:
    """Let pairs end with the last day of whoever leaves; of a mentor who leaves, ask HR for another one. Return how many pairs end.

    Whoever leaves waits for no mentor any more, and whoever asked a mentor who leaves waits on.
    """
    pairs = living_pairs_of(person_ids)
    for pair in pairs:
        is_mentor = pair.mentor_id in person_ids
        end_on(pair, on=min(last_day, pair.last_day), why="mentor_left" if is_mentor else "mentee_left", by=by, at=at)
        names = {"mentor": pair.mentor.name, "mentee": pair.mentee.name, "last": last_day.isoformat()}
        is_cut_short = last_day < pair.last_day
        if is_mentor and is_cut_short and pair.mentee_id not in person_ids and not _is_asked(pair, "left"):
            request_of(pair, "left", params=names, at=at)
        _tell_of_leaving(pair, is_mentor=is_mentor, at=at)
    close_answered(person_ids, at=at)
    waits = Wish.objects.filter(person__in=person_ids, state__in=("waiting", "asked"))
    waits.update(state="withdrawn", closed_at=at, asked=None, suggested_at=None)
    let_wait_on(person_ids, at=at)
    return len(pairs)


def _tell_of_leaving(pair: Mentorship, *, is_mentor: bool, at: datetime) -> None:
    leaver, other = (pair.mentor, pair.mentee) if is_mentor else (pair.mentee, pair.mentor)
    ended = pair.ended_on or pair.last_day
    params: dict[str, str | int] = {"n": months_between(pair.first_day, ended), "date": ended.isoformat()}
    key, kind = f"{pair.ref}:{ended}", "mentoring.mentor_leaves" if is_mentor else "mentoring.mentee_leaves"
    tell_people([other.pk], kind=kind, key=key, params={**params, "name": leaver.name}, address="/mentoring/", by=SYSTEM, at=at)
    own = "mentoring.own_leaving"
    tell_people([leaver.pk], kind=own, key=key, params={**params, "name": other.name}, address="/mentoring/", by=SYSTEM, at=at)


@action("mentoring.note_lines")
def note_lines(*, day: date, by: Viewer, at: datetime) -> int:
    """Ask HR for another mentor where a mentor leads the mentee, or the other way round, from a day on; return how many pairs it is."""
    pairs = list(Mentorship.objects.filter(state__in=ALIVE).select_related("mentor", "mentee").order_by("pk"))
    above = lines_above({one for pair in pairs for one in (pair.mentor_id, pair.mentee_id)}, day)
    count = 0
    for pair in pairs:
        if pair.mentor_id not in above[pair.mentee_id] and pair.mentee_id not in above[pair.mentor_id]:
            continue
        if _is_asked(pair, "line"):
            continue
        count += 1
        names = {"mentor": pair.mentor.name, "mentee": pair.mentee.name, "last": day.isoformat()}
        made = request_of(pair, "line", params=names, at=at)
        for one, other in ((pair.mentor, pair.mentee), (pair.mentee, pair.mentor)):
            address = f"/mentoring/pairs/{pair.ref}/"
            tell_people([one.pk], kind="mentoring.in_line", key=made.ref, params={"name": other.name}, address=address, by=SYSTEM, at=at)
    return count


def _is_asked(pair: Mentorship, kind: str) -> bool:
    return HelpRequest.objects.filter(mentorship=pair, kind=kind, answered_at=None).exists()
