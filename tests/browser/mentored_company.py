"""A company with one pair for browser tests: `python -m tests.browser.mentored_company` makes it and prints what a test needs."""

import json
import os
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (Django first)

from bole.accounts.models import Account  # noqa: E402
from bole.kit.clock import now, today  # noqa: E402
from tests.browser.small_company import moment_of, session_of  # noqa: E402
from tests.mentoring.making import make_cast, make_pair  # noqa: E402


def main() -> None:
    """Make the company: 张三 mentors 李四 since two months ago, and no plan is written yet."""
    call_command("migrate", verbosity=0)
    cast = make_cast()
    make_pair(cast.people["张三"], cast.people["李四"], first_day=today() - timedelta(days=60), months=12, at=now())
    sessions = {account.login: session_of(account) for account in Account.objects.all()}
    print(json.dumps({"token": "", "sessions": sessions, "day": today().isoformat(), "moment": moment_of(today()).isoformat()}))


if __name__ == "__main__":
    main()
