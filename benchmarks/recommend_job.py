"""The night of recommendations as the worker does it, on SQLite: everything read, worked out and kept; beside it the bare computation.

The company is generated (`bole.sandbox.generated.learning`) and laid into the tables directly: it is the ground, not what is measured. Meanwhile
somebody else writes, every 20 ms: how long they had to wait at most is what the write lock was held for.

python -m benchmarks.recommend_job            # 10,000 people x 5,000 items
python -m benchmarks.recommend_job 1000 500
"""

import json
import subprocess
import sys
import time
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from datetime import time as moment
from pathlib import Path
from typing import Any

from benchmarks.measuring import Row, peak_megabytes, timed
from benchmarks.place import folder, make_ready

PEOPLE, ITEMS, SEED, WEEKS = 10_000, 5_000, 9000, 20
AIM_SECONDS = 60
KIND_OF = {"course": "guide"}  # courses are kept elsewhere; what is measured is how many there are
ELSEWHERE = """
import sqlite3, sys, time
base = sqlite3.connect(sys.argv[1], timeout=120, isolation_level=None)
longest = 0.0
print("ready", flush=True)
import select
while not select.select([sys.stdin], [], [], 0.02)[0]:
    began = time.perf_counter()
    base.execute("BEGIN IMMEDIATE")
    base.execute("UPDATE kit_heartbeat SET note = '' WHERE id = -1")
    base.execute("COMMIT")
    longest = max(longest, time.perf_counter() - began)
print(longest)
"""


def measure(people: int, items: int, path: Path) -> list[Row]:
    """Measure one night."""
    make_ready(path)
    today = _lay(people, items)
    from bole.growth.actions import recommend_by_night
    from bole.growth.models import Recommended

    at = datetime.combine(today, moment(20), UTC)
    bare = _bare(today)
    other = subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE, str(path / "bole.sqlite3")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    other.stdout.readline()
    steps, longest, began, own = recommend_by_night(at), 0.0, time.perf_counter(), time.process_time()
    while True:
        before = time.perf_counter()
        if next(steps, None) is None and steps.gi_frame is None:
            break
        longest = max(longest, time.perf_counter() - before)
    whole, own = time.perf_counter() - began, time.process_time() - own
    waited = float(other.communicate("end\n")[0])
    shape, kept = f"{people:,} people × {items:,} items, SQLite", Recommended.objects.count()
    return [
        Row(f"recommend: the night's job, {shape}", f"{bare:.1f} s bare computation", f"{whole:.1f} s", whole / bare, f"≤ {AIM_SECONDS} s",
            whole <= AIM_SECONDS, f"{own:.1f} s of the processor; {kept:,} kept; longest step {longest:.1f} s; greatest memory {peak_megabytes():.0f} MB"),
        Row(f"recommend: who writes during the night, {shape}", "1 s", f"{waited:.2f} s", waited, "≤ 1 s", waited <= 1, "the longest that a write waited"),
    ]  # fmt: skip


def _bare(day: date) -> float:
    """Return the seconds of the computation alone."""
    from bole.growth.queries.behaviour import material_of
    from bole.growth.rules.recommend import choose, learn_together

    known = material_of(None, day)
    return timed(lambda: choose(known.items, known.people, learn_together(known.items, known.people), most=12))


