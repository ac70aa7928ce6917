"""Who may mentor, who wishes for whom, what came of it."""

from tests.trust.expected.who import (
    CHAIN_OF_LI,
    HR,
    INSIDE,
    OF_LI,
    OF_OUTSIDE,
    READS_COMPANY,
    SEES_MODELS,
    Address,
    all_alike,
    may,
    of_company,
    to,
)

# fmt: off
# What came of mentoring, line 16: 李四 and 钱多 were mentors once, 陈澈 is one. Managers see the score as a whole, so no file.
EFFECT = {"own": to("self", "mentor"), "li": to("self", *CHAIN_OF_LI, *OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}}
HELPS = {"own": may(sees=("self", "mentor")), "li": may(*OF_LI, sees=("self", *CHAIN_OF_LI)), "outside": may(*OF_OUTSIDE), "ghost": {}}
REVIEWS_LI = ("manager", "upper", "hr", "hr_admin")
EFFECTS = {
    "mentor_effect": Address("/mentoring/effect/", all_alike(to("self", "mentor"))),
    "effect_of_mentor": Address("/mentoring/effect/{person}/", EFFECT),
    "mentor_file": Address(
        "/mentoring/effect/{person}/file/", {"own": to("self", "mentor"), "li": to("self", *OF_LI), "outside": to(*OF_OUTSIDE), "ghost": {}}
    ),
    # Promotion: HR keeps panels, a panel reviews; a candidate reads the own file and no other candidate.
    "promotion_panels": Address("/promotion/", all_alike(to(*INSIDE))),
    "open_promotion_panel": Address(
        "/promotion/new/",
        all_alike(to("hr", "hr_admin")),
        all_alike(may("hr", "hr_admin")),
        {"unit": "x", "post": "主管", "begins_on": "2027-01-01", "candidates": "BL0001", "members": "BL0002"},
    ),
    "call_off_panel": Address(
        "/promotion/{panel}/call-off/",
        post={"li": may("hr", "hr_admin", sees=("self", "mentor", "manager", "upper")), "ghost": {}},
        form={"words": "岗位合并"},
    ),
    "withdraw_candidacy": Address(
        "/promotion/{panel}/withdraw/", post={"li": may("self", "mentor", sees=REVIEWS_LI), "ghost": {}}, form={"words": "想先带好新人"}
    ),
    "promotion_panel": Address("/promotion/{panel}/", {"li": to("self", "mentor", *REVIEWS_LI), "ghost": {}}),
    "choose_candidate": Address(
        "/promotion/{panel}/choose/",
        post={"li": may("manager", "upper", sees=("self", "mentor", "hr", "hr_admin")), "ghost": {}},
        form={"number": "nobody", "words": "再等一年"},
    ),
    "promotion_file": Address("/promotion/{panel}/{person}/", {"own": {}, "li": to("self", *REVIEWS_LI), "outside": {}, "ghost": {}}),
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
    "answer_retirement": Address("/company/mentoring/effect/{person}/answer/", post=HELPS, form={"words": "依据", "way": "keep"}),
    "show_method": Address("/company/mentoring/methods/{method}/", post={"li": may(*HR), "ghost": {}}, form={"is_shown": "yes"}),
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
    "step_down_as_mentor": Address(
        "/mentoring/become/step-down/", post=all_alike(may("mentor")), form={"reason": "想专心做项目", "pairs": "go_on"}
    ),
    "stay_mentor": Address("/mentoring/become/stay/", post=all_alike(may("mentor"))),
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
    "matching_run": Address("/company/mentoring/matching/runs/{matching}/", {"li": to(*HR), "ghost": {}}),
    "call_off_matching": Address("/company/mentoring/matching/runs/{matching}/off/", post={"li": may(*HR), "ghost": {}}),
    "adjust_matching": Address(
        "/company/mentoring/matching/adjust/",
        post=all_alike(may(*HR)),
        form={"version": "2", "mentee": "{waits}", "mentor": "BL0004", "act": "bar"},
    ),
    "try_capacity": Address(
        "/company/mentoring/matching/capacity/", post=all_alike(may(*HR)), form={"mentor": "BL0003", "capacity": "2"}
    ),
    "publish_matching": Address("/company/mentoring/matching/publish/", post=all_alike(may(*HR)), form={"version": "2"}),
    "mentoring_waiting": Address(
        "/company/mentoring/matching/waiting/", all_alike(to(*HR)), all_alike(may(*HR)), {"numbers": "BL0005", "framework": "transferred"}
    ),
    "withdraw_wish": Address("/company/mentoring/matching/waiting/{wish}/withdraw/", post={"li": may(*HR), "ghost": {}}),
    "take_back_asking_of": Address("/company/mentoring/matching/waiting/{wish}/back/", post={"li": may(*HR), "ghost": {}}),
}
