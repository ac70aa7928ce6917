"""What some of the cast did in the product itself: asked for support, doubted a record, looked at a file."""

from collections.abc import Mapping
from datetime import date, datetime

from bole.access.queries import viewer_for
from bole.accounts.actions import note_first_page
from bole.accounts.models import Account
from bole.kit.action import look
from bole.people.models import Person
from bole.sandbox.rules.checkpoints import checkpoints_on
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.doubt import ANSWER, LUO_JIANING, TITLE, WORDS, days_of_doubt
from bole.sandbox.rules.personas import BY_KEY, PERSONAS
from bole.scoring.actions.support import answer_support, ask_for_support
from bole.values.viewer import Viewer
from bole.work.actions import answer_objection, raise_objection
from bole.work.models import Item

LOOKED = date(2026, 10, 21)


def viewer_of(key: str, day: date) -> Viewer:
    """Return a persona as the product sees it on a day."""
    found = viewer_for(Account.objects.get(login=BY_KEY[key].login), day=day)
    assert found is not None  # noqa: S101  (the cast works here on the days of its stories)
    return found[0]


def read_first_pages(*, at: datetime) -> None:
    """Let everybody but the newcomer have read what is looked at and what is not."""
    for one in PERSONAS:
        if one.key != "graduate":
            account = Account.objects.get(login=one.login)
            note_first_page(by=Viewer(name=account.name, account_id=account.pk), at=at)


def doubt_a_record(clock: Clockwork, keys: Mapping[str, int]) -> None:
    """Let Luo Jianing doubt a postponement, and He Jia correct it two days later."""
    _, _, _, doubted, answered = days_of_doubt(clock, checkpoints_on(clock))
    items = Item.objects.filter(person=keys[LUO_JIANING], kind="task", closed_at__lte=moment(doubted, 10))
    item = next(one for one in items.order_by("-id") if one.title == TITLE)
    raised = raise_objection(item_id=item.pk, words=WORDS, by=viewer_of("doubter", doubted), at=moment(doubted, 10.6))
    answer_objection(ref=raised.ref, answer=ANSWER, drops_delays=True, by=viewer_of("hr_partner", answered), at=moment(answered, 15.2))


def ask_for_help(clock: Clockwork, keys: Mapping[str, int]) -> None:
    """Let Shen Yifan wait for an answer for three working days; Zheng Ke got hers last month."""
    today, manager = clock.almanac.anchor, keys[BY_KEY["manager"].number]
    asked = step(today, -22)
    old = ask_for_support(
        words="客户现场的演示机太慢，想换一台", manager_id=manager, by=viewer_of("colleague", asked), at=moment(asked, 11.2)
    )
    answer_support(ref=old.ref, answer="已从售前组借一台，明天到现场。", by=viewer_of("manager", asked), at=moment(step(asked, 1), 9.4))
    since = step(today, -3)
    ask_for_support(words="测试环境没有显卡配额", manager_id=manager, by=viewer_of("waiting", since), at=moment(since, 16.3))


def look_at_a_file(clock: Clockwork, keys: Mapping[str, int]) -> None:
    """Let the auditor open Zhang San's grade for the yearly audit; he can read that she did."""
    day = clock.almanac.at(LOOKED)
    by = viewer_of("auditor", day)
    subject = str(Person.objects.values_list("ref", flat=True).get(pk=keys[BY_KEY["mentor"].number]))
    look(what="employment.look", by=by, at=moment(day, 14.7), subject=subject, fields=("grade", "as:auditor"), reason="年度审计")
