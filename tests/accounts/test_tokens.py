"""Tokens: what a program may do, from where, for how long; and nothing after their end."""

from datetime import timedelta

import pytest
from django.test import Client

from bole.accounts.actions import TooLongLife, UnknownNetwork, UnknownScope, end_token, make_token
from bole.accounts.models import Token
from bole.accounts.queries import token_for, tokens
from bole.kit.clock import now
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer
from bole.work.models import Connection, Item
from tests.factories import make_connection

pytestmark = pytest.mark.django_db

SYSTEM_ADMIN = Viewer(name="方磊", account_id=None, roles=frozenset({"system_admin"}))
HR_ADMIN = Viewer(name="苏文", account_id=None, roles=frozenset({"hr_admin"}))
FACT = b'{"facts":[{"id":"1","account":"a","measure":"commits","value":1,"moment":"2026-11-02T01:00:00Z"}]}'


def make(link: Connection | None = None, *scopes: str, days: int = 90, by: Viewer = SYSTEM, networks: tuple[str, ...] = ()) -> str:
    ref = link.ref if link else ""
    wanted = scopes or ("facts.write",)
    return make_token(name="build", scopes=wanted, connection_ref=ref, days=days, networks=networks, by=by, at=now())[1]


def send(text: str, *, address: str = "127.0.0.1", scheme: str = "Bearer") -> int:
    headers = {"Authorization": f"{scheme} {text}"}
    return Client().post("/api/v1/facts", FACT, content_type="application/json", headers=headers, REMOTE_ADDR=address).status_code


class TestAToken:
    def test_lets_its_program_write_to_its_connection(self) -> None:
        link = make_connection()

        assert send(make(link)) == 200
        assert list(Item.objects.values_list("connection_id", flat=True)) == [link.pk]

    @pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
    def test_is_read_whatever_the_case_of_its_scheme(self, scheme: str) -> None:
        assert send(make(make_connection()), scheme=scheme) == 200

    @pytest.mark.parametrize("text", ["", " ", "bole_", "bole_x", "null", "\x00", "é" * 40, "a" * 5000, "' OR 1=1 --"])
    def test_is_not_guessed(self, text: str) -> None:
        make(make_connection())

        assert send(text) == 401
        assert not Item.objects.exists()

    def test_is_not_taken_with_another_scheme_or_from_the_address_bar(self) -> None:
        text = make(make_connection())

        assert [send(text, scheme=scheme) for scheme in ("Basic", "Token", "")] == [401, 401, 401]
        assert Client().post(f"/api/v1/facts?token={text}&access_token={text}", FACT, content_type="application/json").status_code == 401

    def test_lies_in_the_database_as_a_hash(self) -> None:
        text = make(make_connection())

        row = Token.objects.get()
        assert text not in {row.hash, row.name, row.hint}
        assert (len(row.hash), text[-4:]) == (64, row.hint)

    def test_is_dead_at_once_when_it_is_ended(self) -> None:
        text = make(make_connection())
        end_token(ref=Token.objects.get().ref, by=SYSTEM, at=now())

        assert send(text) == 401
        assert tokens() == []

    def test_dies_at_its_end_and_not_before(self) -> None:
        text, made = make(make_connection(), days=1), now()

        lives = [token_for(text, address="", at=made + timedelta(hours=hours)) is not None for hours in (0, 23, 25)]

        assert lives == [True, True, False]

    def test_without_the_scope_may_not_write(self) -> None:
        link = make_connection()

        assert [send(make(link, scope)) for scope in ("dir.read", "score.read")] == [403, 403]
        assert not Item.objects.exists()

    def test_without_a_connection_may_not_write(self) -> None:
        assert send(make(None)) == 403

    def test_of_a_connection_that_is_gone_may_not_write(self) -> None:
        link = make_connection()
        text = make(link)
        link.delete()

        assert send(text) == 403

    def test_of_a_connection_that_is_off_may_not_write(self) -> None:
        link = make_connection()
        Connection.objects.filter(pk=link.pk).update(is_on=False)

        assert send(make(link)) == 409
        assert not Item.objects.exists()

    def test_with_a_write_scope_reads_nothing(self) -> None:
        headers = {"Authorization": f"Bearer {make(make_connection())}"}

        answers = [Client().get(path, headers=headers).status_code for path in ("/api/v1/people/BL0001", "/api/v1/people/BL0001/score")]

        assert answers == [404, 404]

    def test_opens_no_page(self) -> None:
        headers = {"Authorization": f"Bearer {make(make_connection(), 'dir.read', 'score.read')}"}

        assert Client().get("/people/", headers=headers).status_code == 302


