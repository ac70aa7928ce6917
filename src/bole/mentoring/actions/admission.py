"""Becoming a mentor: apply or be invited, be screened at once, and HR decides. Nobody decides about themselves."""

import json
from collections.abc import Collection
from datetime import date, datetime

from bole.access.rules import may, may_company, takes_part
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.mentoring.actions.roles import begin_role
from bole.mentoring.admission_letters import write_letter
from bole.mentoring.admission_telling import tell_applicant, tell_of_application
from bole.mentoring.events import MentorAdmitted
from bole.mentoring.models import Application, Eligible, MentorRole
from bole.mentoring.queries.admission import Rules, rules_in_force, screened_in_both
from bole.mentoring.refusals import (
    AppliedAlready,
    DayNotAhead,
    DecidedAlready,
    MentorAlready,
    NeedsReason,
    NeedsWords,
    NoRulesInForce,
    NotMet,
    TooEarly,
    WaiverTooLong,
)
from bole.mentoring.rules.dates import MOST_MONTHS, months_later
from bole.people.models import Person
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer
from bole.values.workdays import working_day_at

ANSWER_WITHIN = 5  # working days
LONGEST = 1000


@action("mentoring.apply_to_mentor")
def apply_to_mentor(*, words: str, by: Viewer, at: datetime) -> Application:
    """Apply to be a mentor and be screened at once; the evidence is kept as it is now.

    :raises AppliedAlready, MentorAlready, TooEarly, NoRulesInForce: if that is not possible now
    :raises NeedsWords: if not every requirement is met and nothing is said
    """
    person, day = _me(by), local_day(at)
    _insist_may_apply(person, day)
    open_one = Application.objects.filter(person=person, state__in=("invited", "waiting")).first()
    if open_one is not None:
        raise AppliedAlready
    made = Application(person=person, state="waiting", was_invited=False)
    return _screened(made, person, words=words, at=at)


@action("mentoring.answer_invitation")
def answer_invitation(*, accepts: bool, words: str, by: Viewer, at: datetime) -> Application:
    """Accept an invitation, which is then an application, or not now; that affects nothing.

    :raises NotFound: if there is none
    """
    person = _me(by)
    found = Application.objects.select_for_update().filter(person=person, state="invited").first()
    if found is None:
        raise NotFound
    if accepts:
        found.state = "waiting"
        return _screened(found, person, words=words, at=at)
    found.state, found.decided_at = "declined", at
    found.save(update_fields=["state", "decided_at"])
    on_record(subject=str(person.ref), thing=f"application {found.ref}", fields=("state",))
    return found


@action("mentoring.withdraw_application")
def withdraw_application(*, by: Viewer, at: datetime) -> Application:
    """Take one's application back while nobody has decided.

    :raises NotFound: if none waits
    """
    person = _me(by)
    found = Application.objects.select_for_update().filter(person=person, state="waiting").first()
    if found is None:
        raise NotFound
    found.state, found.decided_at = "withdrawn", at
    found.save(update_fields=["state", "decided_at"])
    on_record(subject=str(person.ref), thing=f"application {found.ref}", fields=("state",))
    return found


@action("mentoring.invite_mentor")
def invite_mentor(*, person_id: int, by: Viewer, at: datetime) -> Application:
    """Invite somebody whom the screening found.

    :raises NotYours: unless HR that may admit the person
    :raises NotMet: if not every requirement is met today
    :raises AppliedAlready, MentorAlready: if there is nothing to invite to
    """
    _insist_may_decide(by, person_id)
    person, day, rules = _locked(person_id), local_day(at), _rules()
    if _is_mentor(person, day):
        raise MentorAlready(name=person.name)
    if Application.objects.filter(person=person, state__in=("invited", "waiting")).exists():
        raise AppliedAlready
    judged, kept = screened_in_both(rules, person.pk, day=day)
    if not judged.passes:
        raise NotMet
    made = Application.objects.create(
        person=person, rule_set_id=rules.id, state="invited", was_invited=True, is_met=True, screened=json.dumps(kept, ensure_ascii=False),
        sent_at=at,
    )  # fmt: skip
    on_record(subject=str(person.ref), thing=f"application {made.ref}")
    tell_applicant(person, "invited", made, by=by, at=at)
    return made


@action("mentoring.admit_mentor")
def admit_mentor(*, ref: str, by: Viewer, at: datetime) -> MentorRole:
    """Admit an applicant who met every requirement: the role, the access role, and the letter of appointment.

    :raises NotMet: if not every requirement was met
    :raises DecidedAlready: if somebody decided first
    """
    found, person = _to_decide(ref, by)
    if not found.is_met:
        raise NotMet
    return _admit(found, person, how="admitted", last_day=None, reason="", by=by, at=at)


@action("mentoring.admit_by_waiver")
def admit_by_waiver(*, ref: str, reason: str, last_day: date, by: Viewer, at: datetime) -> MentorRole:
    """Admit an applicant as an exception, with a reason that the person reads and an end.

    :raises NeedsReason: without a reason
    :raises DayNotAhead, WaiverTooLong: if the end cannot be so
    """
    found, person = _to_decide(ref, by)
    said = _reason(reason, person)
    _insist_ahead(last_day, at, where="last_day")
    if last_day > months_later(local_day(at), MOST_MONTHS):
        raise WaiverTooLong(most=MOST_MONTHS, where="last_day")
    return _admit(found, person, how="waiver", last_day=last_day, reason=said, by=by, at=at)


