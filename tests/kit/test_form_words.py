"""What forms say: our own words, in both languages; what was typed is given back."""

import pytest
from django import forms
from django.test import Client
from django.utils import translation

from bole.kit.middleware import words_of
from bole.values.period import Period
from bole.values.refusal import Refused, say


class Asked(forms.Form):
    """One field of each kind."""

    name = forms.CharField(max_length=3)
    number = forms.IntegerField(max_value=5)
    day = forms.DateField()
    way = forms.ChoiceField(choices=[("a", "A")])


class Closed(Refused):
    """A refusal that names a period."""

    sentence = say("{period} is closed.")


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("zh-hans", {}, {"name": "请填写这一项。", "number": "请填写这一项。", "day": "请填写这一项。", "way": "请填写这一项。"}),
        (
            "zh-hans",
            {"name": "四个字符", "number": "9", "day": "x", "way": "b"},
            {
                "name": "现在有4个字符，最多3个。",
                "number": "最大是5。",
                "day": "请填写日期，例如2026-11-23。",
                "way": "这里不能选“b”，请从列表里选一个。",
            },
        ),
        (
            "en",
            {"name": "a\x00", "number": "x", "day": "2026-11-23", "way": "a"},
            {"name": "There is a character in the text that cannot be kept (NUL).", "number": "Write a whole number."},
        ),
    ],
)
def test_a_field_says_what_is_wrong_in_our_words(language: str, typed: dict[str, str], said: dict[str, str]) -> None:
    with translation.override(language):
        form = Asked(typed)

        assert {name: " ".join(problems) for name, problems in form.errors.items()} == said


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "2026年10月 is closed."), ("en", "October 2026 is closed.")])
def test_a_refusal_says_a_period_as_people_do(language: str, words: str) -> None:
    with translation.override(language):
        assert words_of(Closed(period=Period.parse("2026-10")))[0] == words


@pytest.mark.django_db
class TestAnAnswer:
    def test_gives_back_what_was_typed_beside_a_nul(self) -> None:
        answer = Client().post("/sign-in/", {"login": "李\x00四", "password": "geheim\x00"})

        assert answer.status_code == 400
        assert "文字里有一个无法保存的字符（NUL），所以没有保存。" in answer.content.decode()
        assert ">李四</textarea>" in answer.content.decode()
        assert "geheim" not in answer.content.decode()

    @pytest.mark.parametrize(
        ("path", "said"),
        [
            ("/api/v1/nowhere", "API没有这个地址。"),
            ("/api/v1/people/BL9999/score?period=2026-10", "没有找到对应的员工，周期，或者不对你开放。"),
        ],
    )
    def test_of_the_api_says_what_was_not_found(self, path: str, said: str) -> None:
        from tests.factories import make_account, make_company, make_person

        browser = Client(headers={"accept-language": "zh-CN"})
        browser.force_login(make_account(make_person(make_company(), "李四")))

        assert browser.get(path).json()["message"] == said
