"""Who may do what with every address, written by hand from the table of who may see what. It imports nothing of the product.

The people of the play: 李四 (self) works in 林静's team (manager), 高远 leads the division above it (upper), 何佳 is HR partner of
that division (partner), 方可 of another one (other_partner); 周宁 is HR for all (hr), 苏文 HR admin, 陆衡 auditor, 方磊 system admin.
许嘉 (colleague), 陈澈 (mentor, of nobody yet) and an outsourced engineer (external) work in another division, and so does 钱多, who is
nobody of these.

Targets: `own` is whoever asks, `li` is 李四 or a thing of 李四's, `outside` is 钱多 or a thing of 钱多's, `ghost` is nobody. A thing of
the company has `li` (it is there) and `ghost` alone. Who is not listed gets 404: what is not visible does not exist. 403 is for what one
sees and may not do. A program without a session and whoever is not signed in stand before the door (302), or are told by the API (401).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# fmt: off
SIGNED_IN = (
    "self", "colleague", "mentor", "manager", "upper", "partner", "other_partner", "hr", "hr_admin", "auditor", "system_admin", "external",
)
PROGRAMS = ("token_facts", "token_score", "token_dir", "token_absences")
PERSONAS = ("anonymous", *SIGNED_IN, *PROGRAMS)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")

OK = 200
PASSES = 299  # a change was let through: done (302, 200), or asked for better fields (422), or too late (409)
GO = 302  # led elsewhere, nothing shown, nothing changed

Who = Mapping[str, int]


def to(*personas: str, answer: int = OK, **others: int) -> dict[str, int]:
    """Return who gets this answer; others get what stands beside their name, and everybody else 404."""
    return {**dict.fromkeys(personas, answer), **others}


def may(*personas: str, sees: tuple[str, ...] = ()) -> dict[str, int]:
    """Return who may make a change, and who sees the thing but may not change it."""
    return {**dict.fromkeys(sees, 403), **dict.fromkeys(personas, PASSES)}


@dataclass(frozen=True)
class Address:
    """An address: what it names, which methods it knows, and who gets what with each target."""

    path: str
    get: Mapping[str, Who] = field(default_factory=dict)
    post: Mapping[str, Who] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    # page: before the door without a session · public: whatever the session · api: told so without one · send: by token alone ·
    # hook: by signature · door: allauth's own · any: whatever the method
    kind: str = "page"


# Groups, each from a line of the table.
SCORED = tuple(one for one in SIGNED_IN if one != "external")  # outsourced people have no score page
LEADERS = ("manager", "upper", "hr_admin")  # people report to them
CHAIN_OF_LI = ("manager", "upper")
HR = ("partner", "other_partner", "hr", "hr_admin")
READS_COMPANY = (*HR, "auditor")
OF_LI = ("partner", "hr", "hr_admin")  # HR that looks after 李四
OF_OUTSIDE = ("other_partner", "hr", "hr_admin")
SCORE_OF_LI = ("self", *CHAIN_OF_LI, *OF_LI, "auditor")  # line 7
SCORE_OF_OUTSIDE = (*OF_OUTSIDE, "auditor")


def all_alike(who: Who, *targets: str) -> dict[str, Who]:
    """Return the same answer for each of the targets."""
    return dict.fromkeys(targets or ("",), who)


def of_company(who: Who) -> dict[str, Who]:
    """Return who gets a thing of the company; one that is not there is nobody's."""
    return {"li": who, "ghost": {}}


SCORE = {"own": to(*SCORED), "li": to(*SCORE_OF_LI), "outside": to(*SCORE_OF_OUTSIDE), "ghost": {}}
EVERYBODY, NOBODY = to(*SIGNED_IN), to()

HOME = {
    "start": Address("/", all_alike(EVERYBODY)),
    "start_part": Address("/home/part/{part}/", {"li": EVERYBODY, "ghost": NOBODY}),
    # How somebody wants their own home: everybody with an account, their own alone.
    "arrange_home": Address("/home/arrange/", all_alike(EVERYBODY)),
    "forget_layout": Address("/home/arrange/forget/", post=all_alike(may(*SIGNED_IN))),
    "lay_out_card": Address("/home/cards/{card}/pin/", post={"li": may(*SIGNED_IN), "ghost": {}}),
    "me": Address("/me/", all_alike(EVERYBODY)),
    "guide": Address("/guide/", all_alike(EVERYBODY)),
    "first_page_again": Address("/first-page/", all_alike(EVERYBODY)),
    "first_page": Address("/me/first-page/", post=all_alike(may(*SIGNED_IN))),
    "manifest": Address("/manifest.webmanifest", all_alike(to(*PERSONAS)), kind="public"),
    # One's own score, line 7.
    "performance": Address("/performance/", all_alike(to(*SCORED))),
    "own_ratings": Address("/performance/ratings/", all_alike(to(*SCORED))),
    "performance_part": Address("/performance/part/{part}/", {"li": to(*SCORED), "ghost": NOBODY}),
    "lineage": Address("/performance/{indicator}/", {"li": to(*SCORED), "ghost": NOBODY}),
    "lineage_part": Address("/performance/{indicator}/part/", {"li": to(*SCORED), "ghost": NOBODY}),
    # Questioning a record, line 6: of one's own alone.
    "doubt": Address(
        "/performance/{indicator}/doubt/",
        post={"li": may("self"), "ghost": may("self")},
        form={"connection": "{connection}", "record": "{record}", "words": "不对"},
    ),
    "ask_for_support": Address("/performance/support/ask/", post=all_alike(may(*SIGNED_IN)), form={"words": "需要帮忙"}),
    "withdraw_support": Address("/performance/support/{support}/withdraw/", post={"li": may("self"), "outside": {}, "ghost": {}}),
    # A manager's team.
    "team": Address("/team/", all_alike(to(*LEADERS))),
    "team_part": Address("/team/part/{part}/", {"li": to(*LEADERS), "ghost": NOBODY}),
    "team_csv": Address("/team/export.csv", all_alike(to(*LEADERS))),
    # The manager answers; the person and HR that looks after them read it.
    "answer_support": Address(
        "/team/support/{support}/",
        form={"answer": "好"},
        post={"li": may("manager", sees=("self", *OF_LI)), "outside": may(sees=OF_OUTSIDE), "ghost": {}},
    ),
    # The directory, line 1; the score of somebody else, line 7.
    "people": Address("/people/", all_alike(EVERYBODY)),
    "search": Address("/search/", all_alike(EVERYBODY)),
    "person": Address("/people/{person}/", {"own": EVERYBODY, "li": EVERYBODY, "outside": EVERYBODY, "ghost": {}}),
    "score": Address("/people/{person}/score/", SCORE),
    "score_part": Address("/people/{person}/score/part/score/", SCORE),
    "score_lineage": Address("/people/{person}/score/task_completion/", SCORE),
    "score_lineage_part": Address("/people/{person}/score/task_completion/part/", SCORE),
    # The company, line 19: figures and who stands behind them for HR and auditor; a file of scores for HR admin, of own units for partners.
    "company": Address("/company/", all_alike(to(*READS_COMPANY))),
    "company_scores": Address("/company/scores/", all_alike(to(*READS_COMPANY))),
    "company_csv": Address("/company/scores.csv", all_alike(to("partner", "other_partner", "hr_admin"))),
}

PEOPLE = {
    # HR's files of people, lines 2 and 4.
    "people_of_hr": Address("/company/people/", all_alike(to(*READS_COMPANY))),
    "units": Address("/company/units/", all_alike(to(*READS_COMPANY))),
    "person_file": Address("/company/people/{person}/", {"li": to(*OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}}),
    "rename_person": Address(
        "/company/people/{person}/name/",
        form={"name": "李思", "name_en": "", "version": "1"},
        post={"li": may(*OF_LI, sees=("auditor",)), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {}},
    ),
    "move_person": Address(
        "/company/people/{person}/post/",
        form={"version": "1"},
        post={"li": may(*OF_LI, sees=("auditor",)), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {}},
    ),
    # How somebody signs in, line 22: HR admin opens accounts and gives new first passwords. The table gives nothing of it to HR partners;
    # here they see whether the people they look after can sign in, and may not change it.
    "sign_in_of_person": Address("/company/people/{person}/sign-in/", {"li": to(*OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}}),
    "open_sign_in": Address(
        "/company/people/{person}/sign-in/open/",
        post={"li": may("hr_admin", sees=("partner", "hr")), "outside": may("hr_admin", sees=("other_partner", "hr")), "ghost": {}},
    ),
    "renew_sign_in": Address(
        "/company/people/{person}/sign-in/renew/",
        post={"li": may("hr_admin", sees=("partner", "hr")), "outside": may("hr_admin", sees=("other_partner", "hr")), "ghost": {}},
    ),
    "end_employment": Address(
        "/company/people/{person}/end/",
        form={"last_day": "2026-12-31", "reason": "离职", "version": "1"},
        post={"li": may(*OF_LI, sees=("auditor",)), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {}},
    ),
    # Files of people, line 20.
    "people_files": Address("/people-file/", all_alike(to("hr_admin", "auditor"))),
    "people_file_send": Address("/people-file/send/", post=all_alike(may("hr_admin", sees=("auditor",)))),
    "people_file_example": Address("/people-file/example.xlsx", all_alike(to("hr_admin", "auditor"))),
    "people_file": Address("/people-file/{file}/", of_company(to("hr_admin", "auditor"))),
    "people_file_columns": Address("/people-file/{file}/columns/", post=of_company(may("hr_admin", sees=("auditor",)))),
    "people_file_take": Address("/people-file/{file}/take/", post=of_company(may("hr_admin", sees=("auditor",)))),
    "people_file_drop": Address("/people-file/{file}/drop/", post=of_company(may("hr_admin", sees=("auditor",)))),
}

