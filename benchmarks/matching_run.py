"""A matching by the worker in a company of 10,000 who wait and 2,000 mentors, and its publishing: how long, the longest turn, the board.

python -m benchmarks.matching_run                 # on the embedded database
python -m benchmarks.matching_run 2000 400        # a smaller one
"""

import json
import sys
from dataclasses import asdict
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.measuring import Row, middle, peak_megabytes, timed
from benchmarks.place import folder, make_ready

if TYPE_CHECKING:
    from bole.values.viewer import Viewer

SEED = 9000
LONGEST_TURN, LONGEST_BOARD, LONGEST_PRESS = 5.0, 1.0, 1.0


def fill(mentees: int, mentors: int) -> int:
    """Fill an empty database with people who wait and mentors; return the account of an HR admin. The ground is not measured."""
    import numpy as np

    from bole.access.actions import grant_role
    from bole.growth.models import Skill, SkillEvidence
    from bole.mentoring.actions.frameworks import framework_for
    from bole.mentoring.models import MentorRole, Wish
    from bole.people.models import Assignment, Employment, Person
    from bole.values.viewer import SYSTEM
    from tests.factories import BEFORE, START, make_account, make_company, make_person

    chance = np.random.default_rng(SEED)
    company = make_company()
    hr = make_person(company, "人事", number="HR0001")
    account = make_account(hr)
    grant_role(account_id=account.pk, role="hr_admin", by=SYSTEM, at=BEFORE)
    count = mentees + mentors
    people = [
        Person(
            number=f"BL{n:06d}", name=f"人{n}", pinyin_key=f"ren{n:06d}", search_key=f"人{n} bl{n:06d}", changed_at=BEFORE, changed_by="bench"
        )
        for n in range(count)
    ]  # fmt: skip
    Person.objects.bulk_create(people, batch_size=1000)
    Employment.objects.bulk_create(
        [Employment(person=one, employer=company.root, kind="regular", first_day=START, recorded_at=BEFORE) for one in people],
        batch_size=1000,
    )
    post = {"unit": company.team, "position": company.position, "family": company.family, "grade": company.grade}
    Assignment.objects.bulk_create(
        [Assignment(person=one, manager=hr, first_day=START, recorded_at=BEFORE, **post) for one in people], batch_size=1000
    )
    skills = [
        Skill(code=f"s{n:02}", group="craft", name_zh=f"技能{n}", name_en=f"Skill {n}", changed_at=BEFORE, changed_by="bench")
        for n in range(60)
    ]
    Skill.objects.bulk_create(skills)
    takers, waiting = people[:mentors], people[mentors:]
    MentorRole.objects.bulk_create([MentorRole(person=one, first_day=START, how="import", capacity=6) for one in takers], batch_size=1000)
    SkillEvidence.objects.bulk_create(
        [
            SkillEvidence(person=one, skill=skills[k], source="own", level=int(chance.integers(2, 6)), by="bench", at=BEFORE)
            for one in takers
            for k in chance.choice(60, int(chance.integers(2, 7)), replace=False)
        ],
        batch_size=1000,
    )
    framework = framework_for("new_graduate", at=BEFORE)
    Wish.objects.bulk_create(
        [
            Wish(
                person=one, framework=framework, made_at=BEFORE, made_by="bench", words="想学",
                skills=[f"s{k:02}" for k in chance.choice(60, int(chance.integers(1, 4)), replace=False)],
            )
            for one in waiting
        ],
        batch_size=1000,
    )  # fmt: skip
    return int(account.pk)


def measure(mentees: int, mentors: int) -> list[Row]:
    """Press, let the worker work, look at the board."""
    from bole.access.queries import viewer_for
    from bole.accounts.models import Account
    from bole.kit.clock import now, today
    from bole.mentoring.actions.matching_runs import start_matching
    from bole.mentoring.models import MatchRun

    found = viewer_for(Account.objects.get(pk=fill(mentees, mentors)), day=today())
    if found is None:
        raise SystemExit("nobody of HR")
    pressed = timed(lambda: start_matching(by=found[0], at=now()))
    turns, stages = _worked()
    run = MatchRun.objects.get()
    shape = f"{mentees:,} × {mentors:,}"
    board = middle([timed(lambda: _page(found[0].account_id or 0)) for _ in range(3)])
    return [
        Row(
            f"matching by the worker, {shape}", f"{pressed * 1000:.0f} ms to press", f"{sum(turns):.1f} s", None, "done", run.state == "done",
            f"{len(turns)} turns: {stages}; {peak_megabytes():.0f} MB at most",
        ),
        Row("… its longest turn", f"{LONGEST_TURN} s", f"{max(turns):.1f} s", max(turns) / LONGEST_TURN, "≤ 1", max(turns) <= LONGEST_TURN),
        Row("… the board after it", f"{LONGEST_BOARD} s", f"{board:.2f} s", board / LONGEST_BOARD, "≤ 1", board <= LONGEST_BOARD),
        *_published(found[0], shape),
    ]  # fmt: skip


def _worked() -> tuple[list[float], str]:
    """Let the worker do the run that is open; return what its turns took, and its stages in words."""
    from bole.kit.clock import now
    from bole.kit.worker import turn
    from bole.mentoring.models import MatchRun

    seconds: dict[str, float] = {}
    turns: list[float] = []
    while (run := MatchRun.objects.filter(is_open=True).first()) is not None:
        began = perf_counter()
        turn(now())
        turns.append(perf_counter() - began)
        seconds[run.stage] = seconds.get(run.stage, 0) + turns[-1]
    return turns, ", ".join(f"{name} {value:.1f} s" for name, value in seconds.items())


def _published(by: "Viewer", shape: str) -> list[Row]:
    """Publish the draft, and let the worker do it."""
    from bole.kit.clock import now
    from bole.mentoring.actions.matching_runs import start_publishing
    from bole.mentoring.models import MatchRound, MatchRun, Mentorship

    made = MatchRound.objects.get(state="draft")
    pressed = timed(lambda: start_publishing(ref=made.ref, version=made.version, by=by, at=now()))
    turns, stages = _worked()
    run = MatchRun.objects.get(work="publish")
    return [
        Row(
            f"publishing by the worker, {shape}", f"{pressed * 1000:.0f} ms to press", f"{sum(turns):.1f} s", pressed / LONGEST_PRESS,
            "press ≤ 1 s, done", run.state == "done" and pressed <= LONGEST_PRESS,
            f"{Mentorship.objects.count():,} pairs began in {len(turns)} turns: {stages}",
        ),
        Row("… its longest turn", f"{LONGEST_TURN} s", f"{max(turns):.1f} s", max(turns) / LONGEST_TURN, "≤ 1", max(turns) <= LONGEST_TURN),
    ]  # fmt: skip


def _page(account_id: int) -> None:
    from django.test import Client

    from bole.accounts.models import Account

    client = Client(headers={"accept-language": "zh-CN", "host": "localhost"})
    client.force_login(Account.objects.get(pk=account_id))
    answer = client.get("/company/mentoring/matching/")
    if answer.status_code != 200:
        raise SystemExit(f"the board said {answer.status_code}")


def main(given: list[str]) -> int:
    """Measure and print the rows."""
    sizes = [int(one) for one in given if one.isdecimal()]
    mentees, mentors = sizes if len(sizes) == 2 else (10_000, 2_000)
    with folder() as path:
        make_ready(path)
        rows = measure(mentees, mentors)
    sys.stdout.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
