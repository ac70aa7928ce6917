"""Panels for a post, for whoever reviews, keeps or is reviewed; and a candidate's file: figures with what they rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bole.access.rules import may_company, takes_part
from bole.mentoring.models import Candidate, MentorRole, MentorScore, Mentorship, PanelMember, PanelVoice, PromotionPanel
from bole.mentoring.queries.effect import ScoreRow, score_row
from bole.mentoring.queries.effect_rows import contribution_of, mentee_rows
from bole.mentoring.queries.effect_survey import SurveySeen, surveys_of
from bole.mentoring.queries.office_hours import office_minutes
from bole.mentoring.rules.growth_figures import Contribution
from bole.people.queries import Card, cards, people_in_units, subtree
from bole.scoring.queries import YearRow, last_rated_year, year_results
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

Standing = Literal["candidate", "member", "hr"]
YEARS = 3
ALIVE = ("planned", "running", "paused")
WAITING = "waiting"
CLOSED = frozenset({"withdrew", "called_off"})  # nobody but the candidate reads a file that serves no review any more


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """A candidate and how the review stands."""

    person_id: int
    state: str
    words: str = ""

    @property
    def has_withdrawn(self) -> bool:
        """Test if this is a candidate no more."""
        return self.state == "withdrew"


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRow:
    """A panel: for which post, how it stands, and how the viewer stands to it. A candidate is given the own row alone."""

    ref: str
    post: str
    unit_name: str
    unit_name_en: str
    begins_on: date
    is_decided: bool
    ended_as: str
    standing: Standing
    candidates: tuple[CandidateRow, ...]

    @property
    def is_open(self) -> bool:
        """Test if the panel may still decide."""
        return not self.is_decided and not self.ended_as


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """What a member chose, for the panel and HR."""

    member_id: int
    chosen_id: int | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelPage:
    """One panel. A candidate reads no name of another, and nothing that a member chose; what was said of who withdrew is not shown."""

    row: PanelRow
    members: tuple[int, ...]
    voices: tuple[VoiceRow, ...]
    people: Mapping[int, Card]
    reason: str
    can_call_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateFile:
    """A candidate's file: ratings of the last years, mentoring, and which mentees would need another mentor."""

    row: PanelRow
    card: Card
    state: str
    years: tuple[YearRow, ...]
    is_mentor: bool
    gave: Contribution | None
    score: ScoreRow | None
    survey: SurveySeen | None
    in_line: tuple[Card, ...]
    day: date


def standing_in(viewer: Viewer, panel: PromotionPanel) -> Standing | None:
    """Return how the viewer stands to a panel; whoever is a candidate is nothing else (two queries)."""
    me = viewer.person_id
    if me is None or not takes_part(viewer):
        return None
    if Candidate.objects.filter(panel=panel, person=me).exists():
        return "candidate"
    if PanelMember.objects.filter(panel=panel, person=me).exists():
        return "member"
    return "hr" if may_company(viewer, "read", "promotion") else None


def panels_for(viewer: Viewer) -> tuple[PanelRow, ...]:
    """Return the viewer's panels, the newest first (four queries).

    :raises NotFound: for accounts without a person who takes part
    """
    me = viewer.person_id
    if me is None or not takes_part(viewer):
        raise NotFound
    reviewed = set(Candidate.objects.filter(person=me).values_list("panel_id", flat=True))
    reviews = set(PanelMember.objects.filter(person=me).values_list("panel_id", flat=True))
    rows = PromotionPanel.objects.select_related("unit").order_by("-opened_at", "-id")
    if not may_company(viewer, "read", "promotion"):
        rows = rows.filter(pk__in=reviewed | reviews)
    found = list(rows[:100])
    people = _candidates([one.pk for one in found])
    return tuple(
        _row(one, "candidate" if one.pk in reviewed else "member" if one.pk in reviews else "hr", people.get(one.pk, ()), me=me)
        for one in found
    )


def own_candidacies(person_id: int) -> tuple[tuple[str, str], ...]:
    """Return the panels that review somebody and the state there, the newest first (one query). Those without a decision leave no trace."""
    rows = (
        Candidate.objects.filter(person=person_id)
        .exclude(state__in=CLOSED)
        .order_by("-panel__opened_at")
        .values_list("panel__ref", "state")
    )
    return tuple((str(ref), str(state)) for ref, state in rows)


