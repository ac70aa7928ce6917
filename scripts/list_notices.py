"""Write docs/reference/notices.md: every kind of notice that a room offers, as it is said in both languages.

python scripts/list_notices.py            write it
python scripts/list_notices.py --check    exit with 1 if it is not fresh
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bole.notices.kinds import Kind

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "notices.md"
HEAD = """# Kinds of notices

Made by `scripts/list_notices.py` from what the rooms offer; a test compares. `{name}` and the like are filled for whoever is told. The full
sentence stands in the app only; a message outside of it says the last column, in Chinese or English, and a link.

A **duty** goes out whatever else did that day. **News** are counted (three a working day) and wait for Monday's digest where somebody has
one. Every kind stays in the app; outside of it each goes the first way that reaches the person: application message (WeCom, DingTalk,
Feishu), push, e-mail, unless they switched that way off for the topic. How it is decided: [notices](../domain/notices.md).
"""
COLUMNS = ("kind", "told by", "group", "topic", "weighs", "in the app, 中文", "in the app, English", "outside")


def page() -> str:
    """Return the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from bole.notices.kinds import all_kinds

    rows = [_row(one) for one in all_kinds() if _room(one.code) in {config.label for config in apps.get_app_configs()}]
    lines = [HEAD, "| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS), *rows]
    return "\n".join(lines) + "\n"


def _row(kind: "Kind") -> str:
    from django.utils import translation

    from bole.notices.kinds import GROUPS, TOPICS, said_outside

    with translation.override("zh-hans"):
        chinese, outside = str(kind.sentence), said_outside(kind)[1]
        group, topic = str(GROUPS[kind.group]), str(TOPICS[kind.topic])
    with translation.override("en"):
        english = str(kind.sentence)
    cells = (f"`{kind.code}`", f"`{_room(kind.code)}`", group, topic, kind.importance, chinese, english, outside)
    return "| " + " | ".join(cells) + " |"


def _room(code: str) -> str:
    return code.partition(".")[0]


if __name__ == "__main__":
    made = page()
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == made else 1)
    PAGE.write_text(made, encoding="utf-8")
