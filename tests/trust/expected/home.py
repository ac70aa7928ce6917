"""The home, one's own score, the team, the directory, the company."""

from tests.trust.expected.who import (
    EVERYBODY,
    LEADERS,
    NOBODY,
    OF_LI,
    OF_OUTSIDE,
    PERSONAS,
    READS_COMPANY,
    SCORE,
    SCORED,
    SIGNED_IN,
    Address,
    all_alike,
    may,
    to,
)

# fmt: off
HOME = {
    "start": Address("/", all_alike(EVERYBODY)),
    "start_part": Address("/home/part/{part}/", {"li": EVERYBODY, "ghost": NOBODY}),
    # How somebody wants their own home: everybody with an account, their own alone.
    "arrange_home": Address("/home/arrange/", all_alike(EVERYBODY)),
    "forget_layout": Address("/home/arrange/forget/", post=all_alike(may(*SIGNED_IN))),
    "lay_out_card": Address("/home/cards/{card}/pin/", post={"li": may(*SIGNED_IN), "ghost": {}}),
    "me": Address("/me/", all_alike(EVERYBODY)),
    "guide": Address("/guide/", all_alike(EVERYBODY)),
    "first_page_again": Address("/first-page/", all_alike(EVERYBODY)),
    "first_page": Address("/me/first-page/", post=all_alike(may(*SIGNED_IN))),
    "manifest": Address("/manifest.webmanifest", all_alike(to(*PERSONAS)), kind="public"),
    # One's own score, line 7.
    "performance": Address("/performance/", all_alike(to(*SCORED))),
    "own_ratings": Address("/performance/ratings/", all_alike(to(*SCORED))),
    "performance_part": Address("/performance/part/{part}/", {"li": to(*SCORED), "ghost": NOBODY}),
    "lineage": Address("/performance/{indicator}/", {"li": to(*SCORED), "ghost": NOBODY}),
    "lineage_part": Address("/performance/{indicator}/part/", {"li": to(*SCORED), "ghost": NOBODY}),
    # Questioning a record, line 6: of one's own alone.
    "doubt": Address(
        "/performance/{indicator}/doubt/",
        post={"li": may("self"), "ghost": may("self")},
        form={"connection": "{connection}", "record": "{record}", "words": "不对"},
    ),
    # The week's commits: read as the score, questioned as its records.
    "commits": Address("/performance/work/commits/", all_alike(to(*SCORED))),
    "commits_part": Address("/performance/work/commits/part/", all_alike(to(*SCORED))),
    "doubt_commits": Address(
        "/performance/work/commits/doubt/",
        post=all_alike(may("self")),
        form={"connection": "{connection}", "record": "{record}", "words": "不对"},
    ),
    "ask_for_support": Address("/performance/support/ask/", post=all_alike(may(*SIGNED_IN)), form={"words": "需要帮忙"}),
    "withdraw_support": Address("/performance/support/{support}/withdraw/", post={"li": may("self"), "outside": {}, "ghost": {}}),
    # A manager's team.
    "team": Address("/team/", all_alike(to(*LEADERS))),
    "team_part": Address("/team/part/{part}/", {"li": to(*LEADERS), "ghost": NOBODY}),
    "team_csv": Address("/team/export.csv", all_alike(to(*LEADERS))),
    # The manager answers; the person and HR that looks after them read it.
    "answer_support": Address(
        "/team/support/{support}/",
        form={"answer": "好"},
        post={"li": may("manager", sees=("self", *OF_LI)), "outside": may(sees=OF_OUTSIDE), "ghost": {}},
    ),
    # The directory, line 1; the score of somebody else, line 7.
    "people": Address("/people/", all_alike(EVERYBODY)),
    "search": Address("/search/", all_alike(EVERYBODY)),
    "person": Address("/people/{person}/", {"own": EVERYBODY, "li": EVERYBODY, "outside": EVERYBODY, "ghost": {}}),
    "score": Address("/people/{person}/score/", SCORE),
    "score_part": Address("/people/{person}/score/part/score/", SCORE),
    "score_lineage": Address("/people/{person}/score/task_completion/", SCORE),
    "score_lineage_part": Address("/people/{person}/score/task_completion/part/", SCORE),
    "score_commits": Address("/people/{person}/score/work/commits/", SCORE),
    "score_commits_part": Address("/people/{person}/score/work/commits/part/", SCORE),
    # The company, line 19: figures and who stands behind them for HR and auditor; a file of scores for HR admin, of own units for partners.
    "company": Address("/company/", all_alike(to(*READS_COMPANY))),
    "company_scores": Address("/company/scores/", all_alike(to(*READS_COMPANY))),
    "company_csv": Address("/company/scores.csv", all_alike(to("partner", "other_partner", "hr_admin"))),
}
