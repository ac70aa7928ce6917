"""Names in words: of people, topics, frameworks."""

from bole.kit.ui.languages import either as either
from bole.kit.ui.languages import is_english as is_english
from bole.kit.ui.languages import joined as joined
from bole.kit.ui.languages import listed as listed
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.rules.frameworks import Topic
from bole.mentoring.rules.plan import PlanTopic
from bole.people.words import name_of as name_of
from bole.people.words import place_of as place_of


def topic_name(one: Topic | PlanTopic) -> str:
    """Return the name of a topic."""
    return either(one.zh, one.en)


def framework_name(one: PairRow) -> str:
    """Return the name of a pair's framework."""
    return either(one.framework_zh, one.framework_en)
