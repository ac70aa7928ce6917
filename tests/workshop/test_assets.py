"""What is built: once, from a lock, without Node on the machine, and into the wheel."""

import runpy
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "src/bole/kit/static/built"
BUDGET = 100 * 1024


@pytest.fixture(scope="module")
def tools():
    return runpy.run_path(str(ROOT / "scripts/build_assets.py"))


def test_what_is_fresh_is_left_alone(tools, capsys):
    tools["build"](root=ROOT)
    before = (BUILT / "app.css").stat().st_mtime_ns
    capsys.readouterr()

    tools["build"](root=ROOT)

    assert (BUILT / "app.css").stat().st_mtime_ns == before
    assert capsys.readouterr().out == "assets: fresh\n"


def test_a_first_visit_stays_small(tools):
    tools["build"](root=ROOT)

    sizes = {path.name: path.stat().st_size for path in BUILT.glob("app.*.gz")}

    assert sum(sizes.values()) <= BUDGET, sizes


def test_a_catalogue_is_compiled_when_it_is_newer(tools, tmp_path):
    source = tmp_path / "src/bole/home/locale/zh_Hans/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Home"\nmsgstr "首页"\n', encoding="utf-8")

    tools["compile_words"](root=tmp_path)

    assert "首页".encode() in source.with_suffix(".mo").read_bytes()


@pytest.mark.full
def test_the_wheel_carries_what_is_built_and_no_source_of_it(tmp_path):
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)

    subprocess.run(
        [shutil.which("uv") or str(Path(sys.executable).with_name("uv")), "build", "--wheel", "-o", str(tmp_path)], cwd=clone, check=True
    )

    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "bole/kit/static/built/app.css" in names
    assert "bole/kit/static/built/app.js" in names
    assert any(name.endswith("/django.mo") for name in names)
    assert [name for name in names if name.endswith(".po") or "/assets/" in name] == []