@action("mentoring.return_application")
def return_application(*, ref: str, reason: str, again_from: date, by: Viewer, at: datetime) -> Application:
    """Return an application with a reason that the person reads, and a day from which they may apply again.

    :raises NeedsReason: without a reason
    :raises DayNotAhead: if that day has passed
    """
    found, person = _to_decide(ref, by)
    said = _reason(reason, person)
    _insist_ahead(again_from, at, where="again_from")
    found.reason, found.again_from = said, again_from
    _decided(found, "returned", by=by, at=at)
    on_record(subject=str(person.ref), thing=f"application {ref}", fields=("state", "reason"))
    tell_applicant(person, "returned", found, by=by, at=at)
    return found


@action("mentoring.keep_screening")
def keep_screening(*, rules_id: int, found: Collection[int], by: Viewer, at: datetime) -> int:
    """Keep who meets every requirement and is no mentor; who stood there before keeps the day since when."""
    if not by.is_system and not may_company(by, "change", "admission"):
        raise NotYours
    day = local_day(at)
    had = dict(Eligible.objects.filter(rule_set_id=rules_id).values_list("person_id", "since"))
    Eligible.objects.all().delete()
    rows = [Eligible(person_id=one, rule_set_id=rules_id, since=had.get(one, day), looked_at=at) for one in sorted(found)]
    Eligible.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _screened(made: Application, person: Person, *, words: str, at: datetime) -> Application:
    """Judge the applicant by the rules in force, keep the evidence, and let HR know."""
    rules, day = _rules(), local_day(at)
    judged, kept = screened_in_both(rules, person.pk, day=day)
    if not judged.passes and not words.strip():
        raise NeedsWords(where="words")
    made.rule_set_id, made.is_met, made.screened = rules.id, judged.passes, json.dumps(kept, ensure_ascii=False)
    made.words, made.sent_at, made.answer_by = words.strip()[:LONGEST], at, working_day_at(day, ANSWER_WITHIN)
    made.save()
    on_record(subject=str(person.ref), thing=f"application {made.ref}")
    tell_of_application(person, made, at=at)
    return made


def _admit(found: Application, person: Person, *, how: str, last_day: date | None, reason: str, by: Viewer, at: datetime) -> MentorRole:
    found.reason = reason
    _decided(found, "admitted", by=by, at=at)
    code = write_letter(person, last_day=last_day, by=by, at=at)
    role = begin_role(person=person, how=how, last_day=last_day, reason=reason, application=found, code=code, at=at)
    Eligible.objects.filter(person=person).delete()
    on_record(subject=str(person.ref), thing=f"application {found.ref}", fields=("state",))
    announce(MentorAdmitted(person.pk, role.ref), at=at)
    tell_applicant(person, "admitted", found, by=by, at=at)
    return role


def _decided(found: Application, state: str, *, by: Viewer, at: datetime) -> None:
    found.state, found.decided_at, found.decided_by_id = state, at, by.person_id
    found.version += 1
    found.save(update_fields=["state", "decided_at", "decided_by", "reason", "again_from", "version"])


def _to_decide(ref: str, by: Viewer) -> tuple[Application, Person]:
    """Return an application that waits, locked, to whoever decides about it."""
    found = Application.objects.select_for_update(of=("self",)).filter(ref=ref).first()
    if found is None or not may_company(by, "read", "admission") or not may(by, "read", "admission", found.person_id):
        raise NotFound
    _insist_may_decide(by, found.person_id)
    if found.state != "waiting":
        raise DecidedAlready
    return found, _locked(found.person_id)


def _insist_may_decide(by: Viewer, person_id: int) -> None:
    if not may(by, "approve", "admission", person_id):
        raise NotYours


def _me(by: Viewer) -> Person:
    if not takes_part(by) or by.person_id is None:
        raise NotFound
    return _locked(by.person_id)


def _locked(person_id: int) -> Person:
    return Person.objects.select_for_update(no_key=True).get(pk=person_id)


def _insist_may_apply(person: Person, day: date) -> None:
    if _is_mentor(person, day):
        raise MentorAlready(name=person.name)
    returned = Application.objects.filter(person=person, state="returned", again_from__gt=day).order_by("-again_from").first()
    if returned is not None:
        raise TooEarly(day=returned.again_from)


def _is_mentor(person: Person, day: date) -> bool:
    return MentorRole.objects.filter(person=person).exclude(last_day__lt=day).exists()


def _rules() -> Rules:
    found = rules_in_force()
    if found is None:
        raise NoRulesInForce
    return found


def _reason(reason: str, person: Person) -> str:
    if not reason.strip():
        raise NeedsReason(name=person.name, where="reason")
    return reason.strip()[:LONGEST]


def _insist_ahead(day: date, at: datetime, *, where: str) -> None:
    if day <= local_day(at):
        raise DayNotAhead(day=day, where=where)
