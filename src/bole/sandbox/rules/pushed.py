"""What Zeng Rui pushed this morning: the small experiment of the week, so that the week's commits are there on a Monday too."""

from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.mentoring_mentors import ZENG_RUI
from bole.work.rules.item import ItemVersion
from bole.work.rules.moments import microseconds

REPOSITORY = "qingzhui/llm-eval"
PUSHES = ((19.5, "feature/eval-set-50", 2), (22.5, "feature/eval-one-parameter", 3))  # hours of a day that ends when it is shown


def pushed_this_morning(clock: Clockwork, account: str) -> list[ItemVersion]:
    """Return what came from his account of the code source today."""
    found = []
    for n, (hour, branch, commits) in enumerate(PUSHES):
        moment = clock.at(clock.almanac.anchor, hour)
        found.append(
            ItemVersion(
                external_id=f"push:{ZENG_RUI}-{n}",
                kind="push",
                version=microseconds(moment),
                account=account,
                state="done",
                title=branch,
                project=REPOSITORY,
                opened_at=moment,
                closed_at=moment,
                link=f"https://code.example.com/{REPOSITORY}/compare/{branch}",
                values=(("commits", commits),),
            )
        )
    return found
