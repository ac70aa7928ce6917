"""What facts with signs of gaming are: what can be observed of them and, apart from that, the truth that was planted."""

from dataclasses import dataclass

from bole.signals.rules.daily import BoolArray, Calendar, IntArray

MEASURES = ("revenue", "tasks_done")
# A sale comes from two systems that do not know of each other; a month's tasks from the tool and, as one number, from the person.
SOURCES = ("crm", "accounting", "tracker", "self_report")
SIGNS = ("month_end", "self_report", "duplicates", "one_source")
ALIKE = (
    "month_end_signing", "quarter_end", "late_report", "rounded_report", "outside_the_tool", "recurring_orders", "standard_prices",
    "instalments", "routine_tasks", "source_down", "few_sales",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ObservedFacts:
    """What a search for signs may see: a place for each fact, in the order of persons and days."""

    calendar: Calendar
    month: IntArray  # [days], number of the day's month
    unit: IntArray  # [people]
    person: IntArray  # [facts]
    measure: IntArray  # [facts], place in MEASURES
    source: IntArray  # [facts], place in SOURCES
    day: IntArray  # [facts]
    recorded_on: IntArray  # [facts], a day
    amount: IntArray  # [facts], in the measure's unit; of a self-report the number of the whole month
    counterpart: IntArray  # [facts], a number for each customer or requester
    title: IntArray  # [facts], the same number for the same words


@dataclass(frozen=True, slots=True)
class Planted:
    """Person, measure, month and kind, one each place."""

    person: IntArray
    measure: IntArray  # place in MEASURES
    month: IntArray
    kind: IntArray  # place in SIGNS, or in ALIKE


@dataclass(frozen=True, slots=True)
class FactTruth:
    """What was planted; never shown to a search, never stored."""

    signs: Planted
    alike: Planted
    is_sales: BoolArray  # [people], whose facts are sales; the others' are tasks


@dataclass(frozen=True, slots=True)
class GeneratedFacts:
    """What can be observed, and the truth beside it."""

    observed: ObservedFacts
    truth: FactTruth
