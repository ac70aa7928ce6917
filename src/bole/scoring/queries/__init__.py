"""Reads of scores, for a viewer."""

from bole.scoring.queries.company import Standing, standings
from bole.scoring.queries.confirmation import CountedBy, counted_by
from bole.scoring.queries.gates import OWN_DAYS, closed_among, closed_to_others, has_scores, is_kept_to_self, newcomers
from bole.scoring.queries.mine import MyScore, insist_on_score, my_score, my_sheet
from bole.scoring.queries.models_in_force import ModelInForce, model_for, rules_by_family
from bole.scoring.queries.own import own_scores
from bole.scoring.queries.sheets import LateNote, ModelNote, PeriodRow, Sheet, headlines
from bole.scoring.queries.support import SupportRow, open_support, support_of
from bole.scoring.queries.weeks import Change, Line, Week, changes_of, last_sunday, lines_of
from bole.scoring.queries.years import YearRow, last_rated_year, ratings_for, year_results
from bole.scoring.topics import score_topic, support_topic

__all__ = [
    "OWN_DAYS",
    "Change",
    "CountedBy",
    "LateNote",
    "Line",
    "ModelInForce",
    "ModelNote",
    "MyScore",
    "PeriodRow",
    "Sheet",
    "Standing",
    "SupportRow",
    "Week",
    "YearRow",
    "changes_of",
    "closed_among",
    "closed_to_others",
    "counted_by",
    "has_scores",
    "headlines",
    "insist_on_score",
    "is_kept_to_self",
    "last_rated_year",
    "last_sunday",
    "lines_of",
    "model_for",
    "my_score",
    "my_sheet",
    "newcomers",
    "open_support",
    "own_scores",
    "ratings_for",
    "rules_by_family",
    "score_topic",
    "standings",
    "support_of",
    "support_topic",
    "year_results",
]
