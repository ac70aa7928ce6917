"""The company's own scoring: its curves where they differ from the library, and a model for each job family."""

from collections.abc import Mapping
from dataclasses import replace

from bole.scoring.rules.curves import Linear, Steps
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.templates import CUSTOMER, PROGRAMMER, RESULT, SALES, SOLUTION_ENGINEER, TEAM
from bole.scoring.rules.tree import WHOLE, Group, Leaf, Tree, ValueClass

# A delay in the first week of a month is no worse than five in a month; nine in ten passed is good, not perfect; work that comes back
# is counted against what was accepted.
_OWN = (
    replace(LIBRARY["delays"], curve=Steps(((0, 100), (1, 90), (1.5, 85), (2, 82), (5, 74), (7, 62), (10, 50)), above=30)),
    replace(LIBRARY["first_pass"], curve=Linear(((35, 0), (97.5, 100)))),
    replace(LIBRARY["rework_rate"], denominator="acceptances", curve=Linear(((0, 100), (55, 1)))),
    replace(LIBRARY["revenue"], target=220_000.0),
)
INDICATORS: Mapping[str, IndicatorRule] = {**LIBRARY, **{one.code: one for one in _OWN}}
# Of a unit as a whole, in nobody's score.
UNIT_INDICATORS = (
    IndicatorRule(
        code="first_response",
        zh="首次响应达标率",
        en="First responses in time",
        how="mean",
        numerator="responses_in_time",
        direction="up",
        unit="percent",
        curve=Linear(((0, 0), (100, 100))),
        target=90,
        least_sample=20,
    ),
)


def _part(code: str, zh: str, en: str, weight: int, kind: ValueClass, **indicators: int) -> Group:
    """Return a dimension; weights in percent."""
    leaves = tuple(Leaf(name, share * 100) for name, share in indicators.items())
    assert sum(leaf.weight for leaf in leaves) == WHOLE  # noqa: S101  (a slip in the tables below)
    return Group(code=code, zh=zh, en=en, weight=weight * 100, parts=leaves, value_class=kind)


def _progress(weight: int) -> Group:
    return _part("progress", "项目进度", "Project progress", weight, RESULT, task_completion=50, delays=50)


def _teamwork(weight: int) -> Group:
    return _part("teamwork", "团队协作", "Teamwork", weight, TEAM, peer_rating=100)


def _customers(weight: int) -> Group:
    return _part("customer_feedback", "客户反馈", "Customer feedback", weight, CUSTOMER, satisfaction=100)


def _ideas(weight: int) -> Group:
    return _part("improvement", "改进提案", "Improvement", weight, TEAM, proposals=100)


SUPPORT = Tree(
    code="support",
    zh="客户支持",
    en="Customer support",
    dimensions=(
        _part("service", "服务时效", "Service", 35, RESULT, response_time=50, resolution_time=50),
        _customers(35),
        _teamwork(20),
        _ideas(10),
    ),
)
PRESALES = Tree(
    code="presales",
    zh="售前顾问",
    en="Presales",
    dimensions=(
        _progress(35),
        _customers(30),
        _teamwork(25),
        _part("markets", "新市场拓展", "New markets", 10, RESULT, new_markets=100),
    ),
)
PRODUCT = Tree(
    code="product", zh="产品与设计", en="Product and design", dimensions=(_progress(40), _customers(25), _teamwork(25), _ideas(10))
)
OFFICE = Tree(
    code="office", zh="职能与运营", en="Office and operations", dimensions=(_progress(40), _customers(30), _teamwork(20), _ideas(10))
)
MANAGEMENT = Tree(code="management", zh="管理者", en="Managers", dimensions=(_progress(40), _customers(25), _teamwork(35)))

# Each model with the job families that it scores.
MODELS: tuple[tuple[Tree, tuple[str, ...]], ...] = (
    (PROGRAMMER, ("programmer",)),
    (SOLUTION_ENGINEER, ("solution_engineer",)),
    (PRESALES, ("presales",)),
    (SUPPORT, ("support",)),
    (SALES, ("sales",)),
    (PRODUCT, ("product",)),
    (OFFICE, ("operations", "hr", "finance", "admin")),
    (MANAGEMENT, ("management",)),
)
TREE_OF: Mapping[str, Tree] = {family: tree for tree, families in MODELS for family in families}
