"""What somebody of the crowd does in a month, by job family: many or few things, and how well they turn out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bole.sandbox.rules import forge
from bole.sandbox.rules.chance import count_of
from bole.sandbox.rules.draws import answers, delays_for, hours_for, near, one_of, place_on, shares, solving_for
from bole.sandbox.rules.hand import OWN, TABLE, Hand
from bole.sandbox.rules.sheet import Sheet, after, before, hour_of, write

PUSHES_OFF, MORE_OFF = 0.155, 0.04  # pushes of a programmer on a day off: together a twenty-fifth of all work


@dataclass(frozen=True, slots=True, kw_only=True)
class Stint:
    """The working days of somebody in a month, its days off, what share of the month they are, and the level (0 to 100)."""

    first_day: date
    days: Sequence[date]
    days_off: Sequence[date]
    share: float
    level: float
    offsets: Mapping[str, float]
    busy: float = 1.0

    def points(self, hand: Hand, indicator: str, spread: float = 2.5) -> float:
        """Return what this indicator is to score this month."""
        return min(max(self.level + self.offsets.get(indicator, 0.0) + hand.rng.gauss(0, spread), 45.0), 99.0)

    def some(self, hand: Hand, a_day: float, least: int = 0) -> int:
        """Return how often something happens that happens so often a working day; `least` holds from a week on."""
        return max(count_of(hand.rng, a_day * len(self.days) * self.busy), least if len(self.days) >= 5 else 0)


def _tasks(hand: Hand, stint: Stint, a_day: float) -> Sheet:
    due = max(stint.some(hand, a_day), 3)
    on_time = near(hand.rng, due * stint.points(hand, "task_completion") / 100, due)
    delays = max(delays_for(hand.rng, stint.points(hand, "delays"), stint.share), due - on_time)
    return Sheet(due=due, on_time=on_time, delays=delays if on_time else due - on_time)


def _common(hand: Hand, stint: Stint, tasks: float, ratings: float, *, has_peers: bool = True) -> None:
    sheet = _tasks(hand, stint, tasks) if tasks else Sheet()
    given = answers(hand.rng, stint.some(hand, ratings, 3), stint.points(hand, "satisfaction"))
    peers = (round(stint.points(hand, "peer_rating") * 100),) if has_peers else ()
    write(hand, sheet + Sheet(answers=tuple(given), peers=peers), stint.days)


def programmer(hand: Hand, stint: Stint) -> None:
    """Write pull requests, reviews, pushes, defects, tasks, ratings."""
    rng, clock = hand.rng, hand.clock
    merged = stint.some(hand, 0.66, 4)
    reusing = near(rng, merged * stint.points(hand, "reuse_rate") / 100, merged)
    defects = near(rng, merged * (100 - stint.points(hand, "bug_rate")) / 100, merged)
    for n in range(merged):
        day = one_of(rng, stint.days)
        forge.change(hand, before(clock, day, rng.randint(0, 3)), day, is_reusing=n < reusing, hour=hour_of(hand))
    for _ in range(defects):
        day = one_of(rng, stint.days)
        forge.defect(hand, day, after(clock, day, rng.randint(1, 6)), is_scanned=rng.random() < 0.4)
    for _ in range(stint.some(hand, 0.55)):
        forge.push(hand, one_of(rng, stint.days), rng.randint(1, 5), hour=9.4 + rng.random() * 11)
    for _ in range(count_of(rng, PUSHES_OFF * len(stint.days_off))):
        forge.push(hand, one_of(rng, stint.days_off), rng.randint(1, 2), hour=10 + rng.random() * 11)
    for _ in range(stint.some(hand, 0.38)):
        forge.review(hand, one_of(rng, stint.days), hour=9.8 + rng.random() * 8)
    _common(hand, stint, 0.42, 0.2)
    for _ in range(count_of(rng, MORE_OFF * len(stint.days_off))):
        forge.push(hand, one_of(rng, stint.days_off), rng.randint(1, 2), hour=10 + rng.random() * 11)


def solution(hand: Hand, stint: Stint) -> None:
    """Write deliveries, reworks, tasks, tickets, ratings."""
    write(hand, drawn_sheet(hand, stint), stint.days)


def drawn_sheet(hand: Hand, stint: Stint) -> Sheet:
    """Draw a delivery engineer's counts of some days."""
    rng = hand.rng
    accepted = stint.some(hand, 0.45, 3)
    passed = 0.35 + 0.625 * stint.points(hand, "first_pass") / 100
    reworks = accepted * (100 - stint.points(hand, "rework_rate")) / 180
    tickets = stint.some(hand, 1.15, 4)
    sheet = Sheet(
        acceptances=accepted,
        passes=near(rng, accepted * passed, accepted),
        reworks=near(rng, reworks, accepted),
        answers=tuple(answers(rng, stint.some(hand, 0.28, 3), stint.points(hand, "satisfaction"))),
        tickets=tickets,
        seconds=round(tickets * hours_for(stint.points(hand, "response_time")) * 3600),
        peers=(round(stint.points(hand, "peer_rating") * 100),),
    )
    return sheet + _tasks(hand, stint, 0.5)


