"""The program as somebody at a terminal meets it."""

import json
import os
import subprocess
import sys

import pytest

from bole.cli.answers import in_words
from bole.cli.check import of_the_environment
from bole.cli.program import COMMANDS, main
from bole.config.environment import Environment
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


@pytest.mark.django_db
def test_a_refusal_names_a_period_as_it_is_typed(capsys):
    assert main(["score", "close", "2199-11"]) == 1
    assert capsys.readouterr().err.startswith("2199-11 runs until 2199-11-30.")


@pytest.mark.django_db
def test_what_is_not_there_is_no_page_at_a_terminal(capsys):
    assert main(["token", "end", "nobody"]) == 1
    assert capsys.readouterr().err == "Nothing is found under this name.\n"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("BOLE_PORT", "99999", "BOLE_PORT is “99999”; write a number such as 8000."),
        ("BOLE_ZONE", "Mars/One", "BOLE_ZONE is “Mars/One”; write a time zone such as Asia/Shanghai."),
        ("BOLE_DOOR_THREADS", "x", "BOLE_DOOR_THREADS is “x”; write a number such as 8."),
        ("BOLE_PROT", "8000", "There is no BOLE_PROT; did you mean BOLE_PORT?"),
    ],
)
def test_a_setting_that_cannot_be_is_named_before_anything_starts(monkeypatch, capsys, name, value, sentence):
    monkeypatch.setenv(name, value)

    assert main(["check"]) == 2
    assert capsys.readouterr().err == f"{sentence}\n"


def test_a_mapping_that_cannot_be_read_is_named(tmp_path, capsys):
    broken = tmp_path / "mapping.json"
    broken.write_text("[")

    with pytest.raises(SystemExit):
        main(["import", "people", "people.csv", "--mapping", str(broken)])

    assert f"{broken} cannot be read" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_folder_is_no_people_file(tmp_path, capsys):
    assert main(["import", "people", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path}: Is a directory.\n"


def test_a_database_without_tables_is_said_with_the_way_out(tmp_path):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    asked = [sys.executable, "-m", "bole", "score", "waiting"]

    done = subprocess.run(asked, env=clean | {"BOLE_DATA": str(tmp_path)}, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "`bole migrate` makes its tables" in done.stderr


def test_a_fault_of_the_machine_is_json_where_a_program_reads(tmp_path):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    asked = [sys.executable, "-m", "bole", "token", "list", "--json"]

    done = subprocess.run(asked, env=clean | {"BOLE_DATA": str(tmp_path)}, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["error"]["code"] == "database"


def test_the_embedded_database_is_its_owners_alone(tmp_path):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    begin = "from bole.cli.command import make_ready; make_ready(); from bole.cli.migrate import open_steps; open_steps()"

    subprocess.run([sys.executable, "-c", begin], env=clean | {"BOLE_DATA": str(tmp_path)}, umask=0o022, check=True)

    kept = {path.name: oct(path.stat().st_mode & 0o777) for path in tmp_path.glob("bole.sqlite3*")}
    assert set(kept.values()) == {"0o600"}


def test_a_database_that_others_can_read_is_not_sound(tmp_path):
    database = tmp_path / "bole.sqlite3"
    database.write_bytes(b"")
    database.chmod(0o644)

    found = {one.what: one for one in of_the_environment(Environment(data=str(tmp_path)))}

    assert not found["files"].is_well
    assert f"chmod -R go= {database}" in found["files"].words


def test_a_key_file_that_others_can_read_is_not_sound(tmp_path):
    key = tmp_path / "kek"
    key.write_text("x")
    key.chmod(0o644)

    found = {one.what: one for one in of_the_environment(Environment(data=str(tmp_path), key_file=str(key)))}

    assert not found["keys"].is_well
    assert f"chmod -R go= {key}" in found["keys"].words
