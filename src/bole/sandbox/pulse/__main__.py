"""`python -m bole.sandbox.pulse ADDRESS SECRETS`: send hooks until a signal ends it. No database, no Django."""

import sys

from bole.sandbox.pulse.beating import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
