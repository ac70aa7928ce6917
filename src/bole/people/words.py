"""People in words, for the pages of every room: names, and what sets two of one name apart."""

from django.utils.translation import gettext as _

from bole.kit.ui.languages import either, joined
from bole.people.queries import Card


def name_of(card: Card | None) -> str:
    """Return the name; of two people of one name with unit and number: 张伟（交付一组，BL0322）."""
    if card is None:
        return _("a former colleague")
    if not card.has_namesake:
        return card.name
    unit = either(card.unit_name, card.unit_name_en)
    return _("%(name)s (%(unit)s, %(number)s)") % {"name": card.name, "unit": unit, "number": card.number}


def place_of(card: Card | None) -> str:
    """Return unit and position."""
    if card is None:
        return ""
    return joined(either(card.unit_name, card.unit_name_en), either(card.position_name, card.position_name_en))
