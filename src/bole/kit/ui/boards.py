"""A board: who waits on the left, who takes on the right, threads between them, and beside them what speaks for the chosen thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from bole.kit.ui.drawing import n, svg
from bole.kit.ui.library import draw, register

PIN, GAP, WIDE = 62, 8, 184


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Somebody on a board: `tone` is empty, `on` or `wait`; `seats` are taken and all; `phone_note` stands where no threads are."""

    name: str
    note: str
    url: str = ""
    trail: str = ""
    tone: str = ""
    seats: tuple[int, int] | None = None
    seats_words: str = ""
    phone_note: str = ""

    @property
    def marks(self) -> list[bool]:
        """Return a mark for each seat: True where it is taken."""
        taken, capacity = self.seats or (0, 0)
        return [seat < taken for seat in range(capacity)]


@dataclass(frozen=True, slots=True)
class Thread:
    """A line from the left pin of a number to a right one; None: it leads nowhere yet."""

    left: int
    right: int | None
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Two columns with their heads and what lies between."""

    left_head: tuple[str, str]
    right_head: tuple[str, str]
    left: Sequence[Pin]
    right: Sequence[Pin]
    threads: Sequence[Thread]


def threads_of(board: Board) -> str:
    """Draw the threads; the chosen one last, above the others."""
    height = max(len(board.left), len(board.right), 1) * (PIN + GAP) - GAP
    body = ""
    for one in sorted(board.threads, key=lambda one: one.is_chosen):
        start = _middle(one.left, len(board.left), height)
        if one.right is None:
            body += f'<path d="M0 {n(start)}h{WIDE * 0.32:.1f}" class="thread-open"/>'
            continue
        end = _middle(one.right, len(board.right), height)
        curve = f"M0 {n(start)}C{WIDE / 2:.0f} {n(start)} {WIDE / 2:.0f} {n(end)} {WIDE} {n(end)}"
        body += f'<path d="{curve}" class="{"thread-chosen" if one.is_chosen else "thread"}"/>'
    return svg(WIDE, height, body, "", "threads")


def _middle(index: int, count: int, height: float) -> float:
    """Return the middle of a pin; pins are spread over the height."""
    return PIN / 2 + (index * (height - PIN) / (count - 1) if count > 1 else 0)


@register.simple_block_tag(takes_context=True)
def board(context: Context, content: str, shown: Board) -> SafeString:
    """Draw a `Board`; what stands between the tags is the sheet beside it."""
    lines = mark_safe(threads_of(shown))  # noqa: S308  (numbers alone)
    return draw(context, "board", board=shown, lines=lines, content=content)
