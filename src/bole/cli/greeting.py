"""`python -m bole.cli.greeting`: look whether the demo company is all there, and print how to sign in. It makes nothing."""

from bole.cli import made, migrate
from bole.cli.command import make_ready, say
from bole.config.environment import Environment

MISSING = 3


def main() -> int:
    """Print the welcome, or return MISSING."""
    make_ready()
    environment = Environment.read()
    if is_missing():
        made.forget(environment)
        return MISSING
    from bole.sandbox.actions import make_demo_company

    make_demo_company(say=say)  # it is made: this turns its dial
    print(welcome(environment), flush=True)
    return 0


def is_missing() -> bool:
    """Test if there is anything to make: tables, or the company."""
    if migrate.open_steps():
        return True
    from bole.sandbox.queries import demo_state

    return demo_state() is None


def welcome(environment: Environment) -> str:
    """Return the address and a sign-in for each persona."""
    from bole.sandbox.queries import sign_ins

    rows = sign_ins()
    width = max((len(row.login) for row in rows), default=0)
    lines = [f"  {row.login:<{width}}  {row.password:<{width + 10}}   {row.persona} · {row.persona_en}" for row in rows]
    return "\n".join(
        [
            "",
            f"The demo company is open at {environment.url}  (this machine only; Ctrl-C ends it)",
            "Sign in as one of these (name, password, who it is):",
            *lines,
            "",
            "Faults are said here; every request and job, too, with BOLE_LOG_LEVEL=INFO.",
            "",
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
