"""The company's scoring in the demo: its indicators, a model for each job family, targets."""

from datetime import datetime

from bole.people.models import Unit
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.days import Almanac, moment
from bole.sandbox.rules.desk_load import promised_since
from bole.sandbox.rules.regions import targets_since
from bole.sandbox.rules.trees import INDICATORS, MODELS, UNIT_INDICATORS
from bole.scoring.actions import publish_version, save_draft, save_indicator, set_target, use_model
from bole.scoring.rules.indicator import indicator_json
from bole.scoring.rules.tree import tree_json
from bole.values.viewer import SYSTEM

# Indicator, thousandths of its unit, for whom (family or unit code), why.
TARGETS = (
    ("satisfaction", 85_000, "", "", "公司年度服务目标"),
    ("response_time", 2_000, "", "SUP", "客户支持部首次响应目标"),
    ("response_time", 1_500, "solution_engineer", "", "交付项目响应目标"),
    ("task_completion", 90_000, "", "", "公司年度目标"),
    ("bug_rate", 15_000, "programmer", "", "研发中心质量目标"),
    ("reuse_rate", 80_000, "programmer", "", "组件复用目标"),
    ("revenue", 233_333_000, "", "SALES-S", "华南每月新签420万元，18位客户经理"),
    ("revenue", 236_364_000, "", "SALES-E", "华东每月新签520万元，22位客户经理"),
    ("revenue", 210_000_000, "", "SALES-N", "华北每月新签420万元，20位客户经理"),
)


_NAMES = {"SALES-E": "华东", "SALES-S": "华南", "SALES-N": "华北", "SUP-BJ": "北京组", "SUP-SZ": "深圳组"}


def set_up_scoring(almanac: Almanac, *, at: datetime) -> None:
    """Publish the models as of the launch, and set the targets: of people, and of units as a whole."""
    launch = almanac.launch
    for rule in (*INDICATORS.values(), *UNIT_INDICATORS):
        save_indicator(definition=indicator_json(rule), version=0, by=SYSTEM, at=at)
    for tree, families in MODELS:
        save_draft(code=tree.code, tree=tree_json(tree), version=0, by=SYSTEM, at=at)
        publish_version(code=tree.code, first_day=launch, note="上线时发布", by=SYSTEM, at=at)
        use_model(code=tree.code, families=families, first_day=launch, by=SYSTEM, at=at)
    refs = dict(Unit.objects.values_list("code", "ref"))
    for indicator, value, family, unit, why in TARGETS:
        set_target(
            indicator=indicator,
            value=value,
            family=family,
            unit_ref=refs[unit] if unit else "",
            first_day=launch,
            why=why,
            by=SYSTEM,
            at=at,
        )
    for unit, first_day, share in promised_since(almanac):
        set_target(
            indicator="first_response",
            value=share * 1000,
            unit_ref=refs[unit],
            is_whole=True,
            first_day=first_day,
            why=f"{_NAMES[unit]}首次响应达标率{share}%",
            by=viewer_of("hr_admin", first_day),
            at=moment(first_day, 9),
        )
    for unit, first_day, target in targets_since(almanac):
        set_target(
            indicator="revenue",
            value=round(target * 10_000 * 1000),
            unit_ref=refs[unit],
            is_whole=True,
            first_day=first_day,
            why=f"{_NAMES[unit]}每月新签合同额{target:.0f}万元",
            by=viewer_of("hr_admin", first_day),
            at=moment(first_day, 9),
        )
