"""What may be served, and where."""

import socket

import pytest

from bole.cli.serve import obstacles, parts_of, public_obstacles
from bole.config.environment import Environment


class TestAPublicAddress:
    def test_is_fine_with_https(self):
        assert public_obstacles(Environment(host="0.0.0.0", address="https://hr.example.com")) == []

    @pytest.mark.parametrize(
        ("environment", "words"),
        [
            (Environment(host="0.0.0.0", address="http://hr.example.com"), "https"),
            (Environment(host="0.0.0.0", address="https://hr.example.com", debug="1"), "BOLE_DEBUG"),
            (Environment(host="0.0.0.0", address="https://hr.example.com", kind="demo"), "demo"),
        ],
    )
    def test_is_refused_with_a_reason(self, environment, words):
        (obstacle,) = public_obstacles(environment)

        assert words in obstacle


def test_a_port_in_use_is_said_before_anything_starts(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        (obstacle,) = obstacles(Environment(port=str(port), data=str(tmp_path)))

    assert f"Port {port} on 127.0.0.1 cannot be used" in obstacle


def test_an_installation_is_a_door_and_a_worker():
    assert [part.name for part in parts_of(Environment(), has_worker=True)] == ["door", "worker"]
    assert [part.name for part in parts_of(Environment(), has_worker=False)] == ["door"]
