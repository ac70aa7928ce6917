"""Codes that verify a paper: twelve characters without those that look alike, shown in threes of four."""

import re

_CODE = re.compile(r"[2-9a-z]{12}")


def spelled(code: str) -> str:
    """Write a code as it stands on a paper: K7M2-9QPD-X4HT."""
    return "-".join(code[n : n + 4] for n in range(0, len(code), 4)).upper()


def read_code(typed: str) -> str:
    """Return what was typed as a code; nothing if it can be none."""
    plain = re.sub(r"[\s\-—–]", "", typed).lower()
    return plain if _CODE.fullmatch(plain) else ""
