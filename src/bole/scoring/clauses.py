"""What can be asked of ratings: excellent so many years running, a score of at least so much of 5 in the last years."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.growth.requirements import Clause, Evidence, Finding, Value, Values, offer_clause
from bole.kit.ui.words import points
from bole.people.queries import employments_on
from bole.scoring.queries.years import YearRow, last_rated_year, year_results
from bole.scoring.rules.ratings import of_hundred
from bole.scoring.rules.ratings_running import (
    Gap,
    Looked,
    Mark,
    excellent_run,
    is_excellent_throughout,
    look_back,
    reaches_each,
    reaches_mean,
    reaching_run,
    years_looked_at,
)

EXCELLENT, SCORE = "scoring.excellent_running", "scoring.score_at_least"
# A year of work, to compare with an hour's exam: no shortest way leads over years if another does not.
MINUTES_A_YEAR = 250 * 480
OWN_RATINGS = "/performance/#ratings"

Rows = Mapping[int, YearRow]
Says = Callable[[YearRow], str]


def offer_rating_clauses() -> None:
    """Offer both clauses."""
    group = gettext_lazy("Ratings")
    years = Value(name="years", kind="whole", least=1, most=10, default=3, label=gettext_lazy("Years"))
    gap = Value(name="gap", kind="choice", default="breaks", label=gettext_lazy("A year without a rating"), options=gap_choices)
    how = Value(name="how", kind="choice", default="each", label=gettext_lazy("Counted"), options=how_choices)
    score = Value(name="score", kind="score", least=0, most=500, default=450, label=gettext_lazy("Score of 5"))
    excellent = Clause(
        code=EXCELLENT, name=gettext_lazy("Excellent several years running"), check=check_excellent, words=excellent_words,
        values=(years, gap), group=group,
    )  # fmt: skip
    scored = Clause(
        code=SCORE, name=gettext_lazy("A score in the last years"), check=check_score, words=score_words,
        values=(score, years, how, gap), group=group,
    )  # fmt: skip
    offer_clause(excellent)
    offer_clause(scored)


def gap_choices() -> tuple[tuple[str, object], ...]:
    """Return what a year without a rating may do."""
    return (("breaks", _("breaks the run")), ("skipped", _("is not counted and breaks nothing")))


def how_choices() -> tuple[tuple[str, object], ...]:
    """Return how years are counted together."""
    return (("each", _("each year")), ("mean", _("the mean of the years")))


def excellent_words(values: Values) -> str:
    """Say what is asked."""
    years = int(values["years"])
    return ngettext("Excellent %(n)s year running", "Excellent %(n)s years running", years) % {"n": years}


def score_words(values: Values) -> str:
    """Say what is asked."""
    said = {"min": points(int(values["score"]), _digits(int(values["score"]))), "n": values["years"]}
    if values["how"] == "mean":
        return _("Mean score of at least %(min)s of 5 in the last %(n)s years") % said
    return _("Score of at least %(min)s of 5 in each of the last %(n)s years") % said


def _digits(hundredths: int) -> int:
    return 2 if hundredths % 10 else 1


def check_excellent(person_ids: Collection[int], values: Values, day: date) -> dict[int, Finding]:
    """Judge whether the last years were excellent (five queries)."""
    last, gap = last_rated_year(day), _gap(values)
    found = year_results(person_ids, years_looked_at(last))
    joined = {person: row.joined_on for person, row in employments_on(person_ids, day).items()}
    judged = {}
    for person in person_ids:
        rows = found.get(person, {})
        looked = look_back(_marks(rows), last=last, years=int(values["years"]), gap=gap)
        is_met = is_excellent_throughout(looked)
        still = int(values["years"]) - excellent_run(looked)
        evidence = _evidence(looked, rows, gap, joined.get(person), _level_said)
        judged[person] = _finding(evidence, is_met=is_met, still=still, left=_more_excellent(still, last))
    return judged


def check_score(person_ids: Collection[int], values: Values, day: date) -> dict[int, Finding]:
    """Judge the scores of the last years (five queries)."""
    last, gap, least = last_rated_year(day), _gap(values), of_hundred(int(values["score"]))
    found = year_results(person_ids, years_looked_at(last))
    joined = {person: row.joined_on for person, row in employments_on(person_ids, day).items()}
    test = reaches_mean if values["how"] == "mean" else reaches_each
    judged = {}
    for person in person_ids:
        rows = found.get(person, {})
        marks = {year: mark for year, mark in _marks(rows).items() if mark.score is not None}
        looked = look_back(marks, last=last, years=int(values["years"]), gap=gap)
        still = int(values["years"]) - reaching_run(looked, least=least)
        evidence = _evidence(looked, rows, gap, joined.get(person), _score_said)
        judged[person] = _finding(evidence, is_met=test(looked, least=least), still=max(still, 1), left=_more_scored(values, still, last))
    return judged


def _gap(values: Values) -> Gap:
    return "skipped" if values["gap"] == "skipped" else "breaks"


def _marks(rows: Rows) -> dict[int, Mark]:
    return {year: Mark(year, row.score, row.is_excellent) for year, row in rows.items() if row.is_rated}


def _finding(evidence: tuple[Evidence, ...], *, is_met: bool, still: int, left: str) -> Finding:
    if is_met:
        return Finding(is_met=True, evidence=evidence, address=OWN_RATINGS)
    effort = ngettext("%(n)s year", "%(n)s years", still) % {"n": still}
    return Finding(is_met=False, evidence=evidence, left=left, minutes=MINUTES_A_YEAR * still, effort=effort, address=OWN_RATINGS)


def _more_excellent(still: int, last: int) -> str:
    words = ngettext("an excellent rating of %(first)s", "excellent ratings from %(first)s to %(last)s", still)
    return words % {"first": last + 1, "last": last + still}


def _more_scored(values: Values, still: int, last: int) -> str:
    score, still = int(values["score"]), max(still, 1)
    words = ngettext("a score of at least %(min)s of 5 for %(first)s", "scores of at least %(min)s of 5 from %(first)s to %(last)s", still)
    return words % {"min": points(score, _digits(score)), "first": last + 1, "last": last + still}


def _evidence(looked: Looked, rows: Rows, gap: Gap, joined_on: date | None, says: Says) -> tuple[Evidence, ...]:
    """Return the rated years in a line, the earliest first, and a sentence for each year without a rating."""
    said = [says(rows[mark.year]) for mark in reversed(looked.marks)]
    line = [Evidence(words=_(", ").join(said), address=OWN_RATINGS)] if said else []
    return (*line, *(Evidence(words=_missing(year, rows.get(year), gap, joined_on)) for year in sorted(looked.missing)))


def _level_said(row: YearRow) -> str:
    return _given(_("%(year)s: %(level)s") % {"year": row.year, "level": row.level}, row)


def _score_said(row: YearRow) -> str:
    return _given(_("%(year)s: %(score)s of 5") % {"year": row.year, "score": points(row.score_of_5, 2)}, row)


def _given(words: str, row: YearRow) -> str:
    """Mark what was imported, with who verified it."""
    if row.source != "import":
        return words
    return _("%(words)s (imported, verified by %(name)s)") % {"words": words, "name": row.verified_by}


def _missing(year: int, row: YearRow | None, gap: Gap, joined_on: date | None) -> str:
    """Say that a year has no rating, why, and what that does."""
    effect = _("breaks the run") if gap == "breaks" else _("is not counted and breaks nothing")
    return _("No result for %(year)s (%(why)s); by the rule it %(effect)s.") % {
        "year": year, "why": _why(year, row, joined_on), "effect": effect,
    }  # fmt: skip


def _why(year: int, row: YearRow | None, joined_on: date | None) -> str:
    if row is not None and row.is_rated:
        return _("only a level was given, no score")
    if row is not None:
        return _("too few working days")
    if joined_on is not None and joined_on.year > year:
        return _("joined later")
    return _("nothing is on record")
