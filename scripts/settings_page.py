"""Write docs/settings.md from `bole.config.environment`: what the code reads is what the page says."""

from pathlib import Path

from bole.config.environment import described

TARGET = Path(__file__).resolve().parent.parent / "docs" / "settings.md"
HEAD = """# Settings

Made from the code by `make settings`; a test compares the two. Settings of the machine are environment variables and are read once, at the
start. What a company decides from day to day (models, targets, roles) is not here: it is kept in the database, with its day and its author.
Who may see what, and the floors of small groups, are in the code and shown in [access](domain/access.md).

| variable | if not set | what it is for |
|---|---|---|
"""


def page() -> str:
    """Return the page."""
    rows = [f"| `{name}` | {f'`{default}`' if default else ''} | {words} |" for name, default, words in described()]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(page(), encoding="utf-8")
    print(TARGET.name)
