"""What rooms above tell the record: whose data a line is about, and what its things are called."""

from collections.abc import Callable, Collection

# References of people → their name and staff number.
Names = Callable[[Collection[str]], dict[str, str]]
_providers: list[Names] = []


def name_subjects(provider: Names) -> None:
    """Let the people room name those whose data a line is about."""
    _providers[:] = [provider]


# The ways in which a kind of thing is named: refs → names.
_things: dict[str, Names] = {}


def name_things(kind: str, provider: Names) -> None:
    """Let a room name its things of a kind, as lines of the record have them: `connection 2fbcqrjpf4p6`."""
    _things[kind] = provider


def thing_names(kind: str, refs: Collection[str]) -> dict[str, str]:
    """Return the names that are known of things of a kind."""
    return _things[kind](refs) if kind in _things and refs else {}


def subject_names(refs: Collection[str]) -> dict[str, str]:
    """Return the names that are known."""
    return _providers[0](refs) if _providers and refs else {}
