"""Templates: quiet, translatable, and clean under a policy that allows no inline script or style."""

import re

import pytest

from tests.house.tree import SOURCE, templates

HAN = re.compile(r"[\u3400-\u9fff]")
COMMENT = re.compile(r"{#.*?#}|{% comment.*?{% endcomment %}", re.DOTALL)
TAG = re.compile(r"{%.*?%}", re.DOTALL)
# A language is named in itself, in every language.
NAMED_IN_ITSELF = "中文"
INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "an event attribute": re.compile(r"\son[a-z]+\s*="),
    "an inline script": re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))[^>]*>"),
    "an address of the outside": re.compile(r"(?:src|href)=\"(?:https?:)?//"),
}


def inline(text: str) -> list[str]:
    """Return what the page's policy would refuse."""
    markup = TAG.sub("", COMMENT.sub("", text))
    return [name for name, pattern in INLINE.items() if pattern.search(markup)]


# The style page of developers shows both scripts side by side.
PRODUCT = [path for path in templates() if not path.name.startswith("style")]


@pytest.mark.parametrize("path", PRODUCT, ids=lambda path: path.relative_to(SOURCE).as_posix())
class TestEveryTemplate:
    def test_has_nothing_inline(self, path):
        assert inline(path.read_text()) == []

    def test_keeps_its_words_in_the_catalogue(self, path):
        markup = COMMENT.sub("", path.read_text()).replace(NAMED_IN_ITSELF, "")

        assert HAN.findall(markup) == []


class TestTheRule:
    @pytest.mark.parametrize(
        "text", ['<p style="x">', "<style>", '<a onclick="x()">', "<script>x</script>", '<img src="https://x.cn/a.png">']
    )
    def test_finds_what_is_inline(self, text):
        assert len(inline(text)) == 1

    @pytest.mark.parametrize(
        "text", ['<script src="/a.js" defer></script>', '<script type="application/json" id="x">', '<a href="/people/">']
    )
    def test_lets_the_rest_pass(self, text):
        assert inline(text) == []
