"""What growth does when something happened: what somebody handed in is remembered by its topics, and recommendations follow at once."""

from datetime import datetime

from bole.growth.actions.behaviour import note_behaviour
from bole.growth.actions.recommending import recommend_again
from bole.growth.events import BehaviourNoted, CourseFinished
from bole.growth.queries.topics import topic_names
from bole.growth.rules.words import topics_in
from bole.kit.announce import on
from bole.values.viewer import SYSTEM
from bole.work.events import ResultSubmitted
from bole.work.queries import handed_in


@on(BehaviourNoted, name="growth.recommend_again")
def follow(event: BehaviourNoted, at: datetime) -> None:
    """Work out again what is recommended to the person."""
    recommend_again(person_id=event.person_id, by=SYSTEM, at=at)


@on(CourseFinished, name="growth.recommend_after_a_course")
def go_on_after_a_course(event: CourseFinished, at: datetime) -> None:
    """Recommend what comes next to whoever finished a course."""
    recommend_again(person_id=event.person_id, by=SYSTEM, at=at)


@on(ResultSubmitted, name="growth.note_what_was_handed_in")
def note_what_was_handed_in(event: ResultSubmitted, at: datetime) -> None:
    """Remember what somebody wrote about: the topics that our word list finds, not the words."""
    found = handed_in(event.ref)
    if found is None:
        return
    topics = topics_in(f"{found.title}\n{found.words}", topic_names())
    if topics:
        item = f"result:{event.ref}"
        note_behaviour(person_id=event.person_id, what="wrote_about", item=item, topics=topics[:3], by=SYSTEM, at=found.sent_at)
