"""Signs of gaming: kept by the system, decided by HR with words. Nothing follows from one by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bole.access.rules import may
from bole.kit.action import action, on_record
from bole.signals.models import GamingSign
from bole.signals.rules.refusing import DecidedBefore, NeedsSentence
from bole.signals.rules.signs import SignKind
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticedSign:
    """Something that wants a second look; `evidence` is JSON."""

    person_id: int
    kind: SignKind
    measure: str
    evidence: str


@action("signals.keep_signs")
def keep_signs(*, signs: Sequence[NoticedSign], month: date, by: Viewer, at: datetime) -> int:
    """Keep the signs of a month; an open one is brought up to date, a decided one stays. Return how many are new."""
    if not by.is_system:
        raise NotYours
    made = 0
    for one in signs:
        place = {"person_id": one.person_id, "kind": one.kind, "measure": one.measure, "month": month}
        held = GamingSign.objects.select_for_update().filter(**place).first()
        if held is None:
            GamingSign.objects.create(**place, evidence=one.evidence, noticed_at=at)
            made += 1
        elif held.state == "open" and str(held.evidence) != one.evidence:
            held.evidence = one.evidence
            held.save(update_fields=["evidence"])
    on_record(thing=f"{made} signs", fields=("evidence",))
    return made


@action("signals.decide_sign")
def decide_sign(*, ref: str, outcome: Literal["fine", "corrected"], words: str, version: int, by: Viewer, at: datetime) -> GamingSign:
    """Note what HR found: all is well, or records were corrected.

    :raises NotFound: if there is none, or the person is not looked after by `by`
    :raises NeedsSentence: without words
    :raises DecidedBefore, Stale: if somebody was faster
    """
    sign = GamingSign.objects.select_for_update().filter(ref=ref).first()
    if sign is None or not may(by, "read", "sign", sign.person_id):
        raise NotFound
    if not may(by, "answer", "sign", sign.person_id):
        raise NotYours
    if sign.state != "open":
        raise DecidedBefore
    if sign.version != version:
        raise Stale(name=sign.decided_by, time="")
    if not words.strip():
        raise NeedsSentence(where="words")
    sign.state, sign.words, sign.decided_by, sign.decided_at, sign.version = outcome, words.strip()[:1000], by.name, at, sign.version + 1
    sign.save(update_fields=["state", "words", "decided_by", "decided_at", "version"])
    on_record(thing=f"sign {ref}", fields=("state",))
    return sign
