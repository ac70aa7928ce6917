"""Indicators, models, targets, closed periods; ratings of years."""

from tests.trust.expected.who import OF_LI, OF_OUTSIDE, READS_COMPANY, SEES_MODELS, Address, all_alike, may, of_company, to

# fmt: off
# Whoever sees all models may not edit any, whether it is there or not.
EDITS_MODEL = {"li": to("hr_admin", **dict.fromkeys(SEES_MODELS, 403)), "ghost": dict.fromkeys(SEES_MODELS, 403)}
CHANGES_MODEL = {"li": may("hr_admin", sees=SEES_MODELS), "ghost": dict.fromkeys(SEES_MODELS, 403)}
SCORING = {
    # Models, indicators, targets, line 11: HR admin changes them, HR and auditor read them.
    "indicators": Address("/company/indicators/", all_alike(to(*READS_COMPANY))),
    "new_indicator": Address(
        "/company/indicators/new/",
        all_alike(to("hr_admin", **dict.fromkeys(SEES_MODELS, 403))),
        all_alike(may("hr_admin", sees=SEES_MODELS)),
    ),
    "indicator": Address("/company/indicators/{indicator}/", of_company(to(*READS_COMPANY)), of_company(may("hr_admin", sees=SEES_MODELS))),
    "models": Address("/company/models/", all_alike(to(*READS_COMPANY))),
    "new_model": Address(
        "/company/models/new/",
        all_alike(to("hr_admin", **dict.fromkeys(SEES_MODELS, 403))),
        all_alike(may("hr_admin", sees=SEES_MODELS)),
        {"template": "sales", "zh": "甲", "en": "A"},
    ),
    "model": Address("/company/models/{model}/", of_company(to(*READS_COMPANY))),
    "draft": Address("/company/models/{model}/draft/", EDITS_MODEL, CHANGES_MODEL),
    "publish_version": Address(
        "/company/models/{model}/publish/", EDITS_MODEL, CHANGES_MODEL, {"version": "1", "first_day": "2026-12-01", "note": ""}
    ),
    "trial": Address("/company/models/{model}/trial/", EDITS_MODEL),
    "use_model": Address(
        "/company/models/{model}/use/",
        post=of_company(may("hr_admin", sees=SEES_MODELS)),
        form={"families": "programmer", "first_day": "2026-12-01"},
    ),
    "targets": Address("/company/targets/", all_alike(to(*READS_COMPANY))),
    "new_target": Address(
        "/company/targets/new/",
        all_alike(to("hr_admin", **dict.fromkeys(SEES_MODELS, 403))),
        all_alike(may("hr_admin", sees=SEES_MODELS)),
        {"indicator": "task_completion", "scope": "company", "value": "90", "first_day": "2026-12-01", "why": "新目标"},
    ),
    # Closed periods: HR admin closes, proposes and decides; HR and auditor read, each of whom they look after.
    "closings": Address("/company/closings/", all_alike(to(*READS_COMPANY))),
    "closing": Address("/company/closings/{period}/", of_company(to(*READS_COMPANY))),
    "close_period": Address("/company/closings/{period}/close/", post=all_alike(may("hr_admin", sees=SEES_MODELS), "li", "ghost")),
    "closing_of_person": Address(
        "/company/closings/2026-10/{person}/", {"li": to(*OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}}
    ),
    "propose_reopening": Address(
        "/company/closings/2026-10/{person}/propose/",
        form={"reason": "有新的记录"},
        post={
            "li": may("hr_admin", sees=("partner", "hr", "auditor")),
            "outside": may("hr_admin", sees=("other_partner", "hr", "auditor")),
            "ghost": {},
        },
    ),
    "decide_reopening": Address(
        "/company/reopenings/{reopening}/",
        form={"decision": "decline"},
        post={
            "li": may("hr_admin", sees=("partner", "hr", "auditor")),
            "outside": may("hr_admin", sees=("other_partner", "hr", "auditor")),
            "ghost": {},
        },
    ),
}

# Ratings of years, lines 8b and 8c: HR admin closes and proposes, another one decides; HR and auditor read those whom they look after.
DECIDES_RATING = {
    "li": may("hr_admin", sees=("partner", "hr", "auditor")),
    "outside": may("hr_admin", sees=("other_partner", "hr", "auditor")),
    "ghost": {},
}
CHANGES_YEAR = {"li": may("hr_admin", sees=SEES_MODELS), "ghost": dict.fromkeys(SEES_MODELS, 403)}
YEARS = {
    "rating_years": Address("/company/years/", all_alike(to(*READS_COMPANY))),
    "rating_year": Address("/company/years/{year}/", of_company(to(*READS_COMPANY))),
    "close_year": Address("/company/years/{year}/close/", post=CHANGES_YEAR),
    "rating_scale": Address(
        "/company/years/{year}/scale/",
        post=CHANGES_YEAR,
        form={"band_S": "4.5", "band_A": "4", "band_B": "3.5", "band_C": "3", "excellent": "S", "version": "0"},
    ),
    # A file of earlier ratings or of earlier mentoring is an import, line 20.
    "ratings_file": Address("/company/years/file/", all_alike(to("hr_admin", "auditor")), all_alike(may("hr_admin", sees=("auditor",)))),
    "take_ratings": Address("/company/years/take/", post=all_alike(may("hr_admin", sees=("auditor",)))),
    "rating_of_person": Address(
        "/company/years/2024/{person}/", {"li": to(*OF_LI, "auditor"), "outside": to(*OF_OUTSIDE, "auditor"), "ghost": {}}
    ),
    "propose_year_correction": Address(
        "/company/years/2024/{person}/propose/", post=DECIDES_RATING, form={"level": "A", "score": "", "reason": "漏了"}
    ),
    "decide_year_correction": Address("/company/year-corrections/{correction}/", post=DECIDES_RATING, form={"decision": "decline"}),
}
