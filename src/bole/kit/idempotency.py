"""Idempotency-Key: the same request sent twice has one effect and one answer."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction

from bole.kit.models import KeptAnswer
from bole.values.refusal import Refused, say

LONGEST_KEY = 200


class KeyReused(Refused):
    """The key came with another body before."""

    code = "key_reused"
    status = 422
    sentence = say("This Idempotency-Key came with another body before. Use a new key for a new request.")


class BadKey(Refused):
    """The key is empty or too long."""

    code = "bad_key"
    status = 422
    sentence = say("An Idempotency-Key has 1 to {most} characters.")


def once(*, who: str, route: str, key: str, body: bytes, at: datetime, do: Callable[[], Any]) -> tuple[Any, bool]:
    """Return (answer, is_repeat): do it in one transaction with the kept answer, or return the answer that was kept.

    :raises KeyReused: if the key came with another body
    """
    if not key:
        return do(), False
    if len(key) > LONGEST_KEY or "\x00" in key:
        raise BadKey(most=LONGEST_KEY, where="Idempotency-Key")
    digest = sha256(body).hexdigest()
    kept = _kept(who, route, key, digest)
    if kept is not None:
        return kept.answer, True
    try:
        with transaction.atomic():
            answer = do()
            KeptAnswer.objects.create(who=who, route=route, key=key, body_hash=digest, status=200, answer=answer, at=at)
    except IntegrityError:
        kept = _kept(who, route, key, digest)  # two at once: the other was faster, and ours was rolled back
        if kept is None:
            raise
        return kept.answer, True
    return answer, False


def _kept(who: str, route: str, key: str, digest: str) -> KeptAnswer | None:
    kept = KeptAnswer.objects.filter(who=who, route=route, key=key).first()
    if kept is not None and kept.body_hash != digest:
        raise KeyReused(where="Idempotency-Key")
    return kept
