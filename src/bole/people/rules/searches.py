"""What was typed into a search, as a pattern over search keys."""

import re
from dataclasses import dataclass

from bole.people.rules.names import plain

LONGEST_SEARCH_TEXT = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search key must hold: a plain piece (`holds`), and for letters a pattern as well (`pattern`)."""

    holds: str
    pattern: str = ""
    exactly: str = ""


def wanted(text: str) -> Wanted | None:
    """Read what was typed; None if nothing was.

    Letters match the beginnings of syllables, one after the other: zengrui, zr, ouyx. Everything else (Chinese characters, staff
    numbers) matches as it stands, anywhere.
    """
    typed = plain(text[:LONGEST_SEARCH_TEXT]).replace(" ", "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isalpha()):
        return Wanted(holds=typed, exactly=f"|{typed}|")
    # A letter stands next to the one before it, or begins a later syllable of the same token.
    return Wanted(holds=f"|{typed[0]}", pattern=r"\|" + "([a-z]* )?".join(typed), exactly=f"|{typed}|")


def matches(key: str, want: Wanted) -> bool:
    """Test if a search key is found; the database does the same."""
    return want.holds in key and (not want.pattern or re.search(want.pattern, key) is not None)
