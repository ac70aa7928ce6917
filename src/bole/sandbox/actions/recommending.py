"""Recommendations in the demo: what people opened, what Ayiguli handed in, and what is recommended because of it."""

from collections.abc import Mapping
from datetime import timedelta

from bole.growth.actions import note_behaviour, recommend_at_once, record_behaviour
from bole.growth.queries import library_items
from bole.growth.queries.topics import topic_names
from bole.growth.rules.words import topics_in
from bole.people.queries import assignments_on
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment
from bole.sandbox.rules.tastes import COMPLAINTS, ZHENG_KE, Shelf, opened_by_others, python_opened
from bole.values.viewer import SYSTEM
from bole.work.actions import submit_result


def learn_and_write(clock: Clockwork, keys: Mapping[str, int]) -> int:
    """Let everybody have opened things, Ayiguli have handed in four complaints, and recommend by it; return how much that was."""
    today = clock.almanac.anchor
    # Refs are random: the order of titles is the same in every demo.
    items = sorted((one for one in library_items(SYSTEM) if not one.stages), key=lambda one: (one.kind, one.title_zh))
    shelf = [Shelf(one.ref, one.topics, one.roles) for one in items]
    posts = assignments_on(None, today)
    role_of = {number: posts[person].family_code for number, person in keys.items() if person in posts}
    others = opened_by_others(shelf, role_of, today=today)
    own = python_opened(shelf)
    told = [(keys[number], "opened", one.ref, one.topics, day) for number, one, day in others]
    told += [(keys[ZHENG_KE], "opened", one.ref, one.topics, today - timedelta(days=back)) for one, back in own]
    opened = record_behaviour(told=told, by=SYSTEM, at=moment(today, 0.1))
    _hand_in(clock)
    recommend_at_once(moment(today, 0.2))
    return opened + len(COMPLAINTS)


def _hand_in(clock: Clockwork) -> None:
    """Let Ayiguli hand in what she wrote, each on its day; its topics are remembered as a reaction would, on that day."""
    names = topic_names()
    for n, one in enumerate(COMPLAINTS):
        day = clock.almanac.anchor - timedelta(days=one.back)
        by, at = viewer_of("supporter", day), moment(day, 17.2 + n / 10)
        made = submit_result(
            once=f"complaint-{n}", kind="customer_feedback", words=one.words, value=one.stars, files=(), kept=(), for_mentor=False,
            by=by, at=at,
        )  # fmt: skip
        topics = topics_in(one.words, names)
        note_behaviour(person_id=made.person_id, what="wrote_about", item=f"result:{made.ref}", topics=topics[:3], by=SYSTEM, at=at)
