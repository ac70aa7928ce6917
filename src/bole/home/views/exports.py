"""Figures as files: a manager's team, the company for HR."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bole.home.exports import csv_answer
from bole.home.queries.exported import scores_to_export
from bole.home.queries.team import team_at_a_glance
from bole.home.shown.people import position_of, unit_of
from bole.kit.clock import now, today
from bole.kit.page import viewer_of
from bole.mentoring.actions.hours import export_allowances
from bole.people.queries import cards
from bole.scoring.rules.rounding import five_point, to_tenths
from bole.values.period import Period, UnknownPeriod
from bole.values.refusal import NotFound


@require_GET
def team_csv(request: HttpRequest) -> HttpResponse:
    """Give a manager the team's figures, in order of names."""
    found = team_at_a_glance(viewer_of(request), day=today())
    head = [_("Staff number"), _("Name"), _("Unit"), _("Position"), _("Period"), _("Score"), _("Of 5"), _("Since last week"),
            _("On time this week"), _("Due this week"), _("Open"), _("Overdue")]  # fmt: skip
    rows = [
        (
            one.card.number, one.card.name, unit_of(one.card), position_of(one.card), one.sheet.period.code if one.sheet else "",
            None if one.score is None else to_tenths(one.score) / 10, None if one.score is None else five_point(one.score) / 100,
            one.change.tenths / 10 if one.change else None,
            one.on_time, one.due, one.open.items, one.open.late,
        )
        for one in sorted(found.members, key=lambda one: one.card.number)
    ]  # fmt: skip
    return csv_answer("team.csv", head, rows)


@require_GET
def company_csv(request: HttpRequest) -> HttpResponse:
    """Give HR the live scores: an HR admin everybody's, an HR partner those of their units, nobody their own."""
    found = scores_to_export(viewer_of(request), day=today(), at=now())
    head = [_("Staff number"), _("Name"), _("Unit"), _("Position"), _("Period"), _("Score"), _("Of 5")]
    rows = [
        (card.number, card.name, unit_of(card), position_of(card), one.period, to_tenths(one.score) / 10, five_point(one.score) / 100)
        for card, one in found
    ]
    return csv_answer("scores.csv", head, rows)


@require_GET
def allowances_csv(request: HttpRequest, month: str) -> HttpResponse:
    """Give HR the approved allowances of mentors of a month, for pay; that it was taken is on record."""
    try:
        period = Period.parse(month)
    except UnknownPeriod as unknown:
        raise NotFound from unknown
    if period.kind != "month":
        raise NotFound
    found = export_allowances(month=period, by=viewer_of(request), at=now())
    head = [_("Staff number"), _("Name"), _("Month"), _("Hours of mentoring"), _("Allowance (yuan)")]
    rows = [
        (card.number, card.name, period.code, f"{found[person][0] / 60:.2f}", f"{found[person][1] / 100:.2f}")
        for person, card in cards(found, today()).items()
    ]
    return csv_answer(f"allowances-{period.code}.csv", head, rows)