SEES_MODELS = ("partner", "other_partner", "hr", "auditor")  # and may not change them
# Whoever sees all models may not edit any, whether it is there or not.
EDITS_MODEL = {"li": to("hr_admin", **dict.fromkeys(SEES_MODELS, 403)), "ghost": dict.fromkeys(SEES_MODELS, 403)}
CHANGES_MODEL = {"li": may("hr_admin", sees=SEES_MODELS), "ghost": dict.fromkeys(SEES_MODELS, 403)}
SCORING = {
    # Models, indicators, targets, line 11: HR admin changes them, HR and auditor read them.
    "indicators": Address("/company/indicators/", all_alike(to(*READS_COMPANY))),
    "new_indicator": Address(
        "/company/indicators/new/",
        all_alike(to("hr_admin", **dict.fromkeys(SEES_MODELS, 403))),
        all_alike(may("hr_admin", sees=SEES_MODELS)),
    ),
    "indicator": Address("/company/indicators/{indicator}/", of_company(to(*READS_COMPANY)), of_company(may("hr_admin", sees=SEES_MODELS))),
    "models": Address("/company/models/", all_alike(to(*READS_COMPANY))),
    "new_model": Address(
        "/company/models/new/",
        all_alike(to("hr_admin", **dict.fromkeys(SEES_MODELS, 403))),
        all_alike(may("hr_admin", sees=SEES_MODELS)),
        {"template": "sales", "zh": "甲", "en": "A"},
    ),
    "model": Address("/company/models/{model}/", of_company(to(*READS_COMPANY))),
    "draft": Address("/company/models/{model}/draft/", EDITS_MODEL, CHANGES_MODEL),
    "publish_version": Address(
        "/company/models/{model}/publish/", EDITS_MODEL, CHANGES_MODEL, {"version": "1", "first_day": "2026-12-01", "note": ""}
    ),
    "trial": Address("/company/models/{model}/trial/", EDITS_MODEL),
    "use_model": Address(
        "/company/models/{model}/use/",
        post=of_company(may("hr_admin", sees=SEES_MODELS)),
        form={"families": "programmer", "first_day": "2026-12-01"},
    ),
    "targets": Address("/company/targets/", all_alike(to(*READS_COMPANY))),
    "new_target": Address(
        "/company/targets/new/",
        all_alike(to("hr_admin", **dict.fromkeys(SEES_MODELS, 403))),
        all_alike(may("hr_admin", sees=SEES_MODELS)),
        {"indicator": "task_completion", "scope": "company", "value": "90", "first_day": "2026-12-01", "why": "新目标"},
    ),
    # Closed periods: HR admin closes, proposes and decides; HR and auditor read, each of whom they look after.
    "closings": Address("/company/closings/", all_alike(to(*READS_COMPANY))),
    "closing": Address("/company/closings/{period}/", of_company(to(*READS_COMPANY))),
    "close_period": Address("/company/closings/{period}/close/", post=all_alike(may("hr_admin", sees=SEES_MODELS), "li", "ghost")),
    "closing_of_person": Address(
        "/company/closings/2026-10/{person}/", {"li": to(*OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}}
    ),
    "propose_reopening": Address(
        "/company/closings/2026-10/{person}/propose/",
        form={"reason": "有新的记录"},
        post={
            "li": may("hr_admin", sees=("partner", "hr", "auditor")),
            "outside": may("hr_admin", sees=("other_partner", "hr", "auditor")),
            "ghost": {},
        },
    ),
    "decide_reopening": Address(
        "/company/reopenings/{reopening}/",
        form={"decision": "decline"},
        post={
            "li": may("hr_admin", sees=("partner", "hr", "auditor")),
            "outside": may("hr_admin", sees=("other_partner", "hr", "auditor")),
            "ghost": {},
        },
    ),
}

SEES_SOURCES = ("hr", "hr_admin", "auditor")  # the state of a connection; an HR partner has nothing to do with it, line 21
WORK = {
    # Connections, line 21: the system admin makes and changes them, HR admin sees how they are.
    "connections": Address("/company/connections/", all_alike(to("system_admin", *SEES_SOURCES))),
    "new_connection": Address(
        "/company/connections/new/",
        all_alike(to("system_admin", **dict.fromkeys(SEES_SOURCES, 403))),
        all_alike(may("system_admin", sees=SEES_SOURCES)),
        {"vendor": "github", "name": "GitHub"},
    ),
    "connection": Address("/company/connections/{connection}/", of_company(to("system_admin", *SEES_SOURCES))),
    "change_connection": Address(
        "/company/connections/{connection}/change/",
        post=of_company(may("system_admin", sees=SEES_SOURCES)),
        form={"name": "别名", "is_on": "on", "version": "1"},
    ),
    "renew_secret": Address(
        "/company/connections/{connection}/secret/", post=of_company(may("system_admin", sees=SEES_SOURCES)), form={"secret": ""}
    ),
    # Whose an account is: HR decides.
    "waiting": Address("/company/waiting/", all_alike(to(*HR))),
    "waiting_account": Address("/company/waiting/{waiting}/", of_company(to(*HR))),
    "map_account": Address("/company/waiting/{waiting}/map/", post=of_company(may(*HR)), form={"person": "BL0001"}),
    "nobody_account": Address("/company/waiting/{waiting}/nobody/", post=of_company(may(*HR)), form={"is_nobody": "yes"}),
    "unmap_account": Address("/company/waiting/{mapped}/unmap/", post=of_company(may(*HR))),
    # Objections, line 6. The table has HR admin correct; here HR partners do so for the people they look after, as somebody must in 3 days.
    "objections": Address("/company/objections/", all_alike(to(*HR))),
    "answer_objection": Address(
        "/company/objections/{objection}/answer/",
        form={"decision": "kept", "answer": "核对过了"},
        post={"li": may(*OF_LI), "outside": may(*OF_OUTSIDE), "ghost": {}},
    ),
    "hook": Address("/hooks/{hook}/", kind="hook"),
}

SEES_ROLES = ("system_admin", "auditor")
SECURITY = {
    # Tokens, line 21 and S3: the system admin, and HR admin for keys to scores; the auditor reads.
    "tokens": Address("/company/tokens/", all_alike(to("system_admin", "hr_admin", "auditor"))),
    "new_token": Address(
        "/company/tokens/new/",
        post=all_alike(may("system_admin", "hr_admin", sees=("auditor",))),
        form={"name": "x", "scopes": "dir.read", "connection_ref": "", "days": "30"},
    ),
    "drop_token": Address(
        "/company/tokens/{token}/end/", post={"li": may("system_admin", "hr_admin", sees=("auditor",)), "ghost": may(sees=("auditor",))}
    ),
    # Roles, line 22.
    "roles": Address("/company/roles/", all_alike(to("hr_admin", *SEES_ROLES))),
    "grant_role": Address(
        "/company/roles/grant/", post=all_alike(may("hr_admin", sees=SEES_ROLES)), form={"login": "BL0001", "role": "hr", "unit_ref": ""}
    ),
    "end_role": Address(
        "/company/roles/end/",
        post=all_alike(may("hr_admin", sees=SEES_ROLES)),
        form={"login": "BL0011", "role": "system_admin", "unit_ref": ""},
    ),
    # Ways in beside the password: a system admin writes, an HR admin opens and links (S2: neither can let themselves in alone).
    "ways_in": Address("/company/sign-in/", all_alike(to("hr_admin", *SEES_ROLES))),
    "way_in": Address("/company/sign-in/{provider}/", of_company(to("hr_admin", *SEES_ROLES))),
    "save_way_in": Address(
        "/company/sign-in/{provider}/save/",
        post=of_company(may("system_admin", sees=("hr_admin", "auditor"))),
        form={"app_id": "x", "secret": "x", "server_inside": "https://a.cn", "server_api": "https://a.cn", "version": "1"},
    ),
    "open_way_in": Address(
        "/company/sign-in/{provider}/open/", post=of_company(may("hr_admin", sees=SEES_ROLES)), form={"version": "1"}
    ),
    "shut_way_in": Address("/company/sign-in/{provider}/shut/", post=of_company(may("hr_admin", "system_admin", sees=("auditor",)))),
    "add_provider_user": Address(
        "/company/sign-in/{provider}/users/",
        post=of_company(may("hr_admin", sees=SEES_ROLES)),
        form={"login": "BL0001", "user_id": "zhangsan"},
    ),
    "end_provider_user": Address(
        "/company/sign-in/users/{provider_user}/end/",
        post={"li": may("hr_admin", sees=SEES_ROLES), "ghost": may(sees=SEES_ROLES)},
    ),
    # The record, line 23.
    "record": Address("/company/record/", all_alike(to("auditor"))),
    "check_record": Address("/company/record/check/", post=all_alike(may("auditor"))),
    # One's own sessions and factors.
    "end_sessions": Address("/me/sessions/end/", post=all_alike(may(*SIGNED_IN))),
    # Another device that asks to be let in: whoever scans its code lets it in to the own account and to no other.
    "scan_asked": Address("/me/scan/{ticket}/", of_company(EVERYBODY)),
    "scan_answer": Address("/me/scan/{ticket}/answer/", post=of_company(may(*SIGNED_IN)), form={"answer": "yes"}),
    "continue_on_phone": Address("/me/phone/", all_alike(EVERYBODY)),
}

ATTENDANCE = {
    # Absences: HR records them, each of whom they look after; nobody their own.
    "absences": Address("/company/absences/", all_alike(to(*HR))),
    "add_absence": Address(
        "/company/absences/add/",
        post=all_alike(may(*HR)),
        form={"person": "{person}", "first_day": "2026-12-01", "last_day": "2026-12-02", "kind": "leave"},
    ),
    "withdraw_absence": Address(
        "/company/absences/{absence}/withdraw/",
        post={"li": may(*OF_LI, sees=("self",)), "outside": may(*OF_OUTSIDE), "ghost": {}},
    ),
}

