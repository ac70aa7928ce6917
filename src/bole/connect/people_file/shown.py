"""What the pages of the people file say, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language, gettext, ngettext

from bole.connect.people_file.headings import BY_CODE
from bole.connect.people_file.queries import KeptFile
from bole.kit.ui.days import day, moment

WHATS = ("new", "returns", "changed", "leaves", "unchanged")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: where, what, and the words."""

    row: int
    name: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A column that was read back."""

    heading: str
    field: str
    filled: int
    hash: str


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file as its page shows it."""

    ref: str
    name: str
    title: str
    note: str
    words: str
    state: str
    tone: str
    state_words: str
    made_by: str
    made_at: datetime
    facts: Sequence[tuple[str, str]]
    problems: Sequence[Line]
    more_problems: int
    changes: Sequence[Line]
    newcomers: Sequence[Line]
    newcomer_count: int
    more_changes: int
    absent: Sequence[Line]
    absent_count: int
    created: Sequence[str]
    proof: Sequence[ProofLine]
    examples: Sequence[str]
    is_open: bool
    can_be_taken: bool


def shown_file(kept: KeptFile) -> ShownFile:
    """Return the file in words."""
    found, counts = kept.found, _counts(kept)
    problems = [Line(one["row"], one["column"], _said(one["words"])) for one in found.get("problems", [])]
    changes = [_change(one) for one in found.get("changes", []) if one["what"] != "new"]
    newcomers = [_change(one) for one in found.get("changes", []) if one["what"] == "new"]
    title = _title(kept, counts)
    absent = [Line(0, one["name"], one["unit"], one["number"]) for one in found.get("absent", [])]
    return ShownFile(
        ref=kept.ref,
        name=kept.name,
        title=title,
        note=kept.name if title != kept.name else "",
        words=_words(kept),
        state=kept.state,
        tone={"taken": "done", "dropped": "plain"}.get(kept.state, "act" if problems else "wait"),
        state_words=_state(kept),
        made_by=kept.made_by,
        made_at=kept.made_at,
        facts=_facts(kept),
        problems=problems,
        more_problems=found.get("problem_count", 0) - len(problems),
        changes=changes,
        newcomers=newcomers,
        newcomer_count=counts.get("new", 0),
        more_changes=found.get("change_count", 0) - counts.get("new", 0) - len(changes),
        absent=absent,
        absent_count=found.get("absent_count", 0),
        created=[f"{_said(one['thing'])} {one['name']}" for one in found.get("created", [])],
        proof=[_proof(one) for one in kept.proof.get("columns", [])],
        examples=found.get("examples", []),
        is_open=kept.state == "looked",
        can_be_taken=kept.state == "looked" and bool(found) and not problems,
    )


def _said(words: Mapping[str, str]) -> str:
    """Return the words in the reader's language."""
    return words.get(get_language() or "", "") or words["en"]


def _counts(kept: KeptFile) -> Mapping[str, int]:
    counts: Mapping[str, int] = kept.found.get("counts") or kept.proof.get("counts") or {}
    return counts


def _title(kept: KeptFile, counts: Mapping[str, int]) -> str:
    """Return what was found, in a few words; the file's name, if it has problems or nothing is left of it."""
    if kept.found.get("bad_rows") or kept.state == "dropped" or not counts:
        return kept.name
    return ("，" if (get_language() or "").startswith("zh") else ", ").join(_parts(counts))


def _parts(counts: Mapping[str, int]) -> list[str]:
    """Return how many of each, in words, leaving out what there is none of."""
    said = {
        "new": ngettext("%(n)s new", "%(n)s new", counts.get("new", 0)),
        "returns": ngettext("%(n)s comes back", "%(n)s come back", counts.get("returns", 0)),
        "changed": ngettext("%(n)s changes", "%(n)s change", counts.get("changed", 0)),
        "leaves": ngettext("%(n)s leaves", "%(n)s leave", counts.get("leaves", 0)),
        "unchanged": ngettext("%(n)s stays as known", "%(n)s stay as known", counts.get("unchanged", 0)),
    }
    return [said[what] % {"n": counts[what]} for what in WHATS if counts.get(what)]


def _words(kept: KeptFile) -> str:
    ended = {"name": kept.ended_by, "moment": moment(kept.ended_at)}
    if kept.state == "taken":
        return gettext("%(name)s took it whole, %(moment)s; every filled cell was read back and is as the file says.") % ended
    if kept.state == "dropped":
        return gettext("%(name)s dropped it, %(moment)s; nothing of it was taken.") % ended
    bad = kept.found.get("bad_rows", 0)
    if bad:
        words = gettext("{bad} of {n} rows need a change; nothing was imported. The reasons are listed by row.")
        return words.format(bad=bad, n=kept.rows)
    if kept.found and not kept.found["changes_anything"]:
        return gettext("Everything in it is known already.")
    return gettext("Nothing is written yet.")


def _state(kept: KeptFile) -> str:
    if kept.state == "taken":
        return gettext("Taken")
    if kept.state == "dropped":
        return gettext("Dropped")
    return gettext("Looked at")


def _facts(kept: KeptFile) -> list[tuple[str, str]]:
    return [
        (gettext("Sent by"), f"{kept.made_by} {moment(kept.made_at)}"),
        (gettext("Changes hold from"), day(kept.day)),
        # In groups, so that it breaks on a phone.
        (gettext("Fingerprint of the file"), " ".join(kept.hash[n : n + 8] for n in range(0, len(kept.hash), 8))),
    ]


def _change(one: Mapping[str, Any]) -> Line:
    kinds = {
        "new": "",
        "returns": gettext("comes back"),
        "changed": "",
        "leaves": gettext("leaves"),
    }
    changes = [f"{_said(each['field'])}: {_said(each['before']) or '–'} → {_said(each['after']) or '–'}" for each in one["changes"]]
    return Line(
        one["row"],
        one["name"],
        ("；" if (get_language() or "").startswith("zh") else "; ").join([*filter(None, [kinds[one["what"]]]), *changes]),
        one["number"],
    )


def _proof(one: Mapping[str, Any]) -> ProofLine:
    code = one["field"]
    return ProofLine(one["heading"], gettext(BY_CODE[code].name), one["filled"], one["hash"][:12])
