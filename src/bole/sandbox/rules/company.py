"""The whole company on the day of the demo: 702 numbers, 500 people, who leads whom, and the way of each."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from bole.people.rules.names import name_keys
from bole.sandbox.rules.cast import CAST, Member, PostPlan
from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.crowd import joined_on, left_on
from bole.sandbox.rules.days import EXAMPLE, Almanac, step
from bole.sandbox.rules.names import crowd_names
from bole.sandbox.rules.outside import OUTSIDE, Outsider
from bole.sandbox.rules.posts import HEADS, position_of
from bole.sandbox.rules.settled import settle
from bole.sandbox.rules.units import UNITS, UnitPlan

# Days of the cast that a month's score tells of: they keep their place in the month.
BY_MONTH = frozenset({("BL0259", date(2026, 3, 2)), ("BL0113", date(2026, 6, 1)), ("BL0347", date(2026, 11, 2))})
# Of the crowd, who changed job: the post before, and since when today's is held.
CHANGED_JOB = {"BL0347": ("MKT-OP", "operations-plain", date(2026, 11, 2))}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPlan:
    """Somebody with all posts, in the days of the demo."""

    number: str
    name: str
    name_en: str
    email: str
    mobile: str
    birthday: date
    kind: str
    first_day: date
    last_day: date | None
    posts: tuple[PostPlan, ...]
    manager: str = ""

    def post_on(self, day: date) -> PostPlan | None:
        """Return the post that holds on the day; None before the first and after the last day."""
        if not self.first_day <= day <= (self.last_day or date.max):
            return None
        return next(post for post in reversed(self.posts) if post.first_day <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadPlan:
    """Who leads a unit since when."""

    unit: str
    number: str
    first_day: date


@dataclass(frozen=True)
class CompanyPlan:
    """The company as planned."""

    almanac: Almanac
    founded: date
    people: tuple[PersonPlan, ...]
    heads: tuple[HeadPlan, ...]

    @cached_property
    def by_number(self) -> Mapping[str, PersonPlan]:
        """The people by their numbers."""
        return {one.number: one for one in self.people}

    def here(self, day: date) -> list[PersonPlan]:
        """Return the employees (not those of other companies, nor interns) who work here on the day."""
        return [one for one in self.people if one.number.startswith("BL") and one.post_on(day)]


def company_on(anchor: date) -> CompanyPlan:
    """Plan the company for a demo on that working day."""
    almanac = Almanac(anchor)
    joined = joined_on()
    left = left_on(joined)
    example = _example_posts(joined, left)
    leaders = dict(_leaders(example, joined, left))
    names = _names(joined)
    emails = _emails([names[number] for number in joined])
    people = []
    for place, (number, (day, is_campus)) in enumerate(joined.items()):
        first = almanac.near(day) if is_campus else almanac.at(day)
        last = _last_day(almanac, number, left.get(number), first)
        posts = tuple(_moved_posts(almanac, number, example[number], first))
        people.append(_person(number, names[number], emails[place], posts, first, last, almanac))
    people += [_outsider(one, almanac) for one in OUTSIDE]
    # Graduates keep their July whatever day it is today, so whoever leads since the first day leads since then.
    firsts = {person.number: person.first_day for person in people}
    heads = [HeadPlan(unit=unit, number=number, first_day=max(almanac.at(day), firsts[number])) for unit, (number, day) in leaders.items()]
    return CompanyPlan(almanac, almanac.at(min(day for day, _ in joined.values())), tuple(people), tuple(heads))


def _outsider(one: Outsider, almanac: Almanac) -> PersonPlan:
    """Return somebody who is employed elsewhere, or an intern."""
    first = almanac.at(one.since)
    posts = (PostPlan(first, one.unit, one.position, 3),)
    return replace(_person(one.number, one.name, "", posts, first, None, almanac), kind=one.kind, manager=one.manager)


def _names(joined: Collection[str]) -> dict[str, str]:
    named = {member.number: member.name for member in CAST}
    others = [number for number in joined if number not in named]
    drawn = crowd_names(len(others), taken={*named.values(), *(one.name for one in OUTSIDE)}, what="crowd")
    return named | dict(zip(others, drawn, strict=True))


def _emails(names: Collection[str]) -> list[str]:
    """Return work addresses made of the names as they are read; a second one of the same reading gets a number."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        read = name_keys(name).sort.replace("0", "")
        seen[read] += 1
        found.append(f"{read}{seen[read] if seen[read] > 1 else ''}@example.com")
    return found


def latin(name: str) -> str:
    """Return a Chinese name in Latin letters, surname first."""
    if "·" in name:
        return " ".join(name_keys(part).sort.replace("0", "").capitalize() for part in name.split("·"))
    surname, *given = name_keys(name).sort.split("0")
    return f"{surname.capitalize()} {''.join(given).capitalize()}"


