"""Looking at a day as its evening did: what left its usual, what is back, which sources are silent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from django.conf import settings
from django.db.models import Max, Q

from bole.kit.action import action
from bole.signals.actions.finding import SAME, UNIT, Found, Over, keep_changes, open_alerts, watching
from bole.signals.actions.sources import keep_notices
from bole.signals.models import ALIVE, Alert, AlertStep, LookedDay
from bole.signals.reading.around import new_projects, surroundings
from bole.signals.reading.days import Pair, Read, read_days
from bole.signals.reading.posts import Indicators, Post, chunks, posts_held, watched_indicators
from bole.signals.reading.traffic import traffic_between
from bole.signals.rules.causes import CAUSES, Evidence, causes
from bole.signals.rules.daily import Surroundings
from bole.signals.rules.decline import LOOK_BACK, Findings, Standing, detect, detect_last
from bole.signals.rules.life import Watching, days_to_look_at
from bole.values.viewer import SYSTEM, Viewer
from bole.work.models import Fact

# A silence that was over before these days is told no more.
FRESH = timedelta(days=14)
# Work that was opened so long before the first worse day may be why.
BEFORE_ONSET = timedelta(days=14)
# What was usual of open work is told by these days.
USUAL_DAYS = 84


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a day brought."""

    day: date
    people: int = 0
    noticed: int = 0
    closed: int = 0
    silent: int = 0

    @property
    def words(self) -> str:
        """The line that the job leaves."""
        return f"{self.day}: {self.people} people, {self.noticed} noticed, {self.closed} closed, {self.silent} sources silent"


def look_when_due(at: datetime) -> str:
    """Look at the working days that are over and were not looked at (a job of the timetable); open what is due meanwhile."""
    opened = open_alerts(by=SYSTEM, at=at)
    last = LookedDay.objects.aggregate(last=Max("day"))["last"]
    looks = [look_for_changes(day, at=at) for day in days_to_look_at(at, last, ZoneInfo(settings.TIME_ZONE))]
    return "; ".join(one.words for one in looks) or f"{opened} opened"


def look_for_changes(day: date, *, at: datetime) -> Looked:
    """Look at one day: open what became clear on it, close what is back, withdraw what late records explain. Twice is once."""
    open_alerts(by=SYSTEM, at=at)
    traffic = traffic_between(day - timedelta(days=LOOK_BACK - 1), day)
    silent = keep_notices(traffic=traffic, day=day, since=day - FRESH, by=SYSTEM, at=at)
    indicators, posts = watched_indicators(day), posts_held(traffic.first_day, day)
    alive = {(one.person_id, one.indicator): one for one in Alert.objects.filter(state__in=ALIVE)}
    over = [*_ended(alive.values(), posts, indicators, day=day), *_explained(alive, day=day)]
    kept = [keep_changes(found=(), over=over, by=SYSTEM, at=at)] if over else []
    gone = {one.alert_id for one in over}
    alive = {key: one for key, one in alive.items() if one.pk not in gone}
    for part in chunks(posts):
        found, back = _tonight(read_days(part, indicators, traffic), alive, day=day)
        if found or back:
            kept.append(keep_changes(found=found, over=back, by=SYSTEM, at=at))
    open_alerts(by=SYSTEM, at=at)
    looked = Looked(day, len({one.person_id for one in posts}), sum(one.noticed for one in kept), sum(one.closed for one in kept), silent)
    mark_looked(days={day: looked.words}, by=SYSTEM, at=at)
    return looked


@action("signals.mark_looked")
def mark_looked(*, days: Mapping[date, str], by: Viewer, at: datetime) -> None:
    """Mark days as looked at."""
    for day, words in days.items():
        LookedDay.objects.update_or_create(day=day, defaults={"at": at, "note": words[:200]})


def _tonight(read: Read, alive: Mapping[tuple[int, str], Alert], *, day: date) -> tuple[list[Found], list[Over]]:
    """Return what the last day of these people brought."""
    if not read.pairs:
        return [], []
    around = surroundings(read, read.people)
    tonight = detect_last(read.daily, read.calendar, standing_of(read, alive), around)
    back = [
        Over(alert_id=alive[key].pk, why="recovered", on=day, value=float(value))
        for row, value in zip(tonight.back, tonight.back_value, strict=True)
        if (key := key_of(read.pairs[row])) in alive
    ]
    return found_in(read, tonight.found, around), back


def key_of(pair: Pair) -> tuple[int, str]:
    """Return person and indicator."""
    return pair.post.person_id, pair.indicator.code


def standing_of(read: Read, alive: Mapping[tuple[int, str], Alert]) -> Standing:
    """Return what the nights before left: open alerts, what counts as usual anew, days that are no part of it (one query)."""
    places = {key_of(pair): n for n, pair in enumerate(read.pairs)}
    n = len(read.pairs)
    is_open, onset, since = np.zeros(n, np.bool_), np.zeros(n, np.int32), np.zeros(n, np.int32)
    usual, now = np.zeros(n), np.zeros(n)
    left_out: list[tuple[int, int, int]] = []
    closed = Alert.objects.filter(person__among=sorted(read.people), state="closed", closed_on__gte=read.calendar.first_day)
    for one in (*closed.exclude(closed_why="withdrawn"), *alive.values()):
        row = places.get((one.person_id, one.indicator))
        if row is None:
            continue
        first = read.column(one.onset_on)
        if one.state != "closed":
            is_open[row], onset[row], usual[row], now[row] = True, first, one.usual / UNIT, one.now_value / UNIT
        elif one.closed_why == "not_a_problem":
            since[row] = max(since[row], first, 0)
        elif one.closed_on is not None:
            left_out.append((row, max(first, 0), read.column(one.closed_on)))
    return Standing(is_open=is_open, onset=onset, usual=usual, now=now, since=since, left_out=tuple(left_out))


