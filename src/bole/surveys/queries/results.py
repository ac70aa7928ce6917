"""What is published: frozen on its day."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Count

from bole.surveys.models import Included, Participation, Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What a question came to: a share between 0 and 1, of so many answers that count, of at least so many people."""

    share: Fraction
    answers: int
    people: int

    @property
    def percent(self) -> int:
        """Return the share in whole percent, rounded half up."""
        return (self.share * 100 + Fraction(1, 2)).__floor__()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What is known about somebody since a publication day. A question below the floor has no rate.

    `answers` and `people` are of the rounds that were joined; a rate rests on those of them that count.
    """

    about: str
    day: date
    rates: Mapping[str, Rate]
    answers: int
    people: int


def results(kind: str, abouts: Collection[str], *, day: date) -> dict[str, Published | None]:
    """Return what is published about each of them as of a day; None where too few answered (one query).

    Whoever calls it decides who may see it. It changes on publication days alone.
    """
    found: dict[str, Published | None] = dict.fromkeys(abouts)
    rows = Publication.objects.filter(kind=kind, about__in=list(abouts), day__lte=day).order_by("about", "day")
    for one in rows:
        found[one.about] = read(one)
    return found


def publications(kind: str, abouts: Collection[str], *, day: date) -> dict[str, tuple[Published, ...]]:
    """Return all that was published about each of them up to a day, in order; what passed no floor is left out (one query)."""
    found: dict[str, tuple[Published, ...]] = dict.fromkeys(abouts, ())
    for one in Publication.objects.filter(kind=kind, about__in=list(abouts), day__lte=day).order_by("about", "day"):
        shown = read(one)
        if shown is not None:
            found[one.about] = (*found[one.about], shown)
    return found


def programme(kind: str, *, day: date) -> Published | None:
    """Return what all that is published comes to together: the mean to show where somebody has too few answers (two queries).

    It joins what is published and nothing else, or the difference to the published would tell of those who are not.
    """
    newest = {one.about: one for one in Publication.objects.filter(kind=kind, day__lte=day).order_by("about", "day")}
    found = [shown for one in newest.values() if (shown := read(one)) is not None]
    if not found:
        return None
    rounds = Included.objects.filter(publication__kind=kind, publication__day__lte=day).values("round")
    people = Participation.objects.filter(round__in=rounds).exclude(answered_on=None).aggregate(n=Count("person", distinct=True))["n"]
    return _joined(found, people=people)


def _joined(found: Collection[Published], *, people: int) -> Published:
    rates: dict[str, Rate] = {}
    for code in dict.fromkeys(code for one in found for code in one.rates):
        parts = [one.rates[code] for one in found if code in one.rates]
        answers = sum(one.answers for one in parts)
        rates[code] = Rate(
            share=sum((one.share * one.answers for one in parts), Fraction(0)) / answers,
            answers=answers,
            people=people,
        )
    return Published(
        about="",
        day=max(one.day for one in found),
        rates=rates,
        answers=sum(one.answers for one in found),
        people=people,
    )


def read(one: Publication) -> Published | None:
    """Return a publication as it is shown; None if nothing of it passes the floors."""
    kept = json.loads(one.results) if one.results else {}
    if not kept:
        return None
    rates = {
        code: Rate(share=Fraction(*said["share"]), answers=said["answers"], people=said["people"]) for code, said in kept["rates"].items()
    }
    return Published(about=one.about, day=one.day, rates=rates, answers=kept["answers"], people=kept["people"])
