"""Rooms of one shape: plain names, one docstring, thin edges, one clock, doors that are used as doors."""

import ast

import pytest

from tests.house.tree import Module, imported, modules, rooms

BANNED_NAMES = {"utils", "helpers", "misc", "common", "core", "base", "manager", "managers", "handlers", "processors"}

# Everybody may use these whole: they hold no room's own business.
OPEN_FLOORS = {"values", "kit"}
# What a room shows to other rooms. `rules` are values and arithmetic, `refusals` are what its actions may answer, `registry` is where rooms
# above fill in what a low room needs, `words` what other rooms call its things too.
DOORS = {"models", "queries", "actions", "events", "permissions", "rules", "refusals", "registry", "words"}
# What some rooms show beside that: the vault its sealed fields and derived keys, access the relations that rooms above register,
# connect its files in and out, signals where rooms above handle an alert, growth what may be asked of somebody and the form that puts
# it together, the sandbox its dial, which turns without a database.
OTHER_DOORS = {
    ("vault", "fields"),
    ("vault", "sealing"),
    ("vault", "keys"),
    ("vault", "files"),
    ("access", "relations"),
    ("cli", "program"),
    ("connect", "people_file"),
    ("connect", "exporting"),
    ("signals", "handling"),
    ("notices", "kinds"),
    ("growth", "requirements"),
    ("growth", "recommendables"),
    ("growth", "drafts"),
    ("sandbox", "dial"),
}
# Who may use more: the sandbox tells each room's demo, config puts rooms in their place.
MORE_DOORS = {
    "sandbox": {"demo"},
    "config": {"demo", "urls", "api", "jobs", "reactions", "views", "middleware", "apps"},
    "cli": {"depth", "environment", "jobs", "timetable"},
}

# Moments and days come from kit/clock.py; a rule gets them as arguments.
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("timezone", "now"), ("time", "time"),
          ("timezone", "localdate"), ("timezone", "localtime")}  # fmt: skip
MAY_READ_THE_CLOCK = {"kit/clock.py"}


def reads_the_clock(tree: ast.AST) -> list[int]:
    """Return the lines that ask a clock for the moment or the day."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name | ast.Attribute)
        and (node.func.value.id if isinstance(node.func.value, ast.Name) else node.func.value.attr, node.func.attr) in CLOCKS
    ]


def goes_around_the_actions(tree: ast.AST) -> list[int]:
    """Return the lines of an edge that query or save by themselves."""
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in {"objects", "save"}]


def is_action(node: ast.AST) -> bool:
    """Test if this is a function under `@action("…")`."""
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "action" for one in node.decorator_list
    )


def says_no_who_and_when(tree: ast.AST) -> list[int]:
    """Return the lines of actions that lack keyword-only `by` and `at`, take positional arguments, or say nothing about themselves."""
    found = []
    for node in ast.walk(tree):
        if not is_action(node):
            continue
        named = {one.arg for one in node.args.kwonlyargs}
        if node.args.args or not {"by", "at"} <= named or not ast.get_docstring(node):
            found.append(node.lineno)
    return found


def strangers(module: Module) -> list[str]:
    """Return what the file imports from another room by a way that is no door."""
    found = []
    for name in imported(module.tree):
        parts = name.split(".")
        if parts[0] != "bole" or len(parts) < 3:
            continue
        room, door = parts[1], parts[2]
        if room in {module.room, *OPEN_FLOORS} or (room, door) in OTHER_DOORS or door in DOORS | MORE_DOORS.get(module.room, set()):
            continue
        found.append(name)
    return found


def of(room: str, door: str = "") -> list[Module]:
    """Return the files of a room, or of one of its doors."""
    return [one for one in modules() if one.room == room and (not door or one.door == door)]


@pytest.mark.parametrize("room", sorted({one.room for one in modules()}))
class TestEveryFile:
    def test_is_named_by_what_it_holds(self, room):
        named = [one.name for one in of(room) if not BANNED_NAMES.isdisjoint(part.removesuffix(".py") for part in one.name.split("/"))]

        assert named == []

    def test_leaves_the_clock_to_the_clock(self, room):
        read = {one.name: reads_the_clock(one.tree) for one in of(room) if one.name not in MAY_READ_THE_CLOCK}

        assert {name: lines for name, lines in read.items() if lines} == {}

    def test_enters_other_rooms_by_their_doors(self, room):
        entered = {one.name: strangers(one) for one in of(room)}

        assert {name: ways for name, ways in entered.items() if ways} == {}


@pytest.mark.parametrize("room", rooms())
class TestEveryRoom:
    def test_says_what_it_is_for_and_nothing_else(self, room):
        (module,) = [one for one in modules() if one.name == f"{room}/__init__.py"]

        (only,) = module.tree.body

        assert isinstance(only, ast.Expr)
        assert isinstance(only.value, ast.Constant)

    @pytest.mark.parametrize("edge", ["views", "api"])
    def test_queries_and_saves_nothing_at_an_edge(self, room, edge):
        gone_around = {one.name: goes_around_the_actions(one.tree) for one in of(room, edge)}

        assert {name: lines for name, lines in gone_around.items() if lines} == {}

    def test_says_who_and_when_in_its_actions(self, room):
        unsaid = {one.name: says_no_who_and_when(one.tree) for one in of(room, "actions")}

        assert {name: lines for name, lines in unsaid.items() if lines} == {}


class TestTheRules:
    """The rules see what they must and leave the rest alone."""

    @pytest.mark.parametrize("source", ["datetime.now(UTC)", "date.today()", "timezone.now()", "datetime.datetime.now()"])
    def test_find_a_clock(self, source):
        assert reads_the_clock(ast.parse(source)) == [1]

    @pytest.mark.parametrize("source", ["now()", "at.date()", "time.monotonic()", "period.now"])
    def test_let_time_as_an_argument_pass(self, source):
        assert reads_the_clock(ast.parse(source)) == []

    @pytest.mark.parametrize("source", ["Leave.objects.get(pk=1)", "leave.save()"])
    def test_find_an_edge_that_acts(self, source):
        assert goes_around_the_actions(ast.parse(source)) == [1]

    def test_find_an_action_without_a_moment(self):
        source = '@action("leave.approve")\ndef approve(*, by):\n    """Approve."""'

        assert says_no_who_and_when(ast.parse(source)) == [2]

    def test_let_a_whole_action_pass(self):
        source = '@action("leave.approve")\ndef approve(*, leave, by, at):\n    """Approve."""'

        assert says_no_who_and_when(ast.parse(source)) == []
