"""The hostile corpus: bodies and texts that break programs which trust what they are sent. Written by hand; it imports nothing of bole."""

import json


def facts(**changes: object) -> bytes:
    """Return a body with one fact, changed."""
    fact: dict[str, object] = {"id": "f-1", "account": "lisi", "measure": "commits", "value": 1, "moment": "2026-01-05T09:00:00+08:00"}
    return json.dumps({"facts": [{**fact, **changes}]}, ensure_ascii=False).encode("utf-8", "surrogatepass")


# Name → body, status, code. Whatever the address: the body itself cannot be read.
BROKEN: dict[str, tuple[bytes, int, str]] = {
    "nothing": (b"", 400, "bad_json"),
    "spaces": (b" \n\t ", 400, "bad_json"),
    "a word": (b"hello", 400, "bad_json"),
    "cut off": (b'{"facts":[{"id":"1"', 400, "bad_json"),
    "single quotes": (b"{'facts':[]}", 400, "bad_json"),
    "a comma too many": (b'{"facts":[1,]}', 400, "bad_json"),
    "a comment": (b'{"facts":[]}/* x */', 400, "bad_json"),
    "two bodies": (b'{"facts":[]}{"facts":[]}', 400, "bad_json"),
    "XML": (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 400, "bad_json"),
    "a form": (b"facts=1&id=2", 400, "bad_json"),
    "a pickle": (b"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94\x8c\x06system\x94\x93\x94.", 400, "bad_json"),
    "gzip": (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xabV*N-*KLR\xb2\x8a\xae\x05\x00", 400, "bad_json"),
    "no UTF-8": (b'{"facts":[{"id":"\xff\xfe"}]}', 400, "bad_json"),
    "UTF-16": ('{"facts":[]}'.encode("utf-16"), 400, "bad_json"),
    "GB18030": ('{"facts":[{"id":"张三"}]}'.encode("gb18030"), 400, "bad_json"),
    "a byte order mark": (b'\xef\xbb\xbf{"facts":[]}', 400, "bad_json"),
    "a surrogate in UTF-8": (b'{"facts":[{"id":"\xed\xa0\x80"}]}', 400, "bad_json"),
    "NUL escaped": (rb'{"facts":[{"id":"a\u0000b"}]}', 400, "bad_json"),
    "NUL bare": (b'{"facts":[{"id":"a\x00b"}]}', 400, "bad_json"),
    "NUL in a key": (rb'{"facts":[{"\u0000":1}]}', 400, "bad_json"),
    "a lone surrogate": (rb'{"facts":[{"id":"\ud800"}]}', 400, "bad_json"),
    "a lone surrogate in a key": (rb'{"facts":[{"\udfff":1}]}', 400, "bad_json"),
    "doubled keys": (b'{"facts":[],"facts":[]}', 400, "bad_json"),
    "doubled keys of surrogates": (rb'{"facts":[{"\ud800":1,"\ud800":2}]}', 400, "bad_json"),
    "doubled keys of NUL": (rb'{"facts":[{"\u0000":1,"\u0000":2}]}', 400, "bad_json"),
    "doubled long keys": (b'{"' + b"k" * 5000 + b'":1,"' + b"k" * 5000 + b'":2}', 400, "bad_json"),
    "NaN": (b'{"facts":[{"value":NaN}]}', 400, "bad_json"),
    "Infinity": (b'{"facts":[{"value":-Infinity}]}', 400, "bad_json"),
    "1e999": (b'{"facts":[{"value":1e999}]}', 400, "bad_json"),
    "2^53 + 1": (b'{"facts":[{"value":9007199254740993}]}', 400, "bad_json"),
    "ten thousand digits": (b'{"facts":[{"value":' + b"9" * 10_000 + b"}]}", 400, "bad_json"),
    "31 levels": (b'{"facts":' * 31 + b"1" + b"}" * 31, 400, "bad_json"),
    "100,000 levels": (b"[" * 100_000, 400, "bad_json"),
    "levels that are closed": (b"[" * 5_000 + b"]" * 5_000, 400, "bad_json"),
    "a million brackets": (b"[" + b"[]," * 1_000_001 + b"[]]", 400, "bad_json"),
    "an unfinished string of escapes": (b'{"facts":"' + b'\\"' * 200_000, 400, "bad_json"),
}

# Readable, but not what the address takes.
MISSHAPEN: dict[str, tuple[bytes, int, str]] = {
    "null": (b"null", 422, "not_a_list"),
    "a number": (b"1", 422, "not_a_list"),
    "a text": (b'"facts"', 422, "not_a_list"),
    "a bare list": (b"[]", 422, "not_a_list"),
    "an empty object": (b"{}", 422, "not_a_list"),
    "an empty list": (b'{"facts":[]}', 422, "not_a_list"),
    "no list": (b'{"facts":{"id":"1"}}', 422, "not_a_list"),
    "another name": (b'{"fact":[{}]}', 422, "not_a_list"),
    "a name too many": (b'{"facts":[{}],"by":"SYSTEM"}', 422, "not_a_list"),
    "5,001 facts": (b'{"facts":[' + b"{}," * 5_000 + b"{}]}", 413, "too_many"),
}

LONG = "x" * 201
# One fact that cannot be taken: what it is refused for, and the place in the body.
REFUSED_FACTS: dict[str, tuple[bytes, str, str]] = {
    "no object": (b'{"facts":[1]}', "wrong_type", "/facts/0"),
    "null": (b'{"facts":[null]}', "wrong_type", "/facts/0"),
    "nothing in it": (b'{"facts":[{}]}', "missing_field", "/facts/0/account"),
    "an unknown field": (facts(person_id=1), "unknown_field", "/facts/0/person_id"),
    "a field of Django's": (facts(connection__secret="x"), "unknown_field", "/facts/0/connection__secret"),
    "no id": (facts(id=None), "missing_field", "/facts/0/id"),
    "an empty id": (facts(id=""), "missing_field", "/facts/0/id"),
    "an id of spaces": (facts(id="   "), "empty_text", "/facts/0/id"),
    "an over-long id": (facts(id=LONG), "text_too_long", "/facts/0/id"),
    "an id that is a list": (facts(id=["f-1"]), "wrong_type", "/facts/0/id"),
    "an id that is true": (facts(id=True), "wrong_type", "/facts/0/id"),
    "an id with a line break": (facts(id="a\nb"), "bad_character", "/facts/0/id"),
    "an id that turns": (facts(id="a\u202eb"), "bad_character", "/facts/0/id"),
    "an id of nothing one sees": (facts(id="a\u200b"), "bad_character", "/facts/0/id"),
    "an over-long account": (facts(account=LONG), "text_too_long", "/facts/0/account"),
    "an over-long title": (facts(title="字" * 301), "text_too_long", "/facts/0/title"),
    "an over-long link": (facts(link="https://a.example/" + "x" * 2000), "bad_link", "/facts/0/link"),
    "a link that runs": (facts(link="javascript:alert(1)"), "bad_link", "/facts/0/link"),
    "a link with data": (facts(link="data:text/html,<script>"), "bad_link", "/facts/0/link"),
    "a link with a password": (facts(link="https://a:b@evil.example/"), "bad_link", "/facts/0/link"),
    "an unknown measure": (facts(measure="pay"), "unknown_measure", "/facts/0/measure"),
    "a measure that is an object": (facts(measure={"$ne": 1}), "wrong_type", "/facts/0/measure"),
    "a value that is text": (facts(value="1"), "wrong_type", "/facts/0/value"),
    "a value with a fraction": (facts(value=1.5), "wrong_type", "/facts/0/value"),
    "a value that is true": (facts(value=True), "wrong_type", "/facts/0/value"),
    "no value": (facts(value=None), "missing_field", "/facts/0/value"),
    "too much": (facts(value=10**12 + 1), "out_of_range", "/facts/0/value"),
    "too little": (facts(value=-1), "out_of_range", "/facts/0/value"),
    "a rating of 101": (facts(measure="satisfaction", value=10_001), "out_of_range", "/facts/0/value"),
    "a moment to come": (facts(moment="2199-01-01T00:00:00Z"), "from_the_future", "/facts/0/moment"),
    "a moment without its zone": (facts(moment="2026-01-05T09:00:00"), "moment_without_zone", "/facts/0/moment"),
    "a day that is none": (facts(moment="2026-02-30T09:00:00Z"), "bad_moment", "/facts/0/moment"),
    "a moment before all": (facts(moment="0001-01-01T00:00:00Z"), "bad_moment", "/facts/0/moment"),
    "a moment beyond all": (facts(moment="9999-12-31T23:59:59Z"), "bad_moment", "/facts/0/moment"),
    "a moment as seconds": (facts(moment=1767600000), "wrong_type", "/facts/0/moment"),
    "full-width digits": (facts(moment="２０２６-01-05T09:00:00Z"), "bad_moment", "/facts/0/moment"),
    "a version to come": (facts(updated_at="2199-01-01T00:00:00Z"), "from_the_future", "/facts/0/updated_at"),
    "a version below zero": (facts(version=-1), "out_of_range", "/facts/0/version"),
    "two versions": (facts(version=1, updated_at="2026-01-05T09:00:00Z"), "two_versions", "/facts/0/version"),
    "retracted by a word": (facts(retracted="yes"), "wrong_type", "/facts/0/retracted"),
    "no e-mail": (facts(account_email="lisi"), "bad_email", "/facts/0/account_email"),
}

# Texts for every field, parameter and part of an address.
TEXTS = (
    "", " ", "0", "-1", "1", "9" * 30, "1e309", "NaN", "null", "true", "undefined", "[]", "{}", "a" * 201, "字" * 5_000,
    "\x01\x02\x1b[31m", "a\r\nSet-Cookie: x=1", "a\nb", "\u202egnp.exe", "\u200b", "\ufeff", "\uffff", "😀" * 100,
    "e\u0301" * 100, "ﷺ" * 100,
    "'", '"', "\\", "`", "'; DROP TABLE people_person; --", "' OR '1'='1", "1) OR 1=1 --", "%", "_", "%s %d %n", "{0.__class__}",
    "{{ 7|add:7 }}", "{% debug %}", "${7*7}", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)",
    "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "/etc/passwd", "C:\\boot.ini", "file:///etc/passwd", "http://169.254.169.254/",
    "=cmd|' /C calc'!A0", "@SUM(1+1)", "+1", "-2+3", "2026-13", "2026-00", "0000-00", "2026-Q9", "２０２６-11", "1900-01", "9999-12",
    "person__account__password", "pk", "__class__", "connection__secret__startswith",
)  # fmt: skip
