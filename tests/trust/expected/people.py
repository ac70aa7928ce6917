"""HR's files of people, how they sign in, files of people."""

from tests.trust.expected.who import EVERYBODY, OF_LI, OF_OUTSIDE, READS_COMPANY, SIGNED_IN, Address, all_alike, may, of_company, to

# fmt: off
EVERYBODY_MAY = may(*SIGNED_IN)
# HR admin changes units; an HR partner reads those looked after.
OF_UNITS = {
    "li": may("hr_admin", sees=("partner", "hr", "auditor")),
    "outside": may("hr_admin", sees=("other_partner", "hr", "auditor")),
    "ghost": {},
}
PEOPLE = {
    # HR's files of people, lines 2 and 4.
    "people_of_hr": Address("/company/people/", all_alike(to(*READS_COMPANY))),
    "units": Address("/company/units/", all_alike(to(*READS_COMPANY))),
    "add_top_unit": Address(
        "/company/units/add/",
        form={"code": "NEW1", "name": "新部门", "kind": "division", "first_day": "2026-11-23"},
        post=all_alike(may("hr_admin", sees=("partner", "other_partner", "hr", "auditor"))),
    ),
    "unit": Address("/company/units/{unit}/", {"li": to(*OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}}),
    "add_unit": Address(
        "/company/units/{unit}/add/",
        form={"code": "NEW2", "name": "新小组", "kind": "team", "first_day": "2026-11-23"},
        post=OF_UNITS,
    ),
    "set_head": Address("/company/units/{unit}/head/", form={"head": "BL0001", "first_day": "2026-11-23", "version": "1"}, post=OF_UNITS),
    "rename_unit": Address("/company/units/{unit}/name/", form={"name": "新名", "name_en": "", "version": "1"}, post=OF_UNITS),
    "move_unit": Address("/company/units/{unit}/move/", form={"parent": "", "version": "1"}, post=OF_UNITS),
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
    "correct_post": Address(
        "/company/people/{person}/posts/2025-01-01/",
        get={"li": to(*OF_LI, auditor=403), "outside": to(*OF_OUTSIDE, auditor=403), "ghost": {}},
        form={"version": "1"},
        post={"li": may(*OF_LI, sees=("auditor",)), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {}},
    ),
    "set_manager": Address(
        "/company/people/{person}/manager/",
        form={"manager": "BL0005", "first_day": "2026-11-23", "version": "1"},
        post={"li": may(*OF_LI, sees=("auditor",)), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {}},
    ),
    "change_number": Address(
        "/company/people/{person}/number/",
        form={"number": "BL7777", "version": "1"},
        post={"li": may(*OF_LI, sees=("auditor",)), "outside": may(*OF_OUTSIDE, sees=("auditor",)), "ghost": {}},
    ),
    # Private contact, line 2: the person, and HR that looks after them; no manager, no auditor.
    "own_contact": Address("/me/contact/", all_alike(EVERYBODY), all_alike(EVERYBODY_MAY), {"mobile": "", "birthday": "", "version": "1"}),
    "contact_of_person": Address(
        "/company/people/{person}/contact/",
        get={"li": to(*OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}},
        form={"mobile": "", "birthday": "", "version": "1"},
        post={"li": may(*OF_LI), "outside": may(*OF_OUTSIDE), "ghost": {}},
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
