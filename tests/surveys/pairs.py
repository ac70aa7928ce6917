"""张三 mentors 李四, 周屿 and 赵宁; 林静 leads them; 何佳 is HR partner, 苏文 HR admin, 秦舒 the auditor."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.test import Client

from bole.access.actions import grant_role
from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.kit.clock import today
from bole.people.models import Person
from bole.surveys.actions import answer, close_due, open_round, publish_due
from bole.surveys.queries import Published, results
from bole.values.viewer import SYSTEM, Viewer
from tests.factories import BEFORE, make_account, make_company, make_person

NUMBERS = {
    "林静": "BL0031", "张三": "BL0064", "李四": "BL0471", "周屿": "BL0113", "赵宁": "BL0157",
    "何佳": "BL0148", "苏文": "BL0012", "秦舒": "BL0022",
}  # fmt: skip
ROLES = {"何佳": "hr_partner", "苏文": "hr_admin", "秦舒": "auditor"}
MENTEES = ("李四", "周屿", "赵宁")
YES = {"on_time": "yes", "fits": "yes", "solved": "yes"}
FIRST, LAST = date(2026, 10, 10), date(2026, 10, 20)


@dataclass
class Pairs:
    """The people by name."""

    people: dict[str, Person] = field(default_factory=dict)

    @property
    def mentor(self) -> str:
        """Return what rounds about 张三 are called."""
        return str(self.people["张三"].ref)

    def viewer(self, name: str) -> Viewer:
        """Return somebody as who looks and acts today."""
        return viewer_for(Account.objects.get(login=self.people[name].number), day=today())[0]

    def browser(self, name: str, language: str = "zh-CN") -> Client:
        """Return somebody's browser."""
        client = Client(headers={"accept-language": language})
        client.force_login(Account.objects.get(login=self.people[name].number))
        return client


def make_pairs() -> Pairs:
    """Make the company."""
    company, pairs = make_company(), Pairs()
    for name, number in NUMBERS.items():
        manager = "BL0031" if name in {"张三", *MENTEES} else ""
        pairs.people[name] = make_person(company, name, number=number, manager=manager)
        make_account(pairs.people[name])
    Account.objects.update(first_page_seen_at=BEFORE)
    for name, role in ROLES.items():
        account = Account.objects.get(login=NUMBERS[name])
        grant_role(account_id=account.pk, role=role, unit_ref=company.root.ref if role == "hr_partner" else "", by=SYSTEM, at=BEFORE)
    return pairs


def at_noon(day: date) -> datetime:
    """Return noon in Shanghai."""
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def ask_about_the_mentor(pairs: Pairs, *, asked: Collection[str] = MENTEES, first: date = FIRST, last: date = LAST) -> str:
    """Open a round about 张三."""
    people = [pairs.people[name].pk for name in asked]
    return open_round(
        kind="mentoring",
        about=pairs.mentor,
        asked=people,
        questions="mentoring",
        opens_on=first,
        closes_on=last,
        by=SYSTEM,
        at=at_noon(first),
    )


def say(pairs: Pairs, ref: str, name: str, *, on: date, again: bool = False, **values: str) -> int:
    """Answer as somebody: yes to everything that is not said otherwise."""
    person = pairs.people[name]
    by = Viewer(name=name, account_id=Account.objects.get(login=person.number).pk, person_id=person.pk)
    return answer(round_ref=ref, values={**YES, **values}, again=again, by=by, at=at_noon(on))


def hold(pairs: Pairs, month: int, answers: dict[str, Sequence[str]], *, year: int = 2026) -> None:
    """Hold a round in a month: who answered what to the three questions."""
    first, last = date(year, month, 1), date(year, month, 10)
    ref = ask_about_the_mentor(pairs, asked=list(answers), first=first, last=last)
    for name, (on_time, fits, solved) in answers.items():
        say(pairs, ref, name, on=first, on_time=on_time, fits=fits, solved=solved)


def night_of(day: date) -> int:
    """Let the jobs of a day run; return how many results there are."""
    close_due(at_noon(day))
    return publish_due(at_noon(day))


def shown_on(pairs: Pairs, day: date) -> Published | None:
    """Return what 张三 sees on a day."""
    return results("mentoring", [pairs.mentor], day=day)[pairs.mentor]
