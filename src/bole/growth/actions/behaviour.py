"""Changes of what is remembered for recommendations: noting it, erasing it, switching it off."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from bole.access.rules import insist_on_taking_part
from bole.growth.actions.holding import hold_people
from bole.growth.events import BehaviourNoted
from bole.growth.models import Behaviour, Course, LessOf, Recommended, WithoutRecommendations
from bole.growth.queries.topics import topic_names
from bole.growth.rules.remembering import KEPT_DAYS, WHAT_IS_NOTED
from bole.growth.rules.words import topics_in
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer

What = Literal["opened", "finished", "searched", "wrote_about"]


# It leaves no line on the record: what may be erased one by one must not stand in a chain that nobody can shorten.
@action("growth.note_behaviour", is_noted_later=True)
def note_behaviour(*, person_id: int, what: What, item: str, topics: Sequence[str], by: Viewer, at: datetime) -> bool:
    """Remember that somebody opened or finished an item (its ref), searched, or wrote about topics; return whether it was remembered.

    Not of who switched recommendations off; an item opened again on the same day is one, and it is finished or handed in once.

    :raises NotFound: unless it is the person's own doing, or the system notes it
    """
    if by.person_id != person_id and not by.is_system:
        raise NotFound
    if what not in WHAT_IS_NOTED or not (item or topics) or WithoutRecommendations.objects.filter(person=person_id).exists():
        return False
    day = local_day(at)
    earlier = Behaviour.objects.filter(person=person_id, what=what, item=item)
    if item and (earlier if what in {"finished", "wrote_about"} else earlier.filter(day=day)).exists():
        return False
    Behaviour.objects.create(person_id=person_id, what=what, item=item, topics=list(dict.fromkeys(topics)), day=day)
    announce(BehaviourNoted(person_id), at=at)
    return True


@action("growth.record_behaviour")
def record_behaviour(*, told: Sequence[tuple[int, str, str, Sequence[str], date]], by: Viewer, at: datetime) -> int:
    """Take over what people did (person, what, item, topics, day) from before, of imports and of the demo; return how much was kept.

    :raises NotFound: unless the system says so
    """
    if not by.is_system:
        raise NotFound
    off = set(WithoutRecommendations.objects.values_list("person", flat=True))
    rows = [
        Behaviour(person_id=person, what=what, item=item, topics=list(topics), day=day)
        for person, what, item, topics, day in told
        if person not in off and what in WHAT_IS_NOTED
    ]
    Behaviour.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    on_record(thing=f"{len(rows)} pieces of behaviour")
    return len(rows)


@action("growth.open_course", is_noted_later=True)
def open_course(*, course: str, by: Viewer, at: datetime) -> bool:
    """Remember that the viewer looks at a course that is offered; return whether it was remembered."""
    me = insist_on_taking_part(by)
    topics = Course.objects.filter(code=course, is_offered=True).values_list("topics", flat=True).first()
    return topics is not None and note_behaviour(person_id=me, what="opened", item=course, topics=topics, by=by, at=at)


@action("growth.note_search", is_noted_later=True)
def note_search(*, words: str, by: Viewer, at: datetime) -> bool:
    """Remember the topics that the viewer looked for, not the words; return whether there were any."""
    me = insist_on_taking_part(by)
    topics = topics_in(words, topic_names())
    item = "search:" + "+".join(topics[:2])
    return bool(topics) and note_behaviour(person_id=me, what="searched", item=item[:80], topics=topics[:2], by=by, at=at)


@action("growth.erase_behaviour")
def erase_behaviour(*, behaviour_id: int, by: Viewer, at: datetime) -> None:
    """Erase one thing that is remembered of the viewer; the record keeps that something was erased, not what.

    :raises NotFound: unless it is the viewer's
    """
    me = insist_on_taking_part(by)
    hold_people([me])
    gone, _ = Behaviour.objects.filter(pk=behaviour_id, person=me).delete()
    if not gone:
        raise NotFound
    _say(me, "behaviour")
    announce(BehaviourNoted(me), at=at)


@action("growth.erase_all_behaviour")
def erase_all_behaviour(*, by: Viewer, at: datetime) -> int:
    """Erase all that is remembered of the viewer, and what was recommended because of it; return how many things that were."""
    me = insist_on_taking_part(by)
    hold_people([me])
    gone, _ = Behaviour.objects.filter(person=me).delete()
    Recommended.objects.filter(person=me).delete()
    _say(me, "all behaviour")
    announce(BehaviourNoted(me), at=at)
    return gone


@action("growth.switch_recommendations_off")
def switch_recommendations_off(*, by: Viewer, at: datetime) -> None:
    """Recommend nothing to the viewer from now on, and erase what was remembered."""
    me = insist_on_taking_part(by)
    hold_people([me])
    WithoutRecommendations.objects.get_or_create(person_id=me, defaults={"at": at})
    for table in (Behaviour, Recommended, LessOf):
        table.objects.filter(person=me).delete()
    _say(me, "recommendations off")


@action("growth.switch_recommendations_on")
def switch_recommendations_on(*, by: Viewer, at: datetime) -> None:
    """Recommend to the viewer again, beginning with nothing remembered."""
    me = insist_on_taking_part(by)
    WithoutRecommendations.objects.filter(person=me).delete()
    _say(me, "recommendations on")
    announce(BehaviourNoted(me), at=at)


@action("growth.erase_old_behaviour")
def erase_old_behaviour(*, by: Viewer, at: datetime) -> int:
    """Erase what is older than twelve months; return how much that was.

    :raises NotFound: unless the system does it
    """
    if not by.is_system:
        raise NotFound
    gone, _ = Behaviour.objects.filter(day__lt=local_day(at) - timedelta(days=KEPT_DAYS)).delete()
    return gone


def forget_old_behaviour(at: datetime) -> str:
    """Erase what is older than twelve months."""
    return f"{erase_old_behaviour(by=SYSTEM, at=at)} erased"


def _say(person_id: int, thing: str) -> None:
    on_record(subject=str(Person.objects.values_list("ref", flat=True).get(pk=person_id)), thing=thing)


assert set(get_args(What)) == set(WHAT_IS_NOTED)  # noqa: S101  (the type and the rule say the same)
