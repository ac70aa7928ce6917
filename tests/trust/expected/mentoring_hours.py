"""Hours of mentors: HR that looks after a mentor decides, the mentor reads the own page, HR admin says the terms. No manager reads pay."""

from tests.trust.expected.who import HR, OF_LI, OF_OUTSIDE, Address, all_alike, may, to

# fmt: off
HOURS = {
    "own_hours": Address("/mentoring/hours/", all_alike(to("self", "mentor"))),
    "hours_proposals": Address("/company/mentoring/hours/", all_alike(to(*HR))),
    "hours_proposal": Address("/company/mentoring/hours/{hours}/", {"li": to(*OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}}),
    "decide_hours": Address(
        "/company/mentoring/hours/{hours}/decide/",
        post={"li": may(*OF_LI), "outside": may(*OF_OUTSIDE), "ghost": {}},
        form={"way": "approve", "percent": "5", "amount": "800", "reason": "", "version": "1"},
    ),
    "approve_hours": Address("/company/mentoring/hours/approve/", post=all_alike(may(*OF_LI)), form={"one": "{hours}:1"}),
    "hours_terms": Address(
        "/company/mentoring/hours/terms/",
        all_alike(to(*HR)),
        all_alike(may("hr_admin", sees=("partner", "other_partner", "hr"))),
        {
            "least_share": "2", "most_reduction": "10", "rate": "100", "most_allowance": "800", "most_hours": "0", "usual_minutes": "60",
            "hour_cost": "0", "version": "1",
        },
    ),
    "allowances_csv": Address("/company/mentoring/hours/2026-10/allowances.csv", all_alike(to(*HR))),
}