INSIDE = SCORED  # whoever works here under a contract with the group
WRITES = {"once": "abcdefgh2345", "kind": "praise", "words": "写得清楚", "about": "", "reader": "alone"}
OF_THE_TWO = {"li": to("self", "manager"), "outside": {}, "ghost": {}}
BY_THE_TWO = {"li": may("self", "manager"), "outside": {}, "ghost": {}}
REVIEWS = {
    # Feedback: everybody who works here writes to everybody who does; a piece is read by those whom it names, and by nobody by role.
    "feedback": Address("/feedback/", all_alike(to(*INSIDE))),
    "new_feedback": Address(
        "/feedback/new/?to={person}",
        {**all_alike(to(*INSIDE), "own", "li", "outside"), "ghost": {}},
        all_alike(may(*INSIDE), "own", "li", "outside", "ghost"),
        WRITES,
    ),
    "feedback_draft": Address(
        "/feedback/draft/?to={person}",
        post={"li": may(*(one for one in INSIDE if one != "self")), "outside": may(*INSIDE), "ghost": {}},
        form=WRITES,
    ),
    "feedback_piece": Address("/feedback/{feedback}/", {"li": to("self", "manager"), "outside": {}, "ghost": {}}),
    "reply_to_feedback": Address(
        "/feedback/{feedback}/reply/", post={"li": may("self", "manager"), "outside": {}, "ghost": {}}, form={"words": "谢谢"}
    ),
    "take_back_feedback": Address("/feedback/{feedback}/take-back/", post={"li": may("manager"), "outside": {}, "ghost": {}}),
    # One-to-ones: of a manager and a report, read by these two; HR has the days and counts.
    "talks": Address("/one-to-ones/", all_alike(to(*INSIDE))),
    "plan_talk": Address(
        "/one-to-ones/new/?with={person}",
        {"own": {}, "li": to("manager"), "outside": {}, "ghost": {}},
        {"own": {}, "li": may("manager"), "outside": {}, "ghost": {}},
        {"planned_on": "2026-12-01"},
    ),
    "talk": Address("/one-to-ones/{talk}/", OF_THE_TWO),
    "add_point": Address("/one-to-ones/{talk}/point/", post=BY_THE_TWO, form={"point": "方向"}),
    "add_note": Address("/one-to-ones/{talk}/note/", post=BY_THE_TWO, form={"key": "", "note": "好"}),
    "private_note": Address("/one-to-ones/{talk}/private/", post=BY_THE_TWO, form={"private": "给自己"}),
    "agree_action": Address("/one-to-ones/{talk}/agree/", post=BY_THE_TWO, form={"words": "写一页", "who": "me", "due_on": "2026-12-01"}),
    "hold_talk": Address("/one-to-ones/{talk}/held/", post=BY_THE_TWO, form={"held_on": "2026-11-20", "next_on": ""}),
    "move_talk": Address("/one-to-ones/{talk}/move/", post=BY_THE_TWO, form={"planned_on": "2026-12-02"}),
    "finish_action": Address("/one-to-ones/actions/{agreed}/done/", post=BY_THE_TWO),
    "feedback_counts": Address("/company/feedback/", all_alike(to(*HR))),
}

LOOKS_AFTER = (*CHAIN_OF_LI, *HR, "auditor")
READS_ALERT_OF_LI, READS_ALERT_OF_OUTSIDE = ("manager", *OF_LI, "auditor"), (*OF_OUTSIDE, "auditor")
ALERT = {"li": to(*READS_ALERT_OF_LI), "outside": to(*READS_ALERT_OF_OUTSIDE), "ghost": {}}
# The manager and the HR partner do something about it; the person, HR admin and auditor read it.
HANDLES = {
    "li": may("manager", "partner", "hr", sees=("self", "hr_admin", "auditor")),
    "outside": may("other_partner", "hr", sees=("hr_admin", "auditor")),
    "ghost": {},
}
OWN_CHANGE = {"li": to("self"), "outside": {}, "ghost": {}}
ALERTS = {
    # Alerts whose grace is over, for those who look after people; one's own has a page of its own. The upper line sees none.
    "signals:alerts": Address("/alerts/", all_alike(to(*LOOKS_AFTER))),
    "signals:alert": Address("/alerts/{alert}/", ALERT),
    "signals:alert_part": Address("/alerts/{alert}/part/", ALERT),
    "signals:alert_step": Address("/alerts/{alert}/step/workload/", post=HANDLES, form={"words": "移走5个任务"}),
    "signals:snooze_alert": Address("/alerts/{alert}/snooze/", post=HANDLES),
    "signals:dismiss_alert": Address("/alerts/{alert}/not-a-problem/", post=HANDLES, form={"reason": "换季"}),
    "signals:take_back_alert": Address("/alerts/{alert}/take-back/", post=HANDLES),
    "signals:useful_alert": Address("/alerts/{alert}/useful/", post=HANDLES),
    "signals:changes": Address("/changes/", all_alike(EVERYBODY)),
    "signals:watched": Address("/changes/what-is-watched/", all_alike(EVERYBODY)),
    "signals:change": Address("/changes/{alert}/", OWN_CHANGE),
    "signals:change_part": Address("/changes/{alert}/part/", OWN_CHANGE),
    "signals:add_context": Address(
        "/changes/{alert}/context/",
        form={"words": "客户集中提问"},
        post={"li": may("self", sees=READS_ALERT_OF_LI), "outside": may(sees=READS_ALERT_OF_OUTSIDE), "ghost": {}},
    ),
    "signals:watch": Address("/company/watch/", all_alike(to(*READS_COMPANY))),
    "signals:set_watch": Address(
        "/company/watch/{indicator}/",
        form={"is_on": "on", "grace_days": "2", "version": "0"},
        post={"li": may("hr_admin", sees=SEES_MODELS), "ghost": dict.fromkeys(SEES_MODELS, 403)},
    ),
    "signals:silent_sources": Address("/company/sources/", all_alike(to("system_admin", *SEES_SOURCES))),
}

# Diagnoses of missed targets: the unit's head and those above, HR that looks after it, the auditor; its people see targets and reasons.
DIAGNOSIS = {
    "li": to("self", *CHAIN_OF_LI, *OF_LI, "auditor"), "outside": to("colleague", "mentor", *OF_OUTSIDE, "auditor"), "ghost": {},
}  # fmt: skip
DIAGNOSES = {
    "signals:diagnoses": Address("/diagnoses/", all_alike(to(*SCORED))),
    "signals:missed_months": Address("/diagnoses/months/", post=all_alike(may("hr_admin", sees=SEES_MODELS)), form={"months": "4"}),
    "signals:diagnosis": Address("/diagnoses/{diagnosis}/", DIAGNOSIS),
    "signals:evidence": Address(
        "/diagnoses/{diagnosis}/evidence/indicator/",
        {"li": to(*CHAIN_OF_LI, *OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}},
    ),
    # The head decides; somebody above, or an HR admin, is the second person.
    "signals:decide": Address(
        "/diagnoses/{diagnosis}/decide/",
        form={"decision": "reject", "reason": "先补人", "value": "", "version": "2"},
        post={
            "li": may("manager", sees=("self", "upper", *OF_LI, "auditor")),
            "outside": may(sees=("colleague", "mentor", *OF_OUTSIDE, "auditor")),
            "ghost": {},
        },
    ),
    "signals:check": Address(
        "/diagnoses/{diagnosis}/check/",
        form={"approves": "yes", "words": ""},
        post={
            "li": may("upper", "hr_admin", sees=("self", "manager", "partner", "hr", "auditor")),
            "outside": may("hr_admin", sees=("colleague", "mentor", "other_partner", "hr", "auditor")),
            "ghost": {},
        },
    ),
    # Series: HR gives them, a partner those of the units they look after; the auditor reads.
    "signals:series": Address("/company/series/", all_alike(to(*READS_COMPANY))),
    "signals:one_series": Address("/company/series/{series}/", of_company(to(*READS_COMPANY))),
    "signals:give_value": Address(
        "/company/series/give/",
        post=all_alike(may(*HR, sees=("auditor",))),
        form={"kind": "budget", "unit": "", "month": "2026-10", "value": "3", "name": ""},
    ),
    "signals:series_file": Address("/company/series/file/", post=all_alike(may(*HR, sees=("auditor",)))),
    "signals:withdraw_value": Address(
        "/company/series/{series}/withdraw/",
        form={"month": "2026-10"},
        post={"li": may(*OF_LI, sees=("other_partner", "auditor")), "ghost": may(sees=("auditor",))},
    ),
    "signals:foresight": Address("/company/targets/foresight/", all_alike(to(*READS_COMPANY))),
    # Signs that records want a second look: evidence for HR and the auditor, never for the person's managers.
    "signals:signs": Address("/company/signs/", all_alike(to(*READS_COMPANY))),
    "signals:decide_sign": Address(
        "/company/signs/{sign}/",
        form={"outcome": "fine", "words": "集中补录", "version": "1"},
        post={"li": may(*OF_LI, sees=("auditor",)), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {}},
    ),
}

