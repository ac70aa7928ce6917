"""A measure: what facts of one kind count, in which unit, and to whom they are credited."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Unit = Literal["count", "seconds", "hundredths", "cents"]
Fold = Literal["sum", "mean"]
LARGEST = 10**12


class Words(NamedTuple):
    """The same in English and Chinese."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One entry of the registry. `code` is stored and never changes its meaning; a new meaning is a new code.

    `unit` is that of the stored whole number (`hundredths`: of a scale from 0 to 100). `fold` says how a period is read: the sum of the
    facts, or their mean. `source` names where the definition comes from; "Bole" where it is our own. A measure that `is_alone_forbidden`
    shows work in progress and may not be an indicator.
    """

    code: str
    name: Words
    event: Words
    credited: Words
    formula: str
    source: str
    unit: Unit = "count"
    fold: Fold = "sum"
    least: int = 0
    most: int = LARGEST
    is_alone_forbidden: bool = False
