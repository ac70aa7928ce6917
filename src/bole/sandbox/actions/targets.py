"""What HR gave, what the product made of missed targets, and what the heads decided."""

from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import closes_on, moment, step
from bole.sandbox.rules.desk_load import BEIJING
from bole.sandbox.rules.given import given_values
from bole.sandbox.rules.regions import LOWERED, LOWERED_ON, SOUTH, WAN
from bole.signals.actions.by_clock import diagnose_missed
from bole.signals.actions.diagnoses import check_target, decide_target
from bole.signals.actions.series import GivenValue, give_values
from bole.signals.models import Diagnosis

ACCEPTED = "差的是人手，不是目标。先补3个人，再借调2个人；目标不变。"
CHANGED = "华南行业指数比去年同期低16%，三个月都没有回升；人手和能力没有变化。改为360万元，12月起看新目标。"


def give_series(clock: Clockwork) -> int:
    """Let HR give the markets' indices, planned posts and skill tests; return how many values."""
    day = clock.of_month(clock.almanac.headline)[1]
    values = [
        GivenValue(kind=one.kind, unit=one.unit, month=one.month, value=one.value, name=one.name) for one in given_values(clock.almanac)
    ]
    give_values(values=values, source="file", by=viewer_of("hr_admin", day), at=moment(day, 10.4))
    return len(values)


def decide_on_targets(clock: Clockwork) -> str:
    """Let the product diagnose what was missed up to the last closed month, and the two heads decide what they decided.

    :returns: what the product's job says of it
    """
    opened = closes_on(clock.almanac.headline.before)
    said = diagnose_missed(moment(opened, 20))
    last = step(clock.almanac.anchor, -1)
    for unit, persona, day, value, reason in (
        (BEIJING, "support_head", step(opened, 2), None, ACCEPTED),
        (SOUTH, "region_head", max(clock.almanac.at(LOWERED_ON), step(opened, 1)), LOWERED * WAN * 1000, CHANGED),
    ):
        found = Diagnosis.objects.filter(unit__code=unit, state="open").order_by("-last_month").first()
        if found is None or day > last:
            continue
        kind = "change" if value else "accept" if found.result.get("proposal") else "reject"
        by = viewer_of(persona, day)
        decide_target(ref=found.ref, kind=kind, value=value, reason=reason, version=found.version, by=by, at=moment(day, 15.3))
        checked = step(day, 1)
        if value is None and checked <= last:
            check_target(ref=found.ref, approves=True, words="", by=viewer_of("hr_admin", checked), at=moment(checked, 10.5))
    return said
