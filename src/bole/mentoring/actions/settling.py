"""Moving the due days of open duties behind days off, absences of either side and pauses, whenever one of these changed.

What would be due after the day on which a pair ends falls away, and comes back if the pair ends later after all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bole.attendance.queries import absent_days
from bole.kit.action import action
from bole.mentoring.models import Duty, Mentorship, Pause
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.rules.calendar import A_DAY, MERGED, Laid, lay
from bole.values.viewer import Viewer
from bole.values.workdays import is_working_day

AFTER_THE_END = {"ended": True}
RESTS = {"pause": True}
FARTHEST = timedelta(days=400)


@action("mentoring.settle_duties")
def settle_duties(*, person_ids: Collection[int] | None, by: Viewer, at: datetime) -> int:
    """Let the open duties of these people's pairs (None: of all pairs) fall where they belong now; return how many moved."""
    pairs = Mentorship.objects.filter(state__in=ALIVE).order_by("pk")
    if person_ids is not None:
        pairs = pairs.filter(mentor__in=person_ids) | pairs.filter(mentee__in=person_ids)
    return settle_days(list(pairs.order_by("pk")), at=at)


def settle_days(pairs: Sequence[Mentorship], *, at: datetime) -> int:
    """Move the open duties of these pairs, and merge those that a long absence moves to one day (three queries, and one a move)."""
    duties: defaultdict[int, list[Duty]] = defaultdict(list)
    found = Duty.objects.select_for_update().filter(mentorship__in=pairs, done_on=None).order_by("nominal_on", "pk")
    for duty in found:
        if duty.dropped_at is None or MERGED in duty.moved_for or AFTER_THE_END in duty.moved_for:
            duties[duty.mentorship_id].append(duty)
    if not duties:
        return 0
    days = [duty.nominal_on for rows in duties.values() for duty in rows]
    away = absent_days({one for pair in pairs for one in (pair.mentor_id, pair.mentee_id)}, min(days), max(days) + FARTHEST)
    rests = _rests(list(duties))
    moved = 0
    for pair in pairs:
        free = _Free(pair, away, rests.get(pair.pk, ()))
        for kind in {duty.kind for duty in duties[pair.pk]}:
            moved += _settle([duty for duty in duties[pair.pk] if duty.kind == kind], free, at)
    return moved


def _rests(pair_ids: Sequence[int]) -> dict[int, list[Pause]]:
    found: defaultdict[int, list[Pause]] = defaultdict(list)
    for one in Pause.objects.filter(mentorship__in=pair_ids).order_by("first_day"):
        found[one.mentorship_id].append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Free:
    """Says on which days a pair can do something, and why not."""

    pair: Mentorship
    away: Mapping[int, frozenset[date]]
    rests: Sequence[Pause] = field(default_factory=tuple)

    def __call__(self, day: date) -> bool:
        return is_working_day(day) and not self.is_resting(day) and not any(day in self.away_days(one) for one in self.people)

    @property
    def people(self) -> tuple[int, int]:
        return self.pair.mentor_id, self.pair.mentee_id

    def away_days(self, person_id: int) -> frozenset[date]:
        return self.away.get(person_id, frozenset())

    def is_resting(self, day: date) -> bool:
        # A pause without an end holds up what falls on its days; how it moves is settled when it ends.
        return any(one.first_day <= day <= one.last_day for one in self.rests if one.last_day is not None)

    def why(self, nominal: date, due: date) -> Iterator[dict[str, object]]:
        """Yield the spells of absence that stood between the two days, and whether a pause did."""
        between = [nominal + n * A_DAY for n in range((due - nominal).days)]
        for person in self.people:
            spell = self._spell(person, between)
            if spell is not None:
                yield {"person": person, "first": spell[0].isoformat(), "last": spell[1].isoformat()}
        if any(self.is_resting(day) for day in between):
            yield dict(RESTS)

    def _spell(self, person: int, between: Sequence[date]) -> tuple[date, date] | None:
        days = self.away_days(person)
        inside = [day for day in between if day in days and is_working_day(day)]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        while first - A_DAY in days:
            first -= A_DAY
        while last + A_DAY in days:
            last += A_DAY
        return first, last


def _settle(duties: Sequence[Duty], free: _Free, at: datetime) -> int:
    moved = 0
    for duty, laid in zip(duties, lay([one.nominal_on for one in duties], free), strict=True):
        why = _dropped_for(duty, laid, free.pair) or list(free.why(duty.nominal_on, laid.due_on))
        dropped = (duty.dropped_at or at) if MERGED in why or AFTER_THE_END in why else None
        if (duty.due_on, duty.moved_for, duty.dropped_at) == (laid.due_on, why, dropped):
            continue
        duty.due_on, duty.moved_for, duty.dropped_at = laid.due_on, why, dropped
        duty.save(update_fields=["due_on", "moved_for", "dropped_at"])
        moved += 1
    return moved


def _dropped_for(duty: Duty, laid: Laid, pair: Mentorship) -> list[dict[str, object]]:
    """Return why a duty falls away, if it does; one that the two set for a day before the end stays."""
    if laid.is_merged:
        return [dict(MERGED)]
    is_after = laid.due_on > pair.ends_on and (duty.set_for is None or duty.set_for > pair.ends_on)
    return [dict(AFTER_THE_END)] if pair.ended_on is not None and is_after else []
