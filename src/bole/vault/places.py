"""Photos without where and when they were taken: what a camera writes beside the picture is cut out; how it was held stays.

The picture itself is not touched, so nothing is lost and nothing has to be opened. A file whose parts cannot be followed is returned as
None: it is no picture that anybody could look through.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from bole.vault.kinds import Kind

_PNG: Final = b"\x89PNG\r\n\x1a\n"
# What a PNG may keep: the picture, its colours, its size. Text, time and EXIF go.
_PNG_KEEPS: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"}
)
_WEBP_DROPS: Final = frozenset({b"EXIF", b"XMP "})
_WEBP_SAYS: Final = 0x08 | 0x04  # the flags of a WebP that say that EXIF and XMP follow
_ORIENTATION: Final = 0x0112


def without_place(body: bytes, kind: Kind) -> bytes | None:
    """Return a picture without what its camera wrote beside it, other files as they are; None if its parts cannot be followed."""
    try:
        match kind:
            case "jpeg":
                return b"".join(_jpeg(body))
            case "png":
                return _PNG + b"".join(_png(body))
            case "webp":
                return _webp(body)
            case _other:
                return body
    except (struct.error, IndexError, ValueError):
        return None


def _jpeg(body: bytes) -> Iterator[bytes]:
    """Yield the parts of a JPEG that stay. APP0 (its form), APP2 (colours) and APP14 (colours) do, of APP1 the rotation alone."""
    yield body[:2]
    place, turned = 2, False
    while True:
        if body[place] != 0xFF:
            raise ValueError(place)
        marker = body[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == 0xDA:
            yield body[place : _end_of_jpeg(body, place)]
            return
        (length,) = struct.unpack_from(">H", body, place + 2)
        part = body[place : place + 2 + length]
        if length < 2 or len(part) != 2 + length:
            raise ValueError(place)
        if marker == 0xE1 and part[4:10] == b"Exif\x00\x00" and not turned:
            turned = True
            yield _rotation(part[10:])
        elif marker in {0xE0, 0xE2, 0xEE} or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            yield part
        place += 2 + length


def _end_of_jpeg(body: bytes, place: int) -> int:
    """Return where the picture ends: what a phone hangs behind it (a film, another picture with its own place) goes."""
    while True:
        marker = body[place + 1]
        if marker == 0xD9:
            return place + 2
        # Between two scans tables may stand, with bytes of all kinds; within a scan 0xFF is followed by 0 or a count.
        if marker != 0 and marker != 0xFF and not 0xD0 <= marker <= 0xD7:
            (length,) = struct.unpack_from(">H", body, place + 2)
            place += 1 + length
        place = body.index(b"\xff", place + 1)


def _rotation(tiff: bytes) -> bytes:
    """Return an APP1 that holds how the camera was held and nothing else; nothing if it was held upright."""
    order = {b"II": "<", b"MM": ">"}[tiff[:2]] if tiff[:2] in {b"II", b"MM"} else ""
    if not order:
        return b""
    (first,) = struct.unpack_from(order + "I", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, first)
    for n in range(min(count, 200)):
        tag, form, _many, value = struct.unpack_from(order + "HHIH", tiff, first + 2 + 12 * n)
        if tag == _ORIENTATION and form == 3 and 2 <= value <= 8:
            kept = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, value, 0, 0)
            return b"\xff\xe1" + struct.pack(">H", 8 + len(kept)) + b"Exif\x00\x00" + kept
    return b""


def _png(body: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while True:
        length, name = struct.unpack_from(">I4s", body, place)
        part = body[place : place + 12 + length]
        if len(part) != 12 + length or zlib.crc32(part[4:-4]) != struct.unpack(">I", part[-4:])[0]:
            raise ValueError(place)
        if name in _PNG_KEEPS:
            yield part
        if name == b"IEND":
            return
        place += 12 + length


def _webp(body: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", body, 4)
    place, end, kept = 12, min(len(body), 8 + size), []
    while place < end:
        name, length = struct.unpack_from("<4sI", body, place)
        part = body[place : place + 8 + length + length % 2]
        if len(part) < 8 + length:
            raise ValueError(place)
        if name == b"VP8X":
            part = part[:8] + bytes([part[8] & ~_WEBP_SAYS]) + part[9:]
        if name not in _WEBP_DROPS:
            kept.append(part)
        place += 8 + length + length % 2
    if not kept:
        raise ValueError(place)
    packed = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(packed)) + packed
