"""The repository: nothing of one machine, nothing built, documents that are as fresh as the code."""

import json
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT, tracked

# A path of somebody's machine. Containers and the chroot use /var/lib, /srv, /opt; /home/part/… is an address of ours.
OF_ONE_MACHINE = re.compile(r"(?<![\w.*$}\]])/(?:root/\w|home/(?!part/|cards/|arrange/)\w+/\w|Users/\w|work/(?:main|shared)\b|tmp/\w+/\w)")
PICTURES = {".png", ".jpg", ".ico", ".webp", ".xlsx"}
LARGEST = 1024 * 1024


def test_holds_no_path_of_one_machine():
    texts = [path for path in tracked() if path.suffix not in PICTURES]

    found = [path.relative_to(ROOT).as_posix() for path in texts if OF_ONE_MACHINE.search(path.read_text(encoding="utf-8"))]

    assert found == []


def test_holds_nothing_that_is_built_or_large():
    kept = [path.relative_to(ROOT).as_posix() for path in tracked() if path.suffix in {".mo", ".pyc", ".sqlite3"} or "/built/" in str(path)]
    large = [path.relative_to(ROOT).as_posix() for path in tracked() if path.stat().st_size > LARGEST]

    assert kept + large == []


def test_the_lock_of_the_assets_names_the_public_registry_only():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    elsewhere = [
        one["resolved"]
        for one in packages.values()
        if not one.get("resolved", "https://registry.npmjs.org/").startswith("https://registry.npmjs.org/")
    ]

    assert elsewhere == []


def test_the_lock_of_the_packages_is_that_of_the_project():
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))

    done = subprocess.run([uv, "lock", "--check", "--offline"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_the_page_of_settings_is_fresh():
    page = runpy.run_path(str(ROOT / "scripts" / "settings_page.py"))["page"]()

    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == page, "run `make settings`"


def test_the_makefile_lists_every_command():
    listed = subprocess.run(["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert [
        name
        for name in ("demo", "test", "full", "check", "look", "bench", "bare", "company", "assets", "clean")
        if f"make {name} " not in listed
    ] == []