# Pairs, lines 14 and 14b: 陈澈 mentors 李四; nobody of the play is in the pair of 钱多.
OF_THE_PAIR = {"li": to("self", "mentor"), "outside": {}, "ghost": {}}
BY_THE_PAIR = {"li": may("self", "mentor"), "outside": {}, "ghost": {}}
BY_THE_MENTOR = {"li": may("mentor", sees=("self",)), "outside": {}, "ghost": {}}
BY_THE_MENTEE = {"li": may("self", sees=("mentor",)), "outside": {}, "ghost": {}}
# HR that looks after the mentee decides about a plan; an HR admin knows no more than its state.
DECIDES_PLAN = {"li": may("partner", "hr"), "outside": may("other_partner", "hr"), "ghost": {}}
CHANGES_FRAMEWORK = {"li": may("hr", "hr_admin", sees=("partner", "other_partner", "auditor")), "ghost": {}}
# Days and states: whoever leads or looks after one of the two; 陈澈 works in the units of 方可.
SEES_PAIR = ("manager", "partner", "other_partner", "hr")
PAIRS = {
    "mentoring": Address("/mentoring/", all_alike(to(*INSIDE))),
    "mentoring_library": Address("/mentoring/library/", all_alike(to(*INSIDE))),
    "mentoring_piece": Address("/mentoring/library/{library}/", of_company(to(*INSIDE))),
    "mentoring_pair": Address("/mentoring/pairs/{pair}/", OF_THE_PAIR),
    "mentoring_plan": Address(
        "/mentoring/pairs/{pair}/plan/", OF_THE_PAIR, BY_THE_MENTOR, {"version": "2", "goal": "更进一步", "do": "save"}
    ),
    "record_meeting": Address(
        "/mentoring/pairs/{pair}/record/",
        OF_THE_PAIR,
        BY_THE_PAIR,
        {"once": "abcdefgh2345", "codes": "values", "advice": "好", "held_on": "2026-11-23", "minutes": "60", "place": "face"},
    ),
    "mentoring_records": Address("/mentoring/pairs/{pair}/records/", OF_THE_PAIR),
    "mentoring_progress": Address("/mentoring/pairs/{pair}/progress/", OF_THE_PAIR),
    "record_skill_test": Address(
        "/mentoring/pairs/{pair}/test/",
        post=BY_THE_MENTOR,
        form={"exam": "技能测试", "taken_on": "2026-11-20", "points": "70", "most": "100"},
    ),
    "mentoring_report": Address(
        "/mentoring/pairs/{pair}/report/", OF_THE_PAIR, BY_THE_MENTEE, {"version": "0", "words": "三个项目", "do": "keep"}
    ),
    # Files of a report go with it: who is not of the pair gets nothing, and these two have none.
    "mentoring_report_file": Address("/mentoring/pairs/{pair}/report/files/222222222222/", {"li": {}, "outside": {}, "ghost": {}}),
    "add_agenda_point": Address("/mentoring/pairs/{pair}/point/", post=BY_THE_PAIR, form={"words": "方向"}),
    "keep_pair_note": Address("/mentoring/pairs/{pair}/note/", post=BY_THE_PAIR, form={"private": "给自己"}),
    "finish_agreed": Address("/mentoring/agreed/{todo}/done/", post=BY_THE_PAIR),
    "mentoring_meeting": Address("/mentoring/meetings/{meeting}/", OF_THE_PAIR),
    "correct_mentoring_meeting": Address(
        "/mentoring/meetings/{meeting}/correct/", post=BY_THE_PAIR, form={"version": "1", "codes": "values", "advice": "改"}
    ),
    "share_mentoring_meeting": Address("/mentoring/meetings/{meeting}/share/", post=BY_THE_PAIR, form={"number": "BL0004"}),
    "unshare_mentoring_meeting": Address("/mentoring/meetings/{meeting}/unshare/", post=BY_THE_PAIR, form={"number": "BL0004"}),
    "seen_pair": Address(
        "/mentoring/pairs/{pair}/seen/",
        {"li": to(*SEES_PAIR, "hr_admin", self=GO, mentor=GO), "outside": to(*OF_OUTSIDE), "ghost": {}},
    ),
    # Break-glass: an HR admin, with a reason.
    "open_mentoring_words": Address(
        "/mentoring/pairs/{pair}/seen/open/",
        form={"reason": "处理一起投诉，编号2026-11"},
        post={
            "li": may("hr_admin", sees=(*SEES_PAIR, "self", "mentor")),
            "outside": may("hr_admin", sees=("other_partner", "hr")),
            "ghost": {},
        },
    ),
    "plans_to_approve": Address("/company/mentoring/plans/", all_alike(to("partner", "other_partner", "hr"))),
    "plan_to_approve": Address(
        "/company/mentoring/plans/{mentoring_plan}/",
        {"li": to("partner", "hr"), "outside": to("other_partner", "hr"), "ghost": {}},
        DECIDES_PLAN,
        {"version": "2", "decision": "return", "remark": "再具体一些"},
    ),
    "frameworks": Address("/company/mentoring/frameworks/", all_alike(to(*READS_COMPANY))),
    "framework": Address(
        "/company/mentoring/frameworks/{framework}/", of_company(to(*READS_COMPANY)), CHANGES_FRAMEWORK, {"number": "1", "zh": "应届毕业生"}
    ),
    "switch_framework": Address("/company/mentoring/frameworks/{framework}/switch/", post=CHANGES_FRAMEWORK, form={"is_on": "no"}),
}

# Duties, lines 14: whoever may know the days of one of the two, and the upper chain. Only the two set another day; who leads one nudges.
SEES_DUTY = ("manager", "upper", *HR)
ASKS = {"li": may("self", sees=("mentor",)), "outside": {}, "ghost": {}}
RESTS = {"li": may("self", "mentor", *OF_LI, sees=("manager", "other_partner")), "outside": may(*OF_OUTSIDE), "ghost": {}}
KNOWS_PAIR = ("self", "mentor", "manager", "other_partner")
HR_OF_PAIR = {"li": may(*OF_LI, sees=KNOWS_PAIR), "outside": may(*OF_OUTSIDE), "ghost": {}}
LIFE_OF_PAIRS = {
    "mentoring_duty": Address(
        "/mentoring/duties/{duty}/", {"li": to("self", "mentor", *SEES_DUTY), "outside": to(*OF_OUTSIDE), "ghost": {}}
    ),
    "set_duty": Address(
        "/mentoring/duties/{duty}/set/",
        form={"day": "2026-12-01"},
        post={"li": may("self", "mentor", sees=SEES_DUTY), "outside": may(sees=OF_OUTSIDE), "ghost": {}},
    ),
    "nudge_mentor": Address(
        "/mentoring/duties/{duty}/nudge/",
        post={
            "li": may("manager", sees=("self", "mentor", "upper", *HR)),
            "outside": may("hr_admin", sees=("other_partner", "hr")),  # 苏文 leads 钱多
            "ghost": {},
        },
    ),
    "mentoring_dates": Address("/mentoring/dates/", all_alike(to(*INSIDE))),
    "make_calendar_address": Address("/mentoring/dates/feed/", post=all_alike(may(*INSIDE))),
    "end_calendar_address": Address("/mentoring/dates/feed/end/", post=all_alike(may(*INSIDE))),
    # The secret in the address is the key: whoever has it reads the days, as calendars do.
    "mentoring_calendar": Address("/mentoring/calendar/{secret}.ics", {"li": to(*PERSONAS), "ghost": {}}, kind="public"),
    "pair_help": Address("/mentoring/pairs/{pair}/help/", {"li": to("self", mentor=403), "outside": {}, "ghost": {}}),
    "ask_pair_help": Address("/mentoring/pairs/{pair}/help/ask/", post=ASKS, form={"words": "想聊聊方向"}),
    "ask_rematch": Address("/mentoring/pairs/{pair}/rematch/", post=ASKS, form={"words": ""}),
    "pause_pair": Address("/mentoring/pairs/{pair}/pause/", post=RESTS),
    "resume_pair": Address("/mentoring/pairs/{pair}/resume/", post=RESTS),
    "mentoring_requests": Address("/company/mentoring/requests/", all_alike(to(*HR))),
    "pair_of_hr": Address(
        "/company/mentoring/pairs/{pair}/",
        {"li": to(*OF_LI, **dict.fromkeys(KNOWS_PAIR, 403)), "outside": to(*OF_OUTSIDE), "ghost": {}},
    ),
    "answer_pair_request": Address(
        "/company/mentoring/pairs/{pair}/requests/{help_request}/", post=HR_OF_PAIR, form={"words": "我来约你们一起聊"}
    ),
    "hand_over_pair": Address("/company/mentoring/pairs/{pair}/hand-over/", post=HR_OF_PAIR, form={"mentor": "1", "why": "handed_over"}),
    "end_pair": Address("/company/mentoring/pairs/{pair}/end/", post=HR_OF_PAIR, form={"on": "2026-11-30", "why": "moved"}),
}

# What came of mentoring, line 16: 李四 and 钱多 were mentors once, 陈澈 is one. Managers see the score as a whole, so no file.
EFFECT = {"own": to("self", "mentor"), "li": to("self", *CHAIN_OF_LI, *OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}}
HELPS = {"own": may(sees=("self", "mentor")), "li": may(*OF_LI, sees=("self", *CHAIN_OF_LI)), "outside": may(*OF_OUTSIDE), "ghost": {}}
EFFECTS = {
    "mentor_effect": Address("/mentoring/effect/", all_alike(to("self", "mentor"))),
    "effect_of_mentor": Address("/mentoring/effect/{person}/", EFFECT),
    "mentor_file": Address(
        "/mentoring/effect/{person}/file/", {"own": to("self", "mentor"), "li": to("self", *OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}}
    ),
    "object_to_retirement": Address(
        "/mentoring/effect/objections/{retirement}/", post={"li": may("self"), "outside": {}, "ghost": {}}, form={"words": "我有不同看法"}
    ),
    "mentoring_methods": Address("/mentoring/methods/", all_alike(to("mentor", *HR))),
    "adopt_method": Address("/mentoring/methods/{method}/adopt/", post={"li": may("mentor", sees=HR), "ghost": {}}),
    "mentoring_health": Address("/company/mentoring/", all_alike(to(*HR))),
    "mentor_effects": Address("/company/mentoring/effect/", all_alike(to(*HR))),
    "coach_mentor": Address(
        "/company/mentoring/effect/{person}/coach/", post=HELPS, form={"words": "一起复盘", "again_on": "2027-03-01"}
    ),
    "look_again_at_mentor": Address("/company/mentoring/effect/{person}/look-again/", post=HELPS, form={"came_of_it": "same"}),
    "retire_mentor": Address("/company/mentoring/effect/{person}/retire/", post=HELPS, form={"reason": "依据", "ends_on": "2027-03-01"}),
    "show_method": Address("/company/mentoring/methods/{method}/", post={"li": may(*HR), "ghost": {}}, form={"is_shown": "yes"}),
}

