"""Feedback, one-to-ones, improvement plans."""

from tests.trust.expected.who import CHAIN_OF_LI, HR, INSIDE, OF_LI, OF_OUTSIDE, SIGNED_IN, Address, all_alike, may, to

# fmt: off
WRITES = {"once": "abcdefgh2345", "kind": "praise", "words": "写得清楚", "about": "", "reader": "alone"}
OF_THE_TWO = {"li": to("self", "manager"), "outside": {}, "ghost": {}}
BY_THE_TWO = {"li": may("self", "manager"), "outside": {}, "ghost": {}}
BY_ITS_PLANNER = {"li": may("self", sees=("manager",)), "outside": {}, "ghost": {}}
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
    "call_off_talk": Address("/one-to-ones/{talk}/call-off/", post=BY_ITS_PLANNER, form={"words": ""}),
    "keep_talk_after_all": Address("/one-to-ones/{talk}/after-all/", post=BY_ITS_PLANNER),
    "move_talk": Address("/one-to-ones/{talk}/move/", post=BY_THE_TWO, form={"planned_on": "2026-12-02"}),
    "finish_action": Address("/one-to-ones/actions/{agreed}/done/", post=BY_THE_TWO),
    "feedback_counts": Address("/company/feedback/", all_alike(to(*HR))),
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
