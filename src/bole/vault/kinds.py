"""What a file is, by its content and never by what its name or its sender says."""

import re
import unicodedata
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final, Literal

from bole.values.refusal import say
from bole.vault.refusals import HoldsTooMuch, NotWhatItSays

Kind = Literal["pdf", "png", "jpeg", "webp", "docx", "xlsx", "pptx", "txt"]
ENDINGS: Final[Mapping[str, Kind]] = {
    "pdf": "pdf", "png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp", "docx": "docx", "xlsx": "xlsx", "pptx": "pptx", "txt": "txt",
}  # fmt: skip
OFFICE: Final = "application/vnd.openxmlformats-officedocument."
TYPES: Final[Mapping[Kind, str]] = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "pptx": f"{OFFICE}presentationml.presentation",
    "txt": "text/plain; charset=utf-8",
}
KINDS: Final = "PDF, PNG, JPEG, WebP, Word, Excel, PowerPoint, TXT"

MOST_ENTRIES = 3000
LARGEST_INSIDE = 200 * 1024 * 1024
MOST_RATIO = 100
SMALL_PART = 1024 * 1024  # a small part may shrink a hundredfold; a large one that does is a bomb
LONGEST_NAME = 120
_FOLDERS: Final[Mapping[str, Kind]] = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def kind_of(body: bytes, name: str) -> Kind:
    """Return the kind of a file.

    :raises NotWhatItSays: if it is none that is taken, or its name ends otherwise
    :raises HoldsTooMuch: if an office file is a bomb, locked, or brings programs
    """
    found = _signed(body) or _office(body) or _text(body)
    named = ENDINGS.get(name.rpartition(".")[2].lower())
    if found is None or found != named:
        raise NotWhatItSays(kinds=KINDS, where="file")
    return found


def _signed(body: bytes) -> Kind | None:
    """Return the kind that the first bytes say."""
    if body.startswith(b"%PDF-") and b"%%EOF" in body[-2048:]:
        return "pdf"
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if body.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "webp" if body[:4] == b"RIFF" and body[8:12] == b"WEBP" else None


def _office(body: bytes) -> Kind | None:
    """Return the kind of an office file, looked at unopened."""
    if not body.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(BytesIO(body)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    _insist_harmless(entries)
    names = {one.filename for one in entries}
    if "[Content_Types].xml" not in names:
        return None
    kinds = {kind for folder, kind in _FOLDERS.items() if any(name.startswith(folder) for name in names)}
    return kinds.pop() if len(kinds) == 1 else None


def _insist_harmless(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise HoldsTooMuch(why=say("it holds too many parts"), where="file")
    if sum(one.file_size for one in entries) > LARGEST_INSIDE:
        raise HoldsTooMuch(why=say("it grows beyond measure when it is opened"), where="file")
    for one in entries:
        if one.flag_bits & 1:
            raise HoldsTooMuch(why=say("it is locked with a password"), where="file")
        if one.file_size > SMALL_PART and one.file_size > one.compress_size * MOST_RATIO:
            raise HoldsTooMuch(why=say("it grows beyond measure when it is opened"), where="file")
        parts = one.filename.replace("\\", "/").split("/")
        if one.filename.startswith(("/", "\\")) or ".." in parts:
            raise HoldsTooMuch(why=say("it holds parts that would leave their folder"), where="file")
        if parts[-1].lower() in {"vbaproject.bin", "vbadata.xml"} or "activex" in [part.lower() for part in parts]:
            raise HoldsTooMuch(why=say("it brings programs (macros)"), where="file")


def _text(body: bytes) -> Kind | None:
    """Return text if that is all it is."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if any(ord(sign) < 32 and sign not in "\t\n\r\f" for sign in text) else "txt"
    return None


def plain_name(name: str) -> str:
    """Return a file's name without folders and without signs that nobody sees or that turn the reading direction; not too long."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in _UNSEEN and sign not in '<>:"|?*').strip(" .")
    stem, dot, ending = seen.rpartition(".")
    if not dot or not stem.strip(" ."):
        return f"file.{ending}" if ending else "file"
    return f"{stem[: LONGEST_NAME - len(ending) - 1].strip()}.{ending}"
