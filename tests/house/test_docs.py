"""Documents that could go stale: each setting, command, room, floor, route, scope, permission, job and refusal stands where it should."""

import argparse
import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.urls import resolve

from bole.access.rules import COMPANY, TABLE
from bole.accounts.actions import SCOPES
from bole.cli.program import reader
from bole.config.environment import described
from bole.values.refusal import Refused
from tests.house.tree import ROOT, SOURCE, imported, modules, rooms

DECISION = re.compile(r"# (\d+) .+\n\n\*\*Context\.\*\* [^\0]+\n\n\*\*Decision\.\*\* [^\0]+\n\n\*\*Consequences\.\*\* [^\0]+")
# What a program meets that talks to the API: what bodies, tokens, keys and parameters are refused for.
MET_BY_PROGRAMS = (
    "bole.config.api", "bole.connect.sending", "bole.connect.signing", "bole.kit.idempotency", "bole.kit.strict_json", "bole.values.period",
    "bole.values.refusal", "bole.work.queries.facts", "bole.work.rules.refusals",
)  # fmt: skip
# Answers to forms, and the class that others are made of.
MET_BY_PEOPLE = {"refused", "invalid", "changed_meanwhile"}


def text_of(name: str) -> str:
    """Return a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def commands() -> Iterator[str]:
    """Yield each command with its second word, as it is typed."""
    for name, one in _choices(reader()).items():
        more = _choices(one)
        yield from (f"bole {name} {word}" for word in more) if more else (f"bole {name}",)


def _choices(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    found = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(found[0].choices) if found else {}


def jobs() -> list[str]:
    """Return the names of the jobs of the only timetable."""
    tree = ast.parse((SOURCE / "config" / "timetable.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Job"]
    return [node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)]


def routes() -> list[str]:
    """Return each route of the API as “METHOD address”."""
    from bole.config.api import api

    paths = api.get_openapi_schema()["paths"]
    return sorted(f"{method.upper()} {path}" for path, methods in paths.items() for method in methods)


def refusals(kind: type[Refused] = Refused) -> Iterator[type[Refused]]:
    """Yield every class of refusal that programs meet."""
    for name in MET_BY_PROGRAMS:
        import_module(name)
    for one in kind.__subclasses__():
        if one.__module__ in MET_BY_PROGRAMS and one.code not in MET_BY_PEOPLE:
            yield one
        yield from refusals(one)


def table(page: str, heading: str) -> dict[str, dict[str, bool]]:
    """Return the table of permissions under a heading: row → column → yes."""
    lines = page.split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|") and "---" not in line]
    head, *rows = cells
    assert {cell for row in rows for cell in row[1:]} <= {"yes", "–"}
    return {row[0]: {name: cell == "yes" for name, cell in zip(head[1:], row[1:], strict=True)} for row in rows}


@pytest.mark.parametrize("name", [name for name, _, _ in described()])
def test_a_setting_stands_on_its_page(name):
    assert f"| `{name}` |" in text_of("docs/settings.md")


@pytest.mark.parametrize("command", list(commands()))
def test_a_command_stands_in_the_documents(command):
    assert f"`{command}`" in text_of("docs/README.md")


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_command(readme):
    assert [name for name in _choices(reader()) if f"`{name}`" not in text_of(readme)] == []


class TestTheArchitecture:
    def test_has_a_row_for_each_room_and_for_no_other(self):
        rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \|$", text_of("ARCHITECTURE.md"), re.MULTILINE)

        assert sorted(rows) == sorted(rooms())

    def test_has_the_floors_as_the_linter_has_them(self):
        layers = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
        floors = [name for layer in layers for name in re.findall(r"\w+", layer) if name in rooms()]

        drawn = text_of("ARCHITECTURE.md").split("## Floors")[1].split("```")[1].split()

        assert drawn == floors

    def test_draws_arrows_that_are_imports(self):
        arrows = set(re.findall(r"(\w+) --> (\w+)", text_of("ARCHITECTURE.md")))

        real = {(one.room, name.split(".")[1]) for one in modules() for name in imported(one.tree) if name.startswith("bole.")}

        assert arrows
        assert arrows - real == set()

    def test_names_every_file_of_its_walks(self):
        walks = text_of("ARCHITECTURE.md").split("## Three walks")[1]

        named = [name for name in re.findall(r"`([\w/]+\.py)`", walks) if name.split("/")[0] in rooms()]

        assert [name for name in named if not (SOURCE / name).exists()] == []

    @pytest.mark.parametrize("job", jobs())
    def test_lists_every_job(self, job):
        assert f"| {job} |" in text_of("ARCHITECTURE.md")


class TestTheApi:
    def test_has_a_section_for_each_route_and_for_no_other(self):
        told = re.findall(r"^### `(\w+ /api/v1/[^`]+)`$", text_of("docs/api.md"), re.MULTILINE)

        assert sorted(told) == routes()

    @pytest.mark.parametrize(
        "address",
        [
            "/healthz",
            "/readyz",
            "/metrics",
            "/team/export.csv",
            "/company/scores.csv",
            "/people-file/example.xlsx",
            "/manifest.webmanifest",
        ],
    )
    def test_names_addresses_that_are_there(self, address):
        assert f"`GET {address}`" in text_of("docs/api.md")
        assert resolve(address)

    @pytest.mark.parametrize("refusal", sorted(set(refusals()), key=lambda one: one.code), ids=lambda one: one.code)
    def test_tells_what_a_program_may_be_refused_for(self, refusal):
        assert f"`{refusal.code}`" in text_of("docs/api.md") + text_of("docs/connections/items-and-facts.md")

    @pytest.mark.parametrize("scope", SCOPES)
    def test_tells_what_a_scope_opens(self, scope):
        assert f"`{scope}`" in text_of("docs/api.md")
        assert f"| `{scope}` |" in text_of("docs/domain/access.md")


class TestThePermissions:
    def test_about_a_person_are_those_of_the_code(self):
        told = table(text_of("docs/domain/access.md"), "What is about a person")

        coded = {f"{what} · {verb}": set(who) for what, verbs in TABLE.items() for verb, who in verbs.items()}

        assert {row: {name for name, is_so in cells.items() if is_so} for row, cells in told.items()} == coded

    def test_of_the_company_are_those_of_the_code(self):
        told = table(text_of("docs/domain/access.md"), "What is the company's")

        coded = {f"{what} · {verb}": set(who) for what, verbs in COMPANY.items() for verb, who in verbs.items()}

        assert {row: {name for name, is_so in cells.items() if is_so} for row, cells in told.items()} == coded


class TestTheDecisions:
    def test_are_numbered_one_after_the_other(self):
        numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("0*.md"))]

        assert numbers == list(range(1, len(numbers) + 1))

    @pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("0*.md")), ids=lambda path: path.stem)
    def test_have_one_form_and_stand_in_the_list(self, path):
        form = DECISION.match(path.read_text(encoding="utf-8"))

        assert form is not None
        assert int(form[1]) == int(path.name[:4])
        assert f"]({path.name})" in text_of("docs/decisions/README.md")


def test_the_index_leads_to_every_page():
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md") if path.parent.name != "decisions"]

    assert [page for page in pages if page != "README.md" and f"]({page})" not in text_of("docs/README.md")] == []


def test_the_changelog_begins_with_this_version_and_its_day():
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]

    first = re.findall(r"^## (.+)$", text_of("CHANGELOG.md"), re.MULTILINE)[0]

    assert re.fullmatch(rf"{re.escape(version)} \(\d{{4}}-\d\d-\d\d\)", first)
