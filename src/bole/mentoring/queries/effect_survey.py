"""How mentees see their mentors: what is published, nothing else. It moves on publication days alone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bole.mentoring.models import MentorRole
from bole.people.models import Person
from bole.surveys.queries import Published, programme, results

KIND = "mentoring"
QUESTIONS = ("on_time", "fits", "solved")
LEAST_MENTORS = 5  # whose results are published, for a mean of the programme to tell of none of them


@dataclass(frozen=True, slots=True)
class SurveySeen:
    """What is published about a mentor; of who has too few answers, the programme's mean (`is_own` False), or nothing."""

    published: Published | None
    is_own: bool

    @property
    def rates(self) -> tuple[Fraction, ...]:
        """The own rates, for the score: never the programme's."""
        return tuple(one.share for one in self.published.rates.values()) if self.published is not None and self.is_own else ()


def surveys_of(mentor_ids: Collection[int], *, day: date) -> dict[int, SurveySeen]:
    """Return what is published about each mentor (five queries)."""
    refs = {pk: str(ref) for pk, ref in Person.objects.filter(pk__in=mentor_ids).values_list("id", "ref")}
    own = results(KIND, refs.values(), day=day)
    lacking = [pk for pk, ref in refs.items() if own[ref] is None]
    mean = mean_of_programme(day=day) if lacking else None
    return {pk: SurveySeen(own[ref] or mean, own[ref] is not None) for pk, ref in refs.items()}


def mean_of_programme(*, day: date) -> Published | None:
    """Return the mean of all that is published, if that is of enough mentors (four queries)."""
    refs = [str(ref) for ref in Person.objects.filter(pk__in=MentorRole.objects.values("person")).values_list("ref", flat=True)]
    published = [one for one in results(KIND, refs, day=day).values() if one is not None]
    return programme(KIND, day=day) if len(published) >= LEAST_MENTORS else None
