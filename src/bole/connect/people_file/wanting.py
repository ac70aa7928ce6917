"""From decisions to what is written, and to what must be read back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bole.connect.people_file.deciding import Decision, Target
from bole.connect.people_file.known import Known
from bole.connect.people_file.plan import Expected
from bole.people.actions import Conversion, Ending, Identity, Move, Newcomer, Post, Return, Rewriting, Roster


@dataclass(frozen=True, slots=True)
class _Old:
    """A decision about somebody whom the company knows."""

    decision: Decision
    person_id: int
    target: Target
    identity: Identity


def roster_of(decisions: Mapping[str, Decision], known: Known) -> Roster:
    """Return all that the decisions change, as the people room takes it."""
    old = [
        _Old(one, one.given.person.id, one.target, one.identity)
        for one in decisions.values()
        if one.given.person is not None and one.target is not None and one.identity is not None
    ]
    moved = [one for one in old if one.decision.target != one.decision.before]
    return Roster(
        newcomers=tuple(_newcomer(one, known, decisions) for one in decisions.values() if one.what == "new"),
        returns=tuple(_return(one, known) for one in old if one.decision.what == "returns"),
        moves=tuple(
            Move(person_id=one.person_id, first_day=one.decision.day, post=_post(one.target, known))
            for one in moved
            if one.decision.what != "returns"
        ),
        rewritings=tuple(
            Rewriting(person_id=one.person_id, identity=one.identity) for one in old if one.identity != one.decision.former_identity
        ),
        conversions=tuple(
            Conversion(person_id=one.person_id, kind=one.decision.kind, first_day=one.decision.day)
            for one in old
            if one.decision.what != "returns" and one.decision.kind != one.decision.former_kind
        ),
        endings=tuple(Ending(person_id=one.person_id, last_day=one.decision.ends_on) for one in old if one.decision.ends_on is not None),
        managers={
            one.person_id: number_of(one.target.manager, known, decisions)
            for one in moved
            if one.target.manager and one.target.manager not in known.people
        },
    )


def _return(one: _Old, known: Known) -> Return:
    here = one.decision.here
    return Return(
        person_id=one.person_id,
        employer_id=known.employer_of(one.target.unit),
        first_day=here.first_day,
        last_day=here.last_day,
        kind=one.decision.kind,
        post=_post(one.target, known),
    )


def _newcomer(decision: Decision, known: Known, decisions: Mapping[str, Decision]) -> Newcomer:
    target = decision.target
    assert target is not None  # noqa: S101  (a newcomer without a whole post was refused)
    return Newcomer(
        number=decision.given.number,
        identity=decision.identity or Identity(name=decision.name),
        employer_id=known.employer_of(target.unit),
        first_day=decision.here.first_day,
        last_day=decision.here.last_day,
        kind=decision.kind,
        post=replace(_post(target, known), manager_id=None),
        manager_number=number_of(target.manager, known, decisions),
    )


def number_of(key: str, known: Known, decisions: Mapping[str, Decision]) -> str:
    """Return a staff number as it is written; nothing for nobody."""
    if key in known.people:
        return known.people[key].number
    return decisions[key].given.number if key in decisions else key


def _post(target: Target, known: Known) -> Post:
    return Post(
        unit_id=target.unit,
        position_id=target.position,
        family_id=target.family,
        grade_id=target.grade,
        manager_id=known.people[target.manager].id if target.manager in known.people else None,
        zone=target.zone,
        share_bp=target.share_bp,
    )


def with_keys(roster: Roster, keys: Mapping[tuple[str, int], int]) -> Roster:
    """Return the roster with the keys of what was made just now in place of the negative ones."""

    def real(post: Post) -> Post:
        return replace(
            post,
            unit_id=keys.get(("unit", post.unit_id), post.unit_id),
            position_id=keys.get(("position", post.position_id), post.position_id),
            family_id=keys.get(("family", post.family_id), post.family_id),
            grade_id=keys.get(("grade", post.grade_id), post.grade_id),
        )

    return replace(
        roster,
        newcomers=tuple(replace(one, post=real(one.post)) for one in roster.newcomers),
        returns=tuple(replace(one, post=real(one.post)) for one in roster.returns),
        moves=tuple(replace(one, post=real(one.post)) for one in roster.moves),
    )


def expected_of(decision: Decision, known: Known, decisions: Mapping[str, Decision]) -> Expected:
    """Return what the company must say afterwards for every filled cell of the row."""
    target, identity, given = decision.target, decision.identity, decision.given
    number = given.person.number if given.person else given.number
    if target is None or identity is None:
        return Expected(number, decision.day, {})
    said = {
        "number": number,
        "name": identity.name,
        "name_en": identity.name_en,
        "unit": known.units.code_of(target.unit),
        "position": known.positions.code_of(target.position),
        "family": known.families.code_of(target.family),
        "grade": known.grades.code_of(target.grade),
        "manager": number_of(target.manager, known, decisions),
        "first_day": decision.here.first_day.isoformat(),
        "last_day": decision.here.last_day.isoformat() if decision.here.last_day else "",
        "kind": decision.kind,
        "work_email": identity.work_email,
        "mobile": identity.mobile,
        "birthday": identity.birthday.isoformat() if identity.birthday else "",
        "zone": target.zone,
    }
    return Expected(number, decision.day, {field: value for field, value in said.items() if given.texts.get(field)})
