"""The words of the product: which sentences the code speaks, and what the catalogues make of them."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.pofile import read_po

from tests.house.tree import SOURCE, modules, templates

# What marks a sentence, and where it takes its words: the sentence, its plural, its context.
MARKS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop", "say"), (0, None, None)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (0, 1, None)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (1, None, 0)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (1, 2, 0)),
}
TRANSLATE = re.compile(r"""{%\s*trans(?:late)?\s+(?:"([^"]*)"|'([^']*)')(?:\s+context\s+"([^"]*)")?""")
CONSTANT = re.compile(r"""_\((?:"([^"]*)"|'([^']*)')\)""")
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b([^%]*)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
PLURAL = re.compile(r"{%\s*plural\s*%}")
VARIABLE = re.compile(r"{{\s*([\w.]+)[^}]*}}")
PLACEHOLDER = re.compile(r"{(\w*)[^}]*}|%\((\w+)\)s")
# Talks to whoever sits at a terminal, in English.
NOT_TRANSLATED = {"cli"}


class Wording(NamedTuple):
    """What is looked up together: a sentence, its plural if it counts, and the context that tells it from others."""

    english: str
    plural: str = ""
    context: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Sentence:
    """A sentence that a room speaks, in English."""

    room: str
    wording: Wording
    place: str


@cache
def sentences() -> tuple[Sentence, ...]:
    """Return every sentence that is marked for translation."""
    return tuple(sorted({*_of_python(), *_of_templates()}))


def _of_python() -> Iterator[Sentence]:
    """Yield what the sources mark."""
    for module in modules():
        if module.room in NOT_TRANSLATED:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                wording = Wording(*(_constant(node, place) for place in MARKS[node.func.id]))
                if wording.english:
                    yield Sentence(module.room, wording, module.name)


def _constant(call: ast.Call, place: int | None) -> str:
    """Return the words that a call takes at a place, if they are written there."""
    found = call.args[place] if place is not None and place < len(call.args) else None
    return found.value if isinstance(found, ast.Constant) and isinstance(found.value, str) else ""


def _of_templates() -> Iterator[Sentence]:
    """Yield what the templates mark."""
    for path in (*templates(), *sorted(SOURCE.glob("*/templates/**/*.txt"))):
        text, place = path.read_text(), path.relative_to(SOURCE).as_posix()
        for wording in in_template(text):
            yield Sentence(path.relative_to(SOURCE).parts[0], wording, place)


def in_template(text: str) -> list[Wording]:
    """Return the sentences of one template."""
    found = [Wording(match[1] or match[2] or "", context=match[3] or "") for match in TRANSLATE.finditer(text)]
    found += [Wording(match[1] or match[2] or "") for match in CONSTANT.finditer(text)]
    for options, body in BLOCK.findall(text):
        found.append(Wording(*(_filled(part, is_trimmed="trimmed" in options) for part in PLURAL.split(body))))
    return [one for one in found if one.english]


def _filled(part: str, *, is_trimmed: bool) -> str:
    """Return a part of a block as the catalogue has it."""
    filled = VARIABLE.sub(r"%(\1)s", part)
    return " ".join(line.strip() for line in filled.strip().splitlines()) if is_trimmed else filled


@cache
def catalogue(room: str) -> dict[Wording, str]:
    """Return English to Chinese of one room, as it is written; what is marked as fuzzy is not said, and so has no Chinese."""
    path = file_of(room)
    return dict(_read(path)) if path.exists() else {}


def file_of(room: str) -> Path:
    """Return where the catalogue of a room stands, if it has one."""
    return SOURCE / room / "locale/zh_Hans/LC_MESSAGES/django.po"


def _read(path: Path) -> Iterator[tuple[Wording, str]]:
    """Read a catalogue."""
    with path.open("rb") as source:
        read = read_po(source, locale="zh_Hans")
    for message in read:
        english, plural = (message.id, "") if isinstance(message.id, str) else message.id
        said = message.string if isinstance(message.string, str) else (message.string or ("",))[-1]
        if english:
            yield Wording(english, plural, message.context or ""), "" if message.fuzzy else said


@cache
def answers(room: str) -> dict[Wording, str]:
    """Return what gettext finds in the catalogue of one room."""
    return found_in(catalogue(room))


def found_in(written: Mapping[Wording, str]) -> dict[Wording, str]:
    """Return what gettext finds: a sentence alone also as the singular of a plural, but never a plural where there is none."""
    return {one._replace(plural=""): chinese for one, chinese in written.items()} | dict(written)


def placeholders(sentence: str) -> set[str]:
    """Return the names that are filled in."""
    return {brace or percent for brace, percent in PLACEHOLDER.findall(sentence)}
