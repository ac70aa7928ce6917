"""A PostgreSQL server of our own: Debian's programs, loopback, a folder, ended with whoever started it."""

import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "bole"
_PR_SET_PDEATHSIG = 1


class NoPostgres(Exception):  # noqa: N818  (an answer, not an error)
    """PostgreSQL cannot be started here; says why."""


@contextmanager
def postgres(folder: Path, *, is_throwaway: bool) -> Iterator[str]:
    """Run a server in `folder` (made at the first start) and yield its address. A throw-away one does not wait for the disk."""
    programs = _programs()
    owner = _owner()
    if not (folder / "cluster" / "PG_VERSION").exists():
        _make(programs, folder, owner)
    password = (folder / "password").read_text().strip()
    port = _free_port()
    process = _start(programs, folder, owner, port, is_throwaway=is_throwaway)
    try:
        _wait(programs, process, folder, port)
        yield f"postgresql://{USER}:{password}@127.0.0.1:{port}/postgres"
    finally:
        process.send_signal(signal.SIGINT)  # PostgreSQL's "fast": it cuts the connections and ends
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _programs() -> Path:
    """Return the folder of initdb and postgres, the newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].split(".")[0]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise NoPostgres("PostgreSQL is missing. As root: apt-get install postgresql")
    return Path(on_path).resolve().parent


def _owner() -> str | None:
    """Return who the server runs as: root is refused by PostgreSQL, so Debian's user takes its place."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise NoPostgres("PostgreSQL refuses to run as root, and there is no user postgres here.") from None


def _make(programs: Path, folder: Path, owner: str | None) -> None:
    """Make the cluster, with a password of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    secret = folder / "password"
    secret.touch(mode=0o600)
    secret.write_text(secrets.token_urlsafe(24))
    if owner:
        for path in (folder, secret):
            shutil.chown(path, owner)
    options = ["--auth=scram-sha-256", f"--username={USER}", f"--pwfile={secret}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    done = subprocess.run(
        [programs / "initdb", "--pgdata", folder / "cluster", *options],
        user=owner, group=owner, extra_groups=[] if owner else None,
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise NoPostgres(f"initdb failed in {folder}: {done.stderr.strip()}")


def _start(programs: Path, folder: Path, owner: str | None, port: int, *, is_throwaway: bool) -> subprocess.Popen[bytes]:
    """Start the server in the foreground, so that it cannot outlive us."""
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "max_connections": "100",
    }
    if is_throwaway:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [programs / "postgres", "-D", folder / "cluster", *options],
            user=owner, group=owner, extra_groups=[] if owner else None,
            cwd=folder, stdout=log, stderr=log, start_new_session=True, preexec_fn=_end_with_parent,
        )  # fmt: skip


def _end_with_parent() -> None:
    """Ask the kernel to end the server if we are killed."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)


def _wait(programs: Path, process: subprocess.Popen[bytes], folder: Path, port: int) -> None:
    """Wait until the server takes connections."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        asked = subprocess.run([programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)], check=False)
        if asked.returncode == 0:
            return
        time.sleep(0.05)
    raise NoPostgres(
        f"PostgreSQL did not start; the end of {folder / 'log'}:\n" + "\n".join((folder / "log").read_text().splitlines()[-5:])
    )


def _free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
