"""What feedback may be about: only what the sender may see.

A request is about something of one's own first, praise and advice about something of the recipient's.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may
from bole.reviews.queries.alerts import alert_seen
from bole.reviews.refusals import NotOpenToYou
from bole.reviews.rules.about import About, Asked, asked
from bole.scoring.queries import is_kept_to_self, my_sheet
from bole.scoring.rules.explanation import LeafPart
from bole.values.refusal import NotFound, Refused
from bole.values.viewer import Viewer
from bole.work.models import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that may be chosen: an indicator of the period that is shown, or its score."""

    about: About
    zh: str
    en: str


def about_for(viewer: Viewer, text: str, *, recipient_id: int, kind: str, day: date, at: datetime) -> About | None:
    """Return what an address or a form names; nothing for no text.

    :raises NotOpenToYou: if it is not there, or not open to the viewer
    """
    if not text:
        return None
    wanted = asked(text)
    own = viewer.person_id if viewer.person_id is not None else recipient_id
    people = (own, recipient_id) if kind == "request" else (recipient_id, own)
    for person in people if wanted is not None else ():
        found = _seen(viewer, person, wanted, day=day, at=at) if wanted else None
        if found is not None:
            return found
    raise NotOpenToYou(where="about")


def choices_for(viewer: Viewer, recipient_id: int, *, day: date) -> list[Choice]:
    """Return what of the recipient's newest score the viewer may write about; nothing where it is not open (two queries)."""
    try:
        sheet = my_sheet(viewer, recipient_id, day=day)
    except NotFound:
        return []
    leaves: list[LeafPart] = list(sheet.explanation.leaves) if sheet.explanation else []
    period = sheet.period.code
    indicators = [
        Choice(about=About(kind="indicator", person_id=recipient_id, period=period, code=leaf.code), zh=leaf.zh, en=leaf.en)
        for leaf in leaves
    ]
    return [Choice(about=About(kind="score", person_id=recipient_id, period=period), zh="", en=""), *indicators]


def _seen(viewer: Viewer, person_id: int, wanted: Asked, *, day: date, at: datetime) -> About | None:
    match wanted.kind:
        case "score":
            return _score(viewer, person_id, wanted.first, "", day=day)
        case "indicator":
            return _score(viewer, person_id, wanted.second, wanted.first, day=day)
        case "alert":
            return alert_seen(viewer, person_id, wanted.first, at=at)
        case "record":
            return _record(viewer, person_id, wanted, day=day)


def _score(viewer: Viewer, person_id: int, period: str, code: str, *, day: date) -> About | None:
    try:
        sheet = my_sheet(viewer, person_id, day=day, period=period)
    except Refused:
        return None
    leaves = sheet.explanation.leaves if sheet.explanation else ()
    if code and code not in {leaf.code for leaf in leaves}:
        return None
    return About(kind="indicator" if code else "score", person_id=person_id, period=sheet.period.code, code=code)


def _record(viewer: Viewer, person_id: int, wanted: Asked, *, day: date) -> About | None:
    if not may(viewer, "read", "facts", person_id) or is_kept_to_self(viewer, person_id, day=day):
        return None
    item = Item.objects.filter(connection__ref=wanted.first, external_id=wanted.second, person=person_id).first()
    if item is None:
        return None
    return About(kind="record", person_id=person_id, ref=f"{wanted.first}:{wanted.second}", title=str(item.title) or item.external_id)
