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
from bole.mentoring.actions.admission_rules import keep_rule_set, put_rules_in_force  # noqa: E402
from tests.browser.small_company import moment_of, session_of  # noqa: E402
from tests.factories import BEFORE, make_account, make_person  # noqa: E402
from tests.mentoring.making import Cast, make_cast, make_pair  # noqa: E402

# Enough of one team for three to rate each.
COLLEAGUES = {"王一": "BL0501", "赵二": "BL0502"}


def ask_for_tenure(cast: Cast) -> None:
    """Let mentors be asked for a year in the company, and nothing else."""
    tree = {"all": [{"clause": "people.tenure_months", "months": 12}]}
    made = keep_rule_set(code="", name_zh="本公司", name_en="Ours", tree=tree, number=0, by=cast.viewer("苏文"), at=now())
    put_rules_in_force(ref=made.ref, by=cast.viewer("苏文"), at=now())


def main() -> None:
    """Make the company: 张三 mentors 李四 since two months ago, and no plan is written yet; who wants to mentor needs a year here."""
    call_command("migrate", verbosity=0)
    cast = make_cast()
    make_pair(cast.people["张三"], cast.people["李四"], first_day=today() - timedelta(days=60), months=12, at=now())
    ask_for_tenure(cast)
    for name, number in COLLEAGUES.items():
        make_account(make_person(cast.company, name, number=number, unit=cast.company.team, manager="BL0031"))
    Account.objects.update(first_page_seen_at=BEFORE)
    sessions = {account.login: session_of(account) for account in Account.objects.all()}
    print(json.dumps({"token": "", "sessions": sessions, "day": today().isoformat(), "moment": moment_of(today()).isoformat()}))


if __name__ == "__main__":
    main()
