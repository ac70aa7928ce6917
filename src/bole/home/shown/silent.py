"""A source of data that is silent, in words."""

from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day
from bole.signals.queries import Silent


def silent_words(one: Silent) -> str:
    """Return since when it is silent, and that nobody is alerted for it."""
    said = {"name": one.name, "day": brief_day(one.first_day), "n": one.people}
    words = ngettext(
        "%(name)s has been silent since %(day)s; %(n)s person has no data, and nobody is alerted",
        "%(name)s has been silent since %(day)s; %(n)s people have no data, and nobody is alerted",
        one.people,
    )
    return words % said
