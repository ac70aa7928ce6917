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
from bole.scoring.rules.rounding import five_point, to_tenths


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
