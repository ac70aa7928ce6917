"""Tokens from the terminal: shown once, listed without their text, ended at once."""

import json

import pytest

from bole.accounts.queries import token_for, tokens
from bole.cli.program import main
from bole.kit.clock import now
from tests.factories import make_connection

pytestmark = pytest.mark.django_db


def make(capsys, *more: str) -> dict[str, str]:
    assert main(["token", "make", "Build server", "--scope", "dir.read", "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_token_opens_the_door_until_it_is_ended(capsys):
    made = make(capsys)
    was_alive = token_for(made["token"], address="127.0.0.1", at=now()) is not None

    assert main(["token", "end", made["ref"]]) == 0

    assert was_alive
    assert token_for(made["token"], address="127.0.0.1", at=now()) is None


def test_a_list_never_shows_the_text(capsys):
    made = make(capsys)

    assert main(["token", "list", "--json"]) == 0

    said = capsys.readouterr().out
    assert made["token"] not in said
    assert [row["ref"] for row in json.loads(said)] == [made["ref"]]


def test_an_unknown_scope_names_those_that_exist(capsys):
    code = main(["token", "make", "X", "--scope", "everything"])

    assert code == 1
    assert "There is no scope “everything”. Choose from: facts.write, dir.read" in capsys.readouterr().err


@pytest.mark.parametrize("more", [(), ("--connection", "nope")])
def test_a_token_that_sends_needs_a_connection_that_is_there(capsys, more):
    code = main(["token", "make", "X", "--scope", "facts.write", *more])

    assert code == 1
    assert "facts.write needs the connection that it sends for" in capsys.readouterr().err
    assert tokens() == []


def test_a_token_sends_for_its_connection(capsys):
    link = make_connection()

    assert main(["token", "make", "X", "--scope", "facts.write", "--connection", link.ref]) == 0
    assert [one.connection_ref for one in tokens()] == [link.ref]
