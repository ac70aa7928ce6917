"""Reading what ships with the product: an item or a course is one file, a head of names and values, then its text, then the English one.

    kind: article
    title: 写周报的三句话
    title_en: Three sentences for a weekly report
    ---
    （中文）
    --- en
    (English)

In a course each step begins with `# Chinese title | English title | minutes`.
"""

from collections.abc import Mapping
from typing import Any

from bole.growth.rules.prose import reading_minutes

_SEVERAL = ("topics", "stages", "roles")


class BadlyPacked(ValueError):  # noqa: N818  (says what is wrong)
    """A file of ours that cannot be read: a mistake of ours, found by a test."""


def read_item(text: str) -> dict[str, Any]:
    """Return the fields of an item.

    :raises BadlyPacked: if the head or the text is missing
    """
    head, body = _headed(text)
    zh, en = _languages(body)
    if not head.get("title") or not zh:
        raise BadlyPacked(text[:40])
    told: dict[str, Any] = {
        "kind": head.get("kind", "article"), "title_zh": head["title"], "title_en": head.get("title_en", ""),
        "words_zh": head.get("words", ""),
        "words_en": head.get("words_en", ""), "text_zh": zh, "text_en": en, "video": head.get("video", ""),
    }  # fmt: skip
    told |= {key: _several(head, key) for key in _SEVERAL}
    return told


def read_course(text: str) -> dict[str, Any]:
    """Return the fields of a course, with its steps.

    :raises BadlyPacked: if anything is missing
    """
    head, body = _headed(text)
    steps = [_step(part) for part in body.split("\n# ") if part.strip()]
    if not head.get("title") or not head.get("title_en") or not steps:
        raise BadlyPacked(text[:40])
    return {
        "title_zh": head["title"], "title_en": head["title_en"], "words_zh": head.get("words", ""), "words_en": head.get("words_en", ""),
        "exam": head.get("exam", ""), "topics": list(_several(head, "topics")), "level": int(head.get("level", "0")), "steps": steps,
    }  # fmt: skip


def _step(text: str) -> dict[str, Any]:
    title, _, body = text.strip().removeprefix("# ").partition("\n")
    named = [one.strip() for one in title.split("|")]
    zh, en = _languages(body)
    if len(named) < 2 or not zh or not en:
        raise BadlyPacked(title)
    minutes = int(named[2]) if len(named) > 2 else reading_minutes(zh)
    return {"title_zh": named[0], "title_en": named[1], "minutes": minutes, "text_zh": zh, "text_en": en}


def _headed(text: str) -> tuple[dict[str, str], str]:
    head, _, body = text.replace("\r\n", "\n").partition("\n---\n")
    lines = [line.partition(":") for line in head.splitlines() if line.strip()]
    return {name.strip(): value.strip() for name, _, value in lines}, f"\n{body}"


def _languages(body: str) -> tuple[str, str]:
    zh, _, en = body.partition("\n--- en\n")
    return zh.strip(), en.strip()


def _several(head: Mapping[str, str], key: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in head.get(key, "").split(",") if one.strip())
