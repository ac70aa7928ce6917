"""What the play has of recommendations: what is remembered of 李四, what is recommended to them, and what they want less of."""

from datetime import datetime

from bole.growth.actions import note_behaviour, recommend_again, show_less
from bole.growth.models import Behaviour, LibraryItem, Recommended
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm, viewer


def be_recommended_to(firm: Firm, *, at: datetime) -> None:
    """Let 李四 open two things, be recommended others, and want less of one of them."""
    person_id, by = firm.people["self"].pk, viewer(firm, "self")
    for one in LibraryItem.objects.filter(state="published").order_by("id")[1:3]:
        note_behaviour(person_id=person_id, what="opened", item=one.ref, topics=one.topics, by=by, at=at)
    recommend_again(person_id=person_id, by=SYSTEM, at=at)
    less = Recommended.objects.filter(person=person_id).order_by("place")[0].item
    show_less(item=less, by=by, at=at)
    firm.things["behaviour"] = {"li": str(Behaviour.objects.filter(person=person_id).order_by("id")[0].pk), "ghost": "0"}
    firm.things["less_item"] = {"li": less, "ghost": "222222222222"}
    firm.things["recommended_item"] = {
        "li": Recommended.objects.filter(person=person_id).order_by("place")[0].item,
        "ghost": "222222222222",
    }
