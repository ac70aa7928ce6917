"""What a promotion file says of somebody's mentoring."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.days import day
from bole.mentoring.queries.effect_file import MentorFile
from bole.mentoring.shown.effect import EffectShown, effect_shown
from bole.mentoring.shown.naming import name_of, place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """The file."""

    title: str
    place: str
    as_of: str
    effect: EffectShown
    follows: tuple[str, ...]
    url: str


def file_shown(found: MentorFile) -> FileShown:
    """Return the file in words."""
    name = name_of(found.page.card)
    follows = [
        _("If %(name)s comes to lead this unit, %(mentee)s comes into the reporting line and needs another mentor.")
        % {"name": name, "mentee": name_of(one)}
        for one in found.in_line
    ]
    return FileShown(
        title=_("%(name)s: mentoring, for the promotion file") % {"name": name},
        place=place_of(found.page.card),
        as_of=_("As of %(day)s") % {"day": day(found.day)},
        effect=effect_shown(found.page, today=found.day),
        follows=tuple(follows),
        url="/mentoring/effect/" if found.page.is_own else f"/mentoring/effect/{found.page.card.number}/",
    )
