"""Records in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day, moment
from bole.kit.ui.days import day as day_words
from bole.mentoring.forms_pairs import CorrectionForm, MeetingForm
from bole.mentoring.queries.meetings import AgreedRow, MeetingText
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.queries.records import Record, Recording
from bole.mentoring.rules.dates import TO_CORRECT
from bole.mentoring.rules.plan import PlanTopic
from bole.mentoring.shown.naming import joined, name_of, topic_name
from bole.people.queries import Card


@dataclass(frozen=True, slots=True)
class Chip:
    """Something to tick."""

    value: str
    words: str
    is_on: bool
    is_core: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingShown:
    """The page of recording."""

    url: str
    back: str
    title: str
    face: str
    other: str
    when: str
    mentee: str
    mentor: str
    topics: tuple[Chip, ...]
    agreed: tuple[Chip, ...]
    points: tuple[str, ...]
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLine:
    """What was agreed, in words."""

    ref: str
    words: str
    note: str
    is_done: bool
    is_late: bool
    may_finish: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShown:
    """One record in words."""

    ref: str
    url: str
    back: str
    back_to: str
    title: str
    note: str
    topics: tuple[str, ...]
    advice: str
    agreed: tuple[AgreedLine, ...]
    next_on: date | None
    corrected: str
    before: tuple[str, ...]
    is_own: bool
    may_change: bool
    may_correct: bool
    correct_until: str
    change_title: str
    day_is_whose: str
    chips: tuple[Chip, ...]
    readers: tuple[tuple[str, str], ...]


def topic_choices(topics: Sequence[PlanTopic]) -> list[tuple[str, str]]:
    """Return the topics as choices."""
    return [(one.code, topic_name(one)) for one in topics]


def recording_shown(found: Recording, form: MeetingForm, *, me: int | None) -> RecordingShown:
    """Return the page of recording in words."""
    pair, ticked = found.pair, set(form["codes"].value() or [])
    done = set(form["done"].value() or [])
    other = name_of(found.people.get(pair.other(me)))
    return RecordingShown(
        url=f"/mentoring/pairs/{pair.ref}/record/",
        back=f"/mentoring/pairs/{pair.ref}/",
        title=_("Talk no. %(n)s with %(name)s") % {"name": other, "n": found.agenda.number},
        face=other,
        other=other,
        when=str(day_words(found.held_on)),
        mentee=_name(pair.mentee_id, found.people, me),
        mentor=_name(pair.mentor_id, found.people, me),
        topics=tuple(Chip(one.code, topic_name(one), one.code in ticked, one.is_core) for one in found.topics),
        agreed=tuple(Chip(one.ref, one.words, one.ref in done) for one in found.agenda.agreed),
        points=tuple(one.words for one in found.agenda.points),
        advice=_("Advice for %(name)s") % {"name": name_of(found.people.get(pair.mentee_id))},
    )


def record_shown(found: Record, form: CorrectionForm, *, me: int | None) -> RecordShown:
    """Return one record in words."""
    pair, text = found.pair, found.text
    names = {one.code: topic_name(one) for one in found.topics}
    ticked = set(form["codes"].value() or [])
    other = name_of(found.people.get(pair.other(me)))
    return RecordShown(
        ref=text.row.ref,
        url=f"/mentoring/meetings/{text.row.ref}/",
        back=f"/mentoring/pairs/{pair.ref}/" if found.is_own else "/mentoring/",
        back_to=other if found.is_own else _("Mentoring"),
        title=_("Talk no. %(n)s with %(name)s") % {"name": other, "n": text.row.number}
        if found.is_own
        else _("%(mentor)s and %(mentee)s, talk no. %(n)s")
        % {"mentor": _name(pair.mentor_id, found.people, me), "mentee": _name(pair.mentee_id, found.people, me), "n": text.row.number},
        note=_held(text.row.held_on, text.place, text.row.minutes),
        topics=tuple(names[code] for code in text.codes if code in names),
        advice=text.advice,
        agreed=agreed_lines(text.agreed, found.people, me=me, day=None, may_finish=found.is_own and pair.is_alive),
        next_on=text.next_on,
        corrected=_("Corrected on %(day)s by %(name)s") % {"day": brief_day(text.corrected_at), "name": _name(text.by_id, found.people, me)}
        if text.corrected_at
        else "",
        before=tuple(
            _("Until %(when)s it said: %(held)s") % {"when": moment(one.until), "held": _held(one.held_on, one.place, one.minutes)}
            for one in reversed(text.row.was)
        ),
        is_own=found.is_own,
        may_change=found.is_own and pair.is_alive,
        may_correct=found.may_correct,
        correct_until=_until_words(pair),
        change_title=_("Change or share") if pair.is_alive else _("Correct"),
        day_is_whose=_day_is_whose(found, other),
        chips=tuple(Chip(one.code, topic_name(one), one.code in ticked, one.is_core) for one in found.topics),
        readers=tuple((found.people[key].number, name_of(found.people[key])) for key in text.shared_with if key in found.people),
    )


def _held(day: date, place: str, minutes: int) -> str:
    """Return when and how two met."""
    how = {"face": _("face to face"), "video": _("by video"), "phone": _("by phone")}[place]
    return joined(str(day_words(day)), how, _("%(minutes)s min") % {"minutes": minutes})


def _day_is_whose(found: Record, other: str) -> str:
    """Return what is to be known of the day before it is corrected."""
    if not found.is_mentor:
        return _("Day, length and how you met: %(name)s corrects them.") % {"name": other}
    if found.came > 1:
        return _("Day, length and how you met change for all %(n)s who came to this talk.") % {"n": found.came}
    return ""


def _until_words(pair: PairRow) -> str:
    """Return until when a record of a pair that is over may be corrected."""
    return "" if pair.is_alive else _("possible until %(day)s") % {"day": brief_day(pair.ends_on + TO_CORRECT)}


def as_recorded(found: Record) -> dict[str, object]:
    """Return what stands in the form of the correction before anything is changed."""
    text = found.text
    return {
        "version": text.version,
        "codes": list(text.codes),
        "advice": text.advice,
        "held_on": text.row.held_on,
        "minutes": text.row.minutes,
        "place": text.place,
    }


def agreed_lines(
    rows: Sequence[AgreedRow], people: dict[int, Card], *, me: int | None, day: date | None, may_finish: bool
) -> tuple[AgreedLine, ...]:
    """Return what was agreed in words; with a day it says what is late."""
    return tuple(
        AgreedLine(
            ref=one.ref,
            words=one.words,
            note=joined(_name(one.owner_id, people, me), _("by %(day)s") % {"day": brief_day(one.due_on)} if one.due_on else ""),
            is_done=one.done_at is not None,
            is_late=day is not None and one.done_at is None and one.due_on is not None and one.due_on < day,
            may_finish=may_finish and one.done_at is None,
        )
        for one in rows
    )


def record_line(one: MeetingText, pair: PairRow, topics: Sequence[PlanTopic]) -> tuple[str, str, str, str]:
    """Return a record in a list: where it is, its number and day, what was covered, its advice."""
    names = {topic.code: topic_name(topic) for topic in topics}
    covered = joined(*(names[code] for code in one.codes if code in names))
    title = _("No. %(n)s, %(day)s") % {"n": one.row.number, "day": brief_day(one.row.held_on)}
    return f"/mentoring/meetings/{one.row.ref}/", title, covered, one.advice


def _name(person_id: int, people: dict[int, Card], me: int | None) -> str:
    return _("You") if person_id == me else name_of(people.get(person_id))
