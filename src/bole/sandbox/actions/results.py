"""Results in the demo: Li Si's project report, which Lin Jing confirmed the day after."""

from datetime import timedelta

from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment, step
from bole.work.actions import confirm_result, submit_result

BACK = 8  # working days before the demo's day
WORDS = (
    "云栈质检二期上线总结\n九个质检模型全部切换，客户当天验收通过；切换脚本已经整理成清单，下一个项目可以直接用。\n"
    "做得不够的地方：回退演练只做了一次，下次提前一周做两次。"
)


def hand_in_results(clock: Clockwork) -> None:
    """Let Li Si hand in a project report, and Lin Jing confirm it."""
    day = step(clock.almanac.anchor, -BACK)
    at = moment(day, 16.4)
    made = submit_result(
        once="demo-report0", kind="project_report", words=WORDS, value=None, files=(), kept=(), for_mentor=False,
        by=viewer_of("employee", day), at=at,
    )  # fmt: skip
    after = at + timedelta(hours=17)
    confirm_result(ref=made.ref, by=viewer_of("manager", step(day, 1)), at=after)
