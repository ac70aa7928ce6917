"""Pairs: plans, meetings, duties, requests; groups of a mentor."""

from tests.trust.expected.who import GO, HR, INSIDE, OF_LI, OF_OUTSIDE, PERSONAS, READS_COMPANY, Address, all_alike, may, of_company, to

# fmt: off
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
DAY = {"held_on": "2026-11-19", "minutes": "45", "place": "video"}  # left out of a mentee's form: the mentor corrects them
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
    "correct_skill_test": Address(
        "/mentoring/tests/{skill_test}/",
        {"li": to("mentor", self=403), "outside": {}, "ghost": {}},
        BY_THE_MENTOR,
        {"version": "0", "exam": "技能测试", "taken_on": "2026-11-20", "points": "72", "most": "100"},
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
        "/mentoring/meetings/{meeting}/correct/", post=BY_THE_PAIR, form={"version": "1", "codes": "values", "advice": "改"} | DAY
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
    "copy_framework": Address(
        "/company/mentoring/frameworks/{framework}/copy/", post=CHANGES_FRAMEWORK, form={"zh": "新框架", "en": "A new one"}
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
    "do_mentoring_duty": Address(
        "/mentoring/duties/{duty}/do/",
        {"li": to("self", "mentor", *SEES_DUTY, answer=GO), "outside": to(*OF_OUTSIDE, answer=GO), "ghost": {}},
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

# Why core topics were left: the mentor or HR says it, the mentee reads it; managers and other HR do not.
LEFT = {"li": may("mentor", *OF_LI, sees=("self",)), "outside": may(*OF_OUTSIDE), "ghost": {}}
ENDS = {
    "left_topics": Address(
        "/mentoring/pairs/{pair}/left/",
        {"li": to("self", "mentor", *OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}},
        LEFT,
        {"why": "later", "words": "", "version": "1"},
    ),
    "name_project": Address("/mentoring/pairs/{pair}/project/", post=BY_THE_PAIR, form={"name": "对账", "link": "", "version": "0"}),
    "close_project": Address("/mentoring/pairs/{pair}/project/close/", post=BY_THE_MENTOR),
    # The text is the two's; HR sees whether it is signed, and switches it for the company.
    "mentoring_agreement": Address("/mentoring/pairs/{pair}/agreement/", OF_THE_PAIR, BY_THE_PAIR, {"hash": "0123456789abcdef"}),
    "mentoring_agreements": Address(
        "/company/mentoring/agreement/",
        all_alike(to(*READS_COMPANY)),
        all_alike(may("hr", "hr_admin", sees=("partner", "other_partner", "auditor"))),
        {"is_on": "no"},
    ),
    "left_because": Address("/mentoring/pairs/{pair}/left/no_time/", post=LEFT),
}

# Office hours are everybody's who works here to find and book; 陈澈 opened these, and reads who comes and about what.
OTHERS = tuple(one for one in INSIDE if one != "mentor")
OFFICE_DAY = {"day": "2026-12-09", "begins": "14:00", "ends": "15:00", "places": "2", "minutes": "30", "place": "三号会议室"}
OFFICE = {
    "office_hours": Address("/mentoring/office-hours/", all_alike(to(*INSIDE))),
    "open_office_hours": Address("/mentoring/office-hours/new/", all_alike(to("mentor")), all_alike(may("mentor")), OFFICE_DAY),
    "office_session": Address("/mentoring/office-hours/{office}/", of_company(to(*INSIDE))),
    "book_office_place": Address(
        "/mentoring/office-hours/{office}/book/", post=of_company(may(*INSIDE)), form={"number": "2", "words": "想问评测"}
    ),
    "cancel_office_place": Address("/mentoring/office-hours/{office}/cancel/", post=of_company(may(*INSIDE))),
    "call_off_office_hours": Address("/mentoring/office-hours/{office}/off/", post=of_company(may("mentor", sees=OTHERS))),
    "mark_office_hours": Address("/mentoring/office-hours/{office}/came/", post=of_company(may("mentor", sees=OTHERS))),
}

# A group is its mentor's: 陈澈 has 李四 in one.
A_TALK = {"once": "bcdefgh23456", "codes": "values", "advice": "好", "held_on": "2026-11-23", "minutes": "60", "place": "face"}
BY_ITS_MENTOR = {"li": may("mentor"), "outside": {}, "ghost": {}}
GROUPS = {
    "pair_messages": Address("/mentoring/pairs/{pair}/messages/", OF_THE_PAIR, BY_THE_PAIR, {"once": "mnpqrs234567", "words": "在吗"}),
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
