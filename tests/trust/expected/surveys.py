"""Surveys and peer rating."""

from tests.trust.expected.who import CHAIN_OF_LI, EVERYBODY, HR, OF_LI, OF_OUTSIDE, READS_COMPANY, Address, all_alike, may, to

# fmt: off
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
