"""What other systems send to `POST /api/v1/items` and `POST /api/v1/facts`: one JSON object becomes one version of an item, or is refused.

The shapes stand in `docs/connections/items-and-facts.md`. Nothing is guessed: what is not understood is refused with its place.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import cast, get_args

from bole.work.rules.item import MARKS, ItemVersion, Kind, Mark, State
from bole.work.rules.measures import measure_of
from bole.work.rules.moments import microseconds, refuse_future
from bole.work.rules.place import Place
from bole.work.rules.refusals import (
    BadEmail,
    ClosedButOpen,
    EndsBeforeStart,
    MissingField,
    NotText,
    NotWholeNumber,
    OutOfRange,
    TooMany,
    TwoVersions,
    UnknownChoice,
    UnknownField,
    UnknownKind,
    WrongForKind,
)
from bole.work.rules.wording import LONGEST_TITLE, checked, checked_link

_ALL = ("id", "account", "account_name", "account_email", "title", "link", "project", "updated_at", "version", "retracted")
ITEM_FIELDS = (*_ALL, "kind", "state", "opened_at", "due_on", "responded_at", "closed_at", "labels", "marks", "values")
FACT_FIELDS = (*_ALL, "measure", "value", "moment")

# Things that happen in a moment: done as soon as they are there.
MOMENTARY: frozenset[Kind] = frozenset({"review", "push", "rating"})
_MUST_OPEN: frozenset[Kind] = MOMENTARY | {"defect", "rework", "ticket"}
_MEASURES: dict[str, frozenset[str]] = {
    "push": frozenset({"commits"}),
    "rating": frozenset({"satisfaction", "peer_rating"}),
    "ticket": frozenset({"responses_in_time"}),
}
_MUST_TELL = frozenset({"push", "rating"})
_NEWEST_VERSION = 2**53
_MOST = 100


def read_item(body: object, *, at: datetime, where: str = "") -> ItemVersion:
    """Read one object of `POST /api/v1/items`. `at` is now; `where` the pointer of the object in the whole body.

    :raises Invalid: in one of the classes of `refusals`, with code, place, sentence and hint
    """
    place = Place.of(body, pointer=where)
    _known(place, ITEM_FIELDS)
    kind = _kind(place)
    opened_at = place.moment("opened_at")
    is_momentary = kind in MOMENTARY
    item = ItemVersion(
        external_id=place.key("id"),
        kind=kind,
        version=_version(place, at=at),
        account=_name(place, "account") or None,
        state=cast(State, _choice(place, "state", get_args(State)) or ("done" if is_momentary else "open")),  # it is one of them
        title=_title(place),
        link=_link(place),
        project=_name(place, "project"),
        opened_at=opened_at,
        due_on=place.day("due_on"),
        responded_at=place.moment("responded_at"),
        closed_at=place.moment("closed_at") or (opened_at if is_momentary else None),
        labels=_labels(place),
        values=_values(place, kind),
        marks=_marks(place),
        is_retracted=place.yes("retracted"),
        account_name=_name(place, "account_name"),
        account_email=_email(place),
    )
    if not item.is_retracted:
        _makes_sense(item, place)
        _in_order(item, place)
    has_happened(item, at=at, where=where)
    return item


def read_fact(body: object, *, at: datetime, where: str = "") -> ItemVersion:
    """Read one object of `POST /api/v1/facts`: an item of kind “fact” that carries one value of one measure.

    :raises Invalid: in one of the classes of `refusals`, with code, place, sentence and hint
    """
    place = Place.of(body, pointer=where)
    _known(place, FACT_FIELDS)
    is_retracted = place.yes("retracted")
    if not is_retracted:
        for name in ("account", "measure", "value", "moment"):
            place.must_have(name)
    moment = place.moment("moment")
    item = ItemVersion(
        external_id=place.key("id"),
        kind="fact",
        version=_version(place, at=at, default=None if is_retracted else 1),
        account=_name(place, "account") or None,
        state="done",
        title=_title(place),
        link=_link(place),
        project=_name(place, "project"),
        opened_at=moment,
        closed_at=moment,
        values=() if is_retracted else (_value(place, "value", measure=place.key("measure"), measure_at=place.where("measure")),),
        is_retracted=is_retracted,
        account_name=_name(place, "account_name"),
        account_email=_email(place),
    )
    if moment is not None:
        refuse_future(moment, at=at, field="moment", where=place.where("moment"))
    return item


def has_happened(item: ItemVersion, *, at: datetime, where: str = "") -> None:
    """Let pass an item all of whose moments have come by `at`. Only a due day may lie ahead.

    :raises FromTheFuture: if one has not
    """
    for field in ("opened_at", "responded_at", "closed_at"):
        moment: datetime | None = getattr(item, field)
        if moment is not None:
            refuse_future(moment, at=at, field=field, where=f"{where}/{field}")
    for mark in item.marks:
        refuse_future(mark.moment, at=at, field="marks", where=f"{where}/marks")


def _makes_sense(item: ItemVersion, place: Place) -> None:
    """Refuse an item that could never stand for what its kind stands for."""
    if item.kind in _MUST_OPEN:
        place.must_have("opened_at")
    if item.state == "done" and item.closed_at is None:
        raise MissingField(field="closed_at", where=place.where("closed_at"))
    if item.state == "open" and item.closed_at is not None:
        raise ClosedButOpen(where=place.where("closed_at"))
    if item.responded_at is not None and item.kind != "ticket":
        raise WrongForKind(kind=item.kind, field="responded_at", where=place.where("responded_at"))
    if item.kind in MOMENTARY:
        _has_none(place, item.kind, ("due_on", "marks"))
    if item.kind in _MUST_TELL and not item.values:
        raise MissingField(field="values", where=place.where("values"))


def _in_order(item: ItemVersion, place: Place) -> None:
    for field, moment in (("responded_at", item.responded_at), ("closed_at", item.closed_at)):
        if moment is not None and item.opened_at is not None and moment < item.opened_at:
            raise EndsBeforeStart(field=field, where=place.where(field))


def _has_none(place: Place, kind: str, names: Iterable[str]) -> None:
    for name in names:
        if place.has(name):
            raise WrongForKind(kind=kind, field=name, where=place.where(name))


def _known(place: Place, fields: tuple[str, ...]) -> None:
    for name in place.fields:
        if name not in fields:
            raise UnknownField(field=name[:60], fields=", ".join(fields), where=place.where(name[:60]))


def _choice(place: Place, name: str, choices: Iterable[str], *, refusal: type[UnknownChoice] = UnknownChoice) -> str:
    text = place.text(name)
    if text and text not in choices:
        raise refusal(text=text[:60], field=name, choices=", ".join(choices), where=place.where(name))
    return text


def _kind(place: Place) -> Kind:
    place.must_have("kind")
    kinds = tuple(kind for kind in get_args(Kind) if kind != "fact")
    return cast(Kind, _choice(place, "kind", kinds, refusal=UnknownKind))  # it is one of them


def _version(place: Place, *, at: datetime, default: int | None = None) -> int:
    number, updated_at = place.number("version"), place.moment("updated_at")
    if number is not None and updated_at is not None:
        raise TwoVersions(where=place.where("version"))
    if updated_at is not None:
        refuse_future(updated_at, at=at, field="updated_at", where=place.where("updated_at"))
        return microseconds(updated_at)
    if number is None:
        number = default
    if number is None:
        raise MissingField(field="updated_at", where=place.where("updated_at"))
    if not 0 <= number <= _NEWEST_VERSION:
        raise OutOfRange(value=number, least=0, most=_NEWEST_VERSION, where=place.where("version"))
    return number


def _name(place: Place, name: str) -> str:
    text = place.text(name)
    return checked(text, field=name, where=place.where(name)) if text else ""


def _title(place: Place) -> str:
    text = place.text("title")
    return checked(text, field="title", where=place.where("title"), longest=LONGEST_TITLE, may_join=True) if text else ""


def _link(place: Place) -> str:
    text = place.text("link")
    return checked_link(text, field="link", where=place.where("link")) if text else ""


def _email(place: Place) -> str:
    text = _name(place, "account_email")
    if text and not all(text.partition("@")):
        raise BadEmail(field="account_email", where=place.where("account_email"))
    return text.casefold()


def _labels(place: Place) -> frozenset[str]:
    labels = _few(place, "labels")
    found = set()
    for n, label in enumerate(labels):
        where = f"{place.where('labels')}/{n}"
        if not isinstance(label, str):
            raise NotText(field="labels", where=where)
        found.add(checked(label, field="labels", where=where, may_join=True))
    return frozenset(found)


def _marks(place: Place) -> frozenset[Mark]:
    _few(place, "marks")
    found = set()
    for entry in place.objects("marks"):
        _known(entry, ("name", "moment"))
        entry.must_have("name")
        entry.must_have("moment")
        moment = entry.moment("moment")
        if moment is not None:
            found.add(Mark(_choice(entry, "name", MARKS), moment))
    return frozenset(found)


def _few(place: Place, name: str) -> list[object]:
    entries = place.entries(name)
    if len(entries) > _MOST:
        raise TooMany(field=name, length=len(entries), limit=_MOST, where=place.where(name))
    return entries


def _values(place: Place, kind: Kind) -> tuple[tuple[str, int], ...]:
    values = place.maybe("values")
    if values is None:
        return ()
    allowed = _MEASURES.get(kind)
    if allowed is None:
        raise WrongForKind(kind=kind, field="values", where=place.where("values"))
    for code in values.fields:
        if measure_of(code, where=values.where(code)).code not in allowed:
            raise WrongForKind(kind=kind, field=code, where=values.where(code))
    return tuple(_value(values, code, measure=code, measure_at=values.where(code)) for code in sorted(values.fields))


def _value(place: Place, name: str, *, measure: str, measure_at: str) -> tuple[str, int]:
    known = measure_of(measure, where=measure_at)
    value = place.number(name)
    if value is None:
        raise NotWholeNumber(field=name, where=place.where(name))
    if not known.least <= value <= known.most:
        raise OutOfRange(value=value, least=known.least, most=known.most, where=place.where(name))
    return known.code, value
