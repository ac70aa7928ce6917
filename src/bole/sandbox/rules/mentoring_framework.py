"""The framework that the demo company made for itself: a copy of the one for sales, for those who look after customers."""

from dataclasses import replace

from bole.mentoring.rules.frameworks import Framed, Topic

COPIED = "sales"
NAMES = ("客户成功经理", "Customer success manager")
GOALS = ("让客户用起来、愿意续约", "Let customers use it and want to renew")
GOING_LIVE = Topic("going_live", "交接与上线", "Handing over and going live", is_core=True, stage=1)


def made_own(copied: Framed) -> Framed:
    """Return the copy as HR made it: its own goal, going live as a core topic of the beginning, eight months, no test."""
    topics = (GOING_LIVE, *copied.topics)
    return replace(copied, goal_zh=GOALS[0], goal_en=GOALS[1], topics=topics, months=8, test_every=0)
