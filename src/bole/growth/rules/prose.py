"""Rich text as it is typed, made into clean HTML; what is typed as HTML is shown as it stands, never run.

## Heading      ### Smaller one      - point      1. step      > quote      ``` code ```
**strong**  *stressed*  `code`  [words](https://example.com)
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence

import nh3

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "pre", "code", "strong", "em", "a", "br"}
CHARACTERS_A_MINUTE = 300  # of Chinese; English words are counted as one and a half
# A space after the mark may be left out before Chinese, as it is typed.
_LIST = re.compile(r"(?:[-*•](?:\s+|(?=[\u4e00-\u9fff]))|(\d{1,2})[.、)](?:\s+|(?=[\u4e00-\u9fff])))(.*)")
_HEADING = re.compile(r"(##|###)(?!#)\s*(\S.*)")
_INLINE = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![*A-Za-z0-9_])\*(?=\S)([^*]+?)(?<=\S)\*(?![*A-Za-z0-9_])"), r"<em>\1</em>"),
    (re.compile(r"\[([^\[\]]{1,200})\]\(((?:https?://|/)[^\s()<>]{1,300})\)"), r'<a href="\2">\1</a>'),
)


def to_html(text: str) -> str:
    """Return the HTML of a text, cleaned."""
    made = "".join(_blocks(text.replace("\r\n", "\n").split("\n")))
    return nh3.clean(made, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel="noopener noreferrer")


def reading_minutes(text: str) -> int:
    """Return how long a text takes to read, at least a minute."""
    words = len(re.findall(r"[A-Za-z0-9'’]+", text))
    signs = len(re.findall(r"[\u4e00-\u9fff]", text))
    return max(1, -(-int(signs + words * 1.5) // CHARACTERS_A_MINUTE))


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    """Yield the blocks of a text."""
    rest = list(lines)
    while rest:
        line = rest[0].strip()
        if not line:
            rest.pop(0)
        elif line.startswith("```"):
            yield _code(rest)
        elif heading := _HEADING.match(line):
            rest.pop(0)
            tag = "h2" if heading[1] == "##" else "h3"
            yield f"<{tag}>{_inline(heading[2])}</{tag}>"
        elif line.startswith(">"):
            yield f"<blockquote><p>{_joined(_taken(rest, lambda one: one.startswith('>'), strip=1))}</p></blockquote>"
        elif _LIST.match(line):
            yield _list(rest)
        else:
            yield f"<p>{_joined(_taken(rest, _is_plain))}</p>"


def _code(rest: list[str]) -> str:
    """Take a block of code; one that is not closed goes to the end."""
    rest.pop(0)
    inside = []
    while rest and not rest[0].strip().startswith("```"):
        inside.append(rest.pop(0))
    if rest:
        rest.pop(0)
    return f"<pre><code>{html.escape(chr(10).join(inside))}</code></pre>"


def _list(rest: list[str]) -> str:
    """Take a list: of points, or of steps if it begins with a number."""
    first = _LIST.match(rest[0].strip())
    tag = "ol" if first is not None and first[1] else "ul"
    points = []
    while rest and (found := _LIST.match(rest[0].strip())) and bool(found[1]) == (tag == "ol"):
        points.append(f"<li>{_inline(found[2])}</li>")
        rest.pop(0)
    return f"<{tag}>{''.join(points)}</{tag}>"


def _taken(rest: list[str], wanted: Callable[[str], bool], *, strip: int = 0) -> list[str]:
    """Take the lines that belong together, the first whatever it is."""
    found = [rest.pop(0).strip()[strip:].strip()]
    while rest and wanted(rest[0].strip()):
        found.append(rest.pop(0).strip()[strip:].strip())
    return found


def _is_plain(line: str) -> bool:
    return bool(line) and not line.startswith((">", "```")) and not _LIST.match(line) and not _HEADING.match(line)


def _joined(lines: Sequence[str]) -> str:
    return "<br>".join(_inline(one) for one in lines)


def _inline(text: str) -> str:
    """Return a line with its emphasis, links and code; what stands in code is left alone."""
    return "".join(_code_in(part) if n % 2 else _stressed(part) for n, part in enumerate(text.split("`")))


def _code_in(part: str) -> str:
    return f"<code>{html.escape(part)}</code>"


def _stressed(part: str) -> str:
    made = html.escape(part, quote=False)
    for pattern, words in _INLINE:
        made = pattern.sub(words, made)
    return made
