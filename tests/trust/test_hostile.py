"""T10 and T11: whatever text stands in an address, a question or a form, the answer is ours: never a fault, never a half change."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.trust.company import Firm
from tests.trust.sweeps import Verdicts, faults, in_addresses, in_forms, in_questions

pytestmark = pytest.mark.django_db

Note = Callable[[Verdicts], None]
SWEEPS = pytest.mark.parametrize("all_of_them", [pytest.param(False, id="some"), pytest.param(True, id="all", marks=pytest.mark.full)])


@pytest.fixture
def note(request: pytest.FixtureRequest) -> Note:
    """Say how many were asked; keep what was answered in the folder VERDICTS, if there is one, for whoever compares it."""

    def keep(verdicts: Verdicts) -> None:
        print(f"\nT11 {request.node.name}: requests={len(verdicts)} faults={len(faults(verdicts))}")
        if folder := os.environ.get("VERDICTS"):
            (Path(folder) / f"{request.node.name}.json").write_text(json.dumps(verdicts))

    return keep


@SWEEPS
def test_no_text_in_an_address_is_a_fault_of_ours(firm: Firm, note: Note, *, all_of_them: bool) -> None:
    verdicts = in_addresses(firm, all_of_them=all_of_them)

    note(verdicts)
    assert faults(verdicts) == {}


@SWEEPS
def test_no_text_in_a_question_is_a_fault_of_ours(firm: Firm, note: Note, *, all_of_them: bool) -> None:
    verdicts = in_questions(firm, all_of_them=all_of_them)

    note(verdicts)
    assert faults(verdicts) == {}


@SWEEPS
def test_no_text_in_a_form_is_a_fault_of_ours(firm: Firm, note: Note, *, all_of_them: bool) -> None:
    verdicts = in_forms(firm, all_of_them=all_of_them)

    note(verdicts)
    assert faults(verdicts) == {}
