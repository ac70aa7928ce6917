"""What the pulse knows: read once from the file that was written for it."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Link:
    """A connection of the demo: where to post, and what to sign with."""

    ref: str
    secret: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody for whom things happen, as the tools know them."""

    number: str
    name: str
    email: str
    code: str
    plan: str
    family: str
    only_asked: bool


@dataclass(frozen=True, slots=True)
class Known:
    """All that the pulse knows."""

    token: str
    links: dict[str, Link]
    people: tuple[Somebody, ...]

    def somebody(self, number: str) -> Somebody | None:
        """Return the person of a number."""
        return next((one for one in self.people if one.number == number), None)

    def those(self, *families: str) -> list[Somebody]:
        """Return the people of some families for whom things happen by themselves."""
        return [one for one in self.people if one.family in families and not one.only_asked]


def read(path: Path) -> Known:
    """Read the file."""
    told = json.loads(path.read_text(encoding="utf-8"))
    links = {key: Link(one["ref"], one["secret"]) for key, one in told["connections"].items()}
    return Known(told["token"], links, tuple(Somebody(**one) for one in told["people"]))
