"""Changes of the first weeks: ticking the newcomer's list, going to trainings, and keeping both."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from bole.access.rules import insist_on_taking_part
from bole.growth.actions.keeping import texts_of, write_next
from bole.growth.actions.training_telling import CALLED_OFF, MOVED, tell_goers
from bole.growth.models import NewcomerDone, NewcomerStep, Training, TrainingSeat
from bole.growth.permissions import insist_on_keeping
from bole.growth.refusals import NotOffered, OutsideAddress
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

STEP_TEXTS = ("title_zh", "title_en", "words_zh", "words_en")
TRAINING_TEXTS = (*STEP_TEXTS, "place_zh", "place_en")


@cache
def _shipped() -> list[dict[str, Any]]:
    return json.loads((files("bole.growth") / "presets" / "newcomers.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]  # our own file


@action("growth.tick_newcomer_step")
def tick_newcomer_step(*, step: str, by: Viewer, at: datetime) -> NewcomerDone:
    """Note that one has done a line of the newcomer's list (its ref); ticking it twice is ticking it once.

    :raises NotFound: if there is no such line
    """
    me, found = insist_on_taking_part(by), _step(step)
    on_record(subject=_ref_of(me), thing=f"newcomer step {step}")
    return NewcomerDone.objects.get_or_create(step=found, person_id=me, defaults={"at": at})[0]


@action("growth.untick_newcomer_step")
def untick_newcomer_step(*, step: str, by: Viewer, at: datetime) -> int:
    """Take a tick back; return how many there were.

    :raises NotFound: if there is no such line
    """
    me, found = insist_on_taking_part(by), _step(step)
    on_record(subject=_ref_of(me), thing=f"newcomer step {step}")
    return NewcomerDone.objects.filter(step=found, person_id=me).delete()[0]


@action("growth.take_newcomer_list")
def take_newcomer_list(*, by: Viewer, at: datetime) -> int:
    """Take the newcomer's list that ships, where there is none yet; return how many lines were added."""
    insist_on_keeping(by)
    if NewcomerStep.objects.exists():
        return 0
    stamp = {"changed_at": at, "changed_by": by.name}
    rows = [NewcomerStep(ordinal=n, **one, **stamp) for n, one in enumerate(_shipped(), 1)]
    NewcomerStep.objects.bulk_create(rows)
    on_record(thing=f"{len(rows)} newcomer steps")
    return len(rows)


@action("growth.save_newcomer_step")
def save_newcomer_step(*, step: str, told: Mapping[str, Any], version: int, by: Viewer, at: datetime) -> NewcomerStep:
    """Add a line (`step` empty) or change one; ordinal, day, minutes, address and `is_in` are told with its words.

    :raises TextMissing: if a title is missing
    :raises OutsideAddress: if the address is none of this system
    :raises NotFound, ChangedMeanwhile: if there is no such line, or somebody changed it first
    """
    insist_on_keeping(by)
    texts = texts_of(told, STEP_TEXTS, needed=("title_zh", "title_en"))
    address = str(told.get("address", "")).strip()
    if address and (not address.startswith("/") or address.startswith("//") or "\\" in address):
        raise OutsideAddress(where="address")
    fields = {**texts, "address": address, **{key: told[key] for key in ("ordinal", "day", "minutes", "is_in")}}
    on_record(thing=f"newcomer step {step}", fields=tuple(fields))
    if not step:
        return NewcomerStep.objects.create(**fields, changed_at=at, changed_by=by.name)
    kept = NewcomerStep.objects.select_for_update().filter(ref=step).first()
    if kept is None:
        raise NotFound
    return write_next(kept, fields, version=version, by=by, at=at)


@action("growth.take_seat")
def take_seat(*, training: str, by: Viewer, at: datetime) -> TrainingSeat:
    """Go to a training.

    :raises NotFound: if there is no such training
    :raises NotOffered: if it was called off, or has begun
    """
    me = insist_on_taking_part(by)
    found = Training.objects.filter(ref=training).first()
    if found is None:
        raise NotFound
    if found.called_off_at is not None or found.begins_at <= at:
        raise NotOffered
    on_record(subject=_ref_of(me), thing=f"training {training}")
    return TrainingSeat.objects.get_or_create(training=found, person_id=me, defaults={"at": at})[0]


@action("growth.leave_seat")
def leave_seat(*, training: str, by: Viewer, at: datetime) -> int:
    """Not go to a training after all; return how many seats were given back.

    :raises NotFound: if there is no such training
    """
    me = insist_on_taking_part(by)
    found = Training.objects.filter(ref=training).first()
    if found is None:
        raise NotFound
    on_record(subject=_ref_of(me), thing=f"training {training}")
    return TrainingSeat.objects.filter(training=found, person_id=me).delete()[0]


@action("growth.save_training")
def save_training(*, training: str, told: Mapping[str, Any], version: int, by: Viewer, at: datetime) -> Training:
    """Add a training (`training` empty) or change one; when it begins, its minutes and for whom it is are told with its words.

    :raises TextMissing: if title or place is missing
    :raises NotFound, ChangedMeanwhile: if there is no such training, or somebody changed it first
    """
    insist_on_keeping(by)
    texts = texts_of(told, TRAINING_TEXTS, needed=("title_zh", "title_en", "place_zh", "place_en"))
    fields = {**texts, **{key: told[key] for key in ("begins_at", "minutes", "for_newcomers")}}
    on_record(thing=f"training {training}", fields=tuple(fields))
    if not training:
        return Training.objects.create(**fields, changed_at=at, changed_by=by.name)
    kept = Training.objects.select_for_update().filter(ref=training).first()
    if kept is None:
        raise NotFound
    was = kept.begins_at
    saved = write_next(kept, fields, version=version, by=by, at=at)
    if saved.begins_at != was and saved.called_off_at is None:
        tell_goers(saved, MOVED, local_day(saved.begins_at).isoformat(), at=at)
    return saved


@action("growth.call_off_training")
def call_off_training(*, training: str, by: Viewer, at: datetime) -> Training:
    """Call a training off; calling it off twice is calling it off once.

    :raises NotFound: if there is no such training
    """
    insist_on_keeping(by)
    kept = Training.objects.select_for_update().filter(ref=training).first()
    if kept is None:
        raise NotFound
    if kept.called_off_at is not None:
        return kept
    on_record(thing=f"training {training}", fields=("called_off_at",))
    tell_goers(kept, CALLED_OFF, local_day(kept.begins_at).isoformat(), at=at)
    kept.called_off_at = at
    kept.changed_at, kept.changed_by = at, by.name
    kept.save(update_fields=["called_off_at", "changed_at", "changed_by"])
    return kept


def _step(ref: str) -> NewcomerStep:
    found = NewcomerStep.objects.filter(ref=ref, is_in=True).first()
    if found is None:
        raise NotFound
    return found


def _ref_of(person_id: int) -> str:
    return str(Person.objects.values_list("ref", flat=True).get(pk=person_id))
