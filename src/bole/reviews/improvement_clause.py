"""What can be asked about improvement plans: that none is open."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.growth.requirements import Clause, Evidence, Finding, Values, offer_clause
from bole.kit.ui.days import day as day_words
from bole.reviews.queries.improvement import open_plans_of

NONE_OPEN = "reviews.no_open_improvement"
MINUTES_A_WEEK = 40 * 60


def offer_improvement_clause() -> None:
    """Offer it."""
    name = gettext_lazy("No open improvement plan")
    offer_clause(Clause(code=NONE_OPEN, name=name, check=check_none_open, words=none_open_words, group=gettext_lazy("Person")))


def none_open_words(_values: Values) -> str:
    """Say what is asked."""
    return _("No open improvement plan")


def check_none_open(person_ids: Collection[int], _values: Values, day: date) -> dict[int, Finding]:
    """Judge whether a plan is open (one query); one that was proposed and not agreed to is none."""
    found = open_plans_of(person_ids)
    judged = {}
    for person in person_ids:
        last = found.get(person)
        if last is None:
            judged[person] = Finding(is_met=True, evidence=(Evidence(words=_("none is open")),))
            continue
        weeks = max(1, -(-(last - day).days // 7))
        left = _("the end of the plan, planned for %(day)s") % {"day": day_words(last)}
        judged[person] = Finding(
            is_met=False, evidence=(Evidence(words=_("one runs until %(day)s") % {"day": day_words(last)}),), left=left,
            minutes=MINUTES_A_WEEK * weeks, effort=_("%(n)s weeks") % {"n": weeks}, address="/improvement/",
        )  # fmt: skip
    return judged
