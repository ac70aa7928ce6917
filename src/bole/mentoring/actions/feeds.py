"""Somebody's calendar address: made, shown once, taken back."""

import secrets
from datetime import datetime

from bole.accounts.actions import hashed
from bole.kit.action import action, on_record
from bole.mentoring.models import CalendarFeed
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@action("mentoring.make_feed")
def make_feed(*, by: Viewer, at: datetime) -> str:
    """Make the viewer's calendar address and return its secret, this once; a former address is dead from now on.

    :raises NotFound: for whoever is nobody here
    """
    person = _locked(by)
    CalendarFeed.objects.filter(person=person, ended_at=None).update(ended_at=at)
    secret = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(person=person, hash=hashed(secret), made_at=at)
    on_record(subject=str(person.ref))
    return secret


@action("mentoring.end_feed")
def end_feed(*, by: Viewer, at: datetime) -> None:
    """Take the viewer's calendar address back.

    :raises NotFound: for whoever is nobody here
    """
    person = _locked(by)
    CalendarFeed.objects.filter(person=person, ended_at=None).update(ended_at=at)
    on_record(subject=str(person.ref))


def _locked(by: Viewer) -> Person:
    person = Person.objects.select_for_update(no_key=True).filter(pk=by.person_id).first() if by.person_id is not None else None
    if person is None:
        raise NotFound
    return person
