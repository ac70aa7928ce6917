"""Scoring from the terminal."""

import json

import pytest

from bole.cli.program import main

pytestmark = pytest.mark.django_db


def test_says_what_waits_and_what_is_closed(capsys):
    assert main(["score", "waiting", "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == {"waiting": 0, "closed": []}


def test_scores_nobody_where_there_is_nobody(capsys):
    assert main(["score", "again"]) == 0

    assert capsys.readouterr().out == "0 people due; 0 scores computed.\n"


def test_closes_a_period_that_is_over(capsys):
    assert main(["score", "close", "2020-01"]) == 0
    assert main(["score", "waiting", "--json"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("2020-01 is closed: the scores of 0 people are frozen.\n")
    assert '"2020-01"' in said


@pytest.mark.parametrize("period, code", [("soon", "unknown_period"), ("2999-01", "not_over_yet")])
def test_refuses_a_period_that_cannot_be_closed(period, code, capsys):
    assert main(["score", "close", period, "--json"]) == 1

    assert json.loads(capsys.readouterr().out)["error"]["code"] == code
