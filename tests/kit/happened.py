"""Events and a table-less action that the kit's tests play with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Happened:
    """Something happened."""

    number: int
    names: tuple[str, ...] = ()
