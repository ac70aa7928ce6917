"""What people do in the code forge: pushes, pull requests, reviews, defects."""

from datetime import date

from bole.sandbox.rules import titles
from bole.sandbox.rules.hand import CODE, SCAN, Hand
from bole.work.rules.item import State


def open_change(hand: Hand, opened: date) -> None:
    """Write a pull request that is not merged yet."""
    name, opened_at, where = hand.next_id(), hand.clock.at(opened, 15.5), _repository(hand)
    hand.add(
        CODE,
        "change",
        f"pull_request:{name}",
        opened_at,
        state="open",
        opened_at=opened_at,
        title=titles.change(hand.rng),
        project=where,
        link=f"https://code.example.com/{where}/pull/{name}",
    )


def change(hand: Hand, opened: date, merged: date, *, is_reusing: bool, hour: float = 16.5) -> None:
    """Write a pull request that was merged."""
    name = hand.next_id()
    opened_at, merged_at = hand.clock.at(opened, 10.5), hand.clock.at(merged, hour)
    state: State = "done" if hand.clock.has_happened(merged_at) else "open"
    where = _repository(hand)
    hand.add(
        CODE,
        "change",
        f"pull_request:{name}",
        merged_at if state == "done" else opened_at,
        state=state,
        opened_at=opened_at,
        closed_at=merged_at if state == "done" else None,
        title=titles.change(hand.rng),
        project=where,
        link=f"https://code.example.com/{where}/pull/{name}",
        labels=frozenset({"reuse"}) if is_reusing else frozenset(),
    )


def push(hand: Hand, day: date, commits: int, *, hour: float) -> None:
    """Write a push."""
    name, moment, where = hand.next_id(), hand.clock.at(day, hour), _repository(hand)
    hand.add(
        CODE,
        "push",
        f"push:{name}",
        moment,
        state="done",
        opened_at=moment,
        closed_at=moment,
        title="main" if commits > 3 else f"feature/{name}",
        project=where,
        link=f"https://code.example.com/{where}/compare/{name}",
        values=(("commits", commits),),
    )


def review(hand: Hand, day: date, *, hour: float) -> None:
    """Write a review of somebody else's change."""
    name, moment, where = hand.next_id(), hand.clock.at(day, hour), _repository(hand)
    hand.add(
        CODE,
        "review",
        f"review:{name}",
        moment,
        state="done",
        opened_at=moment,
        closed_at=moment,
        title=titles.change(hand.rng),
        project=where,
        link=f"https://code.example.com/{where}/pull/{name}",
    )


def defect(hand: Hand, day: date, closed: date | None, *, is_scanned: bool) -> None:
    """Write a defect found in the person's work: by a colleague, or by the scanner."""
    name, opened_at, where = hand.next_id(), hand.clock.at(day, 11.5), _repository(hand)
    closed_at = hand.clock.at(closed, 17.0) if closed else None
    if closed_at is not None and not hand.clock.has_happened(closed_at):
        closed_at = None
    hand.add(
        SCAN if is_scanned else CODE,
        "defect",
        f"issue:{name}",
        closed_at or opened_at,
        state="done" if closed_at else "open",
        opened_at=opened_at,
        closed_at=closed_at,
        title=titles.defect(hand.rng),
        project=where,
        labels=frozenset({"bug"}),
        link=f"https://code.example.com/{where}/issues/{name}",
    )


def _repository(hand: Hand) -> str:
    return titles.REPOSITORIES[int(hand.rng.random() * len(titles.REPOSITORIES))]
