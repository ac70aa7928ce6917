"""Why a file or a value of series cannot be taken is said in the reader's language, with no word of the other."""

import re
from datetime import date

import pytest
from django.utils import translation

from bole.kit import strict_json
from bole.kit.middleware import words_of
from bole.signals.rules import series_file
from bole.signals.rules.refusing import BadEntry, FileUnread
from bole.signals.rules.series_file import read_csv, read_entry
from bole.values.refusal import Invalid

TODAY = date(2026, 11, 16)
HEAD = "kind,unit,month,value\n"
FILES = {
    "size": (b"x" * (series_file.MOST_BYTES + 1), "超过1024KB", "more than 1024 kB"),
    "encoding": (b"\xff\xff\xff", "既不是UTF-8，也不是GB18030", "neither UTF-8 nor GB 18030"),
    "nul": (b"kind,month\x00", "NUL字符", "NUL character"),
    "parser": (b'kind,month,value\n"' + b"x" * 140_000 + b'",1,1', "CSV表格", "no CSV table"),
    "rows": (HEAD.encode(), "标题行下面有0行，可以是1到5000行", "Under the headings stand 0 rows; from 1 to 5000"),
    "column": ("kind,单位\nmarket,1\n".encode(), "缺少“month”“value”列", "no column “month”“value”"),
}
ENTRIES = {
    "object": (3, "不是对象", "no object"),
    "unknown": ({"kind": "market", "month": "2026-10", "value": 1, "month_": 2}, "还有“month_”", "also has “month_”"),
    "text": ({"kind": 4, "month": "2026-10", "value": 1}, "“kind”应该是文字", "“kind” should be text"),
}
# Names that are written as they are, in whatever language.
NAMES = re.compile(r"“\w+”|UTF-8|GB ?18030|NUL|CSV|KB|JSON|NaN|\d+")


def said(refused: Invalid) -> tuple[str, str]:
    """Return its sentence in Chinese and in English."""
    words = []
    for language in ("zh-hans", "en"):
        with translation.override(language):
            words.append(words_of(refused)[0])
    return words[0], words[1]


def insist_apart(zh: str, en: str) -> None:
    """Let no word of one language stand in the other."""
    assert not re.search(r"[A-Za-z]", NAMES.sub("", zh)), zh
    assert not re.search(r"[\u3400-\u9fff]", en), en


@pytest.mark.parametrize("what", FILES)
def test_of_a_file(what: str) -> None:
    body, chinese, english = FILES[what]

    with pytest.raises(FileUnread) as refused:
        read_csv(body, today=TODAY)

    zh, en = said(refused.value)
    assert chinese in zh
    assert english in en
    assert refused.value.code == "file_unread"
    insist_apart(zh, en)


@pytest.mark.parametrize("what", ENTRIES)
def test_of_a_value(what: str) -> None:
    raw, chinese, english = ENTRIES[what]

    with pytest.raises(BadEntry) as refused:
        read_entry(raw, today=TODAY, where="/series/0")

    zh, en = said(refused.value)
    assert chinese in zh
    assert english in en
    assert refused.value.code == "bad_entry"
    insist_apart(zh, en)


@pytest.mark.parametrize(
    "body",
    [
        b"\xff", b"[" * 31 + b"]" * 31, b"[" * (strict_json.MOST_PARTS + 1), b'{"a":1,"a":2}', b"[12345678901234567890]", b"[1e999]",
        b'["\\u0000"]', b'["\\ud800"]', b"{", b"[1,]", b"[NaN]", b'{"a"}', b"[1] 2", b'"abc',
    ],
    ids=lambda body: repr(body[:12]),
)  # fmt: skip
def test_of_json(body: bytes) -> None:
    with pytest.raises(strict_json.BadJson) as refused:
        strict_json.read(body)

    insist_apart(*said(refused.value))