def _lay(people: int, items: int) -> date:
    """Fill the tables; return the day."""
    from django.db import transaction

    from benchmarks.grounds import lay_people
    from bole.kit.bulk import insert_rows
    from bole.kit.clock import today
    from bole.people.actions import add_family
    from bole.people.models import Assignment, Employment
    from bole.sandbox.generated.learning import generate
    from bole.sandbox.generated.learning_parts import ROLES
    from bole.values.viewer import SYSTEM
    from tests.factories import BEFORE, START, make_company, make_person

    seen, day = generate(people=people, items=items, seed=SEED, weeks=WEEKS).observed, today()
    company = make_company()
    families = [add_family(code=code, name=code, by=SYSTEM, at=BEFORE).pk for code in ROLES]
    first = make_person(company, "人", number="BL9999999").pk + 1
    ids = [first + n for n in range(people)]
    post = (company.position.pk, company.grade.pk, 10000, True, None, "", None, BEFORE, None)
    with transaction.atomic():
        lay_people(enumerate(ids))
        starts = [max(START, day - timedelta(weeks=WEEKS - week)) if week else START for week in seen.began.tolist()]
        insert_rows(
            Employment, ("person_id", "employer_id", "kind", "first_day", "last_day", "reason_ended", "recorded_at", "withdrawn_at"),
            [(one, company.root.pk, "regular", starts[n], None, "", BEFORE, None) for n, one in enumerate(ids)],
        )  # fmt: skip
        insert_rows(
            Assignment,
            ("person_id", "unit_id", "family_id", "first_day", "position_id", "grade_id", "share_bp", "is_main", "manager_id", "zone",
             "last_day", "recorded_at", "withdrawn_at"),
            [(one, company.team.pk, families[seen.role[n]], starts[n], *post) for n, one in enumerate(ids)],
        )  # fmt: skip
        _lay_items(seen, day)
        _lay_behaviour(seen, ids, day)
    return day


def _lay_items(seen: Any, day: date) -> None:
    from bole.growth.models import LibraryItem
    from bole.sandbox.generated.learning_parts import KINDS, TOPIC_CODES
    from tests.factories import BEFORE

    LibraryItem.objects.bulk_create(
        [
            LibraryItem(
                ref=_ref(n), kind=KIND_OF.get(KINDS[kind], KINDS[kind]), state="published", title_zh=f"第{n}篇", changed_at=BEFORE,
                topics=[TOPIC_CODES[at] for at in seen.topics[n].nonzero()[0]], minutes=5, changed_by="bench",
                published_at=datetime.combine(day - timedelta(weeks=WEEKS - int(seen.published[n])), moment(1), UTC),
            )
            for n, kind in enumerate(seen.kind.tolist())
        ],
        batch_size=500,
    )  # fmt: skip


def _lay_behaviour(seen: Any, ids: list[int], day: date) -> None:
    """Lay what people opened, and what they wrote about by our word list."""
    from bole.growth.models import Behaviour
    from bole.growth.rules.words import topics_in
    from bole.kit.bulk import insert_rows
    from bole.sandbox.generated.learning_parts import TOPIC_CODES

    codes = [[TOPIC_CODES[at] for at in row.nonzero()[0]] for row in seen.topics]
    ago = [day - timedelta(days=(WEEKS - week) * 7 - 3) for week in range(WEEKS)]
    opens = zip(seen.opened_by.tolist(), seen.opened_item.tolist(), seen.opened_week.tolist(), strict=True)
    rows = {(ids[person], "opened", _ref(item), ago[week]): codes[item] for person, item, week in opens}
    found = {text: list(topics_in(text, TOPIC_CODES)) for text in set(seen.wrote_text)}
    wrote = enumerate(zip(seen.wrote_by.tolist(), seen.wrote_week.tolist(), seen.wrote_text, strict=True))
    rows |= {(ids[person], "wrote_about", f"result:{n}", ago[week]): found[text] for n, (person, week, text) in wrote if found[text]}
    columns = ("person_id", "what", "item", "day", "topics")
    with_topics = [(*key, topics) for key, topics in rows.items()]
    insert_rows(Behaviour, columns, with_topics)


def _ref(n: int) -> str:
    """Return a ref of twelve characters."""
    letters = "23456789abcdefghjkmnpqrstuvwxyz"
    return "i" + "".join(letters[n // len(letters) ** at % len(letters)] for at in range(11))


def main(given: list[str]) -> int:
    """Measure, print the rows."""
    people, items = (int(given[0]), int(given[1])) if len(given) == 2 else (PEOPLE, ITEMS)
    with folder() as path:
        rows = measure(people, items, path)
    sys.stdout.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
