"""Mentoring agreements: the text for the two, for HR only whether they signed."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import insist, may_company
from bole.mentoring.models import Agreement, AgreementSwitch, Mentorship, Signature
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.queries.pairs import PairRow, pair_for
from bole.mentoring.rules.agreement import Sections, read
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """How the agreement of a pair stands: by whom it is signed and when."""

    made_at: datetime
    signed: dict[int, datetime]

    def is_signed_by(self, *person_ids: int) -> bool:
        """Test if all of these signed."""
        return all(one in self.signed for one in person_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """The agreement of a pair for one of its two. `is_on`: the company has agreements today; `before`: an earlier one was replaced."""

    pair: PairRow
    zh: Sections
    en: Sections
    hash: str
    stands: Stands
    is_on: bool
    before: int
    people: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsOfCompany:
    """The company's switch, and how many pairs that run have signed."""

    is_on: bool
    changed_at: datetime | None
    changed_by: str
    may_change: bool
    signed: int
    waiting: int


def has_agreements() -> bool:
    """Test if pairs of the company make an agreement (one query)."""
    last = AgreementSwitch.objects.order_by("-pk").values_list("is_on", flat=True).first()
    return last is not False


def agreements_stand(pair_ids: Collection[int]) -> dict[int, Stands]:
    """Return how the agreements in force of these pairs stand (two queries); pairs without one are left out."""
    rows = {one.pk: one for one in Agreement.objects.filter(mentorship__in=pair_ids, replaced_at=None).defer("text_zh", "text_en")}
    signed: defaultdict[int, dict[int, datetime]] = defaultdict(dict)
    for agreement, person, at in Signature.objects.filter(agreement__in=rows).values_list("agreement_id", "person_id", "signed_at"):
        signed[agreement][person] = at
    return {one.mentorship_id: Stands(made_at=one.made_at, signed=signed[key]) for key, one in rows.items()}


def agreement_for(viewer: Viewer, ref: str, *, day: date) -> AgreementPage:
    """Return the agreement of a pair to one of its two (seven queries).

    :raises NotFound: for everybody else, and where there is none
    """
    pair = pair_for(viewer, ref)
    found = list(Agreement.objects.filter(mentorship=pair.id).order_by("-pk"))
    one = next((row for row in found if row.replaced_at is None), None)
    if one is None:
        raise NotFound
    return AgreementPage(
        pair=pair,
        zh=read(str(one.text_zh)),
        en=read(str(one.text_en)),
        hash=one.hash,
        stands=agreements_stand([pair.id])[pair.id],
        is_on=has_agreements(),
        before=len(found) - 1,
        people=cards({pair.mentor_id, pair.mentee_id}, day),
    )


def agreements_of_company(viewer: Viewer) -> AgreementsOfCompany:
    """Return the switch, and how far the pairs that run are (four queries).

    :raises NotFound: unless frameworks are open to the viewer
    """
    insist(viewer, "read", "frameworks")
    last = AgreementSwitch.objects.order_by("-pk").first()
    pairs = {key: (mentor, mentee) for key, mentor, mentee in _living()}
    stands = agreements_stand(list(pairs))
    signed = sum(one.is_signed_by(*pairs[key]) for key, one in stands.items())
    return AgreementsOfCompany(
        is_on=last is None or last.is_on,
        changed_at=last.changed_at if last else None,
        changed_by=last.changed_by if last else "",
        may_change=may_company(viewer, "change", "frameworks"),
        signed=signed,
        waiting=len(stands) - signed,
    )


def _living() -> list[tuple[int, int, int]]:
    return list(Mentorship.objects.filter(state__in=ALIVE).values_list("pk", "mentor_id", "mentee_id"))