_GONE = dict.fromkeys(SIGNED_IN, GO)
_AT_DOOR = {"anonymous": OK, **dict.fromkeys(PROGRAMS, OK), **_GONE}
_PASSED_ON = dict.fromkeys(PERSONAS, GO)  # the second step of a sign-in that nobody began
_AGAIN = {**dict.fromkeys(PERSONAS, GO), **dict.fromkeys(SIGNED_IN, OK)}
DOOR = {
    "account_login": Address("/sign-in/", all_alike(_AT_DOOR), kind="door"),
    "mfa_authenticate": Address("/sign-in/second/", all_alike(_PASSED_ON), kind="door"),
    "account_reauthenticate": Address("/sign-in/again/", all_alike(_AGAIN), kind="door"),
    "mfa_reauthenticate": Address("/sign-in/again/second/", all_alike(_PASSED_ON), kind="door"),
    # Ways in beside the password. What was not begun here is over (403); whoever is in is led on.
    "begin_outside": Address(
        "/sign-in/with/{provider}/", {"li": dict.fromkeys(PERSONAS, GO), "ghost": NOBODY}, kind="public"
    ),
    "back_from_outside": Address(
        "/sign-in/with/{provider}/back/",
        {"li": {**dict.fromkeys(("anonymous", *PROGRAMS), 403), **_GONE}, "ghost": NOBODY},
        kind="public",
    ),
    "scan": Address("/sign-in/scan/", all_alike(_AT_DOOR), all_alike(dict.fromkeys(PERSONAS, PASSES)), kind="public"),
    "scan_take": Address("/sign-in/scan/take/", post=all_alike(dict.fromkeys(PERSONAS, PASSES)), kind="public"),
    "account_signup": Address("/sign-in/none/", all_alike(NOBODY), kind="public"),
    "account_reset_password": Address("/sign-in/forgotten/", all_alike(to(*PERSONAS)), kind="public"),
    "account_logout": Address("/sign-out/", all_alike({**dict.fromkeys(PERSONAS, GO), **EVERYBODY}), kind="door"),
    "account_change_password": Address("/me/password/", all_alike(_PASSED_ON), kind="door"),
    "account_set_password": Address("/me/password/set/", all_alike({**_PASSED_ON, **EVERYBODY}), kind="door"),
    "mfa_index": Address("/me/second-factor/", all_alike({**_PASSED_ON, **EVERYBODY}), kind="door"),
    "mfa_activate_totp": Address("/me/second-factor/on/", all_alike(_PASSED_ON), kind="door"),
    "mfa_deactivate_totp": Address("/me/second-factor/off/", all_alike(_PASSED_ON), kind="door"),
    "mfa_view_recovery_codes": Address("/me/second-factor/codes/", all_alike(_PASSED_ON), kind="door"),
    "mfa_generate_recovery_codes": Address("/me/second-factor/codes/new/", all_alike(_PASSED_ON), kind="door"),
    "mfa_download_recovery_codes": Address("/me/second-factor/codes/file/", all_alike(_PASSED_ON), kind="door"),
}

KIT = {
    "healthz": Address("/healthz", all_alike(to(*PERSONAS)), kind="public"),
    "readyz": Address("/readyz", all_alike(to(*PERSONAS, answer=503)), kind="public"),  # no worker lives in a test
    "metrics": Address("/metrics", all_alike(to(*PERSONAS)), kind="public"),  # to this machine alone
    "phone_worker": Address("/sw.js", all_alike(to(*PERSONAS)), kind="public"),
    "phone": Address("/phone/", all_alike(to(*PERSONAS)), kind="public"),  # to nobody signed in it says that alone
    "away": Address("/offline/", all_alike(to(*PERSONAS)), kind="public"),
    "waiting_entries": Address("/waiting/", all_alike(EVERYBODY)),
    "language": Address("/language/", post=all_alike(dict.fromkeys(PERSONAS, PASSES)), form={"language": "en"}, kind="public"),
    "presenting": Address("/presenting/", post=all_alike(may(*SIGNED_IN)), form={"is_on": "yes"}),
    "theme": Address("/theme/", post=all_alike(may(*SIGNED_IN)), form={"theme": "ink"}),
}

# A program with the scope reads anybody's score; `own` is a colleague's to it.
API_SCORE = {target: {**who, "token_score": 404 if target == "ghost" else OK} for target, who in SCORE.items()}
TO_SEND = {"token_facts": 422, "token_score": 403, "token_dir": 403, "token_absences": 403}
API = {
    "api:openapi-json": Address("/api/v1/openapi.json", all_alike(to(*PERSONAS)), kind="any"),
    "api:api-root": Address("/api/v1/", all_alike(NOBODY), kind="any"),
    "api:post_items": Address("/api/v1/items", post=all_alike(TO_SEND), kind="send"),
    "api:post_facts": Address("/api/v1/facts", post=all_alike(TO_SEND), kind="send"),
    "api:post_series": Address("/api/v1/series", post=all_alike(dict.fromkeys(PROGRAMS, 403)), kind="send"),
    "api:post_absences": Address(
        "/api/v1/absences", post=all_alike({"token_absences": 422, "token_facts": 403, "token_score": 403, "token_dir": 403}), kind="send"
    ),
    "api:get_card": Address(
        "/api/v1/people/{person}",
        kind="api",
        get={
            **all_alike({**EVERYBODY, "token_dir": OK}, "own", "li", "outside"),
            "ghost": {},
        },
    ),
    "api:get_score": Address("/api/v1/people/{person}/score", API_SCORE, kind="api"),
    "api:get_export": Address(
        "/api/v1/people/{person}/export",
        kind="api",
        get={
            "own": EVERYBODY,
            "li": to("self"),
            "outside": {},
            "ghost": {},
        },
    ),
}

SURVEYS = {
    # Surveys, line 15: whoever is asked answers; nobody reads an answer, so there is no address for it.
    "surveys": Address("/surveys/", all_alike(EVERYBODY)),
    "survey": Address(
        "/surveys/{survey}/",
        {"li": to("self"), "outside": {}, "ghost": {}},
        {"li": may("self"), "outside": {}, "ghost": {}},
        {"on_time": "yes", "fits": "partly", "solved": "no"},
    ),
    # Peer rating, line 9: whoever shares a project with 李四, or with the people of 钱多's team, is asked; nobody reads a rating.
    "rate_colleagues": Address(
        "/peer-rating/{peer_round}/",
        {"li": to("colleague", "mentor", "hr"), "outside": to("self", "colleague", "mentor", "hr"), "ghost": {}},
        {"li": may("colleague", "mentor", "hr"), "outside": may("self", "colleague", "mentor", "hr"), "ghost": {}},
        {"{person}": "4"},
    ),
    # That a round runs, and how many ratings each got: HR that looks after the unit, its head, the heads above, the auditor.
    "peer_rounds": Address("/company/peer-rating/", all_alike(to(*READS_COMPANY, "manager", "upper"))),
    "open_peer_round": Address("/company/peer-rating/open/", post=all_alike(may(*HR, "manager", "upper", sees=("auditor",)))),
    "peer_round": Address(
        "/company/peer-rating/{peer_round}/",
        {"li": to(*CHAIN_OF_LI, *OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}},
    ),
    "close_peer_round": Address(
        "/company/peer-rating/{peer_round}/close/",
        post={
            "li": may("manager", *OF_LI, sees=("upper", "auditor")),
            "outside": may(*OF_OUTSIDE, sees=("auditor",)),
            "ghost": {},
        },
    ),
    # When results are published: HR and the auditor read it, HR admin sets it.
    "company_surveys": Address("/company/surveys/", all_alike(to(*READS_COMPANY))),
    "change_survey_calendar": Address(
        "/company/surveys/calendar/",
        post=all_alike(may("hr_admin", sees=("partner", "other_partner", "hr", "auditor"))),
        form={"days": "4-30, 10-30"},
    ),
}

NOTICES = {
    # Notices, line 26: one's own.
    "notices": Address("/notices/", all_alike(EVERYBODY)),
    "read_all_notices": Address("/notices/read/", post=all_alike(may(*SIGNED_IN))),
    "undo_read_all": Address("/notices/unread/", post=all_alike(may(*SIGNED_IN)), form={"undo": "2026-01-01T00:00:00+00:00"}),
    "notice": Address("/notices/{notice}/", {"li": to("self"), "outside": {}, "ghost": {}}),
    "unread_notice": Address("/notices/{notice}/unread/", post={"li": may("self"), "outside": {}, "ghost": {}}),
    "notice_settings": Address("/notices/settings/", all_alike(EVERYBODY), post=all_alike(may(*SIGNED_IN))),
    "add_device": Address("/notices/devices/", post=all_alike(may(*SIGNED_IN))),
    "remove_device": Address("/notices/devices/{device}/remove/", post={"li": may("self"), "outside": {}, "ghost": {}}),
    "test_device": Address("/notices/devices/{device}/test/", post={"li": may("self"), "outside": {}, "ghost": {}}),
    "stand_in": Address("/notices/stand-in/", all_alike(EVERYBODY), post=all_alike(may(*SIGNED_IN))),
    "end_stand_in": Address(
        "/notices/stand-in/{delegation}/end/", post={"li": may("self", "manager"), "outside": may("colleague"), "ghost": {}},
    ),
    "channels": Address("/company/channels/", all_alike(to("hr_admin", "auditor", "system_admin"))),
    "save_mail_channel": Address(
        "/company/channels/mail/", post=all_alike(may("system_admin", sees=("hr_admin", "auditor"))),
        form={"host": "mail.example.com", "port": "587", "security": "starttls", "sender": "hr@example.com"},
    ),
    "save_robot_channel": Address(
        "/company/channels/robots/", post=all_alike(may("system_admin", sees=("hr_admin", "auditor"))),
        form={"code": "slack", "name": "All hands", "url": "https://hooks.example.com/x"},
    ),
    "remove_channel": Address("/company/channels/{channel}/remove/", post=of_company(may("system_admin", sees=("hr_admin", "auditor")))),
    "send_again": Address("/company/channels/again/{sending}/", post=of_company(may("system_admin", sees=("hr_admin", "auditor")))),
    "read_notice": Address("/notices/{notice}/read/", post={"li": may("self"), "outside": {}, "ghost": {}}),
}

