"""What moved a score, in words: 比上周高2.1分，主要因为3个任务按时完成."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.shown.amounts import amount, named, tenths
from bole.kit.ui.charts import Move as Row
from bole.scoring.queries import Change
from bole.scoring.rules.moved import FLAT, Move, sentence


def week_words(change: Change | None) -> str:
    """Return the sentence about the week; nothing where there is nothing to compare with."""
    if change is None:
        return ""
    if change.why is None:
        return _bare(change.tenths)
    said = sentence(change.why)
    if said.way == "flat":
        return _("About the same as last week")
    reason = reasons_of(said.reasons)
    if not reason:
        return _bare(change.tenths)
    if said.way == "up":
        words = _("%(d)s points above last week, mainly because %(reason)s")
    else:
        words = _("%(d)s points below last week, mainly because %(reason)s")
    return words % {"d": tenths(abs(change.tenths)), "reason": reason}


def week_brief(change: Change | None) -> tuple[str, str]:
    """Return the week as a greeting: by how much, and why."""
    if change is None:
        return "", ""
    reason = ""
    if change.why is not None and sentence(change.why).way != "flat":
        reason = reasons_of(sentence(change.why).reasons)
    return _bare(change.tenths), _("mainly because %(reason)s") % {"reason": reason} if reason else ""


def _bare(change: int) -> str:
    if abs(change) * 10 < FLAT:
        return _("About the same as last week")
    words = _("%(d)s points above last week") if change > 0 else _("%(d)s points below last week")
    return words % {"d": tenths(abs(change))}


def reasons_of(moves: Sequence[Move]) -> str:
    """Return the reasons in one breath; that weights changed, because others found or lost data, explains nothing to anybody."""
    return _(" and ").join(reason_of(one) for one in moves if one.why != "weight")


def reason_of(move: Move) -> str:
    """Return what an indicator did, in a few words."""
    name = named(move.zh, move.en)
    if move.why == "appeared":
        return _("%(indicator)s now has data") % {"indicator": name}
    if move.why == "disappeared":
        return _("%(indicator)s has no data") % {"indicator": name}
    if move.why == "weight":
        return _("%(indicator)s weighs more or less, as others found or lost data") % {"indicator": name}
    return _own_words(move) or _from_to(move, name)


def _own_words(move: Move) -> str:
    """Return the words that some indicators have of their own; nothing for the others."""
    match move.code:
        case "task_completion":
            return _tasks(move)
        case "delays":
            return _delays(move)
        case "satisfaction":
            return _("customers rate the work higher") if move.change > 0 else _("customers rate the work lower")
        case "peer_rating":
            return _("colleagues rate the work higher") if move.change > 0 else _("colleagues rate the work lower")
        case _other:
            return ""


def _tasks(move: Move) -> str:
    if move.counted is None or move.before is None or move.after is None:
        return ""
    if move.change > 0:
        words = ngettext("%(count)s task was done on time", "%(count)s tasks were done on time", move.counted)
        return words % {"count": move.counted} if move.counted > 0 else ""
    late = (move.after.denominator or 0) - (move.before.denominator or 0) - move.counted
    words = ngettext("%(count)s task was not done on time", "%(count)s tasks were not done on time", late)
    return words % {"count": late} if late > 0 else ""


def _delays(move: Move) -> str:
    if move.counted is None:
        return ""
    if move.counted <= 0:
        return _("there was no new delay") if move.change > 0 else ""
    if move.change > 0:
        return ""
    return ngettext("there was %(count)s delay", "there were %(count)s delays", move.counted) % {"count": move.counted}


def _from_to(move: Move, name: str) -> str:
    """Return from what to what the value went."""
    if move.before is None or move.after is None or move.before.read is None or move.after.read is None:
        return name
    before, after = (amount(leaf.unit, leaf.read) for leaf in (move.before, move.after))
    if before == after:
        return name
    words = (
        _("%(indicator)s rose from %(before)s to %(after)s")
        if move.after.read > move.before.read
        else _("%(indicator)s fell from %(before)s to %(after)s")
    )
    return words % {"indicator": name, "before": before, "after": after}


def move_rows(change: Change | None, *, base: str) -> list[Row]:
    """Return what moved the score as rows that add up to the change as shown; each leads to its records under `base`."""
    if change is None or change.why is None:
        return []
    return [
        Row(change=one.tenths * 10, words=_sentence(reason_of(one)), note=_note(one), url=f"{base}{one.code}/")
        for one in change.why.moves
        if one.tenths
    ]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _note(move: Move) -> str:
    name = named(move.zh, move.en)
    before, after = (leaf.read if leaf else None for leaf in (move.before, move.after))
    unit = (move.after or move.before).unit if move.after or move.before else "points"  # type: ignore[union-attr]  # one of them is there
    if before is None or after is None or amount(unit, before) == amount(unit, after):
        return name
    return f"{name} {amount(unit, before)} → {amount(unit, after)}"
