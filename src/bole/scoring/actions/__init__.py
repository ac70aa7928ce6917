"""Changes to models, scores, closings and support."""

from bole.scoring.actions.closing import close_period, decide_reopening, propose_reopening
from bole.scoring.actions.models import publish_version, save_draft, save_indicator, set_target, use_model
from bole.scoring.actions.scores import put_due, score_due, score_people
from bole.scoring.actions.support import answer_support, ask_for_support, withdraw_support

__all__ = [
    "answer_support", "ask_for_support", "close_period", "decide_reopening", "propose_reopening", "publish_version", "put_due",
    "save_draft", "save_indicator", "score_due", "score_people", "set_target", "use_model", "withdraw_support",
]  # fmt: skip
