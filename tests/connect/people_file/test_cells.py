"""Cells: days and kinds as people and spreadsheets write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.connect.people_file.cells import day_of, kind_of, number_in
from bole.connect.people_file.refusals import BadDay
from bole.people.rules.refusals import UnknownKind

MARCH = date(2022, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2022-03-01",
        "2022/3/1",
        "2022.3.1",
        "2022年3月1日",
        "20220301",
        "２０２２－０３－０１",
        "2022-03-01 00:00:00",
        "2022-03-01T09:30",
        "44621",
        "44621.0",
    ],
)
def test_a_day_is_read(text: str) -> None:
    assert day_of(text) == MARCH


@pytest.mark.parametrize(
    "text", ["", "gestern", "2022-02-30", "1/3/2022", "01-03-22", "1899-12-31", "2201-01-01", "446211", "-1", "NaN", "9" * 400]
)
def test_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadDay):
        day_of(text)


@given(st.dates(min_value=date(1900, 3, 1), max_value=date(2173, 1, 1)))
def test_every_way_to_write_a_day_gives_the_day(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)

    assert day_of(f"{day.year}年{day.month}月{day.day}日") == day
    assert day_of(day.strftime("%Y%m%d").rjust(8, "0")) == day
    assert len(serial) < 5 or day_of(serial) == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        found = day_of(text)
    except BadDay:
        return
    assert date(1900, 1, 1) <= found <= date(2200, 12, 31)


@pytest.mark.parametrize(
    "text,kind", [("正式", "regular"), ("Intern", "intern"), ("试用期", "probation"), ("劳务派遣", "dispatched"), ("退休返聘", "rehired")]
)
def test_a_kind_is_read(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_no_kind_is_refused() -> None:
    with pytest.raises(UnknownKind):
        kind_of("临时")


@pytest.mark.parametrize("text,number", [("张三（BL0064）", "BL0064"), ("张三(BL0064)", "BL0064"), ("张三", ""), ("（）", "")])
def test_a_number_in_brackets_is_found(text: str, number: str) -> None:
    assert number_in(text) == number
