"""Contacts and zones in the one form that is stored."""

from datetime import date

import pytest

from bole.people.rules.contacts import checked_birthday, normalise_email, normalise_mobile
from bole.people.rules.refusals import BadBirthday, BadEmail, BadMobile
from bole.people.rules.zones import UnknownZone, checked_zone, working_zone


@pytest.mark.parametrize(
    "text,kept",
    [("", ""), (" Zhang.San@Example.COM ", "zhang.san@example.com"), ("ａ@b.cn", "a@b.cn")],
)
def test_an_email_is_kept_in_lower_case(text: str, kept: str) -> None:
    assert normalise_email(text) == kept


@pytest.mark.parametrize("text", ["zhang", "a@b", "a b@c.cn", "a@b.cn,c@d.cn", "a@" + "b" * 200 + ".cn"])
def test_no_email_is_refused(text: str) -> None:
    with pytest.raises(BadEmail):
        normalise_email(text)


@pytest.mark.parametrize(
    "text,kept",
    [
        ("", ""),
        ("138 0013 8000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("+49 (30) 901820", "+4930901820"),
        ("１３８００１３８０００", "13800138000"),
    ],
)
def test_a_mobile_is_kept_as_digits(text: str, kept: str) -> None:
    assert normalise_mobile(text) == kept


@pytest.mark.parametrize("text", ["12", "1380013800x", "1.38E+10"])
def test_no_mobile_is_refused(text: str) -> None:
    with pytest.raises(BadMobile):
        normalise_mobile(text)


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(1900, 1, 1)])
def test_nobody_is_born_in_the_future_or_too_long_ago(day: date) -> None:
    with pytest.raises(BadBirthday):
        checked_birthday(day, today=date(2026, 11, 23))


@pytest.mark.parametrize(
    "own,units,zone",
    [
        ("Europe/Berlin", ["Asia/Tokyo"], "Europe/Berlin"),
        ("", ["", "Asia/Tokyo"], "Asia/Tokyo"),
        ("", ["", ""], "Asia/Shanghai"),
    ],
)
def test_the_nearest_zone_counts(own: str, units: list[str], zone: str) -> None:
    assert working_zone(own, units, "Asia/Shanghai") == zone


def test_a_zone_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownZone):
        checked_zone("Asia/Peking")
