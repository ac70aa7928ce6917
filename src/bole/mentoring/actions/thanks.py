"""Saying thank you: a mentee's sentence to the mentor, read by the two alone; on Teachers' Day mentees are asked once."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Mentorship, Thanks
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.permissions import is_of_pair
from bole.mentoring.refusals import NotBegunYet, ThankedToday
from bole.people.models import Person
from bole.reviews.rules.writing import written
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer

MOST_WORDS = 300
TEACHERS_DAY = (9, 10)  # month and day
ASKED_FROM, ASKED_UNTIL = time(9, 30), time(20)


@action("mentoring.say_thanks")
def say_thanks(*, pair_ref: str, words: str, by: Viewer, at: datetime) -> Thanks:
    """Thank one's mentor, of now or of before, in a sentence; it counts nowhere.

    :raises NotFound, NotYours: unless the mentee says it
    :raises NotBegunYet: before the first day
    :raises ThankedToday: if it was said today
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    pair = Mentorship.objects.select_for_update(of=("self",)).select_related("mentor").filter(ref=pair_ref).first()
    if pair is None or not is_of_pair(by, pair):
        raise NotFound
    if by.person_id != pair.mentee_id:
        raise NotYours
    day = local_day(at)
    if day < pair.first_day:
        raise NotBegunYet(day=pair.first_day, where="words")
    if Thanks.objects.filter(mentorship=pair, day=day).exists():
        raise ThankedToday(name=pair.mentor.name)
    made = Thanks.objects.create(mentorship=pair, day=day, words=written(words, most=MOST_WORDS, where="words"), at=at)
    on_record(thing=f"mentorship {pair.ref}")
    address = f"/mentoring/pairs/{pair.ref}/thanks/"
    tell_people([pair.mentor_id], kind="mentoring.thanked", key=made.ref, params={"name": by.name}, address=address, by=SYSTEM, at=at)
    return made


@action("mentoring.ask_on_teachers_day")
def ask_on_teachers_day(*, by: Viewer, at: datetime) -> int:
    """Ask mentees once on Teachers' Day whether they would like to say thank you; return how many were asked."""
    here = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    if (here.month, here.day) != TEACHERS_DAY or not ASKED_FROM <= here.time() < ASKED_UNTIL:
        return 0
    pairs = list(Mentorship.objects.filter(state__in=ALIVE, first_day__lte=here.date()).order_by("pk"))
    said = set(Thanks.objects.filter(mentorship__in=pairs, day=here.date()).values_list("mentorship_id", flat=True))
    names = dict(Person.objects.filter(pk__in={one.mentor_id for one in pairs}).values_list("pk", "name"))
    count = 0
    for one in pairs:
        if one.pk not in said:
            count += tell_people(
                [one.mentee_id], kind="mentoring.teachers_day", key=f"{one.ref}:{here.year}", params={"mentor": names[one.mentor_id]},
                address=f"/mentoring/pairs/{one.ref}/thanks/", by=by, at=at,
            )  # fmt: skip
    return count
