"""What the mappings share: names of deliveries, titles, links, kinds."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from bole.work.rules.incoming import has_happened
from bole.work.rules.item import Kind, Mapped
from bole.work.rules.moments import TOLERATED, microseconds
from bole.work.rules.place import Place
from bole.work.rules.refusals import BadCharacter, EmptyText, FromTheFuture, TextTooLong
from bole.work.rules.wording import LONGEST_ID, checked, cleaned, is_link

# By the name of an issue type or a label, in lower case. What is not here is a task.
KINDS: Mapping[str, Kind] = {
    "bug": "defect",
    "defect": "defect",
    "缺陷": "defect",
    "故障": "defect",
    "acceptance": "delivery",
    "验收": "delivery",
    "交付验收": "delivery",
    "rework": "rework",
    "返工": "rework",
}


def kind_of(names: Iterable[str]) -> Kind:
    """Return the kind that the first telling name stands for; a task if none does."""
    return next((KINDS[name] for each in names if (name := each.strip().casefold()) in KINDS), "task")


def title_of(place: Place, name: str) -> str:
    """Return a title that can be shown."""
    return cleaned(place.text(name))


def short(text: str) -> str:
    """Return the name of a project, an account or a label so that it can be stored and shown."""
    return cleaned(text, longest=LONGEST_ID)


def link_of(place: Place, name: str) -> str:
    """Return a link that a person may follow, "" if it is not one."""
    text = place.text(name)
    return text if is_link(text) else ""


def delivery_name(given: str, payload: Mapping[str, object], *more: str) -> str:
    """Return the tool's own name of a delivery, or a fingerprint of its content where it has none that can be kept."""
    try:
        return checked(given, field="delivery", where="")
    except (EmptyText, TextTooLong, BadCharacter):
        content = json.dumps([payload, *more], sort_keys=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(content.encode("ascii")).hexdigest()


def happened(mapped: Mapped, at: datetime | None) -> Mapped:
    """Return what was mapped, if it had happened by the moment of arrival. A version from the future would shut out all that come after.

    :raises FromTheFuture: if a moment in it, or its version, lies more than 5 minutes ahead
    """
    if at is not None:
        for item in mapped.items:
            has_happened(item, at=at)
            if item.version > microseconds(at + TOLERATED):
                raise FromTheFuture(field="version", where="/")
    return mapped
