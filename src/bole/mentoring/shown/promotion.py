"""Promotion in words: who waits for review, the files, and that no figure decides."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.kit.ui.days import day
from bole.kit.ui.words import points
from bole.mentoring.queries.promotion import CLOSED, CandidateFile, CandidateRow, PanelPage, PanelRow
from bole.mentoring.shown.effect import SurveyShown, composite_words, contribution_words, survey_shown
from bole.mentoring.shown.effect_range import RangeShown, range_shown
from bole.mentoring.shown.naming import either, joined, listed, name_of, place_of

STATES = {
    "waiting": ("wait", gettext_lazy("waiting for review")),
    "chosen": ("done", gettext_lazy("chosen")),
    "not_chosen": ("plain", gettext_lazy("not chosen this time")),
    "withdrew": ("plain", gettext_lazy("has withdrawn")),
    "called_off": ("plain", gettext_lazy("called off")),
}

ENDS = {"called_off": STATES["called_off"], "all_withdrew": ("plain", gettext_lazy("ended without a decision"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelLine:
    """A panel in the list."""

    url: str
    title: str
    note: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """A candidate: the file opens behind it."""

    url: str
    number: str
    name: str
    note: str
    tone: str
    state: str
    words: str
    can_be_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelShown:
    """One panel in words."""

    ref: str
    title: str
    note: str
    words: str
    candidates: tuple[CandidateLine, ...]
    members: tuple[tuple[str, str], ...]
    voices: tuple[tuple[str, str, str], ...]
    choices: tuple[tuple[str, str], ...]
    can_choose: bool
    can_withdraw: bool
    can_call_off: bool
    reason: str
    has_ended: bool
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateFileShown:
    """A candidate's file in words."""

    title: str
    note: str
    words: str
    url: str
    tone: str
    state: str
    years: tuple[tuple[str, str, str], ...]
    gave: str
    hours: str
    composite: str
    range: RangeShown | None
    survey: SurveyShown | None
    follows: tuple[str, ...]


def panels_shown(rows: tuple[PanelRow, ...]) -> list[PanelLine]:
    """Return the panels as lines."""
    return [_line(one) for one in rows]


def candidacies_shown(rows: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str]]:
    """Return where one is a candidate: address, tone, state."""
    return [(f"/promotion/{ref}/", STATES[state][0], str(STATES[state][1])) for ref, state in rows]


def _line(one: PanelRow) -> PanelLine:
    count = sum(not each.has_withdrawn for each in one.candidates)
    tone, state = ("done", _("decided")) if one.is_decided else ENDS.get(one.ended_as, STATES["waiting"])
    if one.standing == "candidate" and one.candidates:
        tone, state = STATES[one.candidates[0].state]
        note = _("You are a candidate")
    else:
        note = ngettext("%(n)s candidate", "%(n)s candidates", count) % {"n": count}
    return PanelLine(url=f"/promotion/{one.ref}/", title=_title(one), note=joined(note, _from(one)), tone=tone, state=str(state))


def _title(one: PanelRow) -> str:
    return joined(either(one.unit_name, one.unit_name_en), one.post)


def _from(one: PanelRow) -> str:
    return _("from %(day)s") % {"day": day(one.begins_on)}


def panel_shown(found: PanelPage) -> PanelShown:
    """Return one panel in words."""
    row, people = found.row, found.people
    waiting = sum(one.state == "waiting" for one in row.candidates)
    title = ngettext("%(n)s candidate waits for review", "%(n)s candidates wait for review", waiting) % {"n": waiting}
    said = {one.member_id for one in found.voices}
    candidates = tuple(_candidate(one, found) for one in row.candidates)
    return PanelShown(
        ref=row.ref,
        title=title if waiting else _title(row),
        note=joined(_title(row), _from(row)),
        words=_stand(row),
        candidates=candidates,
        members=tuple((name_of(people.get(one)), _("has chosen") if one in said else _("has not chosen yet")) for one in found.members),
        voices=tuple(
            (name_of(people.get(one.member_id)), name_of(people[one.chosen_id]) if one.chosen_id else _("Nobody of them"), one.words)
            for one in found.voices
        ),
        choices=tuple((one.number, one.name) for one in candidates if one.can_be_chosen),
        can_choose=row.standing == "member" and row.is_open,
        can_withdraw=row.standing == "candidate" and row.is_open and waiting > 0,
        can_call_off=found.can_call_off,
        reason=found.reason,
        has_ended=bool(row.ended_as),
        who=listed([name_of(people.get(one)) for one in found.members]) if found.members else _("the panel"),
    )


def _stand(row: PanelRow) -> str:
    if row.standing == "candidate" and any(one.has_withdrawn for one in row.candidates):
        return _("You have withdrawn. Your file is closed to the panel, and nothing of it counts anywhere.")
    if row.ended_as == "called_off":
        return _("HR called this panel off. There is no decision.")
    if row.ended_as:
        return _("All candidates have withdrawn. The panel is over without a decision.")
    return _("The panel has decided.") if row.is_decided else _("More than half of the members decide. No figure does.")


def _candidate(one: CandidateRow, found: PanelPage) -> CandidateLine:
    card = found.people[one.person_id]
    tone, state = STATES[one.state]
    is_closed = one.state in CLOSED and found.row.standing != "candidate"
    return CandidateLine(
        url="" if is_closed else f"/promotion/{found.row.ref}/{card.number}/", number=card.number, name=name_of(card), note=place_of(card),
        tone=tone, state=str(state), words=one.words, can_be_chosen=one.state == "waiting",
    )  # fmt: skip


def candidate_file_shown(found: CandidateFile) -> CandidateFileShown:
    """Return a candidate's file in words."""
    name = name_of(found.card)
    tone, state = STATES[found.state]
    follows = [
        _("If %(name)s comes to lead this unit, %(mentee)s comes into the reporting line and needs another mentor.")
        % {"name": name, "mentee": name_of(one)}
        for one in found.in_line
    ]
    return CandidateFileShown(
        title=_("%(name)s: promotion file") % {"name": name},
        note=place_of(found.card),
        words=_("Reviewed for %(post)s, as of %(day)s") % {"post": _title(found.row), "day": day(found.day)},
        url=f"/promotion/{found.row.ref}/",
        tone=tone,
        state=str(state),
        years=tuple(
            (
                str(one.year),
                one.level or "–",
                joined(points(one.score_of_5) if one.score_of_5 is not None else "", _source(one.verified_by)),
            )
            for one in found.years
        ),
        gave=contribution_words(found.gave) if found.gave else "",
        hours=_("Mentoring time in 12 months: %(hours)s h") % {"hours": found.gave.hours} if found.gave else "",
        composite=composite_words(found.score),
        range=range_shown(found.score),
        survey=survey_shown(found.survey) if found.survey else None,
        follows=tuple(follows),
    )


def _source(verified_by: str) -> str:
    return _("imported, verified by %(name)s") % {"name": verified_by} if verified_by else ""
