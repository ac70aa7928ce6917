"""The pool of a day: who waits, who may take them, and which pairs can never be made."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.growth.queries import skills_of
from bole.mentoring.models import MentorRole, MentorScore, Mentorship, Preference, Wish
from bole.mentoring.queries.hours_terms import seats_left_in_hours
from bole.mentoring.queries.lines import lines_above
from bole.mentoring.queries.pairs import loads_of
from bole.mentoring.queries.style import styles_of
from bole.mentoring.rules.matching import Mentee, Mentor, Terms
from bole.mentoring.rules.matching_round import MOST_SEATS
from bole.mentoring.rules.matching_steps import Step, Steps, finished
from bole.mentoring.rules.matching_values import Pool
from bole.people.queries import AssignmentRow, assignments_on, employments_on, leaving_days, places_on

EXTERNAL = "outsourced"
READINGS = 5
Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WishRow:
    """Somebody waits. `words` are the person's own."""

    id: int
    ref: str
    person_id: int
    framework_code: str
    framework_zh: str
    framework_en: str
    form: str
    months: int
    skills: tuple[str, ...]
    hours: tuple[str, ...]
    style: Mapping[str, str]
    words: str
    made_at: datetime
    state: str
    asked_id: int | None
    suggested_at: datetime | None
    version: int
    every: int = 1  # months between two talks by the framework; 0: no talks are due


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A pool with what pages say of it: the wishes in order of asking, mentors' roles, places in both languages."""

    pool: Pool
    wishes: Mapping[int, WishRow]
    order: tuple[int, ...]
    posts: Mapping[int, AssignmentRow]
    places_en: Mapping[str, str]
    barred: frozenset[tuple[int, int]]
    above: frozenset[tuple[int, int]]
    below: frozenset[tuple[int, int]]

    @property
    def never(self) -> frozenset[tuple[int, int]]:
        """Return the pairs that can never be made, whatever HR says."""
        return self.barred | self.above | self.below


def waiting_wishes(*, also_asked: bool = False, person_id: int | None = None) -> list[WishRow]:
    """Return who waits, in order of asking, or the wish of one person (one query)."""
    states = ("waiting", "asked") if also_asked else ("waiting",)
    rows = Wish.objects.filter(state__in=states).select_related("framework").order_by("made_at", "id")
    return [wish_row(one) for one in (rows if person_id is None else rows.filter(person=person_id))]


def wish_row(one: Wish) -> WishRow:
    """Return a wish as a row; its framework was read with it."""
    return WishRow(
        id=one.pk, ref=one.ref, person_id=one.person_id, framework_code=one.framework.code, framework_zh=one.framework.name_zh,
        framework_en=one.framework.name_en, form=one.framework.form, months=one.framework.months, skills=tuple(one.skills),
        hours=tuple(one.hours), style=dict(one.style), words=str(one.words), made_at=one.made_at, state=one.state, asked_id=one.asked_id,
        suggested_at=one.suggested_at, version=one.version, every=one.framework.meeting_every,
    )  # fmt: skip


def gathered(wishes: Iterable[WishRow], *, day: date, terms: Terms | None = None, capacities: Mapping[int, int] | None = None) -> Gathered:
    """Return the pool of these wishes (some fifteen queries, and two for each step of the reporting lines, however many people)."""
    return finished(gathering(wishes, day=day, terms=terms, capacities=capacities))


