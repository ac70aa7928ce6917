"""What rooms above tell the record: whose data a line is about."""

from collections.abc import Callable, Collection

# References of people → their name and staff number.
Names = Callable[[Collection[str]], dict[str, str]]
_providers: list[Names] = []


def name_subjects(provider: Names) -> None:
    """Let the people room name those whose data a line is about."""
    _providers[:] = [provider]


def subject_names(refs: Collection[str]) -> dict[str, str]:
    """Return the names that are known."""
    return _providers[0](refs) if _providers and refs else {}
