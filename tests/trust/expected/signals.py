"""Alerts, changes, diagnoses, series, signs."""

from tests.trust.expected.who import (
    CHAIN_OF_LI,
    EVERYBODY,
    HR,
    OF_LI,
    OF_OUTSIDE,
    READS_COMPANY,
    SCORED,
    SEES_MODELS,
    SEES_SOURCES,
    Address,
    all_alike,
    may,
    of_company,
    to,
)

# fmt: off
LOOKS_AFTER = (*CHAIN_OF_LI, *HR, "auditor")
READS_ALERT_OF_LI, READS_ALERT_OF_OUTSIDE = ("manager", *OF_LI, "auditor"), (*OF_OUTSIDE, "auditor")
ALERT = {"li": to(*READS_ALERT_OF_LI), "outside": to(*READS_ALERT_OF_OUTSIDE), "ghost": {}}
# The manager and the HR partner do something about it; the person, HR admin and auditor read it.
HANDLES = {
    "li": may("manager", "partner", "hr", sees=("self", "hr_admin", "auditor")),
    "outside": may("other_partner", "hr", sees=("hr_admin", "auditor")),
    "ghost": {},
}
HANDLES_LIVING = {
    "li": may("manager", "partner", "hr", sees=("hr_admin", "auditor")),
    "outside": may("other_partner", "hr", sees=("hr_admin", "auditor")),
    "ghost": {},
}
READS_PROPOSAL_OF_OUTSIDE = to(*OF_OUTSIDE, "auditor")
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
    # Another target: proposed by who handles the alert; checked by another of them, an HR admin, or the manager's manager, who does
    # not see the alert.
    "signals:propose_target": Address(
        "/alerts/{alert}/target/",
        {
            "li": to("manager", "partner", "hr", hr_admin=403, auditor=403),
            "outside": to("other_partner", "hr", hr_admin=403, auditor=403),
            "ghost": {},
        },
        form={"value": "88", "reason": "客户换了系统"},
        post=HANDLES_LIVING,
    ),
    "signals:target_proposal": Address(
        "/targets/proposals/{proposal}/",
        {"li": to("manager", "upper", *OF_LI, "auditor"), "outside": READS_PROPOSAL_OF_OUTSIDE, "ghost": {}},
    ),
    "signals:check_proposal": Address(
        "/targets/proposals/{proposal}/check/",
        form={"approves": "yes", "words": ""},
        post={
            "li": may("upper", *OF_LI, sees=("manager", "auditor")), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {},
        },
    ),
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
    "signals:evidence_month": Address(
        "/diagnoses/{diagnosis}/evidence/indicator/2026-10/",
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
