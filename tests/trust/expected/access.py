"""Tokens, roles, ways in, the record, one's own sessions."""

from tests.trust.expected.who import EVERYBODY, SIGNED_IN, Address, all_alike, may, of_company, to

# fmt: off
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
