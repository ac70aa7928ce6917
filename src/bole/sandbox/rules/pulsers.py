"""Who keeps the demo alive: people of the crowd whose scores no story plants, and the few whom the desk may ask for something."""

from dataclasses import dataclass

from bole.sandbox.rules.cast import CAST
from bole.sandbox.rules.chance import dice, few_of
from bole.sandbox.rules.company import PersonPlan
from bole.sandbox.rules.hand import CODE, PLAN, Worker
from bole.sandbox.rules.history import History
from bole.sandbox.rules.posts import family_of
from bole.sandbox.rules.units import under

MANY = {"programmer": 60, "support": 14, "product": 12, "operations": 12, "sales": 10, "hr": 4, "finance": 4}
ASKED = ("BL0471", "BL0064", "BL0340", "BL0361")


@dataclass(frozen=True, slots=True)
class Pulser:
    """Somebody for whom the pulse sends. `only_asked`: never by itself."""

    worker: Worker
    only_asked: bool

    def told(self) -> dict[str, object]:
        """Return what the pulse is told."""
        return {
            "number": self.worker.number,
            "name": self.worker.name,
            "email": self.worker.email,
            "code": self.worker.account(CODE),
            "plan": self.worker.account(PLAN),
            "family": self.worker.family,
            "only_asked": self.only_asked,
        }


def pulsers(history: History) -> list[Pulser]:
    """Choose them."""
    today, planned = history.almanac.anchor, {member.number for member in CAST}
    solutions = under("SOL")
    found: list[Pulser] = []
    here = [(one, post) for one in history.plan.here(today) if (post := one.post_on(today))]
    for family, many in MANY.items():
        of_family = [one for one, post in here if family_of(post.position) == family and post.unit not in solutions]
        open_to = [one for one in of_family if one.number not in planned]
        found += [Pulser(_worker(one, family), only_asked=False) for one in few_of(dice("pulse", family), open_to, many)]
    asked = [history.plan.by_number[number] for number in ASKED]
    return found + [Pulser(_worker(one, "solution_engineer"), only_asked=True) for one in asked]


def _worker(one: PersonPlan, family: str) -> Worker:
    return Worker(number=one.number, name=one.name, email=one.email, family=family, craft="", level=0.0)
