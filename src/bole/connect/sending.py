"""What a program sends: read one by one, stored together, the fate of each told."""

import secrets
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from bole.connect.receiving import refusal_note
from bole.kit import strict_json
from bole.kit.idempotency import once
from bole.kit.middleware import plain_facts, words_of
from bole.values.refusal import Invalid, Refused, say
from bole.values.viewer import Viewer
from bole.work.actions import DeliveryNote, record, refuse_delivery
from bole.work.actions.record import MOST
from bole.work.refusals import TooMany
from bole.work.rules.item import ItemVersion

LONGEST = 10 * 1024 * 1024


class NotAList(Invalid):
    """The body does not hold the list it should."""

    code = "not_a_list"
    sentence = say("Send {shape} with 1 to {most} objects.")


def send(*, name: str, body: Callable[[], bytes], read: Callable[..., ItemVersion], key: str, by: Viewer, at: datetime) -> dict[str, Any]:
    """Take a body `{name: […]}`; what is understood is stored, what is not is refused one by one.

    :raises NotJson, TooLong, BadJson, NotAList, TooMany, KeyReused, ConnectionOff: if the body as a whole cannot be taken; it is kept
        that it was refused
    """
    given = b""
    try:
        given = body()
        return _send(name=name, body=given, read=read, key=key, by=by, at=at)
    except Refused as refused:
        assert by.connection_id is not None  # noqa: S101  (the edge checked it)
        refuse_delivery(connection_id=by.connection_id, note=refusal_note(refused, given, event=name), by=by, at=at)
        raise


def _send(*, name: str, body: bytes, read: Callable[..., ItemVersion], key: str, by: Viewer, at: datetime) -> dict[str, Any]:
    given = strict_json.read(body, longest=LONGEST)
    listed = given.get(name) if isinstance(given, dict) else None
    if not isinstance(listed, list) or not listed or set(given) != {name}:
        raise NotAList(shape=f'{{"{name}": […]}}', most=MOST, where=f"/{name}")
    if len(listed) > MOST:
        raise TooMany(count=len(listed), most=MOST, where=f"/{name}")
    answer, is_repeat = once(
        who=f"connection {by.connection_id}",
        route=name,
        key=key,
        body=body,
        at=at,
        do=lambda: _store(name, listed, read=read, call=_call(key, body), size=len(body), by=by, at=at),
    )
    return {**answer, "repeat": is_repeat}


def _store(
    name: str, listed: Sequence[object], *, read: Callable[..., ItemVersion], call: str, size: int, by: Viewer, at: datetime
) -> dict[str, Any]:
    taken: list[ItemVersion] = []
    fates: list[Mapping[str, Any] | None] = []
    first: Refused | None = None
    for number, one in enumerate(listed):
        try:
            taken.append(read(one, at=at, where=f"/{name}/{number}"))
            fates.append(None)
        except Refused as refused:
            first = first or refused
            sentence, hint = words_of(refused)
            fates.append({"fate": "refused", "code": refused.code, "message": sentence, "where": refused.where, "hint": hint})
    assert by.connection_id is not None  # noqa: S101  (the edge checked it)
    note = DeliveryNote(call, event=name, size=size, refused=len(listed) - len(taken))
    if first is not None:
        note = replace(note, reason=first.sentence, facts=plain_facts(first), where=first.where)
    if not taken:
        refuse_delivery(connection_id=by.connection_id, note=note, by=by, at=at)
        return {"counts": {"refused": len(fates)}, name: fates}
    done = record(connection_id=by.connection_id, versions=taken, note=note, by=by, at=at)
    stored = iter(zip(taken, done.fates, strict=True))
    told = [fate or _told(*next(stored)) for fate in fates]
    return {"counts": dict(Counter(one["fate"] for one in told)), name: told}


def _call(key: str, body: bytes) -> str:
    """Name a call. With a key its body is in the name: what is kept of the key is forgotten, and then no other body may pass for it."""
    return f"key {key[:120]} {sha256(body).hexdigest()[:24]}" if key else f"call {secrets.token_hex(12)}"


def _told(item: ItemVersion, fate: str) -> Mapping[str, Any]:
    return {"id": item.external_id, "fate": fate}