# Ratings of years, lines 8b and 8c: HR admin closes and proposes, another one decides; HR and auditor read those whom they look after.
DECIDES_RATING = {
    "li": may("hr_admin", sees=("partner", "hr", "auditor")),
    "outside": may("hr_admin", sees=("other_partner", "hr", "auditor")),
    "ghost": {},
}
CHANGES_YEAR = {"li": may("hr_admin", sees=SEES_MODELS), "ghost": dict.fromkeys(SEES_MODELS, 403)}
YEARS = {
    "rating_years": Address("/company/years/", all_alike(to(*READS_COMPANY))),
    "rating_year": Address("/company/years/{year}/", of_company(to(*READS_COMPANY))),
    "close_year": Address("/company/years/{year}/close/", post=CHANGES_YEAR),
    "rating_scale": Address(
        "/company/years/{year}/scale/",
        post=CHANGES_YEAR,
        form={"band_S": "4.5", "band_A": "4", "band_B": "3.5", "band_C": "3", "excellent": "S", "version": "0"},
    ),
    # A file of earlier ratings or of earlier mentoring is an import, line 20.
    "ratings_file": Address("/company/years/file/", all_alike(to("hr_admin", "auditor")), all_alike(may("hr_admin", sees=("auditor",)))),
    "take_ratings": Address("/company/years/take/", post=all_alike(may("hr_admin", sees=("auditor",)))),
    "rating_of_person": Address(
        "/company/years/2024/{person}/", {"li": to(*OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}}
    ),
    "propose_year_correction": Address(
        "/company/years/2024/{person}/propose/", post=DECIDES_RATING, form={"level": "A", "score": "", "reason": "漏了"}
    ),
    "decide_year_correction": Address("/company/year-corrections/{correction}/", post=DECIDES_RATING, form={"decision": "decline"}),
}

# Who wants to be a mentor, line 13: the person, HR that looks after them, HR admin, the auditor; HR decides, HR admin changes the rules.
READS_APPLICATION = {"li": to(*OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}}
DECIDES_APPLICATION = {"li": may(*OF_LI, sees=("auditor",)), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {}}
CHANGES_RULES = {"li": may("hr_admin", sees=SEES_MODELS), "ghost": {}}
ADMISSION = {
    "become_mentor": Address("/mentoring/become/", all_alike(to(*INSIDE))),
    "apply_to_mentor": Address("/mentoring/become/apply/", post=all_alike(may(*INSIDE)), form={"words": "想带新人"}),
    "answer_invitation": Address("/mentoring/become/answer/", post=all_alike(may("colleague")), form={"answer": "later", "words": ""}),
    "withdraw_application": Address("/mentoring/become/withdraw/", post=all_alike(may("self"))),
    "mentor_settings": Address(
        "/mentoring/become/settings/", post=all_alike(may("mentor")), form={"capacity": "2", "is_open": "on", "version": "1"}
    ),
    "mentor_applications": Address("/company/mentoring/applications/", all_alike(to(*READS_COMPANY))),
    "mentor_application": Address("/company/mentoring/applications/{application}/", READS_APPLICATION),
    "admit_mentor": Address("/company/mentoring/applications/{application}/admit/", post=DECIDES_APPLICATION),
    "waive_admission": Address(
        "/company/mentoring/applications/{application}/waive/", post=DECIDES_APPLICATION, form={"reason": "急需", "last_day": "2027-05-31"}
    ),
    "return_application": Address(
        "/company/mentoring/applications/{application}/return/",
        post=DECIDES_APPLICATION,
        form={"reason": "先带实习生", "again_from": "2027-03-01"},
    ),
    "invite_mentor": Address(
        "/company/mentoring/invite/{person}/",
        post={
            "li": may(*OF_LI, sees=("other_partner", "auditor")),
            "outside": may(*OF_OUTSIDE, sees=("partner", "auditor")),
            "ghost": may(sees=("auditor",)),
        },
    ),
    "mentor_rules": Address("/company/mentoring/rules/", all_alike(to(*READS_COMPANY))),
    "new_rule_set": Address(
        "/company/mentoring/rules/new/",
        all_alike(to("hr_admin", **dict.fromkeys(SEES_MODELS, 403))),
        all_alike(may("hr_admin", sees=SEES_MODELS)),
        {"tree": '{{"all": []}}', "name_zh": "甲", "name_en": "A"},
    ),
    "rule_preset": Address(
        "/company/mentoring/rules/presets/{preset}/",
        post={"li": may("hr_admin", sees=SEES_MODELS), "ghost": dict.fromkeys(SEES_MODELS, 403)},
    ),
    "rule_set": Address(
        "/company/mentoring/rules/{rules}/", of_company(to(*READS_COMPANY)), CHANGES_RULES, {"tree": '{{"all": []}}', "number": "1"}
    ),
    "force_rules": Address("/company/mentoring/rules/{rules}/force/", post=CHANGES_RULES),
    "rules_trial": Address("/company/mentoring/rules/{rules}/try/", of_company(to(*READS_COMPANY))),
    "earlier_mentoring": Address(
        "/company/mentoring/earlier/", all_alike(to("hr_admin", "auditor")), all_alike(may("hr_admin", sees=("auditor",)))
    ),
    "take_earlier_mentoring": Address("/company/mentoring/earlier/take/", post=all_alike(may("hr_admin", sees=("auditor",)))),
}

