"""Naming a colleague in a form: the number that was picked, or who fits what was typed."""

from dataclasses import dataclass

from django.http import HttpRequest

from bole.kit.clock import today
from bole.kit.page import viewer_of
from bole.mentoring.forms_person import LONGEST, PersonForm
from bole.mentoring.shown.promotion_people import picked
from bole.people.queries import find_people


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The form with who was found, and what is said of the search; `status` is 422 where nobody fits."""

    form: PersonForm
    said: str
    status: int


def number_in(request: HttpRequest) -> str:
    """Return the number that was picked; nothing while one still looks for somebody."""
    return "" if request.POST.get("do") == "find" else request.POST.get("number", "").strip()


def look_for(request: HttpRequest) -> Looked:
    """Look for who is meant; a single one is picked at once, and still sent by whoever looks."""
    text = request.POST.get("find", "").strip()[:LONGEST]
    found = [one for one in find_people(viewer_of(request), text, today()) if one.is_here] if text else []
    people = picked((), {}, found, text=text)
    form = PersonForm(initial={"find": text, "number": next(iter(people.numbers), "")}, people=people.choices)
    return Looked(form=form, said=people.said, status=200 if found else 422)
