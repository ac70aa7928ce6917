"""Connections, accounts that wait, objections; results that people hand in."""

from tests.trust.expected.who import CHAIN_OF_LI, HR, INSIDE, OF_LI, OF_OUTSIDE, SEES_SOURCES, Address, all_alike, may, of_company, to

# fmt: off
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
