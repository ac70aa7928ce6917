"""Who may do what with every address, written by hand from the table of who may see what. It imports nothing of the product.

The people of the play: 李四 (self) works in 林静's team (manager), 高远 leads the division above it (upper), 何佳 is HR partner of
that division (partner), 方可 of another one (other_partner); 周宁 is HR for all (hr), 苏文 HR admin, 陆衡 auditor, 方磊 system admin.
许嘉 (colleague), 陈澈 (mentor, of nobody yet) and an outsourced engineer (external) work in another division, and so does 钱多, who is
nobody of these.

Targets: `own` is whoever asks, `li` is 李四 or a thing of 李四's, `outside` is 钱多 or a thing of 钱多's, `ghost` is nobody. A thing of
the company has `li` (it is there) and `ghost` alone. Who is not listed gets 404: what is not visible does not exist. 403 is for what one
sees and may not do. A program without a session and whoever is not signed in stand before the door (302), or are told by the API (401).

The rows of each room stand in a file of their own; `who` has what they are written with.
"""

from tests.trust.expected.access import SECURITY
from tests.trust.expected.accounts import DOOR
from tests.trust.expected.api import API
from tests.trust.expected.attendance import ATTENDANCE
from tests.trust.expected.growth import GROWTH
from tests.trust.expected.hidden import FORBIDDEN
from tests.trust.expected.home import HOME
from tests.trust.expected.kit import KIT
from tests.trust.expected.mentoring import ADMISSION, EFFECTS, MATCHING
from tests.trust.expected.mentoring_hours import HOURS
from tests.trust.expected.mentoring_pairs import ENDS, GROUPS, LIFE_OF_PAIRS, OFFICE, PAIRS
from tests.trust.expected.notices import NOTICES
from tests.trust.expected.people import PEOPLE
from tests.trust.expected.reviews import IMPROVEMENT, REVIEWS
from tests.trust.expected.scoring import SCORING, YEARS
from tests.trust.expected.signals import ALERTS, DIAGNOSES
from tests.trust.expected.surveys import SURVEYS
from tests.trust.expected.who import METHODS, OK, PASSES, PERSONAS, SIGNED_IN, Address
from tests.trust.expected.work import RESULTS, WORK

__all__ = ["ADDRESSES", "FORBIDDEN", "METHODS", "OK", "PASSES", "PERSONAS", "SIGNED_IN", "Address"]

# fmt: off
ADDRESSES: dict[str, Address] = (
    HOURS | OFFICE | GROUPS | ENDS | IMPROVEMENT | RESULTS | YEARS | ADMISSION | PAIRS | MATCHING | LIFE_OF_PAIRS | EFFECTS
    | GROWTH | SURVEYS | NOTICES | HOME | PEOPLE | SCORING | WORK | ATTENDANCE | ALERTS | DIAGNOSES | REVIEWS | SECURITY | DOOR | KIT | API
)
