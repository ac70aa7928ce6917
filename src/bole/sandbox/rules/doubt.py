"""Small thing 9: Luo Jianing doubted a postponement; it was the customer's, and was corrected two days later."""

from collections.abc import Sequence
from datetime import date

from bole.sandbox.rules.checkpoints import Checkpoints
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.hand import Hand
from bole.sandbox.rules.months import Stint, solution
from bole.sandbox.rules.plants import Plants
from bole.values.period import Period

LUO_JIANING = "BL0233"
TITLE = "海川客服升级：坐席工作台联调"
WORDS = "这次改期是客户提出的，上线窗口由客户推迟了一周。"
ANSWER = "已核对客户邮件，改期由客户提出。这次延期不再计入，原记录保留。"


def month_of_doubt(points: Checkpoints) -> Period:
    """Return the month of the record: last month, or the one before if last month's score is planned."""
    return points.month.before.before if points.way == "previous" else points.month.before


def days_of_doubt(clock: Clockwork, points: Checkpoints) -> Sequence[date]:
    """Return when it was opened, postponed, done, doubted and answered."""
    days = clock.of_month(month_of_doubt(points))
    return days[2], days[6], days[9], days[11], days[13]


def plant_doubt(plants: Plants, clock: Clockwork, points: Checkpoints) -> None:
    """Plant the task into an ordinary month."""
    opened, postponed, done, _, _ = days_of_doubt(clock, points)

    def plant(hand: Hand, stint: Stint) -> bool:
        solution(hand, stint)
        hand.task(opened, done, done, postponed=[postponed], title=TITLE, project="海川客服升级")
        return True

    plants[LUO_JIANING, month_of_doubt(points).code] = plant
