"""The measurement of alerts writes what it measured: each size beside its aim, and which sizes were left out."""

from pathlib import Path

import pytest

from benchmarks import alerts
from benchmarks.alerts import Tally, main


def tally(true: int, delay: int) -> Tally:
    """Return a hundred declines, of which so many were found."""
    found = Tally.empty()
    found.alerts, found.planted, found.true, found.right_cause, found.delays = 100, 100, true, true // 2, [delay] * 3
    return found


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let nothing be measured, and the page go elsewhere."""
    sizes = {50: "50 people × 20 companies", 500: "500 people × 4 companies", 10_000: "10,000 people × 1 company"}

    def quality(companies: tuple[tuple[int, tuple[int, ...]], ...]) -> tuple[tuple[Tally, Tally], dict[str, tuple[Tally, Tally]]]:
        return (tally(91, 5), tally(2, 9)), {sizes[people]: (tally(85, 12), tally(2, 9)) for people, _ in companies}

    monkeypatch.setattr(alerts, "quality", quality)
    monkeypatch.setattr(alerts, "speed", lambda: (7.0, 33.0))
    monkeypatch.setattr(alerts, "RESULT", tmp_path / "alerts.md")
    return tmp_path / "alerts.md"


def test_writes_each_size_and_all_together_and_names_what_was_left_out(written: Path) -> None:
    assert main(["--people", "50,500", "--write"]) == 0

    page = written.read_text(encoding="utf-8")
    assert page.startswith("# Decline alerts on generated companies, seeds 9000 to 9019, 9100 to 9103\n")
    assert "| alerts: precision, 50 people × 20 companies | 0.020 | 0.850 | ≥ 0.9 | no | 100 declines |" in page
    assert "| alerts: recall, 500 people × 4 companies | 0.020 | 0.850 | ≥ 0.9 | no |" in page
    assert "| alerts: precision | 0.020 | 0.910 | ≥ 0.9 | yes |" in page
    assert "| alerts: delay of a step | 9 | 5 working days | ≤ 5 | yes | 90 %: 5 |" in page
    assert "| alerts: a night of a million series | 7.0 s | 33.0 s | < 30 s | no |" in page
    assert "Not measured: companies of 10,000 people." in page


def test_leaves_nothing_out_where_all_was_measured(written: Path) -> None:
    main(["quality", "--write"])

    page = written.read_text(encoding="utf-8")
    assert "10,000 people × 1 company" in page
    assert "Not measured" not in page
    assert "a night" not in page


def test_writes_only_where_it_is_asked_to(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["speed"])

    assert not written.exists()
    assert '"alerts: a night of a million series"' in capsys.readouterr().out
