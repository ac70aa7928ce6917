"""The small company of the access tests: everybody whom the table of who may see what knows, and one thing of each kind.

林静's team with 李四 lies in the delivery division that 高远 leads and 何佳 looks after; 钱多's team in sales lies outside of all of it.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from django.test import Client

from bole.access.actions import grant_role
from bole.accounts.actions import make_token
from bole.attendance.actions import record_absence
from bole.connect.people_file.looking import look_at
from bole.kit.clock import now, today
from bole.kit.worker import settle
from bole.people.actions import add_unit, change_contact, hire, set_head
from bole.people.models import Person, Unit
from bole.people.rules.entries import Identity, Newcomer, Post
from bole.reviews.actions import add_note, agree_action, keep_private_note, plan_talk, send_feedback
from bole.scoring.actions import ask_for_support, close_period, propose_reopening, save_draft
from bole.scoring.actions.scores import put_due
from bole.scoring.models import ModelVersion
from bole.signals.actions import add_context
from bole.signals.actions.finding import Found, keep_changes
from bole.signals.actions.proposals import propose_target
from bole.signals.models import Alert
from bole.values.period import Period
from bole.values.viewer import SYSTEM, Viewer
from bole.work.actions import raise_objection
from bole.work.models import Connection, Item, OutsideAccount
from bole.work.rules.item import ItemVersion
from tests import factories as make

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
OPEN, CLOSED = "2026-11", "2026-10"
ROLES = {
    "mentor": ("mentor",), "partner": ("hr_partner",), "other_partner": ("hr_partner",), "hr": ("hr",), "hr_admin": ("hr_admin",),
    "auditor": ("auditor",), "system_admin": ("system_admin",),
}  # fmt: skip
SCOPES = {
    "token_facts": ["facts.write"], "token_score": ["score.read"], "token_dir": ["dir.read"], "token_absences": ["absences.write"],
}  # fmt: skip
NAMES = {
    "self": "李四", "colleague": "许嘉", "mentor": "陈澈", "manager": "林静", "upper": "高远", "partner": "何佳",
    "other_partner": "方可", "hr": "周宁", "hr_admin": "苏文", "auditor": "陆衡", "system_admin": "方磊", "external": "外包",
}  # fmt: skip
# Words that stand in one place only: whoever reads them read that.
CANARIES = {
    "title": "金丝雀对账方案", "support": "金丝雀求助的话", "objection": "金丝雀异议的话",
    "mobile": "13812345678", "birthday": "1991-03-07", "reason": "金丝雀重开理由",
    "application": "金丝雀申请的话",
    "feedback": "金丝雀反馈的话", "talk": "金丝雀沟通的话", "private note": "金丝雀写给自己的话",
    "certificate": "金丝雀证书理由",
    "secret": "canary-secret-of-the-tool-000000", "way in": "canary-secret-of-feishu-000000",
    "waiting": "canary-outside-account", "change": "金丝雀变化的说明",
    "plan": "金丝雀辅导目标", "improvement": "金丝雀改进支持", "meeting": "金丝雀辅导建议", "pair note": "金丝雀辅导笔记",
    "result": "金丝雀成果的话", "help": "金丝雀帮忙的话",
    "left": "金丝雀没聊到的原因", "agreement": "金丝雀协议目标", "office": "金丝雀答疑的话",
    "proposal": "金丝雀目标理由", "retirement": "金丝雀卸任理由", "wish": "金丝雀想学的话",
}  # fmt: skip


@dataclass(slots=True)
class Firm:
    """The people by their part in the play, their browsers, and one thing of each kind."""

    people: dict[str, Person] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)
    things: dict[str, dict[str, str]] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)


def found() -> Firm:
    """Found the company."""
    from tests.trust.causes import cause  # it names the firm that is founded here
    from tests.trust.of_admission import apply_both
    from tests.trust.of_admission import rate_both as rate_years_of_both
    from tests.trust.of_duties import lay
    from tests.trust.of_effect import retire_both
    from tests.trust.of_growth import learn
    from tests.trust.of_hours import propose_for_both
    from tests.trust.of_improvement import propose_both
    from tests.trust.of_joining import welcome
    from tests.trust.of_matching import wish
    from tests.trust.of_mentoring import mentor_both
    from tests.trust.of_notices import notify
    from tests.trust.of_office_hours import open_office
    from tests.trust.of_promotion import let_review
    from tests.trust.of_recommending import be_recommended_to
    from tests.trust.of_results import hand_in_both
    from tests.trust.of_sign_in import let_in
    from tests.trust.of_surveys import ask_both, rate_both

    firm, base = Firm(), make.make_company()
    units = _units(base.root)
    _hire(firm, base, units)
    make.make_model("programmer", families=("programmer",))
    tool = _work(firm)
    _asked(firm)
    _closed(firm)
    _away(firm)
    _said(firm)
    _changed(firm)
    _granted(firm, units)
    _kept(firm, tool)
    ask_both(firm, at=now())
    rate_both(firm, tool, units, at=now())
    cause(firm, units, at=now())
    rate_years_of_both(firm, at=now())
    apply_both(firm, at=now())
    mentor_both(firm, at=now())
    let_in(firm, at=now())
    wish(firm, at=now())
    lay(firm, at=now())
    open_office(firm, at=now())
    propose_both(firm, at=now())
    learn(firm, at=now())
    be_recommended_to(firm, at=now())
    welcome(firm, at=now())
    hand_in_both(firm, at=now())
    retire_both(firm, at=now())
    propose_for_both(firm, at=now())
    let_review(firm, at=now())
    notify(firm, at=now())
    return firm


def viewer(firm: Firm, part: str, *roles: str) -> Viewer:
    """Return somebody as an action sees them."""
    person = firm.people[part]
    return Viewer(name=person.name, account_id=person.account_id, person_id=person.pk, roles=frozenset({"employee", *roles}))


def _units(root: Unit) -> dict[str, Unit]:
    made: dict[str, Unit] = {}
    for code, name, kind, above in (
        ("delivery", "交付中心", "division", ""), ("one", "交付一组", "team", "delivery"), ("sales", "销售中心", "division", ""),
        ("shop", "销售一组", "team", "sales"), ("staff", "人力与运营", "department", ""),
    ):  # fmt: skip
        parent = made[above].pk if above else root.pk
        made[code] = add_unit(code=code.upper(), name=name, kind=kind, first_day=make.START, parent_id=parent, by=SYSTEM, at=make.BEFORE)
    return made


def _hire(firm: Firm, base: make.Company, units: dict[str, Unit]) -> None:
    in_sales = dict.fromkeys(("outside", "colleague", "mentor", "external"), "shop")
    places = {"self": "one", "manager": "one", "upper": "delivery", "boss": "sales", **in_sales}
    for n, part in enumerate([*NAMES, "outside", "boss", "second_admin"]):
        unit = units[places.get(part, "staff")]
        post = Post(unit_id=unit.pk, position_id=base.position.pk, family_id=base.family.pk, grade_id=base.grade.pk)
        newcomer = Newcomer(
            number=f"BL{n + 1:04d}", identity=Identity(name=NAMES.get(part, {"outside": "钱多", "boss": "孙立"}.get(part, "顾言"))),
            employer_id=base.root.pk, first_day=make.START, post=post, kind="outsourced" if part == "external" else "regular",
        )  # fmt: skip
        firm.people[part] = hire(newcomer=newcomer, by=SYSTEM, at=make.BEFORE)
    for unit, head in (("one", "manager"), ("delivery", "upper"), ("shop", "boss"), ("staff", "hr_admin")):
        set_head(unit_id=units[unit].pk, person_id=firm.people[head].pk, first_day=make.START, by=SYSTEM, at=make.BEFORE)
    firm.things["unit"] = {"li": units["one"].ref, "outside": units["shop"].ref, "ghost": "222222222222"}
    for part, person in firm.people.items():
        account = make.make_account(person)
        account.first_page_seen_at = NOW
        account.save(update_fields=["first_page_seen_at"])
        person.account = account
        firm.browsers[part] = Client(headers={"Accept-Language": "en"})
    birthday = date.fromisoformat(CANARIES["birthday"])
    change_contact(person_id=firm.people["self"].pk, mobile=CANARIES["mobile"], birthday=birthday, by=SYSTEM, at=make.BEFORE)


def _work(firm: Firm) -> Connection:
    tool = make.make_connection(name="项目管理")
    Connection.objects.filter(pk=tool.pk).update(secret=CANARIES["secret"])
    for part, person in firm.people.items():
        make.map_to(tool, part, person)
    versions = [
        ItemVersion(
            external_id=f"{account}-{month}-{n}", kind="task", version=1, account=account, state="done",
            title=CANARIES["title"] if account == "self" else f"任务{n}", opened_at=datetime(2026, month, 2, 1, tzinfo=UTC),
            due_on=date(2026, month, 10), closed_at=datetime(2026, month, 9, 2, tzinfo=UTC),
        )
        for account in (*firm.people, CANARIES["waiting"])
        for month in (10, 11)
        for n in range(6)
    ]  # fmt: skip
    make.send(tool, *versions, at=now())
    put_due(((person.pk, period) for person in firm.people.values() for period in (CLOSED, OPEN)), at=now())
    settle(now())
    return tool


def _asked(firm: Firm) -> None:
    """Let both ask for support and doubt a record."""
    for target, part, manager in (("li", "self", "manager"), ("outside", "outside", "boss")):
        by = viewer(firm, part)
        words = CANARIES["support"] if part == "self" else "别的话"
        asked = ask_for_support(words=words, manager_id=firm.people[manager].pk, by=by, at=now())
        item = Item.objects.filter(person=firm.people[part]).order_by("id")[0]
        doubted = raise_objection(item_id=item.pk, words=CANARIES["objection"] if part == "self" else "别的异议", by=by, at=now())
        firm.things.setdefault("support", {})[target] = asked.ref
        firm.things.setdefault("objection", {})[target] = doubted.ref


def _closed(firm: Firm) -> None:
    """Close the month before, and have both proposed for another look by the second HR admin."""
    close_period(period=Period.parse(CLOSED), by=SYSTEM, at=now())
    by = viewer(firm, "second_admin", "hr_admin")
    for target, part in (("li", "self"), ("outside", "outside")):
        reason = CANARIES["reason"] if part == "self" else "别的理由"
        made = propose_reopening(person_id=firm.people[part].pk, period=Period.parse(CLOSED), reason=reason, by=by, at=now())
        firm.things.setdefault("reopening", {})[target] = made.ref
    tree = ModelVersion.objects.get().tree
    save_draft(code="programmer", tree=tree, version=0, by=SYSTEM, at=now())


def _away(firm: Firm) -> None:
    """Let both be away for two days."""
    for target, part in (("li", "self"), ("outside", "outside")):
        kept = record_absence(
            person_id=firm.people[part].pk, first_day=date(2026, 11, 2), last_day=date(2026, 11, 3), kind="marriage", by=SYSTEM, at=now()
        )
        firm.things.setdefault("absence", {})[target] = kept.ref


def _said(firm: Firm) -> None:
    """Let both hear from their managers, and talk with them."""
    for target, part, manager in (("li", "self", "manager"), ("outside", "outside", "boss")):
        piece = send_feedback(
            once=f"once{target:0>8}", recipient_id=firm.people[part].pk, kind="advice", about=None, shared_with_id=None,
            words=CANARIES["feedback"] if part == "self" else "别的反馈", by=viewer(firm, manager), at=now(),
        )  # fmt: skip
        firm.things.setdefault("feedback", {})[target] = piece.ref
        talk = plan_talk(with_id=firm.people[manager].pk, planned_on=today(), by=viewer(firm, part), at=now())
        by, told = viewer(firm, manager), part == "self"
        add_note(ref=talk.ref, key="", words=CANARIES["talk"] if told else "别的沟通", by=by, at=now())
        keep_private_note(ref=talk.ref, words=CANARIES["private note"] if told else "别的", by=by, at=now())
        agreed = agree_action(ref=talk.ref, words="写一页计划", is_mine=False, due_on=today(), by=by, at=now())
        firm.things.setdefault("talk", {})[target] = talk.ref
        firm.things.setdefault("agreed", {})[target] = agreed.ref


def _changed(firm: Firm) -> None:
    """Let an indicator of both have left its usual, long enough ago for their managers to see it; 李四 says why."""
    found = [
        Found(
            person_id=firm.people[part].pk, indicator="task_completion", onset_on=date(2026, 11, 13), noticed_on=date(2026, 11, 19),
            usual=95.0, now=60.0, sample_days=5, evidence=[{"cause": "load", "weight": 0.9, "numbers": {"before": 6, "after": 14}}],
        )
        for part in ("self", "outside")
    ]  # fmt: skip
    keep_changes(found=found, over=(), by=SYSTEM, at=NOW - timedelta(days=4))
    for target, part in (("li", "self"), ("outside", "outside")):
        firm.things.setdefault("alert", {})[target] = Alert.objects.get(person=firm.people[part]).ref
    add_context(ref=firm.things["alert"]["li"], words=CANARIES["change"], by=viewer(firm, "self"), at=NOW - timedelta(days=3))
    for target, manager, part in (("li", "manager", "self"), ("outside", "boss", "outside")):
        by = replace(viewer(firm, manager), reports=frozenset({firm.people[part].pk}))
        reason = CANARIES["proposal"] if target == "li" else "换了系统"
        made = propose_target(alert_ref=firm.things["alert"][target], value=85_000, reason=reason, by=by, at=NOW - timedelta(days=2))
        firm.things.setdefault("proposal", {})[target] = made.ref
    firm.things["proposal"]["ghost"] = "222222222222"


def _granted(firm: Firm, units: dict[str, Unit]) -> None:
    for part, roles in (ROLES | {"second_admin": ("hr_admin",)}).items():
        unit = {"partner": units["delivery"].ref, "other_partner": units["sales"].ref}.get(part, "")
        for role in roles:
            grant_role(account_id=firm.people[part].account_id or 0, role=role, unit_ref=unit, by=SYSTEM, at=now())
    for part, browser in firm.browsers.items():
        browser.force_login(firm.people[part].account)
        firm.cookies[part] = browser.cookies.output(header="", sep=";")


def _kept(firm: Firm, tool: Connection) -> None:
    """Make tokens, send a people file, and name everything that an address can name."""
    for part, scopes in SCOPES.items():
        ref = tool.ref if part == "token_facts" else ""
        token, text = make_token(name=part, scopes=scopes, connection_ref=ref, days=30, by=SYSTEM, at=now())
        firm.browsers[part] = Client(headers={"Authorization": f"Bearer {text}", "Accept-Language": "en"})
        firm.things.setdefault("token", {})["li"] = token.ref
    firm.browsers["anonymous"] = Client(headers={"Accept-Language": "en"})
    admin = viewer(firm, "second_admin", "hr_admin")
    file = "工号,姓名,部门,岗位,岗位序列,职级,直接上级,入职日期\nBL9001,新人,交付一组,工程师,程序员,P5,,2026-11-23\n"
    sent = look_at(body=file.encode(), name="people.csv", day=today(), creates=False, by=admin, at=now())
    outside = OutsideAccount.objects.get(account=CANARIES["waiting"]).ref
    firm.things |= {
        "person": {"li": firm.people["self"].number, "outside": firm.people["outside"].number, "ghost": "BL9999"},
        "connection": {"li": tool.ref, "ghost": "222222222222"},
        "waiting": {"li": outside, "ghost": "222222222222"},
        "mapped": {"li": OutsideAccount.objects.get(account="self").ref, "ghost": "222222222222"},
        "record": {"li": "self-10-0"},
        "file": {"li": sent, "ghost": "222222222222"},
        "period": {"li": CLOSED, "ghost": "2031-01"},
        "card": {"li": "today", "ghost": "nothing_like_it"},
        "indicator": {"li": "task_completion", "ghost": "nothing_like_it"},
        "model": {"li": "programmer", "ghost": "nothing_like_it"},
    }
    for kind in ("support", "objection", "reopening", "token", "absence", "feedback", "alert"):
        firm.things[kind]["ghost"] = "222222222222"


def later(seconds: float) -> datetime:
    """Return the moment of the play, a little later."""
    return NOW + timedelta(seconds=seconds)
