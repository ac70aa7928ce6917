"""Publishing: what passes the gate on a day is joined and frozen; the answers that were joined are deleted."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from django.db.models import Max, Min

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.surveys.events import ResultsPublished
from bole.surveys.models import Answer, Included, Participation, Publication, Round
from bole.surveys.permissions import insist_on_opening
from bole.surveys.queries.calendar import publication_calendar
from bole.surveys.registry import kind_of, kinds, question_set
from bole.surveys.rules.calendar import is_in_window, months_later, next_day, publication_days
from bole.surveys.rules.gate import Batch, ClosedRound, Worths, batches_on, least_people, share
from bole.surveys.rules.questions import Kind
from bole.values.viewer import SYSTEM, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """All that is there about one: its closed rounds, what was joined of them, the batches of earlier publications."""

    rounds: Mapping[int, ClosedRound]
    worths: Mapping[str, Worths]
    joined: Mapping[str, frozenset[int]]
    batches: tuple[Batch, ...]


@action("surveys.publish")
def publish(*, kind: str, abouts: Collection[str], day: date, by: Viewer, at: datetime) -> int:
    """Freeze what is known about each of them on a day; return how many have something to show.

    A question's waiting answers are joined as one batch if they pass the floors, and wait on if they do not. What was published for the
    same day before stays as it is.

    :raises NotYours: unless the system or HR does it
    """
    insist_on_opening(by)
    of_kind, shown = kind_of(kind), 0
    known = set(Publication.objects.filter(kind=kind, about__in=abouts, day=day).values_list("about", flat=True))
    fresh = sorted(set(abouts) - known)
    found = _load(kind, fresh, day)
    made = {about: _made(of_kind, found[about], day=day) for about in fresh}
    rows = Publication.objects.bulk_create(
        [
            Publication(kind=kind, about=about, day=day, fresh=_frozen(batches), results=results)
            for about, (batches, results) in made.items()
        ]
    )
    Included.objects.bulk_create(
        [Included(round_id=key, question=one.question, publication=row) for row in rows for one in made[row.about][0] for key in one.rounds]
    )
    for row in rows:
        shown += bool(row.results)
        if row.results:
            announce(ResultsPublished(kind, row.about, day.isoformat()), at=at)
    _forget(kind, fresh, day)
    on_record(thing=f"survey {kind} {day}")
    return shown


def _made(kind: Kind, found: _About, *, day: date) -> tuple[list[Batch], str]:
    """Return the new batches about one, and what is shown from now on."""
    made = batches_on(day, list(found.rounds.values()), joined=found.joined, worths=found.worths, floors=kind.floors, months=kind.months)
    living = [one for one in (*found.batches, *made) if is_in_window(one.newest, day=day)]
    return made, _results(living, found)


def _results(living: Sequence[Batch], found: _About) -> str:
    if not living:
        return ""
    rates = {}
    for code in dict.fromkeys(one.question for one in living):
        parts = [one for one in living if one.question == code]
        counts = sum((Counter(one.counts) for one in parts), Counter())
        counted = sum(one.counted for one in parts)
        took_part = [found.rounds[key].people for one in parts for key in one.rounds]
        people = least_people(took_part, left_out=counts.total() - counted)
        rate: Fraction = share(counts, worths=found.worths[code])
        rates[code] = {
            "share": [rate.numerator, rate.denominator],
            "answers": counted,
            "people": max(people, *(one.people for one in parts)),
        }
    rounds = [found.rounds[key].people for key in sorted({key for one in living for key in one.rounds})]
    return json.dumps({"rates": rates, "answers": sum(len(one) for one in rounds), "people": len(frozenset().union(*rounds))})


def _frozen(made: Sequence[Batch]) -> str:
    if not made:
        return ""
    return json.dumps(
        [
            {
                "question": one.question,
                "rounds": one.rounds,
                "newest": one.newest.isoformat(),
                "counts": dict(one.counts),
                "counted": one.counted,
                "people": one.people,
            }
            for one in made
        ]
    )


def _thawed(text: str) -> list[Batch]:
    return [
        Batch(
            question=one["question"],
            rounds=tuple(one["rounds"]),
            newest=date.fromisoformat(one["newest"]),
            counts=one["counts"],
            counted=one["counted"],
            people=one["people"],
        )
        for one in (json.loads(text) if text else [])
    ]


def _load(kind: str, abouts: Sequence[str], day: date) -> dict[str, _About]:
    """Return what is there about each of them (five queries)."""
    rounds = list(Round.objects.filter(kind=kind, about__in=abouts, closed_on__lte=day).order_by("id"))
    people: dict[int, set[int]] = defaultdict(set)
    for key, person in Participation.objects.filter(round__in=rounds).exclude(answered_on=None).values_list("round_id", "person_id"):
        people[key].add(person)
    counts: dict[int, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for key, values in Answer.objects.filter(round__in=rounds).values_list("round_id", "values"):
        for question, choice in json.loads(values).items():
            counts[key][question][choice] += 1
    joined: dict[str, set[int]] = defaultdict(set)
    for key, question in Included.objects.filter(round__in=rounds).values_list("round_id", "question"):
        joined[question].add(key)
    frozen: dict[str, list[Batch]] = defaultdict(list)
    for about, text in Publication.objects.filter(kind=kind, about__in=abouts).order_by("day").values_list("about", "fresh"):
        frozen[about].extend(_thawed(text))
    made = {}
    for about in abouts:
        own = [one for one in rounds if one.about == about]
        made[about] = _About(
            rounds={
                one.pk: ClosedRound(key=one.pk, closed_on=one.closed_on or day, people=frozenset(people[one.pk]), counts=counts[one.pk])
                for one in own
            },
            worths={question.code: question.worths for one in own for question in question_set(one.questions).questions},
            joined={question: frozenset(keys) for question, keys in joined.items()},
            batches=tuple(frozen[about]),
        )
    return made


def _forget(kind: str, abouts: Sequence[str], day: date) -> None:
    """Delete the answers of rounds that are joined whole, and of those that waited too long."""
    rounds = list(Round.objects.filter(kind=kind, about__in=abouts, closed_on__lte=day))
    joined: dict[int, set[str]] = defaultdict(set)
    for key, question in Included.objects.filter(round__in=rounds).values_list("round_id", "question"):
        joined[key].add(question)
    over = [
        one.pk
        for one in rounds
        if {question.code for question in question_set(one.questions).questions} <= joined[one.pk]
        or not is_in_window(one.closed_on or day, day=day)
    ]
    Answer.objects.filter(round__in=over).delete()


def publish_closed(*, kind: str, abouts: Collection[str], day: date, by: Viewer, at: datetime) -> int:
    """Publish what leaves its rounds at their closing, and not on the calendar (a kind says which)."""
    return publish(kind=kind, abouts=abouts, day=day, by=by, at=at)


def publish_due(at: datetime) -> int:
    """Publish on each day of the calendar that has come and was not published yet, in order; return how many results there are."""
    today, days, shown = local_day(at), publication_calendar(), 0
    for kind in kinds():
        if kind.published != "calendar":
            continue
        wanted: dict[date, list[str]] = defaultdict(list)
        for about, first, newest in _abouts(kind):
            end = next_day(days, after=months_later(newest, 24) - timedelta(days=1))
            for day in publication_days(days, first_day=first, last_day=min(today, end)):
                wanted[day].append(about)
        for day in sorted(wanted):
            shown += publish(kind=kind.code, abouts=wanted[day], day=day, by=SYSTEM, at=at)
    return shown


def _abouts(kind: Kind) -> list[tuple[str, date, date]]:
    """Return of each who was asked about: from which day on to publish, and when the newest round closed (two queries)."""
    done = dict(Publication.objects.filter(kind=kind.code).values("about").annotate(last=Max("day")).values_list("about", "last"))
    rounds = Round.objects.filter(kind=kind.code).exclude(closed_on=None).values("about").annotate(Min("closed_on"), Max("closed_on"))
    return [
        (about, done[about] + timedelta(days=1) if about in done else months_later(oldest, kind.months), newest)
        for about, oldest, newest in rounds.order_by("about").values_list("about", "closed_on__min", "closed_on__max")
    ]
