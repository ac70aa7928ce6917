"""Names in words: of people, topics, frameworks."""

from django.utils.translation import gettext as _

from bole.kit.ui.languages import either as either
from bole.kit.ui.languages import is_english as is_english
from bole.kit.ui.languages import joined as joined
from bole.kit.ui.languages import listed as listed
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.rules.frameworks import Topic
from bole.mentoring.rules.plan import PlanTopic
from bole.people.queries import Card


def topic_name(one: Topic | PlanTopic) -> str:
    """Return the name of a topic."""
    return either(one.zh, one.en)


def framework_name(one: PairRow) -> str:
    """Return the name of a pair's framework."""
    return either(one.framework_zh, one.framework_en)


def name_of(card: Card | None) -> str:
    """Return the name; of two people of one name with unit and number: 张伟（交付一组，BL0322）."""
    if card is None:
        return _("a former colleague")
    if not card.has_namesake:
        return card.name
    return _("%(name)s (%(unit)s, %(number)s)") % {
        "name": card.name,
        "unit": either(card.unit_name, card.unit_name_en),
        "number": card.number,
    }


def place_of(card: Card | None) -> str:
    """Return unit and position."""
    if card is None:
        return ""
    return joined(either(card.unit_name, card.unit_name_en), either(card.position_name, card.position_name_en))
