"""The chain: an HMAC over the line before and this line, so that someone with the database alone cannot rewrite it."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the chain is broken, and how."""

    seq: int
    kind: str  # "changed" | "gap" | "tail_cut" | "rewritten"


def chained(prev: str, line: Mapping[str, object], *, key: bytes) -> str:
    """Return the hash of a line that follows `prev`: HMAC-SHA-256(key, prev || canonical JSON)."""
    body = json.dumps(line, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, prev.encode() + body.encode(), hashlib.sha256).hexdigest()


def verify(lines: Iterable[tuple[int, str, str, Mapping[str, object]]], *, key: bytes, head: tuple[int, str] | None = None) -> list[Fault]:
    """Return the faults of a chain given as (seq, prev, hash, line) in order.

    `head` is the last line that was anchored elsewhere (seq, hash): without it nobody sees that the end was cut off, or that all was
    written anew by somebody who knows the key.
    """
    faults, prev, last = [], START, 0
    for seq, said_prev, said, line in lines:
        if said_prev != prev:
            faults.append(Fault(seq, "gap"))
        if not hmac.compare_digest(chained(said_prev, line, key=key), said):
            faults.append(Fault(seq, "changed"))
        if head and seq == head[0] and said != head[1]:
            faults.append(Fault(seq, "rewritten"))
        prev, last = said, seq
    if head and last < head[0]:
        faults.append(Fault(head[0], "tail_cut"))
    return faults
