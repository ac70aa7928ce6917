"""A company for walks without a network: `python -m tests.browser.offline_company` makes it and prints what a test needs."""

import json
import os
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (Django first)

from bole.accounts.models import Account  # noqa: E402
from bole.kit.clock import now, today  # noqa: E402
from bole.mentoring.actions.meetings import record_meeting  # noqa: E402
from bole.reviews.actions.peers import open_peer_round  # noqa: E402
from bole.values.viewer import SYSTEM  # noqa: E402
from tests.browser.small_company import moment_of, session_of  # noqa: E402
from tests.mentoring.making import make_cast, make_pair  # noqa: E402


def main() -> None:
    """Make the company: 张三 mentors 李四 and has met once, 叶青 mentors 丁一, who is asked about colleagues.

    张三 is signed in thirty times over, 苏文 of HR twice.
    """
    call_command("migrate", verbosity=0)
    cast, since = make_cast(), today() - timedelta(days=60)
    pair = make_pair(cast.people["张三"], cast.people["李四"], first_day=since, months=12, at=now())
    make_pair(cast.people["叶青"], cast.people["丁一"], first_day=since, months=12, at=now())
    record_meeting(
        pair_ref=pair.ref, once="22222222222a", held_on=today(), minutes=60, place="face", codes=[], advice="先看一遍现有接口",
        to_do=[], done=[], next_on=None, by=cast.viewer("张三"), at=now(),
    )  # fmt: skip
    open_peer_round(unit_ref=cast.other.ref, first_day=since, last_day=today(), closes_on=today() + timedelta(days=7), by=SYSTEM, at=now())
    Account.objects.update(first_page_seen_at=now())
    accounts = list(Account.objects.all())
    sessions = {account.login: session_of(account) for account in accounts}
    sessions |= {f"{account.login} {n}": session_of(account) for account in accounts for n in range(30) if account.login == "BL0064"}
    sessions |= {f"{account.login} again": session_of(account) for account in accounts if account.login == "BL0012"}
    print(json.dumps({"token": "", "sessions": sessions, "day": today().isoformat(), "moment": moment_of(today()).isoformat()}))


if __name__ == "__main__":
    main()
