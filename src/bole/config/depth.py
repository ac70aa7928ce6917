"""Room for deep calls.

Python 3.11 to 3.13 lay the frames of calls in pieces of 16 KB. A loop whose calls cross the end of a piece asks the system for another
and gives it back at every call (https://github.com/python/cpython/issues/142183; 340 times for a page of ours). A frame that asks for more
than a piece gets one of its own, in which there is room for all that it calls.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# Slots of 8 bytes: a little over half a megabyte, for which Python takes a whole one. What is not touched takes no memory.
SLOTS = 66_000


def with_room(call: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """Return what `call` returns; all it calls, some thousand frames deep, lies in one piece."""
    return call(*arguments, **named)


with_room.__code__ = with_room.__code__.replace(co_stacksize=SLOTS)
