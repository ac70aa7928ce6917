"""Each measure that facts can have is one that scores know, and its page says how a score says it."""

from pathlib import Path

import pytest

from bole.scoring.rules.measures import MEASURES
from bole.work.rules.measures import MEASURES as OF_WORK

PAGE = Path(__file__).resolve().parents[3] / "docs" / "domain" / "measures.md"


def test_scores_know_every_measure_of_work_and_no_other():
    assert set(MEASURES) == set(OF_WORK)


@pytest.mark.parametrize("code", sorted(MEASURES))
def test_the_page_says_it_as_a_score_does(code):
    measure = MEASURES[code]

    assert f"| `{code}` | {measure.zh} | {measure.en} |" in PAGE.read_text(encoding="utf-8")