def support(hand: Hand, stint: Stint) -> None:
    """Write many tickets, ratings, a proposal now and then."""
    rng, clock = hand.rng, hand.clock
    count = stint.some(hand, 4.0, 6)
    response = shares(rng, count, round(count * hours_for(stint.points(hand, "response_time")) * 3600))
    solving = shares(rng, count, round(count * solving_for(stint.points(hand, "resolution_time")) * 3600))
    for answered, solved in zip(response, solving, strict=True):
        hand.ticket(place_on(rng, clock, one_of(rng, stint.days)), answered, max(solved - answered, 300))
    _common(hand, stint, 0.0, 0.5)
    _proposals(hand, stint)


def sales(hand: Hand, stint: Stint) -> None:
    """Write revenue, renewals, first sales in new markets, ratings."""
    rng = hand.rng
    whole = 220_000 * stint.share * min(stint.points(hand, "revenue", 6.0), 118) / 100
    parts = shares(rng, stint.some(hand, 0.2, 2), round(whole), least=2_000)
    for part in parts:
        hand.fact(TABLE, one_of(rng, stint.days), (("revenue", part * 100),), "回款登记")
    due = stint.some(hand, 0.3, 4)
    kept = near(rng, due * stint.points(hand, "retention", 4.0) / 100, due)
    for n in range(due):
        hand.fact(TABLE, one_of(rng, stint.days), (("renewals_due", 1), ("renewals_kept", int(n < kept))), "续约登记")
    _new_markets(hand, stint)
    _common(hand, stint, 0.0, 0.25, has_peers=False)


def presales(hand: Hand, stint: Stint) -> None:
    """Write tasks, ratings, new markets."""
    _new_markets(hand, stint)
    _common(hand, stint, 0.5, 0.25)


def office(hand: Hand, stint: Stint) -> None:
    """Write tasks, ratings, proposals."""
    _proposals(hand, stint)
    _common(hand, stint, 0.48, 0.25)


def management(hand: Hand, stint: Stint) -> None:
    """Write tasks and ratings."""
    _common(hand, stint, 0.5, 0.25)


def _proposals(hand: Hand, stint: Stint) -> None:
    wanted = stint.points(hand, "proposals")
    for _ in range(near(hand.rng, (0.75 if wanted < 78 else 1.6) * stint.share, 3)):
        hand.fact(OWN, one_of(hand.rng, stint.days), (("proposals_accepted", 1),), "改进提案被采纳")


def _new_markets(hand: Hand, stint: Stint) -> None:
    wanted = stint.points(hand, "new_markets")
    for _ in range(near(hand.rng, (0.8 if wanted < 78 else 1.6) * stint.share, 3)):
        hand.fact(TABLE, one_of(hand.rng, stint.days), (("new_markets", 1),), "新市场首单")


BY_FAMILY: Mapping[str, Callable[[Hand, Stint], None]] = {
    "programmer": programmer,
    "solution_engineer": solution,
    "presales": presales,
    "support": support,
    "sales": sales,
    "product": office,
    "operations": office,
    "hr": office,
    "finance": office,
    "admin": office,
    "management": management,
}
