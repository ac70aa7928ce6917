"""Matching and publishing in steps: long work that says which one comes next, so that it can be shown, left and called off in between."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

Stage = Literal["read", "weigh", "solve", "compare", "keep", "begin", "tell"]
STAGES: Final[tuple[Stage, ...]] = ("read", "weigh", "solve", "compare", "keep")
TRYING: Final[tuple[Stage, ...]] = ("read", "weigh", "solve")
PUBLISHING: Final[tuple[Stage, ...]] = ("begin", "tell")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next: of this stage, `done` of `whole` are behind (`whole` 0: how many there are is not known before)."""

    stage: Stage
    done: int = 0
    whole: int = 0


Steps = Generator[Step, None, T]


def finished(steps: Steps[T]) -> T:
    """Do all steps at once and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # what the generator returns