def found_in(read: Read, findings: Findings, around: Surroundings, *, is_watched_only: bool = True) -> list[Found]:
    """Return findings as declines with their evidence; of a night without what is not watched (three queries if there are any)."""
    if not len(findings):
        return []
    people = {read.pairs[row].post.person_id for row in findings.row}
    evidence = causes(read.daily, read.calendar, around, findings)
    since = {read.pairs[row].post.person_id: read.day(on) - BEFORE_ONSET for row, on in zip(findings.row, findings.onset, strict=True)}
    projects = new_projects(people, since, read.day(int(findings.noticed.max())))
    kept = watching()
    found = []
    for n, row in enumerate(findings.row):
        pair = read.pairs[row]
        if is_watched_only and not kept.get(pair.indicator.code, Watching()).is_on:
            continue
        before, after = _counted(around, evidence, findings, n)
        numbers = zip(CAUSES, evidence.weight[n], before, after, strict=True)
        names = projects.get(pair.post.person_id, ())
        rows = [_cause(name, weight, before, after, names) for name, weight, before, after in numbers]
        found.append(
            Found(
                person_id=pair.post.person_id, indicator=pair.indicator.code, onset_on=read.day(findings.onset[n]),
                noticed_on=read.day(findings.noticed[n]), usual=float(findings.usual[n]), now=float(findings.now[n]),
                sample_days=int(findings.sample_days[n]), evidence=sorted(rows, key=lambda one: -float(str(one["weight"]))),
            )
        )  # fmt: skip
    return found


def _counted(around: Surroundings, evidence: Evidence, findings: Findings, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers behind the causes; of work and projects what stood on a usual day before, and the most since the onset."""
    before, after = evidence.before[n].copy(), evidence.after[n].copy()
    row, onset, noticed = int(findings.row[n]), int(findings.onset[n]), int(findings.noticed[n])
    days = slice(max(onset - USUAL_DAYS, 0), max(onset - BEFORE_ONSET.days, 1))
    for place, held in ((CAUSES.index("load"), around.open_work[row]), (CAUSES.index("project"), around.projects[row])):
        before[place], after[place] = np.median(held[days]), held[onset : noticed + 1].max()
    return before, after


def _cause(name: str, weight: float, before: float, after: float, projects: Sequence[str]) -> dict[str, object]:
    numbers: dict[str, object] = {
        key: round(float(value), 3) for key, value in (("before", before), ("after", after)) if not np.isnan(value)
    }
    if name == "project" and projects:
        numbers["names"] = list(projects[:5])
    return {"cause": name, "weight": round(float(weight), 3), "numbers": numbers}


def _ended(alive: Collection[Alert], posts: Sequence[Post], indicators: Indicators, *, day: date) -> list[Over]:
    """Return the alerts of posts that are over: another post, another model, gone. The usual begins anew."""
    held = {post.person_id: post for post in posts}
    found = []
    for one in alive:
        post = held.get(one.person_id)
        codes = {rule.code for rule in indicators.get(post.family_id, ())} if post else set()
        if post is None or post.first_day > one.onset_on or one.indicator not in codes:
            found.append(Over(alert_id=one.pk, why="moved", on=day))
    return found


def _explained(alive: Mapping[tuple[int, str], Alert], *, day: date) -> list[Over]:
    """Return the alerts that would not have been, with what is known by now: only those of whom something came late are looked at again."""
    doubtful = [one for one in alive.values() if _came_late(one)]
    if not doubtful:
        return []
    first = min(one.noticed_on for one in doubtful) - timedelta(days=LOOK_BACK - 1)
    traffic, indicators = traffic_between(first, day), watched_indicators(day)
    # As a night reads them, for what everybody goes through is told by everybody.
    people = {one.person_id for one in doubtful}
    parts = [part for part in chunks(posts_held(first, day)) if not people.isdisjoint(post.person_id for post in part)]
    stands = {(found.person_id, found.indicator) for part in parts for found in _walked(read_days(part, indicators, traffic), doubtful)}
    return [Over(alert_id=one.pk, why="withdrawn", on=day) for one in doubtful if (one.person_id, one.indicator) not in stands]


def _came_late(one: Alert) -> bool:
    """Test if a record of the days up to the notice came, or was corrected, after it (two queries)."""
    noticed_at = AlertStep.objects.filter(alert=one, kind="noticed").values_list("at", flat=True).first()
    if noticed_at is None:
        return False
    days = Q(day__gte=one.onset_on - timedelta(days=90), day__lte=one.noticed_on)
    return Fact.objects.filter(days, Q(recorded_at__gt=noticed_at) | Q(withdrawn_at__gt=noticed_at), person=one.person_id).exists()


def _walked(read: Read, doubtful: Sequence[Alert]) -> list[Alert]:
    """Return those of the alerts that a walk over all days finds again."""
    if not read.pairs:
        return []
    found = detect(read.daily, read.calendar, surroundings(read, read.people))
    seen = {(*key_of(read.pairs[row]), read.day(noticed)) for row, noticed in zip(found.row, found.noticed, strict=True)}
    return [
        one
        for one in doubtful
        if any(person == one.person_id and code == one.indicator and abs(on - one.noticed_on) <= SAME for person, code, on in seen)
    ]
