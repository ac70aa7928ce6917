"""Invented people are never served as real ones, nor to a network."""

from bole.cli.serve import obstacles
from bole.config.environment import Environment


def environment(folder, **more: str) -> Environment:
    """Return an environment with this data folder."""
    return Environment.read({"BOLE_DATA": str(folder), "BOLE_PORT": "0", **{f"BOLE_{name.upper()}": value for name, value in more.items()}})


def make_demo(folder) -> None:
    """Leave what a demo leaves in its folder."""
    (folder / "demo").mkdir()
    (folder / "demo" / "dial").write_text("0")


def test_a_demo_is_not_served_as_a_company(tmp_path):
    make_demo(tmp_path)

    (only,) = obstacles(environment(tmp_path))

    assert "holds the demo company" in only


def test_a_demo_is_served_as_a_demo(tmp_path):
    make_demo(tmp_path)

    assert obstacles(environment(tmp_path, kind="demo")) == []


def test_a_demo_is_not_served_to_a_network(tmp_path):
    found = obstacles(environment(tmp_path, kind="demo", host="0.0.0.0", address="https://hr.example.com"))

    assert any("loopback only" in one for one in found)
