"""Whose live scores were written since one last looked: for whoever keeps figures of them in memory."""

import time
from collections import deque
from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from bole.kit.models import Announcement
from bole.scoring.events import ScoresChanged

# On PostgreSQL an announcement is seen when its transaction ends, and another with a higher number may end before it.
LONGEST = 600.0  # seconds that a transaction may take
BEHIND = 10_000  # numbers before the newest that may still be on the way
MOST_AT_ONCE = 500


class Place:
    """How far the announcements of changed scores were read."""

    def __init__(self) -> None:
        """Begin with what is announced now (one query): read the scores after it, not before."""
        newest = Announcement.objects.filter(kind=ScoresChanged.__name__).order_by("-id").values_list("id", "at").first()
        self._last: tuple[int, datetime] | None = newest
        number = newest[0] if newest else 0
        self._low = max(number - self._behind(), 0) if newest else 0
        self._seen = set(self._rows()) if self._low < number else {number}
        self._passed = deque([(time.monotonic(), number)])

    def people_since(self) -> set[int] | None:
        """Return whose scores changed since the last look (one query; two if any did).

        None: so many, or what was read is not there any more, that everything is to be read anew.
        """
        rows = self._rows()
        if self._last is not None and rows.get(self._last[0]) != self._last[1]:
            return None
        fresh = [number for number in rows if number not in self._seen]
        if not fresh:
            return set()
        if len(fresh) > MOST_AT_ONCE:
            return None
        bodies = Announcement.objects.filter(pk__in=fresh).values_list("body", flat=True)
        people = {person for body in bodies for person in body["person_ids"]}
        self._go_on(rows, fresh)
        return people

    def _go_on(self, rows: dict[int, datetime], fresh: Sequence[int]) -> None:
        number, now = max(rows), time.monotonic()
        self._seen.update(fresh)
        self._last = (number, rows[number])
        self._passed.append((now, number))
        while self._passed and self._passed[0][0] <= now - (LONGEST if self._behind() else 0):
            self._low = self._passed.popleft()[1]
        self._seen = {one for one in self._seen if one >= self._low}

    def _rows(self) -> dict[int, datetime]:
        return dict(Announcement.objects.filter(kind=ScoresChanged.__name__, pk__gte=self._low).values_list("id", "at"))

    @staticmethod
    def _behind() -> int:
        return BEHIND if connection.vendor == "postgresql" else 0
