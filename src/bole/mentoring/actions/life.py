"""The life of a pair: its end with a reason, its rests, and what becomes of what was due."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Literal

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.mentoring.actions.duties import lay_duties
from bole.mentoring.actions.left_topics import ask_for_reasons, keep_or_ask
from bole.mentoring.actions.settling import settle_days
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.events import MentorshipEnded
from bole.mentoring.models import Duty, HelpRequest, Meeting, Mentorship, Pause
from bole.mentoring.models.pairs import ALIVE, LEAVING
from bole.mentoring.permissions import can_change_pair, can_read_days, is_of_pair
from bole.mentoring.refusals import AfterTheProgramme, BeforeItBegan, MetSince, NoReason, NotPaused, PairIsOver, PausedAlready
from bole.mentoring.rules.calendar import A_DAY
from bole.mentoring.rules.dates import months_between
from bole.mentoring.rules.left_topics import Left
from bole.people.models import Person
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer

Why = Literal["done", "rematch", "mentor_left", "mentee_left", "moved", "handed_over", "retired", "mistake"]
WHY: tuple[Why, ...] = ("done", "rematch", "mentor_left", "mentee_left", "moved", "handed_over", "retired", "mistake")
NEEDS_NONE = ("done", "mistake")


@action("mentoring.end_mentorship")
def end_mentorship(
    *, ref: str, on: date, why: Why, left: Left | None = None, is_followed: bool = False, by: Viewer, at: datetime
) -> Mentorship:
    """End a pair; `on` is its last day. What is due later falls away, and both are told, never by whom it was asked.

    One that ends on a later day lives until then. `is_followed`: another mentor takes the mentee at once. `left` says why core topics were
    left, which an end as complete wants; where the system ends it without, the mentor is asked.

    :raises NotFound, NotYours: unless HR that looks after the mentee ends it, or the system
    :raises PairIsOver: if it has ended
    :raises NoReason: if the reason is none that is known
    :raises AfterTheProgramme: if the programme is over by then
    :raises BeforeItBegan, MetSince: if it had not begun, or the two met later
    :raises ReasonForTopics, WordsForReason: if core topics are left and it is to be called complete without saying why
    """
    pair = locked_for_hr(ref, by)
    if why not in WHY:
        raise NoReason(where="why")
    if not (by.is_system or is_followed):
        _insist_not_before(pair, on)
    if on > pair.last_day:
        raise AfterTheProgramme(last=pair.last_day, where="on")
    keep_or_ask(pair, why, left, by=by, at=at)
    end_on(pair, on=on, why=why, by=by, at=at)
    tell_of_the_end(pair, is_followed=is_followed, by=by, at=at)
    return pair


def _insist_not_before(pair: Mentorship, on: date) -> None:
    if on < pair.first_day:
        raise BeforeItBegan(first=pair.first_day, where="on")
    met = Meeting.objects.filter(mentorship=pair).order_by("-held_on").values_list("held_on", flat=True).first()
    if met is not None and on < met:
        raise MetSince(day=met, where="on")


def end_on(pair: Mentorship, *, on: date, why: Why, by: Viewer, at: datetime) -> None:
    """Note the last day of a locked pair, its first at the earliest. Close it if that day has come; else what is due later falls away."""
    pair.ended_on, pair.ended_why = max(on, pair.first_day), why
    pair.save(update_fields=["ended_on", "ended_why"])
    on_record(subject=_ref_of(pair.mentee_id), thing=f"mentorship {pair.ref}", fields=("ended_on", "ended_why"))
    if on <= local_day(at):
        _close(pair, at=at)
    else:
        settle_days([pair], at=at)


def _close(pair: Mentorship, *, at: datetime) -> None:
    pair.state = "ended"
    pair.save(update_fields=["state"])
    Duty.objects.filter(mentorship=pair, done_on=None, dropped_at=None).update(dropped_at=at)
    Pause.objects.filter(mentorship=pair, last_day=None).update(last_day=pair.ended_on)
    answered = ("rematch", "line", "stepped", *(["left"] if pair.ended_why in NEEDS_NONE else []))
    HelpRequest.objects.filter(mentorship=pair, answered_at=None, kind__in=answered).update(answered_at=at)
    announce(MentorshipEnded(pair.pk, pair.mentor_id, pair.mentee_id, pair.ended_why), at=at)


def let_go(mentee_id: int, first_day: date, *, by: Viewer, at: datetime) -> None:
    """Close a pair whose mentor leaves, because another one takes the mentee from `first_day` on; the mentor is told the new last day."""
    ending = Mentorship.objects.select_for_update().filter(mentee=mentee_id, state__in=ALIVE, ended_why__in=LEAVING)
    for pair in ending.filter(ended_on__gte=first_day, first_day__lt=first_day):
        pair.ended_on = first_day - A_DAY
        pair.save(update_fields=["ended_on"])
        on_record(subject=_ref_of(pair.mentee_id), thing=f"mentorship {pair.ref}", fields=("ended_on",))
        _close(pair, at=at)
        _tell_changed(pair, at=at)


def _tell_changed(pair: Mentorship, *, at: datetime) -> None:
    ended = pair.ended_on or pair.last_day
    mentee = Person.objects.values_list("name", flat=True).get(pk=pair.mentee_id)
    params: dict[str, str | int] = {"mentee": mentee, "n": months_between(pair.first_day, ended), "date": ended.isoformat()}
    kind, key = "mentoring.changed_mentor", f"{pair.ref}:{ended}"
    tell_people([pair.mentor_id], kind=kind, key=key, params=params, address="/mentoring/", by=SYSTEM, at=at)


@action("mentoring.close_what_is_over")
def close_what_is_over(*, by: Viewer, at: datetime) -> int:
    """Close pairs whose last day has gone by: those that end early, and those that are complete; return how many."""
    today = local_day(at)
    living = Mentorship.objects.select_for_update().filter(state__in=ALIVE)
    early = list(living.filter(ended_on__lt=today).order_by("pk"))
    complete = list(living.filter(ended_on=None, last_day__lt=today).order_by("pk"))
    for pair in early:
        _close(pair, at=at)
    for pair in complete:
        end_on(pair, on=pair.last_day, why="done", by=by, at=at)
        tell_of_the_end(pair, by=by, at=at)
    ask_for_reasons(complete, at=at)
    return len(early) + len(complete)


def tell_of_the_end(pair: Mentorship, *, is_followed: bool = False, by: Viewer, at: datetime) -> None:
    """Tell each of the two in the words for it: the mentor of a changed pair learns that HR changed it, and no more.

    Where another mentor follows at once, nobody is said to be looking for one.
    """
    names = dict(Person.objects.filter(pk__in=(pair.mentor_id, pair.mentee_id)).values_list("pk", "name"))
    ended = pair.ended_on or pair.last_day
    kinds = {
        "done": ("mentoring.done", "mentoring.done"),
        "mentor_left": ("mentoring.own_leaving", "mentoring.mentor_leaves"),
        "mentee_left": ("mentoring.mentee_leaves", "mentoring.own_leaving"),
    }
    for_mentor, for_mentee = kinds.get(pair.ended_why, ("mentoring.changed_mentor", "mentoring.changed_mentee"))
    if is_followed:
        for_mentee = "mentoring.changed_mentee"
    months = months_between(pair.first_day, ended)
    for one, other, kind in ((pair.mentor_id, pair.mentee_id, for_mentor), (pair.mentee_id, pair.mentor_id, for_mentee)):
        params: dict[str, str | int] = {"name": names[other], "mentee": names[pair.mentee_id], "mentor": names[pair.mentor_id], "n": months}
        params["date"] = ended.isoformat()
        tell_people([one], kind=kind, key=f"{pair.ref}:{ended}", params=params, address="/mentoring/", by=SYSTEM, at=at)


@action("mentoring.pause_mentorship")
def pause_mentorship(*, ref: str, first_day: date, by: Viewer, at: datetime) -> Pause:
    """Let a pair rest from a day on; either of the two may, and HR. Nothing is due until it goes on.

    :raises NotFound, NotYours: for everybody else
    :raises PairIsOver, PausedAlready: if it cannot rest
    """
    pair = _locked_for_rest(ref, by)
    if pair.state == "paused":
        raise PausedAlready
    made = Pause.objects.create(mentorship=pair, first_day=max(first_day, pair.first_day))
    pair.state = "paused"
    pair.save(update_fields=["state"])
    on_record(subject=_ref_of(pair.mentee_id), thing=f"mentorship {pair.ref}")
    _tell_others(pair, "mentoring.paused", {"date": made.first_day.isoformat()}, f"{made.pk}", by=by, at=at)
    return made


@action("mentoring.resume_mentorship")
def resume_mentorship(*, ref: str, by: Viewer, at: datetime) -> Mentorship:
    """Let a pair go on from today. Meetings of the pause fall away and as many come at the end; tests and reports move by its days.

    :raises NotFound, NotYours: unless it is one of the two, or HR
    :raises PairIsOver, NotPaused: if there is nothing to take up again
    """
    pair = _locked_for_rest(ref, by)
    pause = Pause.objects.filter(mentorship=pair, last_day=None).first()
    if pause is None:
        raise NotPaused
    today = local_day(at)
    rested = max((today - pause.first_day).days, 0)
    if rested:
        pause.last_day = today - A_DAY
        pause.save(update_fields=["last_day"])
    else:
        pause.delete()
    is_laid = Duty.objects.filter(mentorship=pair).exists()
    pair.state = "running" if is_laid else "planned"
    pair.last_day += rested * A_DAY
    pair.save(update_fields=["state", "last_day"])
    if rested and is_laid:
        _move_duties(pair, pause.first_day, today, at=at)
        lay_duties(mentorship_id=pair.pk, by=by, at=at)
    on_record(subject=_ref_of(pair.mentee_id), thing=f"mentorship {pair.ref}", fields=("state", "last_day"))
    params = {"date": today.isoformat(), "last": pair.last_day.isoformat()}
    _tell_others(pair, "mentoring.resumed", params, f"{pair.version}:{today}", by=by, at=at)
    return pair


def _move_duties(pair: Mentorship, first_day: date, today: date, *, at: datetime) -> None:
    waiting = Duty.objects.filter(mentorship=pair, done_on=None, dropped_at=None, nominal_on__gte=first_day)
    waiting.filter(kind="meeting", nominal_on__lt=today).update(dropped_at=at)
    for duty in waiting.exclude(kind="meeting"):
        duty.nominal_on += today - first_day
        duty.save(update_fields=["nominal_on"])


def _tell_others(pair: Mentorship, kind: str, params: dict[str, str], key: str, *, by: Viewer, at: datetime) -> None:
    """Tell those of the two who did not do it themselves."""
    names = dict(Person.objects.filter(pk__in=(pair.mentor_id, pair.mentee_id)).values_list("pk", "name"))
    for one, other in ((pair.mentor_id, pair.mentee_id), (pair.mentee_id, pair.mentor_id)):
        if one != by.person_id:
            tell_people(
                [one], kind=kind, key=f"{pair.ref}:{key}", params={**params, "name": names[other]},
                address=f"/mentoring/pairs/{pair.ref}/", by=by, at=at,
            )  # fmt: skip


def locked_for_hr(ref: str, by: Viewer) -> Mentorship:
    """Lock a living pair for HR or the system.

    :raises NotFound, NotYours, PairIsOver: if it is not theirs to change, or over
    """
    pair = _locked(ref)
    if not (by.is_system or can_change_pair(by, pair)):
        raise NotYours if can_read_days(by, pair) else NotFound
    return _insist_alive(pair)


def _locked_for_rest(ref: str, by: Viewer) -> Mentorship:
    pair = _locked(ref)
    if not (by.is_system or is_of_pair(by, pair) or can_change_pair(by, pair)):
        raise NotYours if can_read_days(by, pair) else NotFound
    return _insist_alive(pair)


def _locked(ref: str) -> Mentorship:
    pair = Mentorship.objects.select_for_update(of=("self",)).select_related("framework").filter(ref=ref).first()
    if pair is None:
        raise NotFound
    return pair


def _insist_alive(pair: Mentorship) -> Mentorship:
    if pair.state not in ALIVE:
        raise PairIsOver(date=pair.ended_on)
    return pair


def living_pairs_of(person_ids: Collection[int]) -> list[Mentorship]:
    """Lock the living pairs in which one of these people stands, in the order of their keys."""
    pairs = Mentorship.objects.select_for_update(of=("self",)).select_related("framework", "mentor", "mentee").filter(state__in=ALIVE)
    wanted = frozenset(person_ids)
    return [one for one in pairs.order_by("pk") if one.mentor_id in wanted or one.mentee_id in wanted]


def _ref_of(person_id: int) -> str:
    return str(Person.objects.values_list("ref", flat=True).get(pk=person_id))
