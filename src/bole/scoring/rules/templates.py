"""The scoring models that ship, with the weights that `docs/domain/scoring.md` works through."""

from collections.abc import Mapping

from bole.scoring.rules.tree import WHOLE, Group, Leaf, Tree, ValueClass, equal_weights

RESULT: ValueClass = "work_result"
TEAM: ValueClass = "team_contribution"
CUSTOMER: ValueClass = "customer_rating"


def _dimension(code: str, zh: str, en: str, weight: int, value_class: ValueClass, *leaves: Leaf) -> Group:
    """Return a dimension; its weight in percent."""
    return Group(code=code, zh=zh, en=en, weight=weight * 100, parts=leaves, value_class=value_class)


def _equal(*indicators: str) -> tuple[Leaf, ...]:
    """Return indicators of equal weight."""
    return tuple(Leaf(indicator, weight) for indicator, weight in zip(indicators, equal_weights(len(indicators)), strict=True))


_PROGRESS = _dimension("progress", "项目进度", "Project progress", 25, RESULT, *_equal("task_completion", "delays"))
_TEAMWORK = _dimension("teamwork", "团队协作", "Teamwork", 20, TEAM, Leaf("peer_rating", WHOLE))

FACTORY = Tree(
    code="factory",
    zh="工厂员工",
    en="Factory",
    dimensions=(
        _dimension("output", "产量", "Output", 30, RESULT, Leaf("output", WHOLE)),
        _dimension("quality", "质量", "Quality", 25, RESULT, Leaf("quality", WHOLE)),
        _dimension("customer_feedback", "客户反馈", "Customer feedback", 20, CUSTOMER, Leaf("satisfaction", WHOLE)),
        _dimension("proposals", "创新提案", "Innovation proposals", 15, TEAM, Leaf("proposals", WHOLE)),
        _dimension("teamwork", "团队协作", "Teamwork", 10, TEAM, Leaf("peer_rating", WHOLE)),
    ),
)
PROGRAMMER = Tree(
    code="programmer",
    zh="程序员",
    en="Programmer",
    dimensions=(
        _dimension("code_quality", "代码质量", "Code quality", 30, RESULT, *_equal("bug_rate", "reuse_rate")),
        _PROGRESS,
        _TEAMWORK,
        _dimension("customer_feedback", "客户反馈", "Customer feedback", 25, CUSTOMER, Leaf("satisfaction", WHOLE)),
    ),
)
SOLUTION_ENGINEER = Tree(
    code="solution_engineer",
    zh="解决方案工程师",
    en="Solution engineer",
    dimensions=(
        _dimension("delivery_quality", "交付质量", "Delivery quality", 30, RESULT, *_equal("first_pass", "rework_rate")),
        _PROGRESS,
        _TEAMWORK,
        _dimension(
            "customer_feedback",
            "客户反馈",
            "Customer feedback",
            25,
            CUSTOMER,
            Leaf("satisfaction", 6000),
            Leaf("response_time", 4000),
        ),
    ),
)
SALES = Tree(
    code="sales",
    zh="销售",
    en="Sales",
    dimensions=(
        _dimension("revenue", "销售业绩", "Revenue", 50, RESULT, Leaf("revenue", WHOLE)),
        _dimension("customers", "客户留存", "Keeping customers", 30, CUSTOMER, Leaf("retention", 6000), Leaf("satisfaction", 4000)),
        _dimension("markets", "新市场拓展", "New markets", 20, RESULT, Leaf("new_markets", WHOLE)),
    ),
)
TEMPLATES: Mapping[str, Tree] = {tree.code: tree for tree in (FACTORY, PROGRAMMER, SOLUTION_ENGINEER, SALES)}
