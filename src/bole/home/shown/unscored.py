"""The home of somebody without a score, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.home.queries.unscored import Unscored
from bole.home.shown.performance import WorkShown, work_shown
from bole.home.shown.support import SupportShown, support_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class UnscoredShown:
    """All words of the home."""

    title: str
    words: str
    work: WorkShown
    support: tuple[SupportShown, ...]


def unscored_shown(found: Unscored, name: str) -> UnscoredShown:
    """Return the home in words."""
    return UnscoredShown(
        title=_("Welcome, %(name)s") % {"name": name},
        words=_("Your kind of contract has no performance score: nobody sees one of you, and you count in no figure of a team."),
        work=work_shown(found.work),
        support=tuple(support_shown(one) for one in found.support),
    )
