"""What is overdue in mentoring, by kind: talks are counted as talks, tests and reports beside them."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.mentoring.queries.duties import DutyRow


def late_words(pairs: int, late: Collection[DutyRow]) -> tuple[str, str]:
    """Return how many pairs run and how many of their talks are overdue; and, beside it, overdue tests and reports if there are any."""
    kinds = [one.kind for one in late]
    said = {"n": pairs, "late": kinds.count("meeting")}
    words = ngettext("%(n)s pair running, talks overdue: %(late)s", "%(n)s pairs running, talks overdue: %(late)s", pairs) % said
    others = {"tests": kinds.count("test"), "reports": kinds.count("report")}
    return words, _("Also overdue: skill tests %(tests)s, reports %(reports)s.") % others if any(others.values()) else ""
