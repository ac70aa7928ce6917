"""Run a command with BOLE_DATABASE pointing at a throw-away PostgreSQL: `with_postgres.py COMMAND …`."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from postgres import NoPostgres, postgres


def main(command: list[str]) -> int:
    folder = Path(tempfile.mkdtemp(prefix="bole-postgres-"))
    folder.chmod(0o755)
    try:
        with postgres(folder, is_throwaway=True) as address:
            return subprocess.run(command, env=os.environ | {"BOLE_DATABASE": address}, check=False).returncode
    except NoPostgres as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
