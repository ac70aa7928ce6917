"""Growth: skills, courses, exams, certificates, the library, the first weeks, paths."""

from tests.trust.expected.who import HR, INSIDE, OF_LI, OF_OUTSIDE, PERSONAS, Address, all_alike, may, of_company, to

# fmt: off
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
    "library_drafts": Address("/company/growth/library/drafts/", all_alike(EDITS), all_alike(KEEPS), {"ref": "{item}"}),
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
