"""Sealed values: nobody reads them in the database, nothing that was moved or changed opens, and no log prints them."""

import base64
import json
import logging
import os
import pickle
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from bole.kit.logs import JsonLine
from bole.people.models import Person
from bole.vault import keys
from bole.vault.fields import Hidden
from bole.vault.sealing import Unreadable, blind, seal, unseal
from bole.work.models import Connection
from tests.factories import make_company, make_connection, make_person

PLACE = "people_person.mobile"
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


class TestSeal:
    @given(TEXT)
    def test_opens_again_in_its_place(self, text: str) -> None:
        assert unseal(seal(text, place=PLACE), place=PLACE) == text

    def test_seals_equal_text_differently_each_time(self) -> None:
        assert len({seal("13800138000", place=PLACE) for _ in range(1000)}) == 1000

    def test_does_not_open_in_another_place(self) -> None:
        moved = seal("13800138000", place=PLACE)

        with pytest.raises(Unreadable):
            unseal(moved, place="people_person.birthday")

    def test_does_not_open_after_one_bit_was_changed_anywhere(self) -> None:
        raw = base64.b64decode(seal("四百元", place=PLACE))
        opened = []
        for n in range(len(raw) * 8):
            broken = bytearray(raw)
            broken[n // 8] ^= 1 << n % 8
            try:
                opened.append(unseal(base64.b64encode(bytes(broken)).decode(), place=PLACE))
            except Unreadable:
                continue

        assert opened == []

    @pytest.mark.parametrize("text", ["", "x", "13800138000", "AQE=", "AQ" * 40, "é" * 40, "\x00"])
    def test_does_not_open_what_was_never_sealed(self, text: str) -> None:
        with pytest.raises(Unreadable):
            unseal(text, place=PLACE)

    def test_does_not_open_with_another_key(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        sealed = seal("13800138000", place=PLACE)
        other = tmp_path / "kek"
        other.write_bytes(os.urandom(32))
        other.chmod(0o600)
        monkeypatch.setattr(keys, "key_path", lambda: other)
        keys.root_key.cache_clear()
        keys.derived.cache_clear()

        try:
            with pytest.raises(Unreadable):
                unseal(sealed, place=PLACE)
        finally:
            monkeypatch.undo()
            keys.root_key.cache_clear()
            keys.derived.cache_clear()
        assert unseal(sealed, place=PLACE) == "13800138000"


class TestBlind:
    def test_is_equal_for_what_reads_alike_and_differs_by_place(self) -> None:
        assert blind(" ＡＢ ", place=PLACE) == blind("ab", place=PLACE)
        assert blind("ab", place=PLACE) != blind("ab", place="people_person.work_email")
        assert blind("ab", place=PLACE) != blind("abc", place=PLACE)


class TestTheKeyFile:
    @pytest.fixture
    def path(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        monkeypatch.setattr(keys, "key_path", lambda: tmp_path / "keys" / "kek")
        keys.root_key.cache_clear()
        yield tmp_path / "keys" / "kek"
        keys.root_key.cache_clear()

    def test_is_made_once_for_the_owner_alone(self, path: Path) -> None:
        made = keys.root_key()
        keys.root_key.cache_clear()

        assert keys.root_key() == made == path.read_bytes()
        assert (len(made), path.stat().st_mode & 0o777) == (32, 0o600)

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
    def test_is_refused_if_others_may_read_it(self, path: Path, mode: int) -> None:
        keys.root_key()
        path.chmod(mode)
        keys.root_key.cache_clear()

        with pytest.raises(keys.NoKey, match="chmod 600"):
            keys.root_key()

    @pytest.mark.parametrize("size", [0, 31, 33])
    def test_is_refused_if_it_holds_no_key(self, path: Path, size: int) -> None:
        path.parent.mkdir()
        path.write_bytes(b"x" * size)
        path.chmod(0o600)

        with pytest.raises(keys.NoKey, match="32 bytes"):
            keys.root_key()


@pytest.mark.django_db
class TestASealedField:
    def test_lies_sealed_in_the_database_and_opens_when_read(self) -> None:
        link = make_connection("github")
        Connection.objects.filter(pk=link.pk).update(secret="the secret of the tool")

        with connection.cursor() as cursor:
            cursor.execute("SELECT secret FROM work_connection WHERE id = %s", [link.pk])
            stored = cursor.fetchone()[0]

        assert "secret" not in stored
        assert unseal(stored, place="work_connection.secret") == "the secret of the tool"
        assert Connection.objects.get(pk=link.pk).secret == "the secret of the tool"

    def test_does_not_open_when_it_was_copied_to_another_column(self) -> None:
        person = make_person(make_company(), "张三")
        Person.objects.filter(pk=person.pk).update(mobile="13800138000")
        with connection.cursor() as cursor:
            cursor.execute("UPDATE people_person SET birthday = mobile WHERE id = %s", [person.pk])

        with pytest.raises(Unreadable):
            Person.objects.get(pk=person.pk)

    def test_is_not_found_by_its_text(self) -> None:
        person = make_person(make_company(), "张三")
        Person.objects.filter(pk=person.pk).update(mobile="13800138000")

        assert not Person.objects.filter(mobile="13800138000").exists()

    def test_stays_empty_when_empty(self) -> None:
        person = make_person(make_company(), "张三")

        assert Person.objects.get(pk=person.pk).mobile == ""


class TestHidden:
    def test_prints_dots_wherever_python_prints_values(self) -> None:
        value = Hidden("13800138000")

        shown = [repr(value), f"{value!r}", str([value]), str({"mobile": value}), "%r" % value]  # noqa: UP031  (it is one of the ways)

        assert all("138" not in one and "•••" in one for one in shown)

    def test_is_the_text_for_whoever_uses_it(self) -> None:
        value = Hidden("13800138000")

        assert (value, f"{value}", value[:3], json.dumps(value)) == ("13800138000", "13800138000", "138", '"13800138000"')
        assert pickle.loads(pickle.dumps(value)) == "13800138000"


class TestTheLog:
    def test_holds_no_value_of_an_error(self) -> None:
        def fail() -> None:
            raise ValueError("Key (mobile)=(13800138000) already exists")

        try:
            fail()
        except ValueError as broken:
            record = logging.LogRecord("bole", logging.ERROR, "x.py", 1, "unexpected", (), (ValueError, broken, broken.__traceback__))

        line = json.loads(JsonLine().format(record))

        assert line["error"] == "ValueError"
        assert "13800138000" not in json.dumps(line)
        assert any("in fail" in frame for frame in line["stack"])
