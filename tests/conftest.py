"""What every test stands on: a data folder of its own, the shared documents, and no quiet skipping."""

import fcntl
import gc
import hashlib
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parent.parent
ON_CI = os.environ.get("CI") == "true"
WITHOUT_SHARED = os.environ.get("BOLE_WITHOUT_SHARED") == "1"

# Set before Django reads its settings: a test never touches the data of whoever runs it.
_data = Path(tempfile.mkdtemp(prefix="bole-tests-"))
for _name in [name for name in os.environ if name.startswith("BOLE_") and name not in {"BOLE_DATABASE", "BOLE_SHARED"}]:
    del os.environ[_name]
os.environ["BOLE_DATA"] = str(_data)
os.environ["DJANGO_SETTINGS_MODULE"] = "bole.config.settings"
# The browser's driver leaves an event loop in the main thread; Django would refuse the database to every later test of that process.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = Path("/usr/bin/chromium")
# Chromium as root, without looking for the outside world.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

# Files whose tests share a company that is made for them.
MAKE_A_COMPANY = ("tests/browser/", "tests/kit/ui/test_behaviour.py", "tests/sandbox/", "tests/signals/test_golden.py")
# The walks of the personas, which `make test` runs; those of single promises (offline, the homes, axe …) are for `make walks`.
PERSONAS = {
    "test_by_role",
    "test_employee",
    "test_hr",
    "test_manager",
    "test_mentoring",
    "test_sign_in",
}

# What is lived day by day from its first to its last, and what goes through every form and every way: `make walks` does that too.
LONG_WAYS = (
    "tests/signals/test_golden.py",
    "tests/sandbox/test_history.py",
    "tests/sandbox/test_learning.py",
    "tests/sandbox/test_library.py",
    "tests/sandbox/test_making.py",
    "tests/trust/test_forms.py",
    "tests/trust/test_hostile.py",
    "tests/trust/test_ways.py",
    "tests/workshop/test_serve.py",
)

# The rooms whose promises must hold on both databases.
BOTH = (
    "access",
    "accounts",
    "attendance",
    "audit",
    "connect",
    "growth",
    "home",
    "kit",
    "mentoring",
    "notices",
    "people",
    "reviews",
    "scoring",
    "signals",
    "surveys",
    "vault",
    "work",
)


# Properties are judged by what they say, not by how busy the machine is. (Where CI=true the library's own profile says so too.)
if not ON_CI:
    settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    """Let SQLite's test database be a file, as it is in life: threads and second processes see it."""
    from django.conf import settings as ours

    databases = ours.DATABASES  # read on both databases: this is what lets pytest-django set Django up
    # A page that fetches rows one by one raises.
    ours.INSTALLED_APPS.append("zeal")
    # Django itself reads a session that is over once more before it deletes it.
    ours.ZEAL_ALLOWLIST = [{"model": "sessions.Session"}]
    ours.MIDDLEWARE.insert(0, "zeal.middleware.zeal_middleware")
    if not os.environ.get("BOLE_DATABASE"):
        databases["default"].setdefault("TEST", {})["NAME"] = str(_data / "tests.sqlite3")


def pytest_xdist_setupnodes() -> None:
    """Let each process of a run read its settings after it has a data folder of its own, not ours before that."""
    del os.environ["DJANGO_SETTINGS_MODULE"]


