"""What the room does by the clock beside recommending: groups hear once a week that the library has something new."""

from datetime import datetime, timedelta

from bole.growth.models import LibraryItem
from bole.kit.clock import local_day
from bole.notices.actions import tell_groups
from bole.values.viewer import SYSTEM
from bole.values.workdays import is_working_day

NEWS = "growth.library_news"
WEEK = timedelta(days=7)


def tell_groups_of_what_is_new(at: datetime) -> str:
    """Tell the groups that have a robot, once a week, on its first working day, if something was published in the seven days before."""
    day = local_day(at)
    monday = day - timedelta(days=day.weekday())
    if not is_working_day(day) or any(is_working_day(monday + timedelta(days=n)) for n in range(day.weekday())):
        return "another day"
    if not LibraryItem.objects.filter(state="published", published_at__gte=at - WEEK).exists():
        return "nothing new"
    return f"{tell_groups(kind=NEWS, key=str(monday), by=SYSTEM, at=at)} groups told"
