"""The spec's own example in the small company, told so that it ended yesterday; and a change of somebody else's that is still there."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.kit.clock import today
from bole.people.actions import add_family, add_position, hire
from bole.people.models import Person
from bole.people.rules.entries import Identity, Newcomer, Post
from bole.scoring.actions import publish_version, use_model
from bole.scoring.actions.beginnings import begin_model
from bole.signals.actions import add_context, look_back, note_step
from bole.signals.models import Alert
from bole.values.viewer import SYSTEM
from bole.values.workdays import each_working_day, working_day_at, working_days
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion
from tests import factories as make
from tests.signals.days import ticket

BEIJING = ZoneInfo("Asia/Shanghai")
SERVICE = {"张三": "BL0064", "邓凯": "BL0340", "韩雪峰": "BL0102", "罗佳宁": "BL0233"}
BACK = working_day_at(today(), -1)
EARLIER, TAKEN_ON, SLOW, NOTICED, MOVED, LATE = (working_day_at(BACK, -n) for n in (225, 16, 15, 11, 9, 7))
USUAL = (60, 75, 45)
# Minutes a ticket, by working days since the work was moved; on the last three it is 1.1 hours.
RECOVERING = {1: 180, 2: 180, 3: 168, 4: 150, 5: 132, 6: 120, 7: 66, 8: 66, 9: 66}


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a moment in Shanghai."""
    return datetime.combine(day, time(hour, minute), BEIJING)


def hire_service(company: make.Company) -> dict[str, Person]:
    """Hire the people of the story: solution engineers under 林静."""
    family = add_family(code="solution", name="解决方案", by=SYSTEM, at=make.BEFORE)
    position = add_position(code="solution", name="解决方案工程师", family_id=family.pk, by=SYSTEM, at=make.BEFORE)
    begin_model(zh="解决方案工程师", en="Solution engineer", template="solution_engineer", by=SYSTEM, at=make.BEFORE)
    publish_version(code="solution_engineer", first_day=make.START, note="", by=SYSTEM, at=make.BEFORE)
    use_model(code="solution_engineer", families=("solution",), first_day=make.START, by=SYSTEM, at=make.BEFORE)
    post = Post(unit_id=company.team.pk, position_id=position.pk, family_id=family.pk, grade_id=company.grade.pk)
    found = {}
    for name, number in SERVICE.items():
        newcomer = Newcomer(
            number=number, identity=Identity(name=name), employer_id=company.root.pk, first_day=make.START, post=post,
            manager_number="BL0031",
        )  # fmt: skip
        found[name] = hire(newcomer=newcomer, by=SYSTEM, at=make.BEFORE)
        make.make_account(found[name])
    return found


def tell(people: dict[str, Person]) -> None:
    """Tell the story up to yesterday's evening."""
    desk = make.make_connection("api", name="客服工单")
    for name, person in people.items():
        make.map_to(desk, name, person)
    days = list(each_working_day(EARLIER, BACK))
    make.send(desk, *(ticket(f"{day}-{n}", "张三", day, one) for day in days for n, one in enumerate(_minutes(day))), at=at(EARLIER, 8))
    make.send(desk, *(_planned(n, day) for place, day in enumerate(days) for n in range(3 * place, 3 * place + 3)), at=at(EARLIER, 10))
    make.send(desk, *(_task(n, "张三", "日常支持", EARLIER) for n in range(6)), at=at(EARLIER, 9))
    make.send(desk, *(_task(n, "张三", "云栈质检二期", TAKEN_ON) for n in range(6, 14)), at=at(TAKEN_ON, 9))
    look_back(EARLIER, NOTICED)
    alert = Alert.objects.get()
    add_context(ref=alert.ref, words="二期刚上线，客户集中提问。", by=_viewer("BL0064"), at=at(NOTICED, 20))
    look_back(working_day_at(NOTICED, 1), MOVED)
    _move(desk)
    lin = _viewer("BL0031")
    words = "云栈质检二期的5个任务：3个给韩雪峰，2个给罗佳宁"
    note_step(alert_ref=alert.ref, kind="workload", words=words, more={"items": 5}, by=lin, at=at(MOVED, 15))
    note_step(alert_ref=alert.ref, kind="advice", words="上线期先保老客户，常见问题写成一页。", by=lin, at=at(MOVED, 15, 10))
    look_back(working_day_at(MOVED, 1), BACK)


def _minutes(day: date) -> tuple[float, ...]:
    if day < SLOW:
        usual = USUAL[(working_days(EARLIER, day) - working_days(EARLIER, TAKEN_ON)) % 3 - 1]
        return (usual - 15, usual, usual + 15)
    slow = RECOVERING.get(working_days(MOVED, day) - 1, 180)
    return (slow - 6, slow, slow + 6)


def _planned(number: int, day: date) -> ItemVersion:
    """Return one of the three tasks a day that 邓凯 closes: one in twelve a day late, and two in three since that went wrong."""
    is_late = number % 3 < 2 if day >= LATE else number % 12 == 0
    return ItemVersion(
        external_id=f"D-{number}", kind="task", version=1, account="邓凯", state="done", title=f"上线任务{number}", project="青禾质检",
        opened_at=at(working_day_at(day, -3), 9), due_on=working_day_at(day, -1) if is_late else day, closed_at=at(day, 11),
    )  # fmt: skip


def _task(number: int, name: str, project: str, day: date, *, version: int = 1) -> ItemVersion:
    return ItemVersion(
        external_id=f"T-{number}", kind="task", version=version, account=name, state="open", title=f"任务{number}", project=project,
        opened_at=at(day, 9),
    )  # fmt: skip


def _move(desk: Connection) -> None:
    moved = [_task(6 + n, to, "云栈质检二期", TAKEN_ON, version=2) for n, to in enumerate(("韩雪峰",) * 3 + ("罗佳宁",) * 2)]
    make.send(desk, *moved, at=at(MOVED, 15))


def _viewer(number: str):  # type: ignore[no-untyped-def]  # a Viewer
    return viewer_for(Account.objects.get(login=number), day=today())[0]
