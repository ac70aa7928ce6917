"""What somebody sees who looks for a mentor: the own wish and its place, three mentors with reasons; and who asks a mentor."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bole.growth.queries import SkillRow, catalogue
from bole.mentoring.models import Framework, Preference, Wish
from bole.mentoring.permissions import answers_for
from bole.mentoring.queries.matching_pool import WishRow, gathered, wish_row
from bole.mentoring.queries.pairs import PairRow, pairs_of_mentees
from bole.mentoring.rules.matching import Terms, fit_of, seat_points, style_points
from bole.mentoring.rules.matching_reasons import reasons_of
from bole.mentoring.rules.shipped import SHIPPED
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

OFFERED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A mentor who could be asked: what the two are worth to each other, and why."""

    mentor_id: int
    value: int
    reasons: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """The page of whoever looks for a mentor. `line`: how many wait; `place`: one's own number among them."""

    pair: PairRow | None
    wish: WishRow | None
    place: int
    line: int
    offers: tuple[Offer, ...]
    people: Mapping[int, Card]
    skills: tuple[SkillRow, ...]
    frameworks: Mapping[str, tuple[str, str]]
    places_en: Mapping[str, str]
    preferences: Mapping[int, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Somebody who asks the viewer to be the mentor."""

    wish: WishRow
    offer: Offer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Askings:
    """Who asks the viewer, with their cards."""

    rows: tuple[Asking, ...]
    people: Mapping[int, Card]
    skills: tuple[SkillRow, ...]
    places_en: Mapping[str, str]


def frameworks_offered() -> dict[str, tuple[str, str]]:
    """Return the frameworks that are offered, with both names (one query): those kept, and those that ship and were never changed."""
    rows = Framework.objects.filter(is_last=True).values_list("code", "name_zh", "name_en", "is_on")
    kept = {code: (zh, en, on) for code, zh, en, on in rows}
    found = {code: (one.zh, one.en) for code, one in SHIPPED.items() if code not in kept}
    return {**found, **{code: (zh, en) for code, (zh, en, is_on) in kept.items() if is_on}}


def looking_for(viewer: Viewer, *, day: date) -> Looking:
    """Return the viewer's wish and who could be the mentor (some thirty queries with a wish, six without).

    :raises NotFound: unless the viewer takes part in mentoring
    """
    if viewer.person_id is None or viewer.is_external:
        raise NotFound
    me = viewer.person_id
    # Whoever's mentor leaves may look for another before the last day.
    pair = next((one for one in pairs_of_mentees([me]).get(me, ()) if one.is_alive and not one.is_left), None)
    line = list(Wish.objects.filter(state__in=("waiting", "asked")).order_by("made_at", "id").values_list("person_id", flat=True))
    row = Wish.objects.select_related("framework").filter(person=me, state__in=("waiting", "asked")).first()
    wish = wish_row(row) if row is not None else None
    is_waiting = wish is not None and wish.state == "waiting"
    offers, places = _offers(wish, day=day) if wish is not None and is_waiting else ((), {})
    told = dict(Preference.objects.filter(person=me).values_list("other_id", "likes"))
    wanted = {*(one.mentor_id for one in offers), *told, *([wish.asked_id] if wish and wish.asked_id else [])}
    return Looking(
        pair=pair, wish=wish, place=line.index(me) + 1 if me in line else 0, line=len(line), offers=offers,
        people=cards(wanted, day) if wanted else {}, skills=catalogue(), frameworks=frameworks_offered(),
        places_en=places, preferences=told,
    )  # fmt: skip


def own_wish(person_id: int) -> WishRow | None:
    """Return somebody's own open wish for a mentor (one query)."""
    row = Wish.objects.select_related("framework").filter(person=person_id, state__in=("waiting", "asked")).first()
    return wish_row(row) if row is not None else None


def offers_of(wish: WishRow, *, day: date, terms: Terms | None = None) -> tuple[Offer, ...]:
    """Return the three mentors who are worth most for a wish, of those who may and have a seat."""
    return _offers(wish, day=day, terms=terms)[0]


def _offers(wish: WishRow, *, day: date, terms: Terms | None = None) -> tuple[tuple[Offer, ...], Mapping[str, str]]:
    found = gathered([wish], day=day, terms=terms)
    pool = found.pool
    if not pool.mentees:
        return (), {}
    mentee, weights = pool.mentees[0], pool.terms.weights
    ranked = []
    for mentor in pool.mentors:
        if mentor.seats and mentor.key != mentee.key and (mentee.key, mentor.key) not in pool.forbidden:
            fit = fit_of(mentee, mentor, weights)
            if fit >= pool.terms.least:
                value = fit + seat_points(mentor.capacity, mentor.taken, 0, weights.load)
                ranked.append((-value, -style_points(mentee, mentor), mentor.key, mentor))
    best = sorted(ranked, key=lambda one: one[:3])[: OFFERED if terms is None else None]
    offers = tuple(
        Offer(mentor_id=key, value=-value, reasons=tuple(one.kept for one in reasons_of(mentee, mentor, weights)))
        for value, _, key, mentor in best
    )
    return offers, found.places_en


def is_asked(viewer: Viewer, ref: str) -> bool:
    """Test if the viewer is the mentor who is asked, and no stand-in (one query)."""
    return Wish.objects.filter(ref=ref, asked=viewer.person_id).exists()


def askings_for(viewer: Viewer, *, day: date) -> Askings:
    """Return who asks the viewer to be the mentor, with what speaks for it (one query, and some for each who asks).

    :raises NotFound: unless the viewer is a mentor, or was asked
    """
    if viewer.person_id is None or not (viewer.has_role("mentor") or Wish.objects.filter(asked=viewer.person_id, state="asked").exists()):
        raise NotFound
    asked = Wish.objects.select_related("framework").filter(asked__in=answers_for(viewer), state="asked")
    found_rows = asked.exclude(person=viewer.person_id).order_by("made_at")
    wishes = [wish_row(one) for one in found_rows]
    rows: list[Asking] = []
    places: dict[str, str] = {}
    for wish in wishes:
        offers, found = _offers(replace(wish, state="waiting"), day=day, terms=Terms(least=0))
        places |= dict(found)
        rows.append(Asking(wish=wish, offer=next((one for one in offers if one.mentor_id == wish.asked_id), None)))
    people = cards({key for one in wishes for key in (one.person_id, one.asked_id) if key}, day) if wishes else {}
    return Askings(rows=tuple(rows), people=people, skills=catalogue() if wishes else (), places_en=places)
