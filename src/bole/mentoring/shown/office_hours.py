"""Office hours in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.queries import SkillRow
from bole.kit.ui.controls import Way
from bole.kit.ui.days import day, hour
from bole.mentoring.queries.office_hours import OfficeList, OfficePage, OfficeRow, free_starts
from bole.mentoring.shown.naming import either, joined, listed, name_of, place_of
from bole.people.queries import Card

BASE = "/mentoring/office-hours/"
FEW = 2  # from so many on there is something to choose


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine:
    """Office hours in a list."""

    url: str
    face: str
    name: str
    words: str
    note: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShown:
    """The list."""

    title: str
    lines: tuple[OfficeLine, ...]
    mine: tuple[OfficeLine, ...]
    own: tuple[OfficeLine, ...]
    skills: tuple[Way, ...]
    mentors: tuple[Way, ...]
    may_open: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestShown:
    """A place as the mentor sees it: who booked and about what."""

    ref: str
    when: str
    name: str
    words: str
    is_free: bool
    came: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeShown:
    """One of them."""

    ref: str
    title: str
    name: str
    note: str
    when: str
    place: str
    link: str
    skills: tuple[str, ...]
    state: str
    tone: str
    is_own: bool
    is_off: bool
    mine: str
    my_words: str
    may_cancel: bool
    may_book: bool
    may_call_off: bool
    may_mark: bool
    is_marked: bool
    guests: tuple[GuestShown, ...]
    starts: tuple[tuple[int, str], ...]


def span(one: OfficeRow) -> str:
    """Return the day and the hours: 11月25日（周三）14:00–15:30."""
    return _("%(day)s %(from)s–%(to)s") % {"day": day(one.begins_at), "from": hour(one.begins_at), "to": hour(one.ends_at)}


def _free(one: OfficeRow, at: datetime) -> tuple[str, str]:
    """Return how many places are left, or how it stands."""
    if one.is_off:
        return _("called off"), "watch"
    if one.ends_at <= at:
        return (_("has ended"), "done") if one.is_marked or one.free == one.all else (_("note who came"), "watch")
    if one.mine is not None:
        return _("your place is at %(time)s") % {"time": hour(one.mine)}, "good"
    words = ngettext("%(n)s place free", "%(n)s places free", one.free) % {"n": one.free}
    return (words, "plain") if one.free else (_("all booked"), "wait")


def _line(one: OfficeRow, found: OfficeList, names: dict[str, str], at: datetime) -> OfficeLine:
    card = found.people.get(one.mentor_id)
    state, tone = _free(one, at)
    about = listed(names[code] for code in one.skills if code in names)
    return OfficeLine(
        url=f"{BASE}{one.ref}/", face=card.name if card else "", name=name_of(card), words=span(one), note=about, state=state, tone=tone
    )


def office_list_shown(found: OfficeList, *, at: datetime) -> ListShown:
    """Return the list in words."""
    names = _names(found.skills)
    rows = [(one, _line(one, found, names, at)) for one in found.rows]
    own = tuple(_own_line(one, at) for one in found.own)
    title = ngettext("%(n)s time to ask a mentor", "%(n)s times to ask a mentor", len(rows)) % {"n": len(rows)}
    return ListShown(
        title=title if rows else _("Office hours"),
        lines=tuple(line for one, line in rows if one.mine is None),
        mine=tuple(line for one, line in rows if one.mine is not None),
        own=own,
        skills=_skill_ways(found),
        mentors=_mentor_ways(found),
        may_open=found.may_open,
        is_chosen=bool(found.skill or found.mentor),
    )


def _own_line(one: OfficeRow, at: datetime) -> OfficeLine:
    state, tone = _free(one, at)
    booked = _("%(n)s of %(all)s booked") % {"n": one.all - one.free, "all": one.all}
    return OfficeLine(
        url=f"{BASE}{one.ref}/", face="", name=span(one), words=span(one), note=joined(booked, one.place), state=state, tone=tone
    )


def _names(skills: tuple[SkillRow, ...]) -> dict[str, str]:
    return {one.code: either(one.name_zh, one.name_en) for one in skills}


def _skill_ways(found: OfficeList) -> tuple[Way, ...]:
    if len(found.skills) < FEW:
        return ()
    ways = [Way(_("Everything"), BASE, is_current=not found.skill and not found.mentor)]
    ways += [Way(name, f"{BASE}?skill={code}", is_current=code == found.skill) for code, name in _names(found.skills).items()]
    return tuple(ways)


def _mentor_ways(found: OfficeList) -> tuple[Way, ...]:
    if len(found.mentors) < FEW:
        return ()
    cards = [found.people[one] for one in found.mentors if one in found.people]
    return tuple(Way(one.name, f"{BASE}?mentor={one.number}", is_current=one.number == found.mentor) for one in cards)


def office_shown(found: OfficePage, *, me: int | None, at: datetime) -> OfficeShown:
    """Return one of them in words: to the mentor who comes and about what, to others what is free."""
    row, card = found.row, found.people.get(found.row.mentor_id)
    state, tone = _free(row, at)
    own_place = next((one for one in found.places if one.person_id == me and not found.is_own), None)
    free = free_starts(found.places, at=at)
    is_link = row.place.startswith("https://") and " " not in row.place
    return OfficeShown(
        ref=row.ref,
        title=_("Your office hours") if found.is_own else _("Office hours of %(name)s") % {"name": name_of(card)},
        name=card.name if card else "",
        note=place_of(card),
        when=span(row),
        place=row.place,
        link=row.place if is_link else "",
        skills=tuple(either(one.name_zh, one.name_en) for one in found.skills),
        state=state,
        tone=tone,
        is_own=found.is_own,
        is_off=row.is_off,
        mine=hour(own_place.begins_at) if own_place else "",
        my_words=own_place.words if own_place else "",
        may_cancel=own_place is not None and own_place.begins_at > at and not row.is_off,
        may_book=not found.is_own and own_place is None and not row.is_off and bool(free),
        may_call_off=found.is_own and not row.is_off and row.begins_at > at,
        may_mark=found.may_mark,
        is_marked=row.is_marked,
        guests=tuple(_guest(one.ref, one.begins_at, one.words, one.came, found.people.get(one.person_id or 0), row) for one in found.places)
        if found.is_own
        else (),
        starts=tuple((one.number, hour(one.begins_at)) for one in free),
    )


def _guest(ref: str, begins_at: datetime, words: str, came: bool | None, card: Card | None, row: OfficeRow) -> GuestShown:  # noqa: FBT001  (a column)
    note = "" if came is None or not row.is_marked else _("came") if came else _("did not come")
    return GuestShown(
        ref=ref, when=hour(begins_at), name=name_of(card) if card else _("free"), words=words, is_free=card is None,
        came=came is not False, note=note,
    )  # fmt: skip
