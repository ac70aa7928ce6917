"""A company for walks: `python -m tests.browser.agreed_company` makes a pair with an agreement, one that is over, and office hours."""

import json
import os
from datetime import time, timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (Django first)

from bole.accounts.models import Account  # noqa: E402
from bole.growth.models import Skill  # noqa: E402
from bole.kit.clock import now, today  # noqa: E402
from bole.mentoring.actions.agreements import make_agreement  # noqa: E402
from bole.mentoring.actions.life import close_what_is_over  # noqa: E402
from bole.mentoring.actions.office_hours import Opening, open_office_hours  # noqa: E402
from bole.mentoring.actions.plans import approve_plan, save_plan, submit_plan  # noqa: E402
from bole.mentoring.models import Mentorship  # noqa: E402
from bole.mentoring.rules.plan import planned  # noqa: E402
from bole.mentoring.rules.shipped import SHIPPED  # noqa: E402
from bole.values.viewer import SYSTEM  # noqa: E402
from bole.values.workdays import working_day_at  # noqa: E402
from tests.browser.small_company import moment_of, session_of  # noqa: E402
from tests.factories import BEFORE  # noqa: E402
from tests.mentoring.making import Cast, make_cast, make_pair  # noqa: E402


def agree(cast: Cast) -> None:
    """Let 张三 mentor 李四 by an approved plan, with an agreement that nobody has signed."""
    pair = make_pair(cast.people["张三"], cast.people["李四"], first_day=today() - timedelta(days=20), months=12, at=now())
    topics, by = planned(SHIPPED["new_graduate"].topics, months=12), cast.viewer("张三")
    saved = save_plan(
        pair_ref=pair.ref, version=0, goal="独立负责一个小项目", outcomes=["完成一次客户交付"], topics=topics, by=by, at=now()
    )
    sent = submit_plan(pair_ref=pair.ref, version=saved.version, by=by, at=now())
    approve_plan(ref=sent.ref, version=sent.version, by=cast.viewer("何佳"), at=now())
    make_agreement(plan_ref=sent.ref, by=SYSTEM, at=now())


def run_out(cast: Cast) -> None:
    """Let the programme of 叶青 and 丁一 have ended yesterday, with nothing covered."""
    pair = make_pair(
        cast.people["叶青"], cast.people["丁一"], first_day=today() - timedelta(days=100), months=12, state="running", at=now()
    )
    Mentorship.objects.filter(pk=pair.pk).update(last_day=today() - timedelta(days=1))
    close_what_is_over(by=SYSTEM, at=now())


def be_there(cast: Cast) -> None:
    """Let 张三 open office hours, on the next working day but one."""
    for code, zh, en in (
        ("eval", "模型评测", "Model evaluation"),
        ("python", "Python", "Python"),
        ("talks", "客户沟通", "Talks with customers"),
    ):
        Skill.objects.create(code=code, group="craft", name_zh=zh, name_en=en, changed_at=BEFORE, changed_by="x")
    for name, begins, skills in (("张三", time(14), ["eval", "python"]), ("叶青", time(10), ["talks"])):
        ends = time(begins.hour + 1, 30)
        opening = Opening(
            day=working_day_at(today(), 2), begins=begins, ends=ends, place="三号会议室", places=3, minutes=30, skills=skills
        )  # fmt: skip
        open_office_hours(opening=opening, by=cast.viewer(name), at=now())


def main() -> None:
    """Make the company."""
    call_command("migrate", verbosity=0)
    cast = make_cast()
    agree(cast)
    run_out(cast)
    be_there(cast)
    Account.objects.update(first_page_seen_at=BEFORE)
    sessions = {account.login: session_of(account) for account in Account.objects.all()}
    print(json.dumps({"token": "", "sessions": sessions, "day": today().isoformat(), "moment": moment_of(today()).isoformat()}))


if __name__ == "__main__":
    main()
