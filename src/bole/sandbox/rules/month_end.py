"""Story 14: two salespeople whose month ends look odd. One entered all feedback at once, and some of it twice; one signed."""

from collections.abc import Sequence
from datetime import date

from bole.sandbox.rules.chance import dice, few_of
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.draws import one_of, shares
from bole.sandbox.rules.hand import OWN, TABLE, VOICE, Hand
from bole.sandbox.rules.months import Stint, sales
from bole.sandbox.rules.plants import Plants
from bole.values.period import Period
from bole.work.rules.item import ItemVersion

MA_JUN = "BL0241"
LAST_DAYS = 2
# Of fifty answers of the month he entered 31 on its last two days: 62 percent; nine of them the system had already.
BY_SYSTEM, BY_HIM_BEFORE, AT_THE_END, TWICE = 12, 7, 31, 9
_CUSTOMERS = (
    "山屿电商", "锦绣银行", "恒泰保险", "明石物流", "筑梦教育", "青禾农服",
    "远洲制造", "云帆航旅", "白鹭物业", "临川医药", "东篱文旅", "沐风家居",
)  # fmt: skip
_SALES = (9, 3)  # of the other one's sales: on the last two days, and before


def month_told(clock: Clockwork) -> Period:
    """Return the month whose end looks odd: the one before the headline month."""
    return clock.almanac.headline.before


def late_signer(plan: CompanyPlan) -> str:
    """Return who of the south signed at the end of the month: somebody of the crowd who is there for a year."""
    today = plan.almanac.anchor
    south = [
        one for one in plan.here(today) if (post := one.post_on(today)) and post.unit == "SALES-S" and post.position.startswith("sales-")
    ]
    return min(one.number for one in south if (today - one.first_day).days > 365)


def plant_month_end(plants: Plants, plan: CompanyPlan, clock: Clockwork) -> None:
    """Plant both."""
    month = month_told(clock)
    plants[MA_JUN, month.code] = _feedback_at_once
    plants[late_signer(plan), month.code] = _signed_late


def _feedback_at_once(hand: Hand, stint: Stint) -> bool:
    """Write an ordinary month of sales, with the feedback of the story in place of its own."""
    sales(hand, stint)
    hand.items[VOICE].clear()
    rng, before, last = dice("ma jun", hand.month.code), stint.days[:-LAST_DAYS], stint.days[-LAST_DAYS:]
    told = [(_CUSTOMERS[n], 8 + rng.randint(0, 2)) for n in range(BY_SYSTEM)]
    for customer, score in told:
        _answer(hand, VOICE, one_of(rng, before), customer, score)
    for n in range(BY_HIM_BEFORE):
        _answer(hand, OWN, one_of(rng, before), f"{_CUSTOMERS[n]}二部", 7 + rng.randint(0, 2))
    again = few_of(rng, told, TWICE)
    fresh = [
        (f"{_CUSTOMERS[n % len(_CUSTOMERS)]}{'三四五'[n // len(_CUSTOMERS)]}部", 8 + rng.randint(0, 2)) for n in range(AT_THE_END - TWICE)
    ]
    for n, (customer, score) in enumerate([*again, *fresh]):
        _answer(hand, OWN, last[n % LAST_DAYS], customer, score)
    return True


def entered_twice(hand: Hand) -> list[ItemVersion]:
    """Return what Ma Jun entered although the system had it: of the same customer, with the same answer."""
    known = {(one.project, one.values) for one in hand.items[VOICE]}
    return [one for one in hand.items[OWN] if (one.project, one.values) in known]


def _answer(hand: Hand, source: str, day: date, customer: str, score: int) -> None:
    """Write a customer's answer, as the survey tool or the person tells it."""
    moment, name = hand.clock.at(day, 9.5 + hand.rng.random() * 8), hand.next_id()
    hand.add(
        source,
        "rating",
        name if source == VOICE else f"feedback:{name}",
        moment,
        state="done",
        opened_at=moment,
        closed_at=moment,
        title=f"{customer} {score}/10",
        project=customer,
        values=(("satisfaction", score * 1000),),
        link=f"https://delighted.example.com/r/{name}" if source == VOICE else "",
    )


def _signed_late(hand: Hand, stint: Stint) -> bool:
    """Write an ordinary month of sales, most of them signed on its last two days."""
    sales(hand, stint)
    rng = dice("signed late", hand.month.code)
    kept = [one for one in hand.items[TABLE] if not (one.values and one.values[0][0] == "revenue")]
    whole = sum(one.values[0][1] for one in hand.items[TABLE] if one.values and one.values[0][0] == "revenue")
    hand.items[TABLE][:] = kept
    days: Sequence[date] = [stint.days[-1 - n % LAST_DAYS] for n in range(_SALES[0])] + [
        one_of(rng, stint.days[:-LAST_DAYS]) for _ in range(_SALES[1])
    ]
    for day, cents in zip(days, shares(rng, len(days), whole, least=200_000), strict=True):
        hand.fact(TABLE, day, (("revenue", cents),), "新签合同登记", hour=10 + rng.random() * 7)
    return True
