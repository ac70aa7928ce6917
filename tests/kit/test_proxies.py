"""Who asks, behind proxies: what ours say is believed, and nothing that anybody else writes."""

from dataclasses import replace
from ipaddress import ip_network

import pytest
from django.conf import settings
from django.test import Client, override_settings

from bole.config.environment import BadEnvironment, Environment
from bole.kit.proxies import asker

OURS = (ip_network("10.0.0.5/32"), ip_network("172.16.0.0/12"))
IN_FRONT = override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, proxies="10.0.0.5"))


@pytest.mark.parametrize(
    ("nearest", "told", "who"),
    [
        ("10.0.0.5", "203.0.113.7", "203.0.113.7"),
        ("10.0.0.5", "", "10.0.0.5"),
        ("203.0.113.7", "10.1.1.1", "203.0.113.7"),
        ("10.0.0.5", "127.0.0.1, 203.0.113.7", "203.0.113.7"),
        ("10.0.0.5", "203.0.113.7, 172.20.0.1", "203.0.113.7"),
        ("10.0.0.5", "172.20.0.9", "172.20.0.9"),
        ("10.0.0.5", "unknown", "10.0.0.5"),
        ("::ffff:10.0.0.5", "2001:db8::7", "2001:db8::7"),
        ("", "203.0.113.7", ""),
    ],
)
def test_who_asks_is_whom_our_own_proxies_heard(nearest: str, told: str, who: str) -> None:
    assert asker(nearest, told, proxies=OURS) == who


@pytest.mark.django_db
class TestTheFiguresOfTheMachine:
    def test_are_given_on_the_machine(self) -> None:
        assert Client().get("/metrics").status_code == 200

    def test_are_not_given_through_a_proxy_on_the_machine(self) -> None:
        assert Client().get("/metrics", headers={"X-Forwarded-For": "203.0.113.7"}).status_code == 404

    @IN_FRONT
    def test_are_not_given_to_who_says_to_be_this_machine(self) -> None:
        answer = Client().get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}, REMOTE_ADDR="10.0.0.5")

        assert answer.status_code == 404


class TestTheEnvironment:
    @pytest.mark.parametrize("text", ["proxy", "10.0.0.5;10.0.0.6", "10.0.0.0/99"])
    def test_refuses_what_is_no_network(self, text: str) -> None:
        with pytest.raises(BadEnvironment, match="BOLE_PROXIES"):
            Environment.read({"BOLE_PROXIES": text})

    def test_answers_its_own_machine_too_where_it_has_a_public_address(self) -> None:
        made = Environment.read({"BOLE_HOST": "0.0.0.0", "BOLE_ADDRESS": "https://hr.example.com"})

        assert made.hosts == ["hr.example.com", "127.0.0.1", "localhost", "[::1]"]
