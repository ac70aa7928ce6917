"""A company whose mentors' hours count: `python -m tests.browser.hours_company` makes it and prints what a test needs."""

import json
import os
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (Django first)

from bole.accounts.models import Account  # noqa: E402
from bole.kit.clock import now, today  # noqa: E402
from bole.mentoring.actions.hours import propose_hours  # noqa: E402
from bole.mentoring.actions.hours_terms import save_hours_terms  # noqa: E402
from bole.mentoring.rules.hours import HoursTerms  # noqa: E402
from bole.values.period import Period  # noqa: E402
from bole.values.viewer import SYSTEM  # noqa: E402
from bole.values.workdays import working_day_at  # noqa: E402
from tests.browser.small_company import moment_of, session_of  # noqa: E402
from tests.factories import BEFORE, make_model  # noqa: E402
from tests.mentoring.effects import talk  # noqa: E402
from tests.mentoring.making import make_cast, make_pair  # noqa: E402


def main() -> None:
    """Make the company: 张三 and 叶青 talked ten hours each last month, and proposals wait; everybody is asked for revenue."""
    call_command("migrate", verbosity=0)
    cast = make_cast()
    make_model("sales", families=("programmer",))
    month = Period.of("month", today()).before
    first_day = month.first_day - timedelta(days=40)
    for mentor, mentee in (("张三", "李四"), ("叶青", "丁一")):
        pair = make_pair(cast.people[mentor], cast.people[mentee], first_day=first_day, months=12, at=now())
        talk(pair, working_day_at(month.first_day, 5), minutes=600)
    terms = HoursTerms(reduces=True, rate=10_000, most_allowance=200_000, most_hours=8)
    save_hours_terms(terms=terms, version=0, by=cast.viewer("苏文"), at=now())
    propose_hours(month=month, by=SYSTEM, at=now())
    Account.objects.update(first_page_seen_at=BEFORE)
    sessions = {account.login: session_of(account) for account in Account.objects.all()}
    print(json.dumps({"token": "", "sessions": sessions, "day": today().isoformat(), "moment": moment_of(today()).isoformat()}))


if __name__ == "__main__":
    main()
