"""Items as chance makes them, for properties that must hold for all."""

from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from bole.work.rules.item import MARKS, ItemVersion, Mark

DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31))
MOMENTS = st.builds(datetime.combine, DAYS, st.times(min_value=time(0)), st.just(UTC))
MARK_SETS = st.frozensets(st.builds(Mark, st.sampled_from(MARKS), MOMENTS), max_size=4)
VALUES = {"push": ("commits",), "rating": ("satisfaction", "peer_rating"), "fact": ("output_units", "revenue")}


@st.composite
def item_versions(draw, external_id="T-1"):
    kind = draw(st.sampled_from(["task", "change", "defect", "review", "push", "ticket", "rating", "delivery", "rework", "fact"]))
    measures = VALUES.get(kind, ())
    return ItemVersion(
        external_id=external_id,
        kind=kind,
        # Few versions, so that equal ones with other content are common.
        version=draw(st.integers(0, 3)),
        account=draw(st.sampled_from([None, "7", "8"])),
        state=draw(st.sampled_from(["open", "done", "dropped"])),
        title=draw(st.sampled_from(["", "写方案", "Write the plan"])),
        opened_at=draw(st.none() | MOMENTS),
        due_on=draw(st.none() | DAYS),
        responded_at=draw(st.none() | MOMENTS),
        closed_at=draw(st.none() | MOMENTS),
        labels=draw(st.frozensets(st.sampled_from(["reuse", "复用", "bug"]))),
        values=tuple((measure, draw(st.integers(0, 10_000))) for measure in measures),
        marks=draw(MARK_SETS),
        is_retracted=draw(st.booleans()),
    )
