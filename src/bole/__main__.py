"""`python -m bole` is the command `bole`."""

from bole.cli.program import main

if __name__ == "__main__":
    raise SystemExit(main())
