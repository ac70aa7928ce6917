"""Names in words: of people, topics, frameworks."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.rules.frameworks import Topic
from bole.mentoring.rules.plan import PlanTopic
from bole.people.queries import Card


def is_english() -> bool:
    """Test if the reader reads English."""
    return (get_language() or "").startswith("en")


def either(zh: str, en: str) -> str:
    """Return the name in the reader's language; what has no other one is said as it is."""
    return en or zh if is_english() else zh or en


def topic_name(one: Topic | PlanTopic) -> str:
    """Return the name of a topic."""
    return either(one.zh, one.en)


def framework_name(one: PairRow) -> str:
    """Return the name of a pair's framework."""
    return either(one.framework_zh, one.framework_en)


def listed(names: Iterable[str]) -> str:
    """Set names one after the other: 李四、林静."""
    return (", " if is_english() else "、").join(names)


def joined(*parts: str) -> str:
    """Set parts of a note one after the other."""
    return (", " if is_english() else "，").join(part for part in parts if part)


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
