"""The board in words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.clock import local_day
from bole.kit.ui.boards import Board, Pin, Thread
from bole.kit.ui.days import brief_day, moment
from bole.kit.ui.languages import sentences
from bole.mentoring.queries.matching_board import MOST_ON_BOARD, BoardRows, ProposalRow, RoundRow
from bole.mentoring.queries.matching_pool import WishRow
from bole.mentoring.shown.hours import hours_words
from bole.mentoring.shown.matching_reasons import Names, names_for, part_names, reason_words, why_not_words, why_words
from bole.mentoring.shown.naming import either, joined, listed, name_of, place_of
from bole.people.queries import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """A part of a value."""

    swatch: int
    name: str
    note: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenShown:
    """Who was chosen on the board: the value with its parts, or why there is none."""

    number: str
    mentor_number: str
    note: str
    title: str
    value: str
    stack: tuple[int, ...]
    stack_label: str
    parts: tuple[PartShown, ...]
    why: str
    is_fixed: bool
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingShown:
    """Somebody who waits, and why."""

    ref: str
    place: str
    name: str
    note: str
    why: str
    url: str
    is_asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardShown:
    """The page."""

    title: str
    words: str
    note: str
    ref: str
    version: int
    pairs: int
    board: Board | None
    chosen: ChosenShown | None
    waiting: tuple[WaitingShown, ...]
    compared: str
    moved: str
    mentors: tuple[tuple[str, str], ...]
    free: str
    next_url: str = ""
    left_words: str = ""


def board_shown(found: BoardRows) -> BoardShown:
    """Return the board in words."""
    names = names_for(found.skills, found.frameworks, found.places_en)
    made = found.round
    free = sum(max(0, role.capacity - found.loads.get(person, 0)) for person, role in found.roles.items())
    mentors = tuple((one.number, name_of(one)) for person, one in found.people.items() if person in found.roles)
    free_words = _("%(seats)s seats are free with %(mentors)s mentors") % {"seats": free, "mentors": len(found.roles)}
    if made is None:
        count = len(found.places)
        title = ngettext("%(count)s person waits for a mentor", "%(count)s people wait for a mentor", count) % {"count": count}
        return BoardShown(
            title=title if count else _("Nobody waits for a mentor"), words=free_words, note="", ref="", version=0, pairs=0, board=None,
            chosen=None, waiting=tuple(_in_line(found, one, names) for one in found.line), compared="", moved="",
            mentors=mentors, free=free_words, next_url=_more(found.start, count),
        )  # fmt: skip
    picked = made.picked
    return BoardShown(
        title=_title(made.pairs, made.count),
        words=_(
            "Matched all at once, as many as possible and with the greatest value. "
            "Nobody is paired within a reporting line, no mentor has too many."
        ),
        note=_("Draft of %(moment)s by %(name)s") % {"moment": moment(made.made_at), "name": made.made_by},
        ref=made.ref, version=made.version, pairs=made.pairs, board=_board(found, made.rows, picked, names),
        chosen=_chosen(found, picked, names, is_asked=made.is_asked) if picked else None,
        waiting=tuple(_unmatched(found, one, names) for one in made.left), left_words=_left_words(made),
        compared=_compared(made, made.pairs), moved=_("Somebody came or went since. Match again to take them in.") if made.moved else "",
        mentors=mentors, free=free_words, next_url=_more(found.start, made.count),
    )  # fmt: skip


def _more(start: int, count: int) -> str:
    return f"?start={start + MOST_ON_BOARD}" if count > start + MOST_ON_BOARD else ""


def _left_words(made: RoundRow) -> str:
    """Return how many of those without a mentor are shown, where not all are."""
    left = made.count - made.pairs
    return _("The first %(shown)s of %(left)s") % {"shown": len(made.left), "left": left} if left > len(made.left) else ""


def _title(pairs: int, count: int) -> str:
    left = count - pairs
    told = {"count": count, "pairs": pairs, "left": left}
    if not left:
        return ngettext("%(count)s mentee is matched", "All %(count)s mentees are matched", count) % told
    return _("%(pairs)s of %(count)s mentees are matched, %(left)s wait") % told


def _compared(made: RoundRow, pairs: int) -> str:
    told = made.told
    if pairs == told.best_pairs and made.objective == told.best_objective:
        if (told.greedy_pairs, made.greedy) == (pairs, made.objective):
            simple = _("First come, first served would have come to as much here.")
        else:
            told_simple = {"pairs": told.greedy_pairs, "less": made.objective - made.greedy}
            simple = _("First come, first served would have matched %(pairs)s, with %(less)s points less.") % told_simple
        proof = _("Nothing better exists: proved for this pool.") if told.gap == 0 else ""
        return sentences(proof, simple)
    return _("What was set by hand costs %(pairs)s pairs and %(points)s points against the best (%(best)s).") % {
        "pairs": told.best_pairs - pairs, "points": told.best_objective - made.objective, "best": told.best_objective,
    }  # fmt: skip


def _wanted(wish: WishRow, names: Names) -> str:
    return listed(names.skills.get(code, code) for code in wish.skills) or either(wish.framework_zh, wish.framework_en)


def _board(found: BoardRows, page: tuple[ProposalRow, ...], picked: ProposalRow | None, names: Names) -> Board:
    rows_of: defaultdict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(page):
        if one.mentor_id is not None:
            rows_of[one.mentor_id].append(n)
    takers = sorted(rows_of, key=lambda mentor: sum(rows_of[mentor]) / len(rows_of[mentor]))
    column = {mentor: n for n, mentor in enumerate(takers)}
    base = reverse("matching_board")
    left = [
        Pin(
            name=name_of(found.people.get(one.wish.person_id)), note=_wanted(one.wish, names), url=f"{base}?wish={one.wish.ref}",
            trail=str(one.value) if one.mentor_id else _("waits"),
            tone=_tone(one, picked),
            phone_note=_beside(found, one.mentor_id),
        )
        for one in page
    ]  # fmt: skip
    given = found.round.given if found.round else {}
    right = [_taker(found, mentor, given.get(mentor, 0), is_on=picked is not None and mentor == picked.mentor_id) for mentor in takers]
    threads = [
        Thread(n, column.get(one.mentor_id) if one.mentor_id else None, is_chosen=picked is not None and one.wish.ref == picked.wish.ref)
        for n, one in enumerate(page)
    ]
    return Board(
        left_head=(_("Mentee, and what to learn"), _("Fit of the two")),
        right_head=(_("Mentor"), _("Seats")),
        left=left,
        right=right,
        threads=threads,
    )


def _tone(one: ProposalRow, picked: ProposalRow | None) -> str:
    if picked is not None and one.wish.ref == picked.wish.ref:
        return "on"
    return "" if one.mentor_id else "wait"


def _taker(found: BoardRows, mentor: int, given: int, *, is_on: bool) -> Pin:
    role = found.roles.get(mentor)
    told = found.round.told.capacities if found.round else {}
    capacity = told.get(mentor, role.capacity if role else given)
    taken = found.loads.get(mentor, 0) + given
    words = _("has %(taken)s, %(capacity)s at most") % {"taken": taken, "capacity": capacity}
    card = found.people.get(mentor)
    note, tone = joined(place_of(card), _hours_words(found, mentor)), "on" if is_on else ""
    return Pin(name=name_of(card), note=note, tone=tone, seats=(taken, max(capacity, taken)), seats_words=words)


def _hours_words(found: BoardRows, mentor: int) -> str:
    """Return the hours that a mentor plans a month, beside the most of the terms; nothing where hours bound nobody."""
    if not found.most_hours:
        return ""
    planned = hours_words(found.planned.get(mentor, Fraction(0)))
    return _("%(planned)s of %(most)s h a month planned") % {"planned": planned, "most": found.most_hours}


def _chosen(found: BoardRows, one: ProposalRow, names: Names, *, is_asked: bool) -> ChosenShown:
    card, mentor = found.people.get(one.wish.person_id), found.people.get(one.mentor_id or 0)
    others = tuple(
        (found.people[o.mentor_id].number, _other(found.people, o.mentor_id, o.value, o.free))
        for o in found.others
        if o.mentor_id in found.people
    )
    note = f"{name_of(card)}{either('，', ', ')}{either(one.wish.framework_zh, one.wish.framework_en)}"
    number = card.number if card else ""
    if one.mentor_id is None:
        return ChosenShown(
            number=number, mentor_number="", note=note, title=_("Why there is no mentor yet"), value="", stack=(), stack_label="", parts=(),
            why=why_not_words(one.reasons[0]) if one.reasons else "", is_fixed=False, others=others if is_asked else (),
        )  # fmt: skip
    parts = _parts(one.reasons, names)
    points = tuple(int(reason["numbers"].get("points", 0)) for reason in _worth(one.reasons))
    return ChosenShown(
        number=number, mentor_number=mentor.number if mentor else "", note=note, title=_("Why %(name)s") % {"name": name_of(mentor)},
        value=str(one.value), stack=points, stack_label=listed(f"{part.name} {part.points}" for part in parts), parts=parts,
        why=why_words(name_of(mentor), one.reasons, names), is_fixed=one.is_by_hand, others=others if is_asked else (),
    )  # fmt: skip


def _worth(reasons: tuple[Mapping[str, Any], ...]) -> list[Mapping[str, Any]]:
    """Return the parts that give points, the greatest first; style gives none and is said last."""
    return sorted((one for one in reasons if one["numbers"].get("points")), key=lambda one: -int(one["numbers"]["points"]))


def _parts(reasons: tuple[Mapping[str, Any], ...], names: Names) -> tuple[PartShown, ...]:
    called = part_names()
    parts = [
        PartShown(
            swatch=min(n, 5), name=called[one["code"]], note=reason_words(one, names),
            points=f"{one['numbers']['points']} / {one['numbers']['most']}",
        )
        for n, one in enumerate(_worth(reasons), start=1)
    ]  # fmt: skip
    style = next((one for one in reasons if one["code"] == "style"), None)
    if style is not None:
        note = _("%(style)s; it decides between equals only") % {"style": reason_words(style, names)}
        parts.append(PartShown(swatch=0, name=called["style"], note=note, points="–"))
    return tuple(parts)


def _other(people: Mapping[int, Card], mentor: int, value: int, free: int) -> str:
    seats = ngettext("%(free)s seat free", "%(free)s seats free", free) % {"free": free} if free else _("full")
    return f"{name_of(people[mentor])} · {value} · {seats}"


def _unmatched(found: BoardRows, one: ProposalRow, names: Names) -> WaitingShown:
    return WaitingShown(
        ref=one.wish.ref, place=_("no. %(n)s") % {"n": found.places.get(one.wish.ref, 0)},
        name=name_of(found.people.get(one.wish.person_id)),
        note=_wanted(one.wish, names), why=why_not_words(one.reasons[0]) if one.reasons else "",
        url=f"{reverse('matching_board')}?wish={one.wish.ref}",
    )  # fmt: skip


def _in_line(found: BoardRows, one: WishRow, names: Names) -> WaitingShown:
    asked = found.people.get(one.asked_id or 0)
    why = _asked(one, name_of(asked)) if asked else ""
    since = _("since %(day)s") % {"day": brief_day(one.made_at)}
    return WaitingShown(
        ref=one.ref, place=_("no. %(n)s") % {"n": found.places[one.ref]}, name=name_of(found.people.get(one.person_id)),
        note=f"{_wanted(one, names)}{either('，', ', ')}{since}", why=why, url="",
        is_asked=asked is not None,
    )  # fmt: skip


def _asked(one: WishRow, mentor: str) -> str:
    if one.suggested_at is None:
        return _("has asked %(mentor)s") % {"mentor": mentor}
    told = {"mentor": mentor, "day": brief_day(local_day(one.suggested_at))}
    return _("%(mentor)s has a free seat and was suggested on %(day)s; the answer is open") % told


def _beside(found: BoardRows, mentor_id: int | None) -> str:
    """Return what a phone says of the mentor beside the wish."""
    if mentor_id is None:
        return ""
    return either("，", ", ") + _("mentor %(name)s") % {"name": name_of(found.people.get(mentor_id))}
