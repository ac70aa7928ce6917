"""The program as somebody at a terminal meets it."""

import json
import subprocess
import sys

import pytest

from bole.cli.answers import in_words
from bole.cli.program import COMMANDS, main
from bole.values.refusal import Stale

EXPECTED = {"demo", "serve", "worker", "migrate", "import", "export", "score", "account", "token", "check"}


def test_knows_the_commands_that_the_readme_promises():
    assert {command.name for command in COMMANDS} == EXPECTED


def test_is_also_a_module():
    said = subprocess.run([sys.executable, "-m", "bole", "--help"], capture_output=True, text=True, check=True).stdout

    assert said.startswith("usage: bole ")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])

    assert ended.value.code == 0
    assert command.words[1:] in " ".join(capsys.readouterr().out.split())


def test_an_unknown_setting_value_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setenv("BOLE_PORT", "eighty")

    assert main(["serve"]) == 2
    assert capsys.readouterr().err == "BOLE_PORT is “eighty”; write a number such as 8000.\n"


def test_a_refusal_is_filled_with_its_facts():
    said = in_words(Stale(name="Lin Xi", time="10:20", where="title"))

    assert said["code"] == "changed_meanwhile"
    assert said["message"].startswith("Lin Xi changed this too at 10:20.")
    assert said["where"] == "title"


@pytest.mark.django_db
def test_a_refusal_is_json_where_a_program_reads(capsys):
    code = main(["token", "end", "nobody", "--json"])

    assert code == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "not_found"
