"""The words of the product: which sentences the code speaks, and what the catalogues make of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.extract import extract
from babel.messages.pofile import read_po

from tests.house.tree import SOURCE, modules, templates

KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "say": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
}  # fmt: skip
TRANSLATE = re.compile(r"""{%\s*trans(?:late)?\s+("([^"]*)"|'([^']*)')""")
CONSTANT = re.compile(r"""_\(("([^"]*)"|'([^']*)')\)""")
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b([^%]*)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
VARIABLE = re.compile(r"{{\s*([\w.]+)[^}]*}}")
PLACEHOLDER = re.compile(r"{(\w*)[^}]*}|%\((\w+)\)s")
# Talks to whoever sits at a terminal, in English.
NOT_TRANSLATED = {"cli"}


@dataclass(frozen=True, order=True, slots=True)
class Sentence:
    """A sentence that a room speaks, in English."""

    room: str
    english: str
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
        with module.path.open("rb") as source:
            for _line, message, _comments, _context in extract("python", source, keywords=KEYWORDS):
                for english in [message] if isinstance(message, str) else message:
                    if english:
                        yield Sentence(module.room, english, module.name)


def _of_templates() -> Iterator[Sentence]:
    """Yield what the templates mark."""
    for path in templates():
        text, place = path.read_text(), path.relative_to(SOURCE).as_posix()
        for english in in_template(text):
            yield Sentence(path.relative_to(SOURCE).parts[0], english, place)


def in_template(text: str) -> list[str]:
    """Return the sentences of one template."""
    found = [match[2] or match[3] or "" for match in (*TRANSLATE.finditer(text), *CONSTANT.finditer(text))]
    for options, body in BLOCK.findall(text):
        for part in re.split(r"{%\s*plural\s*%}", body):
            filled = VARIABLE.sub(r"%(\1)s", part)
            found.append(" ".join(line.strip() for line in filled.strip().splitlines()) if "trimmed" in options else filled)
    return [one for one in found if one]


@cache
def entries(room: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the entries of one room: English (singular and plural, if it has both) and Chinese."""
    path = SOURCE / room / "locale/zh_Hans/LC_MESSAGES/django.po"
    return tuple(_read(path)) if path.exists() else ()


def _read(path: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    """Read a catalogue."""
    with path.open("rb") as source:
        read = read_po(source, locale="zh_Hans")
    for message in read:
        forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        said = message.string if isinstance(message.string, str) else (message.string or ("",))[-1]
        if forms[0]:
            yield forms, said


@cache
def said_in_context(room: str) -> frozenset[str]:
    """Return the English of a room that has a context: its Chinese is that of the place where it stands."""
    path = SOURCE / room / "locale/zh_Hans/LC_MESSAGES/django.po"
    if not path.exists():
        return frozenset()
    with path.open("rb") as source:
        read = [one for one in read_po(source, locale="zh_Hans") if one.context]
    return frozenset(one.id if isinstance(one.id, str) else " / ".join(one.id) for one in read)


@cache
def catalogue(room: str) -> dict[str, str]:
    """Return English to Chinese of one room; each form of a plural stands for itself."""
    return {form: chinese for forms, chinese in entries(room) for form in forms}


def placeholders(sentence: str) -> set[str]:
    """Return the names that are filled in."""
    return {brace or percent for brace, percent in PLACEHOLDER.findall(sentence)}
