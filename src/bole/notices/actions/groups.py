"""News of the company for groups: by the robots that the operator set up, and never about a person."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.kit.action import action, on_record
from bole.notices.kinds import is_offered, kind_of
from bole.notices.models import Channel, Sending
from bole.notices.refusals import UnknownKind
from bole.notices.rules.hours import Hours, opening
from bole.values.viewer import Viewer
from bole.values.workdays import is_working_day


@action("notices.tell_groups")
def tell_groups(*, kind: str, key: str, by: Viewer, at: datetime) -> int:
    """Tell every group once, when it is not quiet; return how many groups. A sentence that names anything does not go to a group.

    :raises UnknownKind: if no room offers the kind, or it says more than that there is news
    """
    if not is_offered(kind) or "{" in str(kind_of(kind).sentence) or kind_of(kind).topic != "company":
        raise UnknownKind(kind=kind)
    local = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    due = opening(local.replace(tzinfo=None), Hours(), is_working_day).replace(tzinfo=local.tzinfo)
    count = 0
    for robot in Channel.objects.filter(is_on=True).exclude(code="mail").order_by("pk"):
        given = {"day": due.date(), "due_at": due}
        _, is_new = Sending.objects.get_or_create(account=None, key=f"g:{kind}:{key}", channel=robot.code, target=robot.ref, defaults=given)
        count += is_new
    on_record(thing=f"notice_kind {kind}")
    return count