class Together(LoadScopeScheduling):
    """Each test for itself; those of a file that makes a company stay on one process, in one piece, so that it is made once.

    (Groups by marker do nothing: pytest 9.2 no longer reads the name that xdist 3.8 gives to a test of a group.)
    """

    def _split_scope(self, nodeid: str) -> str:
        """Return the file of a test that stays with the others of it, `personas` for all walks of the personas, else the test alone."""
        path = nodeid.partition("::")[0]
        if Path(path).stem in PERSONAS and path.startswith("tests/browser/"):
            return "personas"
        return path if path.startswith(MAKE_A_COMPANY) else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Together:
    """Share the tests out."""
    return Together(config, log)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(_data, ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark by place: tests of the lower rooms, but not of pages and walks, run on both databases."""
    # Read once, as a production has it, before a test of the demo's own addresses reads it as the demo has it.
    importlib.import_module("bole.config.urls")
    for item in items:
        _mark(item)
    if WITHOUT_SHARED:
        left_out = [item for item in items if item.get_closest_marker("shared")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


def _mark(item: pytest.Item) -> None:
    """Mark a test by where it stands and what it asks for."""
    room = item.path.relative_to(ROOT / "tests").parts[0] if item.path.is_relative_to(ROOT / "tests") else ""
    if room == "browser":
        item.add_marker(pytest.mark.browser)
        if item.path.stem not in PERSONAS:
            item.add_marker(pytest.mark.walk)
    if item.nodeid.startswith(LONG_WAYS):
        item.add_marker(pytest.mark.walk)
    if "shared" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.shared)
    if room in BOTH and _needs_database(item) and not _stands_on_the_rest(item):
        item.add_marker(pytest.mark.both)
        if _opens_pages(item):
            item.add_marker(pytest.mark.pages)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Let Python look for rubbish among what the tests make, not among all that was read before them (a seventh of the time of a page)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Run a test as the product runs: with room for deep calls (a third of the time of asking for a page)."""
    from bole.config.depth import with_room

    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    with_room(runtestprotocol, item, nextitem=nextitem)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def _stands_on_the_rest(item: pytest.Item) -> bool:
    """Test if the test is about pages or a whole walk: they rest on queries and actions, which are tested on both databases."""
    room, name = item.path.parent.name, item.path.stem
    # Home keeps nothing but how somebody laid out their cards.
    return name.endswith(("_pages", "_golden")) or room in {"views", "ui"} or (room == "home" and name != "test_cards")


def _opens_pages(item: pytest.Item) -> bool:
    """Test if the test itself opens pages as somebody: on PostgreSQL it runs in `make full`."""
    called = set(item.function.__code__.co_names) if isinstance(item, pytest.Function) else set()
    return not called.isdisjoint({"browser", "Client"}) or "client" in getattr(item, "fixturenames", ())


def _needs_database(item: pytest.Item) -> bool:
    """Test if the test asks for a database."""
    asks = {"db", "transactional_db", "django_db_setup"}
    return item.get_closest_marker("django_db") is not None or not asks.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Fail, where CI=true, what would be skipped quietly: a database, a browser, the shared data."""
    report = yield
    promised = any(item.get_closest_marker(name) for name in ("both", "browser", "shared"))
    if ON_CI and promised and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Let no test see figures of another, whose data was taken back."""
    kept = sys.modules.get("bole.home.queries.company_kept")
    if kept is not None:
        kept.forget()


@pytest.fixture(scope="session")
def migrated() -> Path:
    """Return an embedded database with all tables and nothing in them, to be copied: made once for each state of the migrations."""
    with _alone():
        folder = ROOT / "var" / "tables" / _state_of_tables()
        if not (folder / "done").exists():
            surroundings = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")} | {"BOLE_DATA": str(folder)}
            subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity=0"], env=surroundings, check=True)
            (folder / "done").touch()
    return folder / "bole.sqlite3"


@pytest.fixture(scope="session")
def template(django_db_blocker: DjangoDbBlocker) -> str:
    """Return the name of such a database on the PostgreSQL of this run."""
    from django.db import connection

    name = f"bole_tables_{_state_of_tables()}"
    with _alone(), django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}_begun")
            cursor.execute(f"CREATE DATABASE {name}_begun")
            address = urlsplit(os.environ["BOLE_DATABASE"])._replace(path=f"/{name}_begun").geturl()
            subprocess.run([sys.executable, "-m", "bole", "migrate"], env=os.environ | {"BOLE_DATABASE": address}, check=True)
            cursor.execute(f"ALTER DATABASE {name}_begun RENAME TO {name}")
    return name


@contextmanager
def _alone() -> Iterator[None]:
    """Let the other processes of the run wait."""
    folder = ROOT / "var" / "tables"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _state_of_tables() -> str:
    """Return what tells one state of the migrations from another."""
    migrations = sorted((ROOT / "src/bole").glob("*/migrations/*.py"))
    return hashlib.sha256(b"".join(one.name.encode() + one.read_bytes() for one in migrations)).hexdigest()[:16]


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Let the embedded test database be the copy that is already there; PostgreSQL makes its own."""
    return not os.environ.get("BOLE_DATABASE")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest, django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Put the copy where the test database belongs, or say what PostgreSQL copies."""
    from django.conf import settings as ours

    known = ours.DATABASES["default"].setdefault("TEST", {})
    if os.environ.get("BOLE_DATABASE"):
        known["TEMPLATE"] = request.getfixturevalue("template")
    else:
        shutil.copy(request.getfixturevalue("migrated"), known["NAME"])


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the shared documents and data: BOLE_SHARED, else beside the repository."""
    folder = Path(os.environ.get("BOLE_SHARED") or ROOT.parent / "shared")
    if not (folder / "data").is_dir():
        pytest.skip("the shared documents are not here (BOLE_SHARED says where they are)")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium once a process: its driver allows no second one."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()
