"""The containers, read closely: they start what `make company` starts, with settings that exist, from files that are there."""

import json
import re
from pathlib import Path

import pytest

from bole.cli.program import reader
from bole.config.environment import Environment, described

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMMANDS = [json.loads(one) for one in re.findall(r"^(?:    command: |CMD )(\[.+\])$", COMPOSE + DOCKERFILE, re.MULTILINE)]
# What each runs.
SERVICES = {"door-1": "serve --door-only", "door-2": "serve --door-only", "worker-1": "worker", "worker-2": "worker", "migrate": "migrate"}


def command_of(service: str) -> str:
    """Return what a service runs; one that takes all from another runs what that runs."""
    text = re.search(rf"^  {service}:.*\n((?:    .+\n)+)", COMPOSE, re.MULTILINE)
    assert text is not None
    told = re.search(r"command: (\[.+\])", text[1])
    return " ".join(json.loads(told[1])) if told else command_of(f"{service[:-1]}1")


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_each_command_is_one_of_ours(words):
    assert reader().parse_args(words).run


@pytest.mark.parametrize("service", SERVICES)
def test_each_service_runs_what_the_company_on_one_machine_runs(service):
    company = (ROOT / "scripts" / "company.py").read_text(encoding="utf-8")

    assert command_of(service) == SERVICES[service]
    assert all(f'"{word}"' in company for word in SERVICES[service].split())


def test_there_are_no_other_services():
    named = re.findall(r"^  ([\w-]+):", COMPOSE.split("\nservices:\n")[1].split("\nvolumes:\n")[0], re.MULTILINE)

    assert sorted(named) == sorted([*SERVICES, "database"])


def test_each_setting_exists():
    # The password fills the address of the database; it is compose's own.
    told = set(re.findall(r"^ +(BOLE_\w+):|ENV (BOLE_\w+)=", COMPOSE + DOCKERFILE, re.MULTILINE))

    assert {one for pair in told for one in pair if one} <= {name for name, _, _ in described()}


def test_each_file_that_is_copied_is_there():
    copied = [word for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()]

    assert len(copied) > 5
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_door_answers_the_question_whether_it_is_well():
    asked = re.search(r"http://([\w.]+):8000/healthz", DOCKERFILE)

    assert asked is not None
    assert asked[1] in Environment.read({"BOLE_HOST": "0.0.0.0", "BOLE_ADDRESS": "https://hr.example.com"}).hosts
