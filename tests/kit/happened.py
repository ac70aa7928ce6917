"""Events that the kit's tests announce, and reactions that note what they heard."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from bole.kit import announce
from bole.kit.models import Heartbeat


@dataclass(frozen=True, slots=True)
class Happened:
    """Something happened."""

    number: int
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class Reader:
    """Reacts by writing a row; fails as long as it is told to."""

    name: str
    fails: int = 0
    heard: list[Happened] = field(default_factory=list)

    def react(self, event: Happened, at: datetime) -> None:
        """Write a row, then fail if it must: a failure leaves nothing of the row."""
        self.heard.append(event)
        Heartbeat.objects.create(name=f"{self.name} {event.number}", at=at)
        if self.fails:
            self.fails -= 1
            raise RuntimeError(f"{self.name} cannot")


@contextmanager
def hearing(*readers: Reader) -> Iterator[None]:
    """Let these readers, and nobody else, hear what happened."""
    announce._heard.pop("Happened", None)
    for reader in readers:
        announce.on(Happened, name=reader.name)(reader.react)
    try:
        yield
    finally:
        announce._heard.pop("Happened", None)


def written() -> list[str]:
    """Return what the reactions left, in order of names."""
    return sorted(Heartbeat.objects.values_list("name", flat=True))
