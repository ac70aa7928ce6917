"""What a piece of feedback is about, and how an address names it."""

from dataclasses import dataclass
from typing import Literal, get_args

AboutKind = Literal["score", "indicator", "alert", "record"]
LONGEST = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A period's score, an indicator in a period, an alert, a record of work: whose it is, and by what it is found again."""

    kind: AboutKind
    person_id: int
    period: str = ""
    code: str = ""
    ref: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address names: a kind and up to two parts."""

    kind: AboutKind
    first: str
    second: str = ""


def asked(text: str) -> Asked | None:
    """Read `score:2026-11`, `indicator:code:2026-11`, `alert:ref` or `record:connection:id`; None if it is nothing of these."""
    kind, _, rest = text[:LONGEST].partition(":")
    first, _, second = rest.partition(":")
    if kind not in get_args(AboutKind) or not first:
        return None
    return Asked(kind, first, second)  # type: ignore[arg-type]  # one of the kinds, by the line above


def address_of(about: About) -> str:
    """Return how an address names it."""
    if about.kind == "score":
        return f"score:{about.period}"
    if about.kind == "indicator":
        return f"indicator:{about.code}:{about.period}"
    return f"{about.kind}:{about.ref}"
