"""From a delivery of Delighted to an answer. Comments are not read, nor who the customer is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bole.connect.reading import delivery_name, happened, link_of
from bole.values.refusal import say
from bole.work.rules.item import ItemVersion, Mapped
from bole.work.rules.moments import microseconds
from bole.work.rules.place import Place
from bole.work.rules.refusals import MissingField, OutOfRange
from bole.work.rules.wording import checked

NOT_READ = say("Bole does not read this event.")
NO_SCALE = say("Bole does not read this type of survey.")
NOT_ANSWERED = say("There is no answer in it yet.")
NOBODY = say("The survey names no employee, so nobody is credited.")
TAKEN_AS_NPS = say("The survey's type was not sent; the answer is read on the scale from 0 to 10.")

EVENTS = frozenset({"survey_response.created", "survey_response.updated"})
# Who is credited: a property of the customer's record, or a tag such as “employee:BL0064”.
NAMES = ("employee", "employee_id", "employee_number", "employee_email", "员工", "工号")


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers that a survey takes, and how many hundredths of 0 to 100 one step is worth."""

    least: int
    most: int
    step: int


NPS = Scale(0, 10, 1000)
STARS = Scale(1, 5, 2000)
SCALES: Mapping[str, Scale] = {"nps": NPS, "csat": STARS, "stars": STARS, "smileys": STARS}


def delivery_id(payload: Mapping[str, object], headers: Mapping[str, str], *, at: datetime | None = None) -> str:
    """Return the id of the event, and when the answer was last changed, so that no change can pass for a repetition."""
    event, answer = payload.get("event_id"), payload.get("event_data")
    changed_at = answer.get("updated_at") if isinstance(answer, Mapping) else None
    return delivery_name(f"{event} {changed_at}" if isinstance(event, str) and event and isinstance(changed_at, int) else "", payload)


def map_delivery(payload: Mapping[str, object], headers: Mapping[str, str], *, at: datetime | None = None) -> Mapped:
    """Map one delivery; `at` is the moment of arrival, if what lies beyond it shall be refused.

    :raises Invalid: with the place, if the payload is malformed
    """
    place = Place.of(payload)
    place.must_have("event_type")
    if place.text("event_type") not in EVENTS:
        return Mapped(ignored=NOT_READ)
    answer = place.inner("event_data")
    survey = answer.text("survey_type")
    scale = SCALES.get(survey.strip().casefold()) if survey else NPS
    score = answer.number("score")
    if scale is None:
        return Mapped(ignored=NO_SCALE)
    if score is None:
        return Mapped(ignored=NOT_ANSWERED)
    if not scale.least <= score <= scale.most:
        raise OutOfRange(value=score, least=scale.least, most=scale.most, where=answer.where("score"))
    answered_at = _moment(answer, "created_at")
    account = _employee(answer)
    item = ItemVersion(
        external_id=answer.key("id"),
        kind="rating",
        version=microseconds(answer.moment_in_seconds("updated_at") or answered_at),
        account=account,
        account_email=account.casefold() if account and "@" in account else "",
        state="done",
        title=f"{score}/{scale.most}",
        link=link_of(answer, "permalink"),
        opened_at=answered_at,
        closed_at=answered_at,
        values=(("satisfaction", score * scale.step),),
    )
    notes = (*(() if account else (NOBODY,)), *(() if survey else (TAKEN_AS_NPS,)))
    return happened(Mapped(items=(item,), notes=notes), at)


def _employee(answer: Place) -> str | None:
    """Return whom the customer was asked about; the first name that says something."""
    return next((found for found in _named(answer) if found), None)


def _named(answer: Place) -> Iterator[str]:
    properties = answer.maybe("person_properties")
    if properties is not None:
        keys = {key.strip().casefold(): key for key in sorted(properties.fields)}
        for name in NAMES:
            key = keys.get(name)
            if key is not None and properties.has(key):
                yield properties.key(key)
    for n, tag in enumerate(answer.entries("tags")):
        name, _, value = tag.partition(":") if isinstance(tag, str) else ("", "", "")
        if name.strip().casefold() in NAMES and value.strip():
            yield checked(value.strip(), field="tags", where=f"{answer.where('tags')}/{n}")


def _moment(place: Place, name: str) -> datetime:
    moment = place.moment_in_seconds(name)
    if moment is None:
        raise MissingField(field=name, where=place.where(name))
    return moment
