"""A refusal in the words of a terminal."""

from bole.values.period import Period
from bole.values.refusal import NotFound, Refused

NOTHING = "Nothing is found under this name."


def in_words(refusal: Refused) -> dict[str, str]:
    """Return code, message, place and hint of a refusal, in English: a terminal has no language of its own."""
    facts = {name: fact.code if isinstance(fact, Period) else str(fact) for name, fact in refusal.facts.items()}
    return {
        "code": refusal.code,
        "message": NOTHING if type(refusal) is NotFound else _filled(refusal.sentence, facts),
        "where": refusal.where,
        "hint": _filled(refusal.hint, facts),
    }


def _filled(sentence: str, facts: dict[str, str]) -> str:
    """Return the sentence with its names filled; a name without a fact stays as it is."""
    for name, fact in facts.items():
        sentence = sentence.replace("{" + name + "}", fact)
    return sentence
