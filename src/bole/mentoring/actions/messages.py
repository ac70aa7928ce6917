"""Messages of a pair: a sentence to the mentor, or back, whenever something comes up; read by the two alone."""

from datetime import datetime

from bole.kit.action import action, on_record
from bole.mentoring.actions.plans import pair_locked
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import PairMessage
from bole.reviews.rules.writing import written
from bole.values.viewer import SYSTEM, Viewer

LONGEST_MESSAGE = 2000


@action("mentoring.send_message")
def send_message(*, pair_ref: str, once: str, words: str, by: Viewer, at: datetime) -> PairMessage:
    """Send a message to the other one of a pair. The same form sent twice is one.

    :raises NotFound, PairOver: unless one of the two sends it, of a living pair
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    pair = pair_locked(pair_ref, by)
    before = PairMessage.objects.filter(mentorship=pair, once=once).first()
    if before is not None:
        return before
    told = written(words, most=LONGEST_MESSAGE, where="words")
    made = PairMessage.objects.create(mentorship=pair, once=once, by_id=by.person_id or 0, words=told, at=at)
    on_record(thing=f"mentorship {pair.ref}")
    other = pair.mentee_id if by.person_id == pair.mentor_id else pair.mentor_id
    address = f"/mentoring/pairs/{pair.ref}/messages/"
    tell_people([other], kind="mentoring.message", key=made.ref, params={"name": by.name}, address=address, by=SYSTEM, at=at)
    return made