def _person(
    number: str, name: str, email: str, posts: tuple[PostPlan, ...], first: date, last: date | None, almanac: Almanac
) -> PersonPlan:
    rng = dice("person", number)
    is_new = (almanac.anchor - first).days < 60
    return PersonPlan(
        number=number,
        name=name,
        name_en=latin(name),
        email=email,
        mobile=f"1990000{rng.randrange(10000):04d}",
        birthday=first - timedelta(days=rng.randint(22 * 365, 38 * 365)),
        kind="probation" if is_new and last is None else "regular",
        first_day=first,
        last_day=last,
        posts=posts,
    )


def _last_day(almanac: Almanac, number: str, left: date | None, first: date) -> date | None:
    """Return the last day in the demo: before today for those who left, later for a member of the cast who is going to."""
    if left is not None:
        return max(first, min(almanac.at(left), step(almanac.anchor, -1)))
    going = next((member.last_day for member in CAST if member.number == number), None)
    return almanac.at(going) if going else None


def _moved_posts(almanac: Almanac, number: str, posts: tuple[PostPlan, ...], first: date) -> Iterator[PostPlan]:
    """Yield the posts with their days in the demo, each after the one before."""
    last = first
    for n, post in enumerate(posts):
        day = first if n == 0 else almanac.in_month(post.first_day) if (number, post.first_day) in BY_MONTH else almanac.at(post.first_day)
        last = max(day, last + timedelta(days=1)) if n else day
        yield replace(post, first_day=last)


def _example_posts(joined: Mapping[str, tuple[date, bool]], left: Mapping[str, date]) -> dict[str, tuple[PostPlan, ...]]:
    """Return the posts of everybody, in the days of the example: exact head counts today, leavers in proportion."""
    cast = {member.number: member for member in CAST}
    here = [number for number in joined if number not in left and number not in cast]
    taken = Counter(member.unit for member in CAST)
    seats = [unit for unit in UNITS for _ in range(unit.size - taken[unit.code])]
    rng = dice("seats")
    rng.shuffle(seats)
    units = dict(zip(here, seats, strict=True))
    big = [unit for unit in UNITS if unit.size > 3]
    for number in left:
        units[number] = dice("seat", number).choices(big, [unit.size for unit in big])[0]
    settle(units, joined, left)
    posts = {
        number: cast[number].posts if number in cast else _crowd_posts(number, units[number], *joined[number], left.get(number))
        for number in joined
    }
    for number, (unit, position, since) in CHANGED_JOB.items():
        now = posts[number][-1]
        posts[number] = (PostPlan(now.first_day, unit, position, now.rank), replace(now, first_day=since))
    return posts


def _crowd_posts(number: str, unit: UnitPlan, joined: date, is_campus: bool, left: date | None) -> tuple[PostPlan, ...]:  # noqa: FBT001
    """Return the way of one of the crowd: the first post, and promotions in April and October."""
    rng = dice("way", number)
    crafts, shares = zip(*unit.crafts, strict=True)
    craft = rng.choices(crafts, shares)[0]
    rank = rng.choice((3, 4, 4)) if is_campus else rng.choices((4, 5, 6, 7, 8), (20, 40, 26, 11, 3))[0]
    posts = [PostPlan(joined, unit.code, _position(craft, rank, unit), rank)]
    day = joined + timedelta(days=rng.randint(420, 900))
    while day < (left or EXAMPLE) - timedelta(days=40):
        rank = min(rank + 1, 8)
        if rank == posts[-1].rank:
            break
        posts.append(PostPlan(_round_of(day), unit.code, _position(craft, rank, unit), rank))
        day += timedelta(days=rng.randint(500, 950))
    return tuple(posts)


def _position(craft: str, rank: int, unit: UnitPlan) -> str:
    return "coo" if craft == "executive" and unit.code == "CEO" and rank > 9 else position_of(craft, rank)


def _round_of(day: date) -> date:
    """Return the first of April or October at or before the day: promotions take effect twice a year."""
    year = day.year if day.month >= 4 else day.year - 1
    return date(year, 10, 1) if day.month >= 10 or day.month < 4 else date(year, 4, 1)


def _leaders(
    posts: dict[str, tuple[PostPlan, ...]], joined: Mapping[str, tuple[date, bool]], left: Mapping[str, date]
) -> Iterator[tuple[str, tuple[str, date]]]:
    """Yield who leads each unit since when; where the cast leads nobody, the one who is there longest, promoted for it."""
    cast: dict[str, tuple[Member, date]] = {unit: (member, day) for member in CAST for unit, day in member.leads}
    numbers = {member.number for member in CAST}
    for unit in UNITS:
        if unit.code in cast:
            member, since = cast[unit.code]
            yield unit.code, (member.number, since)
            continue
        if not unit.head_position:
            continue
        oldest = next(number for number in joined if number not in left and number not in numbers and posts[number][-1].unit == unit.code)
        since = max(joined[oldest][0], date(2022, 1, 4))
        rank = 8 if unit.kind == "department" else 7
        before = [post for post in posts[oldest] if post.first_day < since]
        posts[oldest] = (*before, PostPlan(since, unit.code, HEADS[unit.head_position], rank))
        yield unit.code, (oldest, since)
