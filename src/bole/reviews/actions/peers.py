"""Rounds of peer rating: opened, answered, closed; each who was rated by three or more gets one fact, when the round closes."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.people.models import Person, Unit
from bole.reviews.models import PeerRatee, PeerRound
from bole.reviews.peer_permissions import insist_on_opening
from bole.reviews.peer_questions import PEER, PEER_QUESTIONS, RATING, about
from bole.reviews.queries.peer_pool import pool_of
from bole.reviews.queries.peers import open_ratees_of
from bole.reviews.refusals import NothingRated, OpenAlready, RoundDays, TooFewColleagues
from bole.reviews.rules.peers import hundredths, raters_of
from bole.surveys.actions import answer_each, close_rounds, open_rounds, publish_closed
from bole.surveys.queries import results
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer
from bole.work.actions import OwnFact, record_own

MOST_DAYS: Final = 366
# The same colleagues asked again at once would tell what was said by whoever came to them.
LEAST_APART: Final = 60


@action("reviews.open_peer_round")
def open_peer_round(*, unit_ref: str, first_day: date, last_day: date, closes_on: date, by: Viewer, at: datetime) -> PeerRound:
    """Open a round for a unit and everything below it: ask colleagues about each other's work of some days.

    :raises NotFound, NotYours: unless HR that looks after the unit, its head, or the system opens it
    :raises RoundDays: if the days are not in order, or it would close before today
    :raises OpenAlready: if the unit has a round that is open
    :raises TooFewColleagues: if nobody could be rated by three
    """
    today, unit = local_day(at), Unit.objects.select_for_update(no_key=True).filter(ref=unit_ref).first()
    if unit is None:
        raise NotFound
    insist_on_opening(by, unit.pk, day=today)
    if not first_day <= last_day <= today or (last_day - first_day).days > MOST_DAYS or closes_on < today:
        raise RoundDays(where="last_day")
    if PeerRound.objects.filter(unit=unit, closed_at=None).exists():
        raise OpenAlready(name=unit.name, where="unit")
    pool = pool_of(unit.pk, first_day=first_day, last_day=last_day, day=today)
    lately = PeerRatee.objects.filter(round__opened_at__gt=at - timedelta(days=LEAST_APART)).exclude(survey="")
    rested = pool.could.keys() - set(lately.values_list("person_id", flat=True))
    raters = raters_of({ratee: pool.could[ratee] for ratee in sorted(rested)})
    if not any(raters.values()):
        raise TooFewColleagues(name=unit.name, days=LEAST_APART, where="unit")
    made = PeerRound.objects.create(unit=unit, first_day=first_day, last_day=last_day, closes_on=closes_on, opened_at=at, opened_by=by.name)
    surveys = _ask(made, {ratee: asked for ratee, asked in raters.items() if asked}, today=today, at=at)
    PeerRatee.objects.bulk_create([PeerRatee(round=made, person_id=ratee, survey=surveys.get(ratee, "")) for ratee in raters])
    on_record(thing=f"peer_round {made.ref}")
    return made


def _ask(made: PeerRound, raters: Mapping[int, tuple[int, ...]], *, today: date, at: datetime) -> dict[int, str]:
    """Open a survey about each, and return them by ratee."""
    refs = {pk: about(made.ref, str(ref)) for pk, ref in Person.objects.filter(pk__in=raters).values_list("id", "ref")}
    opened = open_rounds(
        kind=PEER.code,
        asked_about={refs[ratee]: asked for ratee, asked in raters.items()},
        questions=PEER_QUESTIONS.code,
        opens_on=today,
        closes_on=made.closes_on,
        by=SYSTEM,
        at=at,
    )
    return {ratee: opened[name] for ratee, name in refs.items()}


@action("reviews.rate_colleagues", is_noted_later=True)
def rate_colleagues(*, round_ref: str, ratings: Mapping[str, str], by: Viewer, at: datetime) -> int:
    """Rate colleagues by staff number, one or several at once; what was rated before is changed. Return how many were rated.

    :raises NotFound: unless the viewer is asked, about each of them
    :raises NothingRated: if nothing is chosen
    :raises RoundOver, NotAnswered: as the survey says
    """
    asked = {one.number: one for one in open_ratees_of(by, round_ref, day=local_day(at))}
    if not ratings:
        raise NothingRated
    if not ratings.keys() <= asked.keys():
        raise NotFound
    answer_each(answers={asked[number].survey: {RATING: choice} for number, choice in ratings.items()}, by=by, at=at)
    return len(ratings)


@action("reviews.close_peer_round")
def close_peer_round(*, ref: str, by: Viewer, at: datetime) -> int:
    """Close a round: each with three ratings or more gets one fact of this day; return how many do. Closed twice is once.

    :raises NotFound, NotYours: unless HR that looks after the unit, its head, or the system closes it
    """
    made = PeerRound.objects.select_for_update(no_key=True).filter(ref=ref).first()
    if made is None:
        raise NotFound
    insist_on_opening(by, made.unit_id, day=local_day(at))
    if made.closed_at is not None:
        return 0
    day = min(local_day(at), made.closes_on)
    rated = {about(made.ref, str(one.person.ref)): one for one in PeerRatee.objects.filter(round=made).select_related("person")}
    close_rounds(refs=[one.survey for one in rated.values() if one.survey], by=SYSTEM, at=at)
    publish_closed(kind=PEER.code, abouts=[name for name, one in rated.items() if one.survey], day=day, by=SYSTEM, at=at)
    facts = _facts(made, rated, day=day, at=at)
    record_own(made=facts, note=f"peer round {made.ref}", by=SYSTEM, at=at)
    made.closed_at = at
    made.save(update_fields=["closed_at"])
    on_record(thing=f"peer_round {made.ref}")
    return len(facts)


def _facts(made: PeerRound, rated: Mapping[str, PeerRatee], *, day: date, at: datetime) -> list[OwnFact]:
    """Return one fact for each whose ratings pass the floor, and note how many they were."""
    facts, moment = [], min(at, datetime.combine(day, time(12), UTC))
    for name, found in results(PEER.code, list(rated), day=day).items():
        one, rate = rated[name], found.rates.get(RATING) if found else None
        if rate is None:
            continue
        one.ratings = rate.answers
        facts.append(
            OwnFact(
                key=f"peer:{made.ref}:{one.person.ref}",
                person_id=one.person_id,
                kind="rating",
                title=f"互评：{rate.answers}份评分的平均",
                moment=moment,
                values=(("peer_rating", hundredths(rate.share)),),
            )
        )
    PeerRatee.objects.bulk_update(rated.values(), ["ratings"])
    return facts


def close_due_peer_rounds(at: datetime) -> str:
    """Close the rounds whose last day is over."""
    due = list(PeerRound.objects.filter(closed_at=None, closes_on__lt=local_day(at)).order_by("id").values_list("ref", flat=True))
    facts = sum(close_peer_round(ref=ref, by=SYSTEM, at=at) for ref in due)
    return f"{len(due)} rounds closed, {facts} people rated"
