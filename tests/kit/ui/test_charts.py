"""Charts: whatever the values, the drawing stays inside its frame, adds up, and says what it shows."""

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from bole.kit.ui import charts
from bole.kit.ui.charts import Marker, Move, Trend
from bole.kit.ui.drawing import keep_apart, room, ticks_of

VALUES = st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=1, max_size=40)
SPAN = st.one_of(st.none(), st.tuples(st.floats(0, 100), st.floats(0, 100)).map(lambda span: (min(span), max(span))))
HOSTILE = st.text(alphabet="<>&\"'a张", min_size=1, max_size=12)


def numbers(path: str) -> list[float]:
    return [float(one) for one in re.findall(r"-?\d+\.?\d*", path)]


def points_of(drawn: str) -> list[tuple[float, float]]:
    """Return every corner of the absolute shapes of a drawing."""
    found = []
    for node in ElementTree.fromstring(drawn).iter():
        at = node.attrib
        if node.tag == "rect":
            x, y, wide, tall = (float(at[name]) for name in ("x", "y", "width", "height"))
            found += [(x, y), (x + wide, y + tall)]
        if node.tag == "circle":
            found.append((float(at["cx"]), float(at["cy"])))
        if node.tag == "path" and "own" in at["class"]:
            way = numbers(at["d"])
            found += list(zip(way[::2], way[1::2], strict=True))
    return found


def frame_of(drawn: str) -> tuple[float, float]:
    _, _, wide, tall = numbers(ElementTree.fromstring(drawn).attrib["viewBox"])
    return wide, tall


def is_inside(drawn: str, slack: float = 3) -> bool:
    wide, tall = frame_of(drawn)
    return all(-slack <= x <= wide + slack and -slack <= y <= tall + slack for x, y in points_of(drawn))


def widths(drawn: str, cls: str) -> list[float]:
    return [float(node.attrib["width"]) for node in ElementTree.fromstring(drawn) if node.attrib.get("class", "").startswith(cls)]


def a_trend(values: Sequence[float | None], **more: object) -> Trend:
    return Trend(label="…", values=values, names=[f"第{i}周" for i in range(len(values))], **more)  # type: ignore[arg-type]


class TestTrend:
    @given(values=VALUES, usual=SPAN, target=SPAN)
    def test_stays_inside_its_frame(self, values: list[float | None], usual: charts.Span | None, target: charts.Span | None) -> None:
        chart = a_trend(values, usual=usual, target=target)

        drawn = charts.trend(chart)

        assert is_inside(drawn)

    @given(words=HOSTILE)
    def test_escapes_every_word(self, words: str) -> None:
        chart = Trend(
            label=words,
            values=[1.0, 2.0],
            names=[words, words],
            now_words=words,
            usual=(1, 2),
            usual_words=(words, words),
            target=(1, 2),
            target_words=(words, words),
            urls=[words, words],
            markers=[Marker(index=0, words=words, url=words)],
        )

        drawn = ElementTree.fromstring(charts.trend(chart))

        assert drawn.attrib["aria-label"] == words
        assert {node.text for node in drawn.iter("text")} == {words}

    def test_leaves_a_gap_where_there_is_no_value(self) -> None:
        drawn = charts.trend(a_trend([80.0, 81.0, None, None, 84.0, 85.0]))

        assert drawn.count('class="own"') == 2

    def test_links_each_value_to_its_facts(self) -> None:
        chart = a_trend([80.0, None, 82.0], urls=["/a", "/b", "/c"])

        drawn = charts.trend(chart)

        assert re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"', drawn) == [("/a", "第0周 80"), ("/c", "第2周 82")]
        assert 'role="group"' in drawn

    def test_sets_markers_that_are_close_on_lines_of_their_own(self) -> None:
        markers = [Marker(index=3, words="请假三天"), Marker(index=4, words="新接手项目")]

        drawn = ElementTree.fromstring(charts.trend(a_trend([80.0] * 12, markers=markers)))

        heights = {node.text: node.attrib["y"] for node in drawn.iter("text") if node.attrib["class"] == "t ink"}
        assert heights == {"请假三天": "14", "新接手项目": "32"}

    @given(values=VALUES, index=st.integers(0, 39), words=HOSTILE)
    def test_keeps_a_markers_words_inside(self, values: list[float | None], index: int, words: str) -> None:
        chart = a_trend(values, markers=[Marker(index=min(index, len(values) - 1), words=words)])

        drawn = ElementTree.fromstring(charts.trend(chart))

        start = next(float(node.attrib["x"]) for node in drawn.iter("text") if node.attrib["class"] == "t ink")
        assert 0 <= start <= 358 - room(words) + 0.1


