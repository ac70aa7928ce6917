"""A place to measure in: a data folder of its own, the product made ready on one database, a company with people."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]


def make_ready(folder: Path, *, database: str = "") -> None:
    """Set Django up on an empty database; once a process."""
    os.environ |= {
        "BOLE_DATA": str(folder),
        "BOLE_DATABASE": database,
        "DJANGO_SETTINGS_MODULE": "bole.config.settings",
        "BOLE_LOG_LEVEL": "ERROR",
    }
    import django
    from django.core.management import call_command

    django.setup(set_prefix=False)
    call_command("migrate", verbosity=0)


@contextmanager
def folder() -> Iterator[Path]:
    """Yield a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bole-bench-", ignore_cleanup_errors=True) as name:
        path = Path(name)
        path.chmod(0o755)
        yield path