NETWORKS = {
    "inside": (("10.0.0.0/8",), "10.1.2.3", 200),
    "outside": (("10.0.0.0/8",), "192.168.1.1", 401),
    "one machine": (("192.168.1.1",), "192.168.1.1", 200),
    "the machine beside it": (("192.168.1.1",), "192.168.1.2", 401),
    "the second of two": (("10.0.0.0/8", "192.168.0.0/16"), "192.168.1.1", 200),
    "IPv6": (("2001:db8::/32",), "2001:db8::7", 200),
    "IPv6 outside": (("2001:db8::/32",), "2001:db9::7", 401),
    "IPv4 in IPv6": (("10.0.0.0/8",), "::ffff:10.1.2.3", 200),
    "no address": (("10.0.0.0/8",), "", 401),
    "no address that can be read": (("0.0.0.0/0", "::/0"), "unix:", 401),
    "anywhere": ((), "203.0.113.9", 200),
}


class TestNetworks:
    @pytest.mark.parametrize("how", NETWORKS)
    def test_let_in_whom_they_hold(self, how: str) -> None:
        networks, address, status = NETWORKS[how]

        assert send(make(make_connection(), networks=networks), address=address) == status

    @pytest.mark.parametrize("network", ["", "ten", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/8 ", "*"])
    def test_that_cannot_be_read_are_refused(self, network: str) -> None:
        with pytest.raises(UnknownNetwork):
            make(make_connection(), networks=(network,))

        assert not Token.objects.exists()


class TestMakeToken:
    @pytest.mark.parametrize("scope", ["", "everything", "facts.*", "FACTS.WRITE"])
    def test_refuses_a_scope_that_is_not_there(self, scope: str) -> None:
        with pytest.raises(UnknownScope):
            make(None, scope)

        assert not Token.objects.exists()

    @pytest.mark.parametrize("days", [-1, 0, 366, 10_000])
    def test_refuses_a_life_of_more_than_a_year_or_none(self, days: int) -> None:
        with pytest.raises(TooLongLife):
            make(None, days=days)

        assert not Token.objects.exists()

    @pytest.mark.parametrize("roles", [(), ("employee",), ("mentor",), ("hr",), ("hr_partner",), ("auditor",)])
    def test_is_for_administrators(self, roles: tuple[str, ...]) -> None:
        with pytest.raises(NotYours):
            make(None, by=Viewer(name="x", account_id=1, roles=frozenset(roles)))

        assert not Token.objects.exists()

    def test_gives_nobody_a_key_to_what_they_may_not_read_themselves(self) -> None:
        with pytest.raises(NotYours):
            make(None, "facts.write", "score.read", by=SYSTEM_ADMIN)

        assert not Token.objects.exists()
        assert make(None, "score.read", by=HR_ADMIN).startswith("bole_")
        assert make(make_connection(), "facts.write", by=SYSTEM_ADMIN).startswith("bole_")


class TestEndToken:
    def test_is_for_administrators(self) -> None:
        make(make_connection())
        token = Token.objects.get()

        with pytest.raises(NotYours):
            end_token(ref=token.ref, by=Viewer(name="x", account_id=1, roles=frozenset({"auditor"})), at=now())

        token.refresh_from_db()
        assert token.ended_at is None

    def test_says_alike_what_was_ended_and_what_never_was(self) -> None:
        make(make_connection())
        token = Token.objects.get()
        end_token(ref=token.ref, by=SYSTEM, at=now())

        with pytest.raises(NotFound):
            end_token(ref=token.ref, by=SYSTEM, at=now())
        with pytest.raises(NotFound):
            end_token(ref="nowhere", by=SYSTEM, at=now())
