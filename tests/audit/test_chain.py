"""The record: a chain in which a changed, a removed, a moved and a cut-off line is found."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bole.audit.actions import canonical, write
from bole.audit.anchors import anchor, anchor_path, last_anchor
from bole.audit.models import Entry
from bole.audit.queries import faults, newest, who_looked
from bole.audit.rules import START, Fault, chained, verify
from bole.kit.action import Line
from bole.values.viewer import Viewer
from bole.vault.keys import derived

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
SU = Viewer(name="苏文", account_id=7, address="2001:db8:1:2:3:4:5:6")
KEY = b"k" * 32


def put(*names: str, by: Viewer = SU) -> list[int]:
    """Write a line for each name; return their numbers."""
    for n, name in enumerate(names):
        write(Line(name, by, NOON + timedelta(minutes=n), subject="person 1", things=[name], fields=["score"]))
    return list(Entry.objects.order_by("seq").values_list("seq", flat=True))


@pytest.mark.django_db
class TestFaults:
    def test_finds_none_in_what_was_written(self) -> None:
        put("a.one", "a.two", "a.three")

        assert faults() == []

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("what", "a.other"),
            ("by", "李四"),
            ("account_id", 8),
            ("account_id", None),
            ("at", NOON + timedelta(microseconds=1)),
            ("subject", ""),
            ("things", []),
            ("fields", ["score", "pay"]),
            ("reason", "because"),
            ("address", "10.0.0.0"),
            ("request", "00000000"),
            ("hash", "0" * 64),
        ],
    )
    def test_finds_a_line_that_was_changed(self, field: str, value: object) -> None:
        _, middle, _ = put("a.one", "a.two", "a.three")

        Entry.objects.filter(pk=middle).update(**{field: value})

        assert Fault(middle, "changed") in faults()

    def test_finds_a_line_that_was_removed(self) -> None:
        _, middle, last = put("a.one", "a.two", "a.three")

        Entry.objects.filter(pk=middle).delete()

        assert faults() == [Fault(last, "gap")]

    def test_finds_that_the_beginning_was_removed(self) -> None:
        first, second, _ = put("a.one", "a.two", "a.three")

        Entry.objects.filter(pk=first).delete()

        assert faults() == [Fault(second, "gap")]

    def test_finds_a_line_put_in_between(self) -> None:
        first, second, third = put("a.one", "a.two", "a.three")
        copy = Entry.objects.get(pk=second)

        copy.pk = third + 1
        copy.save(force_insert=True)

        assert faults() == [Fault(third + 1, "gap")]
        assert first < second < third

    def test_finds_two_lines_that_changed_places(self) -> None:
        _, second, third = put("a.one", "a.two", "a.three")

        Entry.objects.filter(seq=second).update(seq=third + 10)

        assert faults() == [Fault(third, "gap"), Fault(third + 10, "gap")]

    def test_finds_a_chain_that_was_written_anew_without_the_key(self) -> None:
        numbers = put("a.one", "a.two")
        prev = START
        for entry in Entry.objects.order_by("seq"):
            entry.by = "nobody"
            entry.prev, entry.hash = prev, chained(prev, canonical(entry), key=KEY)
            entry.save()
            prev = entry.hash

        assert faults() == [Fault(number, "changed") for number in numbers]


class TestVerify:
    """The rule itself, with a head that was anchored elsewhere."""

    def lines(self, count: int) -> list[tuple[int, str, str, dict[str, object]]]:
        prev, found = START, []
        for n in range(1, count + 1):
            made = chained(prev, {"n": n}, key=KEY)
            found.append((n, prev, made, {"n": n}))
            prev = made
        return found

    def test_finds_an_end_that_was_cut_off(self) -> None:
        lines = self.lines(5)

        assert verify(lines[:3], key=KEY, head=(5, lines[4][2])) == [Fault(5, "tail_cut")]
        assert verify([], key=KEY, head=(5, lines[4][2])) == [Fault(5, "tail_cut")]

    def test_finds_a_head_that_was_replaced(self) -> None:
        lines = self.lines(5)

        assert verify(lines, key=KEY, head=(5, "f" * 64)) == [Fault(5, "rewritten")]

    def test_is_content_with_more_than_the_head(self) -> None:
        lines = self.lines(5)

        assert verify(lines, key=KEY, head=(3, lines[2][2])) == []

    def test_needs_the_key(self) -> None:
        assert verify(self.lines(2), key=b"x" * 32) == [Fault(1, "changed"), Fault(2, "changed")]


@pytest.mark.django_db
class TestAnchors:
    @pytest.fixture(autouse=True)
    def _find_and_leave_no_anchor(self) -> Iterator[None]:
        anchor_path().unlink(missing_ok=True)  # another test's timetable may have made one
        yield
        anchor_path().unlink(missing_ok=True)

    def test_show_that_the_end_was_cut_off(self) -> None:
        _, _, last = put("a.one", "a.two", "a.three")
        anchor(NOON)

        Entry.objects.filter(pk=last).delete()

        assert faults() == [Fault(last, "tail_cut")]

    def test_show_that_everything_was_removed(self) -> None:
        last = put("a.one", "a.two", "a.three")[-1]
        anchor(NOON)

        Entry.objects.all().delete()

        assert faults() == [Fault(last, "tail_cut")]

    def test_show_that_all_was_written_anew_with_the_key(self) -> None:
        numbers = put("a.one", "a.two")
        anchor(NOON)
        prev = START
        for entry in Entry.objects.order_by("seq"):
            entry.by = "nobody"
            entry.prev, entry.hash = prev, chained(prev, canonical(entry), key=derived("audit"))
            entry.save()
            prev = entry.hash

        assert faults() == [Fault(numbers[-1], "rewritten")]

    def test_count_from_the_last_sound_line_of_the_file(self) -> None:
        numbers = put("a.one", "a.two")
        anchor(NOON)
        forged = json.dumps({"seq": 1, "hash": START, "at": NOON.isoformat(), "seal": "0" * 64})
        anchor_path().write_text(anchor_path().read_text() + forged + '\n{"seq": 9, "ha', encoding="utf-8")

        assert last_anchor() == (numbers[-1], Entry.objects.get(pk=numbers[-1]).hash)

    def test_are_made_only_when_something_was_written(self) -> None:
        number = put("a.one")[0]

        assert [anchor(NOON), anchor(NOON)] == [f"anchored line {number}", "nothing to anchor"]
        assert faults() == []


@pytest.mark.django_db
class TestALine:
    def test_keeps_the_network_of_an_address_and_not_the_machine(self) -> None:
        put("a.one")
        put("a.two", by=Viewer(name="x", address="192.168.7.23"))
        put("a.three", by=Viewer(name="x"))

        assert list(Entry.objects.order_by("seq").values_list("address", flat=True)) == ["2001:db8:1:2::", "192.168.7.0", ""]

    def test_holds_what_is_too_long_in_short(self) -> None:
        write(Line("a.one", Viewer(name="名" * 200), NOON, reason="因" * 900, things=[str(n) for n in range(90)]))

        entry = Entry.objects.get()
        assert (len(entry.by), len(entry.reason), len(entry.things)) == (120, 500, 50)
        assert faults() == []


@pytest.mark.django_db
class TestReading:
    def test_tells_people_who_looked_at_them_newest_first(self) -> None:
        put("scoring.look", "scoring.close", "people.look")
        Entry.objects.filter(what="people.look").update(subject="person 2")

        looks = who_looked("person 1", since=NOON)

        assert [(one.by, one.fields) for one in looks] == [("苏文", ("score",))]

    def test_gives_the_newest_lines_first_and_goes_on_from_there(self) -> None:
        first, second, third = put("a.one", "a.two", "a.three")

        assert [one.seq for one in newest(most=2)] == [third, second]
        assert [one.seq for one in newest(before=second)] == [first]
