"""What became of a try, and when there is another."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal

MOST_TRIES: Final = 8
LEASE: Final = timedelta(minutes=5)  # a message in hand for longer belongs to a worker that is gone
LONGEST: Final = timedelta(hours=6)

# sent: taken · gone: this address takes nothing any more · refused: this message is not taken, nor would it be later · later: try again
Became = Literal["sent", "gone", "refused", "later"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try; `code` is short and says nothing of what was sent; `wait` is what the other side asked for."""

    became: Became
    code: str = ""
    wait: timedelta = timedelta(0)


def next_try(tries: int, outcome: Outcome) -> timedelta | None:
    """Return how long to wait after so many tries: 1, 2, 4 … minutes, or longer if asked to; None when it is laid aside."""
    if tries >= MOST_TRIES:
        return None
    return min(max(timedelta(minutes=2 ** (tries - 1)), outcome.wait), LONGEST)


def of_status(status: int, retry_after: str = "") -> Outcome:
    """Return what a plain HTTP answer means."""
    if status < 300:
        return Outcome("sent", str(status))
    if status in {404, 410}:
        return Outcome("gone", str(status))
    if status in {408, 429} or status >= 500:
        seconds = int(retry_after) if retry_after.isdigit() else 0
        return Outcome("later", str(status), timedelta(seconds=min(seconds, int(LONGEST.total_seconds()))))
    return Outcome("refused", str(status))
