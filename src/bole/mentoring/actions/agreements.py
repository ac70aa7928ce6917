"""Mentoring agreements: made with an approved plan, signed by each of the two, asked for again once; switched off for the company."""

import json
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.plans import pair_locked
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Agreement, AgreementSwitch, Mentorship, Plan, Signature
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.queries.agreements import has_agreements
from bole.mentoring.refusals import AgreementChanged, AgreementsOff
from bole.mentoring.rules.agreement import Basis, agreement_en, agreement_zh, fingerprint, kept, remind_on
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer

LANGUAGES = ("zh-hans", "en")
FROM, UNTIL = time(9, 30), time(20)


@action("mentoring.make_agreement")
def make_agreement(*, plan_ref: str, by: Viewer, at: datetime) -> Agreement | None:
    """Make the agreement of an approved plan, which both are asked to sign; it takes the place of the one before. None if there is none.

    A plan that was replaced meanwhile, a pair that is over, a company without agreements: nothing is made. Done twice is done once.
    """
    plan = Plan.objects.filter(ref=plan_ref, state="approved").first()
    if plan is None or not has_agreements():
        return None
    pair = Mentorship.objects.select_for_update(of=("self",)).select_related("framework", "mentor", "mentee").get(pk=plan.mentorship_id)
    if pair.state not in ALIVE or Agreement.objects.filter(plan=plan).exists():
        return None
    zh, en = _texts(pair, plan)
    before = Agreement.objects.filter(mentorship=pair, replaced_at=None).update(replaced_at=at)
    made = Agreement.objects.create(mentorship=pair, plan=plan, text_zh=zh, text_en=en, hash=fingerprint(zh, en), made_at=at)
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_agreement {made.ref}")
    _tell(made, pair, "mentoring.agreement_anew" if before else "mentoring.agreement", (pair.mentor_id, pair.mentee_id), at=at)
    return made


def _texts(pair: Mentorship, plan: Plan) -> tuple[str, str]:
    framework = pair.framework
    told = Basis(
        mentor=pair.mentor.name,
        mentee=pair.mentee.name,
        framework=(framework.name_zh, framework.name_en),
        first_day=pair.first_day,
        last_day=pair.last_day,
        goal=str(plan.goal),
        outcomes=json.loads(str(plan.outcomes)),
        every=(framework.meeting_every, framework.test_every, framework.report_every),
    )
    return kept(agreement_zh(told)), kept(agreement_en(told))


@action("mentoring.sign_agreement")
def sign_agreement(*, pair_ref: str, fingerprint: str, language: str, by: Viewer, at: datetime) -> Signature:
    """Sign the agreement in force, whose exact text has this fingerprint. Signed twice is signed once.

    :raises NotFound, PairOver: unless one of the two signs, of a living pair that has an agreement
    :raises AgreementChanged: if the text is another one than was read
    :raises AgreementsOff: if the company has none any more
    """
    pair = pair_locked(pair_ref, by)
    found = Agreement.objects.filter(mentorship=pair, replaced_at=None).first()
    if found is None:
        raise NotFound
    before = Signature.objects.filter(agreement=found, person=by.person_id).first()
    if before is not None:
        return before
    if not has_agreements():
        raise AgreementsOff
    if found.hash != fingerprint:
        raise AgreementChanged
    read_in = language if language in LANGUAGES else LANGUAGES[0]
    made = Signature.objects.create(agreement=found, person_id=by.person_id or 0, signed_at=at, hash=found.hash, language=read_in)
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_agreement {found.ref}", fields=("signed_at",))
    return made


@action("mentoring.remind_of_agreements")
def remind_of_agreements(*, by: Viewer, at: datetime) -> int:
    """Remind, once, whoever has not signed after five working days; return how many notices went out. Nothing stops for it."""
    here = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    if not FROM <= here.time() < UNTIL or not has_agreements():
        return 0
    open_ = Agreement.objects.select_for_update(of=("self",)).filter(replaced_at=None, reminded_at=None, mentorship__state__in=ALIVE)
    due = [one for one in open_.select_related("mentorship").order_by("pk") if remind_on(local_day(one.made_at)) <= here.date()]
    signed = set(Signature.objects.filter(agreement__in=due).values_list("agreement_id", "person_id")) if due else set()
    count = 0
    for one in due:
        one.reminded_at = at
        one.save(update_fields=["reminded_at"])
        pair = one.mentorship
        missing = [person for person in (pair.mentor_id, pair.mentee_id) if (one.pk, person) not in signed]
        count += _tell(one, pair, "mentoring.agreement_unsigned", missing, at=at)
    return count


@action("mentoring.switch_agreements")
def switch_agreements(*, is_on: bool, by: Viewer, at: datetime) -> AgreementSwitch:
    """Let pairs make an agreement with the next approved plan, or no longer; what was signed stays.

    :raises NotFound, NotYours: unless the viewer may change frameworks
    """
    insist(by, "change", "frameworks")
    last = AgreementSwitch.objects.select_for_update().order_by("-pk").first()
    on_record(thing="mentoring_agreements", fields=("is_on",))
    if last is not None and last.is_on == is_on:
        return last
    return AgreementSwitch.objects.create(is_on=is_on, changed_at=at, changed_by=by.name)


def _tell(one: Agreement, pair: Mentorship, kind: str, person_ids: list[int] | tuple[int, ...], *, at: datetime) -> int:
    names = dict(Person.objects.filter(pk__in=(pair.mentor_id, pair.mentee_id)).values_list("pk", "name"))
    count = 0
    for person in person_ids:
        other = pair.mentee_id if person == pair.mentor_id else pair.mentor_id
        address = f"/mentoring/pairs/{pair.ref}/agreement/"
        count += tell_people([person], kind=kind, key=one.ref, params={"name": names[other]}, address=address, by=SYSTEM, at=at)
    return count
