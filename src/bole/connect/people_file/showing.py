"""A plan in words, in both languages, as it is kept until the file is taken."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any, TypeVar

from django.utils import translation
from django.utils.translation import gettext

from bole.connect.people_file.headings import BY_CODE
from bole.connect.people_file.plan import Created, FieldChange, PersonPlan, Plan, Problem
from bole.connect.people_file.words import NAMES
from bole.kit.middleware import words_of
from bole.values.refusal import say

LANGUAGES = ("zh-hans", "en")
MOST_SHOWN = 500
T = TypeVar("T")
KINDS = {
    "regular": say("regular staff"),
    "probation": say("on probation"),
    "intern": say("intern"),
    "dispatched": say("dispatched by an agency"),
    "outsourced": say("outsourced"),
    "rehired": say("hired again"),
    "foreign": say("foreign staff"),
}


def found_of(plan: Plan) -> dict[str, Any]:
    """Return what a page shows of the plan, as JSON: at most 500 lines of each kind, and how many there are."""
    changing = [one for one in plan.people if one.what != "unchanged"]
    changing.sort(key=lambda one: (one.what == "new", one.row))
    return {
        "counts": plan.counts,
        "bad_rows": plan.bad_rows,
        "problem_count": len(plan.problems),
        "problems": [_problem(one) for one in _some(plan.problems)],
        "change_count": len(changing),
        "changes": [_person(one) for one in _some(changing)],
        "absent_count": len(plan.absent),
        "absent": [asdict(one) for one in _some(plan.absent)],
        "created": [_created(one) for one in plan.created],
        "headings": list(plan.mapping.headings),
        "examples": [next((row.cells[n] for row in plan.table.rows if row.cells[n]), "")[:60] for n in range(len(plan.mapping.headings))],
        "changes_anything": plan.changes_anything,
    }


def _some(things: Iterable[T]) -> Iterator[T]:
    return islice(things, MOST_SHOWN)


def _both(words: Callable[[], str]) -> dict[str, str]:
    """Return the words in every language."""
    said = {}
    for language in LANGUAGES:
        with translation.override(language):
            said[language] = words()
    return said


def _problem(one: Problem) -> dict[str, Any]:
    words = _both(lambda: " ".join(words_of(one.refused)).strip())
    return {"row": one.row, "column": one.column, "code": one.code, "words": words}


def _created(one: Created) -> dict[str, Any]:
    return {"name": one.name, "thing": _both(lambda: gettext(NAMES[one.thing]))}


def _person(one: PersonPlan) -> dict[str, Any]:
    changes = [_change(change) for change in one.changes]
    return {"row": one.row, "number": one.number, "name": one.name, "what": one.what, "changes": changes}


def _change(one: FieldChange) -> dict[str, Any]:
    def words(text: str) -> str:
        return gettext(KINDS[text]) if one.field == "kind" and text in KINDS else text

    return {
        "field": _both(lambda: gettext(BY_CODE[one.field].name)),
        "before": _both(lambda: words(one.before)),
        "after": _both(lambda: words(one.after)),
    }
