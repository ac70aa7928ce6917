"""A company with mentors for browser tests: `python -m tests.browser.mentors_company` makes it and prints what a test needs."""

import json
import os
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (Django first)

from bole.accounts.models import Account  # noqa: E402
from bole.growth.actions import take_presets  # noqa: E402
from bole.growth.models import CourseStep, Exam, Skill, SkillEvidence  # noqa: E402
from bole.kit.clock import now, today  # noqa: E402
from bole.mentoring.actions.admission_rules import keep_rule_set, put_rules_in_force  # noqa: E402
from bole.values.viewer import SYSTEM  # noqa: E402
from tests.browser.small_company import moment_of, session_of  # noqa: E402
from tests.factories import BEFORE, make_account, make_person  # noqa: E402
from tests.mentoring.making import Cast, make_cast, make_mentor, make_pair  # noqa: E402

# 陆远 mentors as 叶青 does; 沈禾 is new and learns.
MORE = {"陆远": "BL0511", "沈禾": "BL0512"}
# The course has so many steps here, and so many questions of the exam's bank are asked.
STEPS, DRAWN = 2, 3


def ask_for_the_exam(cast: Cast) -> None:
    """Let mentors be asked for a year in the company, and for the exam; it and its course are short ones here."""
    take_presets(by=SYSTEM, at=BEFORE)
    CourseStep.objects.filter(course__code="mentoring_skills", ordinal__gt=STEPS).delete()
    Exam.objects.filter(code="mentoring_skills").update(drawn=DRAWN)
    tree = {"all": [{"clause": "people.tenure_months", "months": 12}, {"clause": "growth.exam", "exam": "mentoring_skills"}]}
    made = keep_rule_set(code="", name_zh="本公司", name_en="Ours", tree=tree, number=0, by=cast.viewer("苏文"), at=now())
    put_rules_in_force(ref=made.ref, by=cast.viewer("苏文"), at=now())


def main() -> None:
    """Make the company: 张三 mentors 李四 since two months ago; 叶青 knows how to test software, and 陆远 has seats as well."""
    call_command("migrate", verbosity=0)
    cast = make_cast()
    ask_for_the_exam(cast)
    for name, number in MORE.items():
        cast.people[name] = make_person(cast.company, name, number=number, unit=cast.other)
        make_account(cast.people[name])
    make_mentor(cast.people["陆远"])
    testing = Skill.objects.get(code="testing")
    SkillEvidence.objects.create(person=cast.people["叶青"], skill=testing, source="own", level=5, by="x", at=BEFORE)
    make_pair(cast.people["张三"], cast.people["李四"], first_day=today() - timedelta(days=60), months=12, at=now())
    Account.objects.update(first_page_seen_at=BEFORE)
    sessions = {account.login: session_of(account) for account in Account.objects.all()}
    print(json.dumps({"token": "", "sessions": sessions, "day": today().isoformat(), "moment": moment_of(today()).isoformat()}))


if __name__ == "__main__":
    main()