SEES_BANKS = ("partner", "other_partner")  # HR partners see what is kept for all, and do not change it
KEEPS = may("hr", "hr_admin", sees=SEES_BANKS)
EDITS = to("hr", "hr_admin", **dict.fromkeys(SEES_BANKS, 403))
OWN_TRY = {"li": to("self"), "outside": {}, "ghost": {}}
BY_TAKER = {"li": may("self"), "outside": {}, "ghost": {}}
GROWTH_OF_LI = ("self", "manager", *OF_LI)
IN_BOTH = {"title_zh": "甲", "title_en": "A", "words_zh": "", "words_en": "", "version": "1", "is_offered": "on"}
STEP = {"title_zh": "甲", "title_en": "A", "text_zh": "甲", "text_en": "A", "minutes": "5", "is_in": "on"}
QUESTION = {
    "kind": "single", "text_zh": "甲？", "text_en": "A?", "why_zh": "甲", "why_en": "A", "zh_0": "甲", "en_0": "A", "zh_1": "乙",
    "en_1": "B", "right_0": "on",
}
RULES = {
    **IN_BOTH, "code": "new_exam", "drawn": "5", "minutes": "10", "pass_points": "80", "days_between": "14", "tries_a_year": "4",
    "certificate_months": "0", "skill_level": "3",
}
ITEM = {"kind": "article", "title_zh": "甲", "text_zh": "甲", "version": "1", "op": "keep"}
TRAINING = {
    **IN_BOTH, "place_zh": "线上", "place_en": "Online", "begins_at": "2026-12-01T10:00", "minutes": "60", "version": "1",
}
LINE = {**IN_BOTH, "ordinal": "1", "day": "1", "minutes": "5", "address": "", "is_in": "on", "version": "1"}
LEARNING_PATH = {**IN_BOTH, "code": "new_way", "step_0": "course:mentoring_skills"}
CAREER_STEP = {"tree": '{{"all": [{{"clause": "growth.skill", "skill": "python", "level": 3}}]}}', "version": "1", "op": "keep"}
GROWTH = {
    # Skills, courses, exams: of everybody who works here; read by the manager and HR that looks after the person.
    "growth": Address("/growth/", all_alike(to(*INSIDE))),
    "state_skill": Address("/growth/skills/", post=all_alike(may(*INSIDE)), form={"skill": "python", "level": "3", "words": ""}),
    "person_growth": Address(
        "/growth/people/{person}/",
        {"own": to(*INSIDE), "li": to("mentor", *GROWTH_OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}},
    ),
    "confirm_skill": Address(
        "/growth/people/{person}/confirm/",
        post={"li": may("manager", sees=("self", "mentor", *OF_LI)), "outside": may(sees=OF_OUTSIDE), "ghost": {}},
        form={"skill": "python", "level": "3", "words": ""},
    ),
    "growth_courses": Address("/growth/courses/", all_alike(to(*INSIDE))),
    "growth_course": Address("/growth/courses/{course}/", of_company(to(*INSIDE))),
    "take_course": Address("/growth/courses/{course}/take/", post=of_company(may(*INSIDE))),
    "growth_step": Address("/growth/courses/{course}/{step}/", of_company(to(*INSIDE))),
    "step_done": Address("/growth/courses/{course}/{step}/done/", post=of_company(may(*INSIDE))),
    "growth_exam": Address("/growth/exams/{exam}/", of_company(to(*INSIDE))),
    "begin_exam": Address("/growth/exams/{exam}/begin/", post=of_company(may(*INSIDE))),
    # A try with its answers is its taker's alone, whatever roles others hold.
    "growth_attempt": Address("/growth/attempts/{attempt}/", OWN_TRY),
    "answer_question": Address("/growth/attempts/{attempt}/answer/", post=BY_TAKER, form={"q": "1", "option": "a", "go": "2"}),
    "send_attempt": Address("/growth/attempts/{attempt}/send/", post=BY_TAKER),
    "certificate_pdf": Address("/growth/certificates/{paper}.pdf", {"li": to(*GROWTH_OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}}),
    # Anybody verifies a code.
    "verify_any": Address("/verify/", all_alike(to(*PERSONAS)), kind="public"),
    "verify": Address("/verify/{paper_code}/", {"li": to(*PERSONAS), "ghost": to(*PERSONAS)}, kind="public"),
    # Recommendations: one's own alone, whoever else looks after the person; HR reads topics of five people or more.
    "recommended": Address("/growth/recommended/", all_alike(to(*INSIDE))),
    "recommend_less": Address("/growth/recommended/less/", post=all_alike(may("self")), form={"item": "{recommended_item}"}),
    "recommend_as_before": Address("/growth/recommended/as-before/", post=all_alike(may("self")), form={"item": "{less_item}"}),
    "recommendations_off": Address("/growth/recommended/off/", post=all_alike(may(*INSIDE))),
    "recommendations_on": Address("/growth/recommended/on/", post=all_alike(may(*INSIDE))),
    "remembered": Address("/growth/remembered/", all_alike(to(*INSIDE))),
    "erase_remembered": Address("/growth/remembered/erase/", post=all_alike(may("self")), form={"id": "{behaviour}"}),
    "erase_all_remembered": Address("/growth/remembered/erase-all/", post=all_alike(may(*INSIDE))),
    "export_remembered": Address("/growth/remembered/mine.json", all_alike(to(*INSIDE))),
    "interests": Address("/company/growth/interests/", all_alike(to(*HR))),
    # The library: everybody who works here reads what is published; one's own history is nobody else's page.
    "library": Address("/growth/library/", all_alike(to(*INSIDE))),
    "own_readings": Address("/growth/library/mine/", all_alike(to(*INSIDE))),
    "library_item": Address("/growth/library/{item}/", of_company(to(*INSIDE))),
    "finish_item": Address("/growth/library/{item}/done/", post=of_company(may(*INSIDE))),
    "library_file": Address("/growth/library/{item}/files/{item_file}/", of_company(to(*INSIDE))),
    "kept_library": Address("/company/growth/library/", all_alike(to(*HR))),
    "new_item": Address("/company/growth/library/new/", all_alike(EDITS), all_alike(KEEPS), ITEM),
    "kept_item": Address("/company/growth/library/{item}/", of_company(to(*HR)), of_company(KEEPS), ITEM),
    "publish_item": Address("/company/growth/library/{item}/publish/", post=of_company(KEEPS)),
    "withdraw_item": Address("/company/growth/library/{item}/withdraw/", post=of_company(KEEPS)),
    "add_item_file": Address("/company/growth/library/{item}/files/", post=of_company(KEEPS), form={}),
    "drop_item_file": Address("/company/growth/library/{item}/files/{item_file}/drop/", post=of_company(KEEPS)),
    # The first weeks: trainings and one's own list of whoever works here; HR keeps both.
    "trainings": Address("/growth/training/", all_alike(to(*INSIDE))),
    "take_seat": Address("/growth/training/{training}/take/", post=of_company(may(*INSIDE))),
    "leave_seat": Address("/growth/training/{training}/leave/", post=of_company(may(*INSIDE))),
    "first_week": Address("/first-week/", all_alike(to(*INSIDE))),
    "tick_step": Address("/first-week/{line}/done/", post=of_company(may(*INSIDE))),
    "untick_step": Address("/first-week/{line}/not-done/", post=of_company(may(*INSIDE))),
    "kept_trainings": Address("/company/growth/training/", all_alike(to(*HR))),
    "new_training": Address("/company/growth/training/new/", all_alike(EDITS), all_alike(KEEPS), {**TRAINING, "version": "0"}),
    "kept_training": Address("/company/growth/training/{training}/", of_company(EDITS), of_company(KEEPS), TRAINING),
    "call_off_training": Address("/company/growth/training/{training}/call-off/", post=of_company(KEEPS)),
    "kept_newcomers": Address("/company/growth/newcomers/", all_alike(to(*HR))),
    "new_newcomer_step": Address("/company/growth/newcomers/new/", all_alike(EDITS), all_alike(KEEPS), {**LINE, "version": "0"}),
    "take_newcomer_list": Address("/company/growth/newcomers/take/", post=all_alike(KEEPS)),
    "newcomer_step": Address("/company/growth/newcomers/{line}/", of_company(EDITS), of_company(KEEPS), LINE),
    "growth_paths": Address("/growth/paths/", all_alike(to(*INSIDE))),
    "growth_path": Address("/growth/paths/{learning_path}/", of_company(to(*INSIDE))),
    "kept_paths": Address("/company/growth/paths/", all_alike(to(*HR))),
    "new_path": Address("/company/growth/paths/new/", all_alike(EDITS), all_alike(KEEPS), {**LEARNING_PATH, "version": "0"}),
    "kept_path": Address("/company/growth/paths/{learning_path}/", of_company(EDITS), of_company(KEEPS), LEARNING_PATH),
    # One's own ladder; what its steps ask is HR's to set.
    "growth_career": Address("/growth/career/", all_alike(to(*INSIDE))),
    "kept_careers": Address("/company/growth/career/", all_alike(to(*HR))),
    "kept_career": Address("/company/growth/career/{ladder}/", of_company(EDITS)),
    "kept_career_step": Address("/company/growth/career/{ladder}/{grade}/", of_company(to(*HR)), of_company(KEEPS), CAREER_STEP),
    "drop_career_step": Address("/company/growth/career/{ladder}/{grade}/drop/", post=of_company(KEEPS)),
    # What HR keeps.
    "kept_growth": Address("/company/growth/", all_alike(to(*HR))),
    "growth_presets": Address("/company/growth/presets/", post=all_alike(KEEPS)),
    "kept_skills": Address("/company/growth/skills/", all_alike(to(*HR))),
    "new_skill": Address(
        "/company/growth/skills/new/", all_alike(EDITS), all_alike(KEEPS),
        {"code": "piano", "group": "people", "name_zh": "甲", "name_en": "A", "version": "0"},
    ),
    "kept_skill": Address(
        "/company/growth/skills/{skill}/", of_company(EDITS), of_company(KEEPS),
        {"group": "data", "name_zh": "甲", "name_en": "A", "version": "1"},
    ),
    "new_course": Address(
        "/company/growth/courses/new/", all_alike(EDITS), all_alike(KEEPS), {**IN_BOTH, "code": "new_one", "version": "0"}
    ),
    "kept_course": Address("/company/growth/courses/{course}/", of_company(to(*HR)), of_company(KEEPS), IN_BOTH),
    "new_step": Address("/company/growth/courses/{course}/new/", of_company(EDITS), of_company(KEEPS), STEP),
    "kept_step": Address("/company/growth/courses/{course}/{step}/", of_company(EDITS), of_company(KEEPS), STEP),
    "new_exam": Address("/company/growth/exams/new/", all_alike(EDITS), all_alike(KEEPS), {**RULES, "version": "0"}),
    "kept_exam": Address("/company/growth/exams/{exam}/", of_company(to(*HR))),
    "exam_rules": Address("/company/growth/exams/{exam}/rules/", of_company(EDITS), of_company(KEEPS), RULES),
    "new_question": Address("/company/growth/exams/{exam}/new/", of_company(EDITS), of_company(KEEPS), QUESTION),
    "kept_question": Address("/company/growth/exams/{exam}/{question}/", of_company(EDITS), of_company(KEEPS), QUESTION),
    "drop_question": Address("/company/growth/exams/{exam}/{question}/drop/", post=of_company(KEEPS)),
    # Certificates: HR grants and revokes, each to whom they look after; nobody their own.
    "kept_certificates": Address("/company/growth/certificates/", all_alike(to(*HR))),
    "ending_certificates": Address("/company/growth/certificates/ending/", all_alike(to(*HR))),
    "import_catalogue": Address("/company/growth/import/", all_alike(EDITS), all_alike(KEEPS)),
    "take_catalogue": Address("/company/growth/import/take/", post=all_alike(KEEPS)),
    "grant_certificate": Address(
        "/company/growth/certificates/new/", all_alike(to(*HR)), all_alike(may(*HR)),
        {"person": "{person}", "title_zh": "甲", "title_en": "A", "reason": "授课多年"},
    ),
    "kept_certificate": Address(
        "/company/growth/certificates/{paper}/",
        {"li": to(*OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}},
        {"li": may(*OF_LI), "outside": may(*OF_OUTSIDE), "ghost": {}},
        {"reason": "不再授课"},
    ),
}

# Matching is HR's as a whole; a wish is its owner's, and who was asked answers. Preferences are nobody's to read.
MATCHING = {
    "find_mentor": Address("/mentoring/find/", all_alike(to(*INSIDE))),
    "wish_for_mentor": Address("/mentoring/find/wish/", post=all_alike(may(*INSIDE)), form={"framework": "transferred"}),
    "ask_mentor": Address("/mentoring/find/ask/", post=all_alike(may("colleague")), form={"mentor": "BL0004"}),
    "take_back_asking": Address("/mentoring/find/back/", post=all_alike(may("colleague"))),
    "withdraw_own_wish": Address("/mentoring/find/withdraw/", post=all_alike(may("colleague"))),
    "prefer_mentor": Address("/mentoring/find/prefer/", post=all_alike(may(*INSIDE)), form={"number": "{waits}", "likes": "like"}),
    "mentor_askings": Address("/mentoring/requests/", all_alike(to("mentor"))),
    "answer_asking": Address("/mentoring/requests/{wish}/", post={"li": may("mentor"), "ghost": {}}, form={"answer": "decline"}),
    "mentor_style": Address("/mentoring/style/", all_alike(to("mentor"))),
    "matching_board": Address("/company/mentoring/matching/", all_alike(to(*HR))),
    "draft_matching": Address("/company/mentoring/matching/draft/", post=all_alike(may(*HR))),
    "adjust_matching": Address(
        "/company/mentoring/matching/adjust/",
        post=all_alike(may(*HR)),
        form={"version": "2", "mentee": "{waits}", "mentor": "BL0004", "act": "bar"},
    ),
    "try_capacity": Address(
        "/company/mentoring/matching/capacity/?mentor=BL0003&capacity=2",
        all_alike(to(*HR)),
        all_alike(may(*HR)),
        {"mentor": "BL0003", "capacity": "2"},
    ),
    "publish_matching": Address("/company/mentoring/matching/publish/", post=all_alike(may(*HR)), form={"version": "2"}),
    "mentoring_waiting": Address(
        "/company/mentoring/matching/waiting/", all_alike(to(*HR)), all_alike(may(*HR)), {"numbers": "BL0005", "framework": "transferred"}
    ),
    "withdraw_wish": Address("/company/mentoring/matching/waiting/{wish}/withdraw/", post={"li": may(*HR), "ghost": {}}),
    "take_back_asking_of": Address("/company/mentoring/matching/waiting/{wish}/back/", post={"li": may(*HR), "ghost": {}}),
}

