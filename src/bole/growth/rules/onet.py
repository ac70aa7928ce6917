"""Technology skills of O*NET: each kind of technology that has something in demand becomes a skill, its examples in its words.

O*NET is a work of the US Department of Labor under CC BY 4.0; each skill that is taken names its source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SOURCE = "O*NET, US Department of Labor, CC BY 4.0"
MOST_EXAMPLES = 6
LONGEST_NAME, LONGEST_WORDS = 60, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Technology:
    """A kind of technology as a skill."""

    code: str
    name: str
    words: str


def technology_skills(rows: Iterable[Mapping[str, str]]) -> tuple[Technology, ...]:
    """Return the kinds of technology with at least one hot example, by name; the examples by how often they stand there."""
    names: dict[str, str] = {}
    examples: dict[str, dict[str, int]] = {}
    for row in rows:
        code, title = row.get("code", "").strip(), row.get("title", "").strip()
        if not code.isdigit() or not title:
            continue
        names[code] = title
        if row.get("hot", "").strip().upper() == "Y":
            held = examples.setdefault(code, {})
            example = row.get("example", "").strip()
            held[example] = held.get(example, 0) + 1
    found = [Technology(code=f"onet-{code}", name=names[code][:LONGEST_NAME], words=_words(held)) for code, held in examples.items()]
    return tuple(sorted(found, key=lambda one: (one.name, one.code)))


def _words(held: Mapping[str, int]) -> str:
    first = sorted(held, key=lambda one: (-held[one], one))[:MOST_EXAMPLES]
    return ", ".join(first)[:LONGEST_WORDS]
