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


def wordless(text: str) -> str:
    """Return the markup without its comments and the name of the Chinese language."""
    return COMMENT.sub("", text).replace(NAMED_IN_ITSELF, "")


# The style page of developers shows both scripts side by side.
PRODUCT = [path for path in templates() if not path.name.startswith("style")]


class TestEveryTemplate:
    def test_has_nothing_inline(self):
        found = {path.relative_to(SOURCE).as_posix(): inline(path.read_text()) for path in PRODUCT}

        assert {name: kinds for name, kinds in found.items() if kinds} == {}

    def test_keeps_its_words_in_the_catalogue(self):
        found = {path.relative_to(SOURCE).as_posix(): HAN.findall(wordless(path.read_text())) for path in PRODUCT}

        assert {name: words for name, words in found.items() if words} == {}


# Keeps no draft though somebody types in it: a list whose own fields lie in forms beside it.
NO_DRAFT = {"notices/templates/notices/notices.html"}
OWN_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
LONG = re.compile(r"<textarea\b|{%\s*field\b")


class TestWhatIsTyped:
    """Every form with writing in it keeps it on the phone: the component sees to it, and no form goes round it."""

    def test_stands_in_forms_of_the_component_alone(self):
        found = [
            path.relative_to(SOURCE).as_posix() for path in PRODUCT if any(LONG.search(one) for one in OWN_FORM.findall(path.read_text()))
        ]

        assert found == []

    def test_is_kept_everywhere_but_where_we_said_no(self):
        found = {path.relative_to(SOURCE).as_posix() for path in PRODUCT if "data_keeps=False" in path.read_text()}

        assert found == NO_DRAFT


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
