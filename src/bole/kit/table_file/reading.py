"""From an uploaded file to rows of text: the guard looks at it unopened, then a bounded process reads it."""

import json
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Literal

from bole.kit.table_file.refusals import BrokenFile, EmptyFile, FileTooBig, TooMuchInside, WrongKind
from bole.values.refusal import Refused, say

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_INSIDE = 50 * 1024 * 1024
MOST_ENTRIES = 200
MOST_RATIO = 100
# A small part may shrink a hundredfold (an empty sheet does); a large one that does is a bomb.
SMALL_PART = 1024 * 1024
PATIENCE = 60
KINDS = ".xlsx, .csv"
CHILD = Path(__file__).with_name("child.py")
Kind = Literal["xlsx", "csv"]

_WHY = {
    "rows": TooMuchInside(why=say("more than 100,000 rows")),
    "columns": TooMuchInside(why=say("more than 200 columns")),
    "cell": TooMuchInside(why=say("a cell with more than 32,767 characters")),
    "letters": TooMuchInside(why=say("more text than 50 million characters")),
    "encoding": BrokenFile(why=say("its text is neither UTF-8 nor GB 18030")),
    "quotes": BrokenFile(why=say("a quotation mark is opened and never closed")),
    "broken": BrokenFile(why=say("the workbook is damaged")),
}


def read_rows(body: bytes, name: str) -> tuple[str, list[list[str]]]:
    """Return the name of the first sheet that holds anything, and its rows of text; a .csv file has no sheet.

    :raises FileTooBig: if the file is larger than 10 MB
    :raises WrongKind: if it is neither .xlsx nor .csv, or not what its name says
    :raises TooMuchInside: if it unpacks to more than is safe, or cannot be read within 512 MB and 20 seconds
    :raises BrokenFile: if no table can be read from it
    :raises EmptyFile: if nothing is in it
    """
    if len(body) > LARGEST_FILE:
        raise FileTooBig(where="file", size=f"{len(body) / 1024 / 1024:.1f} MB", max="10 MB")
    return _read(body, kind_of(body, name))


def kind_of(body: bytes, name: str) -> Kind:
    """Return what the file is, by its name and its content.

    :raises WrongKind: if the two disagree, or it is something else
    :raises TooMuchInside: if a workbook would unpack to more than is safe
    """
    ending = Path(name).suffix.lower()
    if ending == ".xlsx" and body.startswith(b"PK\x03\x04"):
        _look_inside(body)
        return "xlsx"
    if ending in {".csv", ".txt", ".tsv"} and not body.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b")):
        return "csv"
    raise WrongKind(where="file", kinds=KINDS)


def _look_inside(body: bytes) -> None:
    """Look at a workbook without opening it: what it declares, and what it really unpacks to."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as book:
            entries = book.infolist()
            _declared(entries)
            left = LARGEST_INSIDE
            for entry in entries:
                with book.open(entry) as part:
                    left -= _count(part, left)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as broken:
        raise BrokenFile(where="file", why=say("the workbook is damaged")) from broken
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise WrongKind(where="file", kinds=KINDS)


def _declared(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise TooMuchInside(where="file", why=say("more than 200 parts"))
    if sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
        raise TooMuchInside(where="file", why=say("more than 50 MB unpacked"))
    for entry in entries:
        if entry.filename.startswith(("/", "\\")) or ".." in Path(entry.filename).parts or entry.flag_bits & 1:
            raise TooMuchInside(where="file", why=say("a part with a hidden place"))
        if entry.file_size > SMALL_PART and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise TooMuchInside(where="file", why=say("a part that unpacks to more than a hundred times its size"))


def _count(part: IO[bytes], most: int) -> int:
    """Count what a part really unpacks to.

    :raises TooMuchInside: as soon as it is more than `most`
    """
    size = 0
    while piece := part.read(65536):
        size += len(piece)
        if size > most:
            raise TooMuchInside(where="file", why=say("more than 50 MB unpacked"))
    return size


def _read(body: bytes, kind: Kind) -> tuple[str, list[list[str]]]:
    """Let the child read the file."""
    quiet = {"POLARS_MAX_THREADS": "1", "RAYON_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8", "PATH": os.environ.get("PATH", "")}
    command = [sys.executable, "-I", str(CHILD), kind]
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=PATIENCE, env=quiet, check=False)
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        answer = {}
    if not answer:
        raise TooMuchInside(where="file", why=say("it needs more memory or time than is given"))
    if "why" in answer:
        raise _refusal(answer)
    return answer["sheet"], answer["rows"]


def _refusal(answer: dict[str, Any]) -> Refused:
    if answer["why"] == "empty":
        return EmptyFile(where="file")
    known = _WHY[answer["why"]]
    return type(known)(where=f"row {answer['where']}" if answer["where"].isdigit() else "file", **known.facts)
