"""Numbers and days in words: signs, decimals, both languages."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from bole.kit.ui import days, periods, words
from bole.kit.ui.paper import letters_of


@pytest.fixture(params=["zh-hans"])
def chinese(request: pytest.FixtureRequest) -> Iterator[None]:
    with translation.override(request.param):
        yield


class TestNumbers:
    @pytest.mark.parametrize(
        ("value", "written"), [(8660, "86.6"), (8665, "86.7"), (0, "0.0"), (-20, "−0.2"), (-4, "0.0"), (10000, "100.0"), (None, "–")]
    )
    def test_score_has_one_decimal(self, value: int | None, written: str) -> None:
        assert words.points(value) == written

    def test_score_has_as_many_decimals_as_asked(self) -> None:
        assert (words.points(8665, 2), words.points(8650, 0)) == ("86.65", "87")

    @pytest.mark.parametrize(("value", "written"), [(210, "+2.1"), (-20, "−0.2"), (0, "0.0"), (3, "0.0"), (-3, "0.0"), (None, "–")])
    def test_change_has_its_sign(self, value: int | None, written: str) -> None:
        assert words.signed(value) == written

    def test_share_is_written_in_percent(self) -> None:
        assert (words.percent(3000), words.percent(1250, 1)) == ("30%", "12.5%")

    @given(value=st.integers(-100_000, 100_000))
    def test_two_decimals_lose_nothing(self, value: int) -> None:
        assert round(float(words.points(value, 2).replace("−", "-")) * 100) == value


class TestDelta:
    @pytest.mark.parametrize(
        ("change", "good", "tone"), [(210, "up", "up"), (-20, "up", "down"), (-120, "down", "up"), (120, "down", "down"), (40, "none", "")]
    )
    def test_colour_follows_good_and_bad(self, change: int, good: str, tone: str) -> None:
        assert f'class="delta {tone}"' in words.delta(change, good=good)

    def test_direction_is_said(self) -> None:
        with translation.override("en"):
            drawn = words.delta(-20)

        assert '<span class="sr-only">down </span>0.2' in drawn


@pytest.mark.usefixtures("chinese")
class TestDaysInChinese:
    def test_day_of_this_year(self, time_machine: object) -> None:
        time_machine.move_to(datetime(2026, 11, 23, 4, tzinfo=UTC))  # type: ignore[attr-defined]

        assert days.day(date(2026, 11, 23)) == "11月23日（周一）"
        assert days.brief_day(date(2026, 11, 23)) == "11月23日"

    def test_day_of_another_year(self, time_machine: object) -> None:
        time_machine.move_to(datetime(2026, 11, 23, 4, tzinfo=UTC))  # type: ignore[attr-defined]

        assert days.day(date(2025, 7, 1)) == "2025年7月1日（周二）"
        assert days.brief_day(date(2025, 7, 1)) == "2025年7月1日"

    def test_span_has_the_year_where_it_changes(self, time_machine: object) -> None:
        time_machine.move_to(datetime(2026, 11, 23, 4, tzinfo=UTC))  # type: ignore[attr-defined]

        assert days.span_words(date(2026, 5, 18), date(2026, 11, 18)) == "5月18日–11月18日"
        assert days.span_words(date(2022, 5, 19), date(2022, 9, 18)) == "2022年5月19日–9月18日"
        assert days.span_words(date(2025, 12, 1), date(2026, 5, 31)) == "2025年12月1日–2026年5月31日"
        assert periods.month_span(date(2024, 5, 1), date(2024, 11, 30)) == "2024年5月–11月"

    def test_moment_of_today_is_its_hour(self, time_machine: object) -> None:
        time_machine.move_to(datetime(2026, 11, 23, 4, tzinfo=UTC))  # type: ignore[attr-defined]

        assert days.moment(datetime(2026, 11, 23, 1, 20, tzinfo=UTC)) == "09:20"
        assert days.moment(datetime(2026, 11, 21, 17, 5, tzinfo=UTC)) == "11月22日 01:05"


class TestDaysInEnglish:
    def test_span(self, time_machine: object) -> None:
        time_machine.move_to(datetime(2026, 11, 23, 4, tzinfo=UTC))  # type: ignore[attr-defined]

        with translation.override("en"):
            assert days.span_words(date(2022, 5, 19), date(2022, 9, 18)) == "19 May–18 Sep 2022"
            assert days.span_words(date(2025, 12, 1), date(2026, 5, 31)) == "1 Dec 2025–31 May 2026"
            assert periods.month_span(date(2024, 5, 1), date(2024, 11, 30)) == "May–November 2024"

    def test_day(self, time_machine: object) -> None:
        time_machine.move_to(datetime(2026, 11, 23, 4, tzinfo=UTC))  # type: ignore[attr-defined]

        with translation.override("en"):
            written = (days.day(date(2026, 11, 23)), days.day(date(2025, 7, 1)))

        assert written == ("Mon 23 Nov", "Tue 1 Jul 2025")


class TestFace:
    @pytest.mark.parametrize(
        ("name", "letters"), [("林晓", "林晓"), ("王佳怡", "佳怡"), ("欧阳小雨", "小雨"), ("Zhang San", "ZS"), ("Cher", "C"), ("", "")]
    )
    def test_shows_the_last_two_characters_or_the_initials(self, name: str, letters: str) -> None:
        assert letters_of(name) == letters
