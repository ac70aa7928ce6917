"""The kit's words: each has its Chinese, written as Chinese is written."""

import re
from io import StringIO
from pathlib import Path

from babel.messages.pofile import read_po

KIT = Path(__file__).parents[3] / "src/bole/kit"
CATALOGUE = read_po(StringIO((KIT / "locale/zh_Hans/LC_MESSAGES/django.po").read_text()), locale="zh_Hans")
KNOWN = {message.id if isinstance(message.id, str) else message.id[0] for message in CATALOGUE}
STRING = r'"((?:[^"\\]|\\.)+)"'


def words_of_templates() -> set[str]:
    sources = [path.read_text() for path in (KIT / "templates").rglob("*.html")]
    tags = [word for source in sources for word in re.findall(rf"{{% translate {STRING}", source)]
    arguments = [word for source in sources for word in re.findall(rf"_\({STRING}\)", source)]
    return {word.replace("%", "%%") for word in tags} | set(arguments)


def words_of_python() -> set[str]:
    calls = rf"\b(?:_|gettext|gettext_lazy|say)\(\s*{STRING}"
    return {word for path in KIT.rglob("*.py") for word in re.findall(calls, path.read_text())}


class TestCatalogue:
    def test_knows_every_word_of_the_templates(self) -> None:
        assert words_of_templates() - KNOWN == set()

    def test_knows_every_word_of_the_code(self) -> None:
        assert words_of_python() - KNOWN == set()

    def test_leaves_nothing_untranslated(self) -> None:
        assert [message.id for message in CATALOGUE if message.id and not message.string] == []

    def test_writes_chinese_punctuation(self) -> None:
        half_width = [m.string for m in CATALOGUE if m.id and re.search(r"[\u4e00-\u9fff][,;:!?.]|[\u4e00-\u9fff]\(", str(m.string))]

        assert half_width == []