def gathering(
    wishes: Iterable[WishRow],
    *,
    day: date,
    terms: Terms | None = None,
    capacities: Mapping[int, int] | None = None,
    barred: Collection[tuple[int, int]] = (),
    fixed: Mapping[int, int] | None = None,
) -> Steps[Gathered]:
    """Read the pool in steps: who is there, what they can, whom mentors have, how they work, who leads whom."""
    roles = _open_roles(day)
    by_person = {one.person_id: one for one in wishes}
    posts = assignments_on([*by_person, *roles], day)
    leaving = leaving_days(posts, day)  # a programme with them would end before it is over
    here = [person for person in by_person if person in posts and person not in leaving]
    roles = {person: role for person, role in roles.items() if person in posts and person not in leaving}
    everybody = {*here, *roles}
    yield Step("read", 1, READINGS)
    places, skills = places_on(everybody, day), skills_of(everybody)
    yield Step("read", 2, READINGS)
    loads, experience, effects = loads_of(list(roles)), _experience(roles), _effects(roles)
    in_hours = seats_left_in_hours(list(roles), every=[by_person[one].every for one in here])
    yield Step("read", 3, READINGS)
    styles, likes, declined = styles_of(list(roles), day=day), *_preferences(everybody)
    yield Step("read", 4, READINGS)
    mentees = [_mentee(by_person[one], posts[one], places, skills, likes) for one in here]
    would = {one: (capacities or {}).get(one, role.capacity) for one, role in roles.items()}
    could = {one: loads.get(one, 0) + in_hours.get(one, MOST_SEATS) for one in roles}
    mentors = [
        Mentor(
            key=one, skills=skills.get(one, {}), family=posts[one].family_code, grade=posts[one].grade_rank,
            frameworks=frozenset(experience[one]), place=places.get(one, ("", ""))[0], hours=frozenset(role.hours), likes=likes[one],
            capacity=min(would[one], could[one]), taken=loads.get(one, 0), in_hours=could[one] < would[one], effect=effects.get(one),
            style=styles[one].ways if one in styles else {},
        )
        for one, role in sorted(roles.items())
    ]  # fmt: skip
    above, below = _in_line(here, roles, day)
    mine = {(one, other) for one, other in declined if one in by_person} | {(other, one) for one, other in declined if other in by_person}
    never = frozenset(mine) | above | below | frozenset(barred)
    pool = Pool(mentees=mentees, mentors=mentors, terms=terms or Terms(), forbidden=never, fixed=fixed or {})
    return Gathered(
        pool=pool, wishes=by_person, order=tuple(here), posts=posts, places_en=dict(places.values()), barred=frozenset(mine), above=above,
        below=below,
    )  # fmt: skip


def _open_roles(day: date) -> dict[int, MentorRole]:
    """Return the mentors who take new mentees on the day, under a contract with the group."""
    rows = MentorRole.objects.filter(is_open=True, first_day__lte=day).exclude(last_day__lt=day).order_by("first_day")
    roles = {one.person_id: one for one in rows}
    held = employments_on(list(roles), day)
    return {person: role for person, role in roles.items() if person in held and held[person].kind != EXTERNAL}


def _mentee(
    wish: WishRow,
    post: AssignmentRow,
    places: Mapping[int, tuple[str, str]],
    skills: Mapping[int, Mapping[str, int]],
    likes: Mapping[int, frozenset[int]],
) -> Mentee:
    own = skills.get(wish.person_id, {})
    return Mentee(
        key=wish.person_id, wants={code: own.get(code, 0) for code in wish.skills}, family=post.family_code, grade=post.grade_rank,
        framework=wish.framework_code, place=places.get(wish.person_id, ("", ""))[0], hours=frozenset(wish.hours),
        likes=likes[wish.person_id], style=wish.style,
    )  # fmt: skip


def _experience(mentor_ids: Collection[int]) -> defaultdict[int, set[str]]:
    """Return the frameworks by which each of these has mentored."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for mentor, code in Mentorship.objects.filter(mentor__in=mentor_ids).values_list("mentor_id", "framework__code").distinct():
        found[mentor].add(code)
    return found


def _effects(mentor_ids: Collection[int]) -> dict[int, int]:
    """Return the newest effect beside similar colleagues of each of these who has one."""
    rows = MentorScore.objects.filter(person__in=mentor_ids, adjusted__isnull=False).order_by("day")
    return {person: effect for person, effect in rows.values_list("person_id", "adjusted") if effect is not None}


def _preferences(person_ids: Collection[int]) -> tuple[defaultdict[int, frozenset[int]], set[tuple[int, int]]]:
    """Return whom each of these would like, and who would rather not with whom."""
    likes: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    declined: set[tuple[int, int]] = set()
    for person, other, is_liked in Preference.objects.filter(person__in=person_ids).values_list("person_id", "other_id", "likes"):
        if is_liked:
            likes[person] |= {other}
        else:
            declined.add((person, other))
    return likes, declined


def _in_line(mentees: Collection[int], mentors: Collection[int], day: date) -> tuple[Pairs, Pairs]:
    """Return the pairs in which the mentor leads the mentee, and those the other way round, over any number of steps."""
    lines = lines_above({*mentees, *mentors}, day)
    mine = set(mentees)
    above = {(one, boss) for one in mentees for boss in lines[one] if boss in mentors}
    below = {(boss, mentor) for mentor in mentors for boss in lines[mentor] if boss in mine}
    return frozenset(above), frozenset(below)
