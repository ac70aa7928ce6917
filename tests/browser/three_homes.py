"""A company with a newcomer, a colleague of long and a mentor: `python -m tests.browser.three_homes` makes it and says what it holds."""

import json
import os
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (Django first)

from bole.accounts.models import Account  # noqa: E402
from bole.growth.actions import save_training, take_newcomer_list  # noqa: E402
from bole.kit.clock import now, today  # noqa: E402
from bole.people.models import Employment  # noqa: E402
from bole.values.viewer import SYSTEM  # noqa: E402
from tests.browser.small_company import moment_of, session_of  # noqa: E402
from tests.factories import make_model  # noqa: E402
from tests.mentoring.making import make_cast, make_pair  # noqa: E402

WORDS = {"words_zh": "", "words_en": "", "place_zh": "线上", "place_en": "Online", "minutes": 60, "for_newcomers": True}


def main() -> None:
    """Make the company: 李四 joins today and 张三 is the mentor; 丁一 has been here for long."""
    call_command("migrate", verbosity=0)
    cast = make_cast()
    make_model("programmer", families=("programmer",))
    Employment.objects.filter(person=cast.people["李四"]).update(first_day=today())
    make_pair(cast.people["张三"], cast.people["李四"], first_day=today(), months=12, at=now())
    take_newcomer_list(by=SYSTEM, at=now())
    told = {**WORDS, "title_zh": "信息安全入门", "title_en": "Information security", "begins_at": now() + timedelta(minutes=5)}
    save_training(training="", told=told, version=0, by=SYSTEM, at=now())
    sessions = {account.login: session_of(account) for account in Account.objects.all()}
    print(json.dumps({"token": "", "sessions": sessions, "day": today().isoformat(), "moment": moment_of(today()).isoformat()}))


if __name__ == "__main__":
    main()
