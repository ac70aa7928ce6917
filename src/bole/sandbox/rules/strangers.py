"""Small thing 10: two code accounts of nobody. One is named like Chen Xiaoyu, who begins today; the other is a machine's."""

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import step
from bole.work.rules.item import ItemVersion
from bole.work.rules.moments import microseconds

CHEN, MACHINE = ("48299001", "chenxiaoyu"), ("48299002", "qz-mirror-2")


def strangers(clock: Clockwork) -> list[ItemVersion]:
    """Return what the two accounts pushed in the last days."""
    rng, today = dice("strangers"), clock.almanac.anchor
    places = [(CHEN, 0, 2)] + [(MACHINE, -n, 1 + n % 2) for n in range(1, 8)]
    found = []
    for (account, login), steps, times in places:
        for n in range(times):
            moment = clock.at(step(today, steps) if steps else today, 10 + rng.random() * 6)
            name = f"push:{account}{-steps:02d}{n}"
            found.append(
                ItemVersion(
                    external_id=name,
                    kind="push",
                    version=microseconds(moment),
                    account=account,
                    account_name=login,
                    state="done",
                    title="onboarding" if login == CHEN[1] else "mirror",
                    project="qingzhui/llm-serving",
                    opened_at=moment,
                    closed_at=moment,
                    link=f"https://code.example.com/qingzhui/llm-serving/compare/{name[5:]}",
                    values=(("commits", 1),),
                )
            )
    return found
