"""What rooms above ask: they offer sets of questions and kinds of surveys when the app starts."""

from bole.surveys.rules.questions import Kind, QuestionSet

_sets: dict[str, QuestionSet] = {}
_kinds: dict[str, Kind] = {}


def offer_questions(one: QuestionSet) -> None:
    """Offer a set of questions. What a set asks must not change once it was asked: offer another code instead."""
    _sets[one.code] = one


def offer_kind(one: Kind) -> None:
    """Offer a kind of survey."""
    _kinds[one.code] = one


def question_set(code: str) -> QuestionSet:
    """Return a set of questions.

    :raises KeyError: if none was offered
    """
    return _sets[code]


def kind_of(code: str) -> Kind:
    """Return a kind of survey.

    :raises KeyError: if none was offered
    """
    return _kinds[code]


def kinds() -> tuple[Kind, ...]:
    """Return all kinds."""
    return tuple(_kinds.values())
