"""One's own note, written on two phones: the later one never quietly replaces what the other wrote."""

import re

import pytest
from django.test import Client

from bole.mentoring.models import PrivateNote
from tests.mentoring.making import Cast


@pytest.fixture
def phone(cast: Cast) -> tuple[Client, str]:
    """Return 张三's browser, and the address of the pair."""
    return cast.browser("张三"), f"/mentoring/pairs/{cast.pair().ref}/"


def version_in(client: Client, address: str) -> str:
    """Return the mark of the note that the page shows."""
    found = re.search(r'note/".*?name="version" value="(\w{12})"', client.get(address).content.decode(), re.DOTALL)
    return found.group(1) if found else ""


class TestAPrivateNote:
    def test_written_over_what_another_phone_wrote_is_refused_and_stays_in_the_form(self, phone: tuple[Client, str]) -> None:
        client, address = phone
        seen = version_in(client, address)
        client.post(f"{address}note/", {"private": "先听，再说", "version": seen})

        answer = client.post(f"{address}note/", {"private": "周五问进度", "version": seen})

        page = answer.content.decode()
        assert answer.status_code == 409
        assert "你在另一台设备上也改了这里。两份内容都在，没有覆盖。请选择保留哪一份，或者合并。" in page
        assert "周五问进度" in page
        assert str(PrivateNote.objects.get().words) == "先听，再说"

    def test_is_replaced_by_whoever_has_seen_it(self, phone: tuple[Client, str]) -> None:
        client, address = phone
        client.post(f"{address}note/", {"private": "先听，再说", "version": version_in(client, address)})

        answer = client.post(f"{address}note/", {"private": "周五问进度", "version": version_in(client, address)})

        assert answer.status_code == 302
        assert str(PrivateNote.objects.get().words) == "周五问进度"

    def test_sent_twice_is_the_same(self, phone: tuple[Client, str]) -> None:
        client, address = phone
        seen = version_in(client, address)

        answers = [client.post(f"{address}note/", {"private": "先听，再说", "version": seen}).status_code for _ in range(2)]

        assert answers == [302, 302]