# Results that people hand in, line 18: the person, the line, the mentor, HR that looks after the person; the auditor has the event alone.
READS_RESULT = ("self", "mentor", *CHAIN_OF_LI, *OF_LI)
A_RESULT = {"once": "abcdefghjkmn", "stars": "4", "words": "客户满意", "version": "1"}
RESULTS = {
    "results": Address("/results/", all_alike(to(*INSIDE))),
    "new_result": Address("/results/new/?kind=project_report", all_alike(to(*INSIDE)), all_alike(may(*INSIDE)), A_RESULT),
    "share_result": Address("/results/share/", post=all_alike(may(sees=INSIDE))),  # from the phone itself alone, not from a page
    "result": Address(
        "/results/{result}/",
        {"li": to(*READS_RESULT), "outside": to(*OF_OUTSIDE), "ghost": {}},
        {"li": may("self", sees=READS_RESULT[1:]), "outside": may(sees=OF_OUTSIDE), "ghost": {}},
        A_RESULT,
    ),
    "result_file": Address(
        "/results/{result}/files/{result_file}/", {"li": to(*READS_RESULT), "outside": to(*OF_OUTSIDE), "ghost": {}}
    ),
    "confirm_result": Address(
        "/results/{result}/confirm/",
        post={"li": may("manager", *OF_LI, sees=("self", "mentor", "upper")), "outside": may(*OF_OUTSIDE), "ghost": {}},
    ),
    "return_result": Address(
        "/results/{result}/return/",
        post={"li": may("manager", *OF_LI, sees=("self", "mentor", "upper")), "outside": may(*OF_OUTSIDE), "ghost": {}},
        form={"remark": "请附上客户原话"},
    ),
    "withdraw_result": Address(
        "/results/{result}/withdraw/", post={"li": may("self", sees=READS_RESULT[1:]), "outside": may(sees=OF_OUTSIDE), "ghost": {}}
    ),
}

# Improvement plans: the person, the direct manager, the line, HR that looks after the person. The plan waits for the person's answer.
READS_PLAN = ("self", *CHAIN_OF_LI, *OF_LI)
A_PLAN = {
    "why": "延期", "goals": "按期交付", "support": "每周一对一", "first_day": "2026-12-07", "weeks": "12", "due_1": "2026-12-18",
    "milestone_1": "验收", "version": "1",
}  # fmt: skip
BY_MANAGER_OF_LI = {
    "li": may("manager", sees=tuple(one for one in READS_PLAN if one != "manager")), "outside": may(sees=OF_OUTSIDE), "ghost": {},
}  # fmt: skip
# A group is its mentor's: 陈澈 has 李四 in one.
A_TALK = {"once": "bcdefgh23456", "codes": "values", "advice": "好", "held_on": "2026-11-23", "minutes": "60", "place": "face"}
BY_ITS_MENTOR = {"li": may("mentor"), "outside": {}, "ghost": {}}
GROUPS = {
    "mentoring_thanks": Address(
        "/mentoring/pairs/{pair}/thanks/",
        {"li": to("self", "mentor"), "outside": {}, "ghost": {}},
        {"li": may("self", sees=("mentor",)), "outside": {}, "ghost": {}},
        {"words": "谢谢"},
    ),
    "mentoring_groups": Address("/mentoring/groups/", all_alike(to("mentor")), all_alike(may("mentor")), {"members": "{pair}"}),
    "mentoring_group": Address("/mentoring/groups/{group}/", {"li": to("mentor"), "outside": {}, "ghost": {}}),
    "record_group_talk": Address(
        "/mentoring/groups/{group}/record/",
        {"li": to("mentor"), "outside": {}, "ghost": {}},
        BY_ITS_MENTOR,
        A_TALK | {"came": "{pair}"},
    ),
    "share_group_plan": Address("/mentoring/groups/{group}/plan/", post=BY_ITS_MENTOR, form={"pair": "{pair}"}),
    "leave_mentoring_group": Address("/mentoring/groups/{group}/leave/", post=BY_ITS_MENTOR, form={"pair": "{pair}"}),
}
IMPROVEMENT = {
    "improvement_plans": Address("/improvement/", all_alike(to(*INSIDE))),
    "new_improvement": Address(
        "/improvement/new/?with={person}",
        {
            "own": may(sees=SIGNED_IN),
            "li": {**to("manager"), **may(sees=tuple(one for one in READS_PLAN if one != "manager"))},
            "outside": may(sees=OF_OUTSIDE),
            "ghost": {},
        },
        {
            "own": may(sees=SIGNED_IN),
            "li": may("manager", sees=tuple(one for one in READS_PLAN if one != "manager")),
            "outside": may(sees=OF_OUTSIDE),
            "ghost": {},
        },
        A_PLAN,
    ),
    "improvement_plan": Address("/improvement/{improvement}/", {"li": to(*READS_PLAN), "outside": to(*OF_OUTSIDE), "ghost": {}}),
    "revise_improvement": Address(
        "/improvement/{improvement}/revise/",
        {"li": {**may(sees=READS_PLAN), **to("manager")}, "outside": may(sees=OF_OUTSIDE), "ghost": {}},
        BY_MANAGER_OF_LI,
        A_PLAN,
    ),
    "answer_improvement": Address(
        "/improvement/{improvement}/answer/",
        post={"li": may("self", sees=READS_PLAN[1:]), "outside": may(sees=OF_OUTSIDE), "ghost": {}},
        form={"answer": "agree", "remark": ""},
    ),
    "check_improvement_week": Address(
        "/improvement/{improvement}/week/", post=BY_MANAGER_OF_LI, form={"week": "1", "way": "better", "words": ""}
    ),
    "end_improvement": Address(
        "/improvement/{improvement}/end/",
        post={"li": may("manager", *OF_LI, sees=("self", "upper")), "outside": may(*OF_OUTSIDE), "ghost": {}},
        form={"outcome": "stopped", "reason": "换了岗位"},
    ),
    "withdraw_improvement": Address("/improvement/{improvement}/withdraw/", post=BY_MANAGER_OF_LI),
    "finish_milestone": Address("/improvement/milestones/{milestone}/done/", post=BY_MANAGER_OF_LI),
}

ADDRESSES: dict[str, Address] = (
    GROUPS | IMPROVEMENT | RESULTS | YEARS | ADMISSION | PAIRS | MATCHING | LIFE_OF_PAIRS | EFFECTS
    | GROWTH | SURVEYS | NOTICES | HOME | PEOPLE | SCORING | WORK | ATTENDANCE | ALERTS | DIAGNOSES | REVIEWS | SECURITY | DOOR | KIT | API
)

# Words that stand in one place, and who may never read them anywhere (every other line of the table is a denial).
FORBIDDEN: dict[str, tuple[str, ...]] = {
    "title": (
        "anonymous", "colleague", "mentor", "other_partner", "system_admin", "external", "token_facts", "token_dir", "token_absences",
    ),
    "support": ("anonymous", "colleague", "mentor", "upper", "other_partner", "auditor", "system_admin", "external", *PROGRAMS),
    "objection": ("anonymous", "colleague", "mentor", "other_partner", "system_admin", "external", *PROGRAMS),
    "mobile": ("anonymous", "colleague", "mentor", "manager", "upper", "other_partner", "auditor", "system_admin", "external", *PROGRAMS),
    "birthday": ("anonymous", "colleague", "mentor", "manager", "upper", "other_partner", "auditor", "system_admin", "external", *PROGRAMS),
    "reason": ("anonymous", "self", "colleague", "mentor", "manager", "upper", "other_partner", "system_admin", "external", *PROGRAMS),
    "secret": PERSONAS,
    "way in": PERSONAS,
    "change": ("anonymous", "colleague", "mentor", "upper", "other_partner", "system_admin", "external", *PROGRAMS),
    "certificate": ("anonymous", "colleague", "mentor", "upper", "other_partner", "auditor", "system_admin", "external", *PROGRAMS),
    "talk": tuple(one for one in PERSONAS if one not in {"self", "manager"}),
    "private note": tuple(one for one in PERSONAS if one != "manager"),
    "application": ("anonymous", "colleague", "mentor", "manager", "upper", "other_partner", "system_admin", "external", *PROGRAMS),
    # Of a pair: the plan is the two's and HR's that decides about it, a record the two's, a note its writer's.
    "wish": tuple(one for one in PERSONAS if one not in {"colleague", "mentor"}),
    "plan": tuple(one for one in PERSONAS if one not in {"self", "mentor", "partner", "hr"}),
    "meeting": tuple(one for one in PERSONAS if one not in {"self", "mentor"}),
    "pair note": tuple(one for one in PERSONAS if one != "mentor"),
    "retirement": tuple(one for one in PERSONAS if one not in {"self", *OF_LI}),
    "improvement": tuple(one for one in PERSONAS if one not in {"self", *CHAIN_OF_LI, *OF_LI}),
    "help": tuple(one for one in PERSONAS if one not in {"self", *OF_LI}),
    "feedback": tuple(one for one in PERSONAS if one not in {"self", "manager"}),
    "result": tuple(one for one in PERSONAS if one not in {"self", "mentor", "manager", "upper", *OF_LI}),
    "waiting": ("anonymous", "self", "colleague", "mentor", "manager", "upper", "external", *PROGRAMS),
}
