"""What moved a score: the change of its total as contributions that add up to it, and the few that a sentence names."""

from dataclasses import dataclass
from typing import Literal

from bole.scoring.rules.explanation import Explanation, LeafPart
from bole.scoring.rules.rounding import apportion, to_tenths

Way = Literal["up", "down", "flat"]
Why = Literal["value", "weight", "appeared", "disappeared"]

FLAT = 50  # a change under half a point is "about the same"
MOST_REASONS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What one indicator did to the total, in hundredths and, as shown, in tenths.

    `why`: its value changed its score; only its weight changed (others lost or found their data); its data appeared or disappeared.
    `counted` is by how much the numerator grew within one period (3 more tasks done on time), None across periods.
    """

    code: str
    zh: str
    en: str
    change: int
    tenths: int
    why: Why
    before: LeafPart | None
    after: LeafPart | None
    counted: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The change of a total between two explanations; `moves` add up to it, greatest first."""

    change: int
    tenths: int
    moves: tuple[Move, ...]

    @property
    def way(self) -> Way:
        """Whether the score went up, down, or stayed about the same."""
        if abs(self.change) < FLAT:
            return "flat"
        return "up" if self.change > 0 else "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What a sentence about the week has to say: which way, by how much, and the main reasons, greatest first."""

    way: Way
    tenths: int
    reasons: tuple[Move, ...]


def moved(before: Explanation, after: Explanation) -> Moved | None:
    """Return what moved the score from one explanation to the other; None if one of them has no score."""
    if before.total is None or after.total is None:
        return None
    was, now = before.contributions(), after.contributions()
    codes = tuple(dict.fromkeys((*now, *was)))
    changes = [now.get(code, 0) - was.get(code, 0) for code in codes]
    # The shown change is the difference of the shown scores, so that whoever subtracts them finds it.
    shown = to_tenths(after.total) - to_tenths(before.total)
    tenths = apportion(changes, shown, step=10)
    old, new = ({leaf.code: leaf for leaf in one.leaves} for one in (before, after))
    is_same_period = bool(after.period) and before.period == after.period and not (before.stretches or after.stretches)
    moves = [
        _move(code, change, tenth, old.get(code), new.get(code), is_same_period=is_same_period)
        for code, change, tenth in zip(codes, changes, tenths, strict=True)
    ]
    ordered = sorted(moves, key=lambda move: -abs(move.change))
    return Moved(change=after.total - before.total, tenths=shown, moves=tuple(ordered))


def sentence(moved: Moved) -> Sentence:
    """Return what to say: of the moves that went the same way as the score the greatest, at most two."""
    if moved.way == "flat":
        return Sentence(way="flat", tenths=moved.tenths, reasons=())
    same_way = [move for move in moved.moves if move.change * moved.change > 0]
    # A second reason is worth its words only if it did at least a third of what the first did.
    worth = [move for move in same_way if 3 * abs(move.change) >= abs(same_way[0].change)]
    return Sentence(way=moved.way, tenths=moved.tenths, reasons=tuple(worth[:MOST_REASONS]))


def _move(code: str, change: int, tenths: int, old: LeafPart | None, new: LeafPart | None, *, is_same_period: bool) -> Move:
    """Return what one indicator did."""
    named = new or old
    return Move(
        code=code,
        zh=named.zh if named else "",
        en=named.en if named else "",
        change=change,
        tenths=tenths,
        why=_why(old, new),
        before=old,
        after=new,
        counted=new.numerator - old.numerator if is_same_period and old and new else None,
    )


def _why(old: LeafPart | None, new: LeafPart | None) -> Why:
    """Return why an indicator's contribution changed."""
    had, has = (leaf is not None and leaf.score is not None for leaf in (old, new))
    if has and not had:
        return "appeared"
    if had and not has:
        return "disappeared"
    if old and new and old.score == new.score:
        return "weight"
    return "value"