class TestSmallLines:
    @given(values=VALUES, usual=SPAN)
    def test_spark_stays_inside(self, values: list[float | None], usual: charts.Span | None) -> None:
        assert is_inside(charts.spark(values, usual, label="x"))

    @given(values=VALUES)
    def test_hero_stays_inside(self, values: list[float | None]) -> None:
        assert is_inside(charts.hero(values, label="x"))


class TestStack:
    @given(parts=st.lists(st.floats(0.5, 20), min_size=1, max_size=5))
    def test_parts_add_up_to_their_share_of_the_whole(self, parts: list[float]) -> None:
        drawn = charts.stack(parts, total=100, label="x", width=1000)

        shown = sum(widths(drawn, "shade-")) + 2 * len(parts)
        assert abs(shown - sum(parts) * 10) < 0.1 * len(parts)


class TestBullet:
    @given(value=st.floats(-50, 150), target=st.floats(0, 100), good=st.sampled_from(["up", "down"]))
    def test_stays_inside_even_beyond_its_scale(self, value: float, target: float, good: charts.Good) -> None:
        assert is_inside(charts.bullet(value, target, low=0, high=100, label="x", good=good), slack=0.1)

    def test_marks_what_is_missing(self) -> None:
        drawn = charts.bullet(60, 80, low=0, high=100, label="x", width=100)

        assert widths(drawn, "bar") == [60]
        assert widths(drawn, "gap") == [23]

    def test_marks_what_is_too_much_where_less_is_better(self) -> None:
        drawn = charts.bullet(80, 60, low=0, high=100, label="x", good="down", width=100)

        assert widths(drawn, "bar") == [60]
        assert widths(drawn, "gap") == [23]

    def test_marks_nothing_on_target(self) -> None:
        assert widths(charts.bullet(80, 80, low=0, high=100, label="x"), "gap") == []

    def test_shows_no_bar_without_a_value(self) -> None:
        assert widths(charts.bullet(None, 80, low=0, high=100, label="x"), "bar") == []


class TestRing:
    @given(done=st.floats(-1, 2))
    def test_stays_inside(self, done: float) -> None:
        assert is_inside(charts.ring(done, label="x", words="x"), slack=0.1)

    def test_is_open_at_nought(self) -> None:
        assert "ink-fill" not in charts.ring(0, label="x", words="0/10")


class TestManyAtOnce:
    @given(counts=st.lists(st.integers(0, 500), min_size=1, max_size=12))
    def test_histogram_stays_inside_and_prints_each_count(self, counts: list[int]) -> None:
        drawn = charts.histogram(counts, ["x"] * len(counts), label="x", guide=counts)

        assert is_inside(drawn)
        assert [node.text for node in ElementTree.fromstring(drawn).iter("text")][::2] == [str(count) for count in counts]

    @given(rates=st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=5))
    def test_slope_stays_inside(self, rates: list[tuple[float, float]]) -> None:
        rows = [(str(i), before, now) for i, (before, now) in enumerate(rates)]

        assert is_inside(charts.slope(rows, label="x", names=("a", "b", "c")))


class TestFold:
    @given(changes=st.lists(st.integers(-500, 500), max_size=20))
    def test_keeps_the_sum(self, changes: list[int]) -> None:
        shown = charts.fold([Move(change=change, words="x") for change in changes], rest="rest")

        assert sum(move.change for move in shown) == sum(changes)
        assert len(shown) == min(len(changes), 5)

    def test_names_the_rest(self) -> None:
        moves = [Move(change=change, words=str(change), url="/x") for change in (1, -60, 50, 40, 30, 20)]

        shown = charts.fold(moves, rest="rest")

        assert [(move.words, move.change) for move in shown] == [("-60", -60), ("50", 50), ("40", 40), ("30", 30), ("rest", 21)]
        assert shown[-1].url == ""


class TestLabels:
    @given(wanted=st.lists(st.floats(0, 200), min_size=1, max_size=5))
    def test_are_kept_apart_in_their_order(self, wanted: list[float]) -> None:
        placed = keep_apart([(want, 20.0, str(i)) for i, want in enumerate(wanted)], 0, 200)

        heights = [height for height, _ in placed]
        assert all(b - a >= 19.999 for a, b in pairwise(heights))
        assert heights[-1] <= 190.001

    @given(names=st.lists(HOSTILE, min_size=1, max_size=60))
    def test_dates_begin_with_the_first_and_end_with_the_last(self, names: list[str]) -> None:
        ticks = ticks_of(names, 290)

        assert ticks[0][0] == 0
        assert ticks[-1][0] == len(names) - 1
        assert len(ticks) <= 4
