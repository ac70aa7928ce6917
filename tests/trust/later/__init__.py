"""Later looks at the company of the access tests, for the parity table: what shows its form in another state alone.

Each is a little story: somebody does something by a form of their own, or a day comes, and then a page is looked at. What a story did is
taken back before the next, so that states that exclude one another stand side by side.
"""

from collections.abc import Callable, Iterator

from tests.trust.company import Firm
from tests.trust.later import admitting, deciding, everybody, keeping, learning, mentoring, office, reviewing
from tests.trust.later.moving import Look

STORIES: tuple[Callable[[Firm], Iterator[Look]], ...] = tuple(
    story for room in (everybody, learning, reviewing, mentoring, office, admitting, deciding, keeping) for story in room.STORIES
)