def panel_for(viewer: Viewer, ref: str, *, day: date) -> PanelPage:
    """Return one panel (nine queries).

    :raises NotFound: unless the viewer reviews, keeps or is reviewed
    """
    panel, row = _panel(viewer, ref)
    is_reviewed = row.standing == "candidate"
    members = (
        () if is_reviewed else tuple(PanelMember.objects.filter(panel=panel).order_by("person__name").values_list("person_id", flat=True))
    )
    voices = list(PanelVoice.objects.filter(panel=panel).exclude(chosen__state="withdrew").select_related("chosen").order_by("at"))
    reads_reason = not is_reviewed or any(one.state == "called_off" for one in row.candidates)
    return PanelPage(
        row=row,
        members=members,
        voices=() if is_reviewed else tuple(_voice(one) for one in voices),
        people=cards({*members, *(one.person_id for one in row.candidates)}, day),
        reason=str(panel.reason) if reads_reason else "",
        can_call_off=not is_reviewed and row.is_open and may_company(viewer, "change", "promotion"),
    )


def file_of_candidate(viewer: Viewer, ref: str, number: str, *, day: date) -> CandidateFile:
    """Return a candidate's file (two dozen queries).

    :raises NotFound: unless the viewer reviews or keeps, or it is the own one; it is closed to all others once it serves no review
    """
    panel, row = _panel(viewer, ref)
    people = cards({one.person_id for one in row.candidates}, day)
    card = next((one for one in people.values() if one.number == number), None)
    if card is None:
        raise NotFound
    person, last = card.person_id, last_rated_year(day)
    state = next(one.state for one in row.candidates if one.person_id == person)
    if state in CLOSED and person != viewer.person_id:
        raise NotFound
    years = year_results([person], range(last - YEARS + 1, last + 1)).get(person, {})
    is_mentor = MentorRole.objects.filter(person=person).exists()
    score = MentorScore.objects.filter(person=person, day__lte=day).order_by("-day").first() if is_mentor else None
    return CandidateFile(
        row=row,
        card=card,
        state=state,
        years=tuple(years[one] for one in sorted(years, reverse=True)),
        is_mentor=is_mentor,
        gave=_gave(person, day=day) if is_mentor else None,
        score=score_row(score) if score is not None else None,
        survey=surveys_of([person], day=day)[person] if is_mentor else None,
        in_line=_in_line(person, panel.unit_id, day=day),
        day=day,
    )


def _gave(person: int, *, day: date) -> Contribution:
    rows, office = mentee_rows([person], day=day).get(person, ()), office_minutes([person], day=day)
    return contribution_of(rows, office=office.get(person, 0))


def _in_line(person_id: int, unit_id: int, *, day: date) -> tuple[Card, ...]:
    """Return the mentees who would come into the reporting line: those of the unit and below (four queries)."""
    mentees = set(Mentorship.objects.filter(mentor=person_id, state__in=ALIVE).values_list("mentee_id", flat=True))
    if not mentees:
        return ()
    inside = mentees & people_in_units(subtree([unit_id]), day).keys()
    return tuple(cards(inside, day).values())


def _panel(viewer: Viewer, ref: str) -> tuple[PromotionPanel, PanelRow]:
    panel = PromotionPanel.objects.select_related("unit").filter(ref=ref).first()
    standing = standing_in(viewer, panel) if panel is not None else None
    if panel is None or standing is None or viewer.person_id is None:
        raise NotFound
    return panel, _row(panel, standing, _candidates([panel.pk]).get(panel.pk, ()), me=viewer.person_id)


def _candidates(panels: Sequence[int]) -> dict[int, tuple[CandidateRow, ...]]:
    found: dict[int, tuple[CandidateRow, ...]] = {}
    for one in Candidate.objects.filter(panel__in=panels).order_by("person__number"):
        row = CandidateRow(person_id=one.person_id, state=one.state, words=str(one.words))
        found[one.panel_id] = (*found.get(one.panel_id, ()), row)
    return found


def _row(one: PromotionPanel, standing: Standing, candidates: tuple[CandidateRow, ...], *, me: int) -> PanelRow:
    return PanelRow(
        ref=one.ref,
        post=one.post,
        unit_name=one.unit.name,
        unit_name_en=one.unit.name_en,
        begins_on=one.begins_on,
        is_decided=one.decided_at is not None,
        ended_as=one.ended_as,
        standing=standing,
        candidates=tuple(each for each in candidates if standing != "candidate" or each.person_id == me),
    )


def _voice(one: PanelVoice) -> VoiceRow:
    return VoiceRow(member_id=one.member_id, chosen_id=one.chosen.person_id if one.chosen else None, words=str(one.words))
