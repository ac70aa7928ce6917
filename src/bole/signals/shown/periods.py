"""The periods behind a change in words, each with the page of its records."""

from dataclasses import dataclass

from django.utils.translation import ngettext

from bole.kit.ui.periods import period_words
from bole.signals.queries.one_alert import OneAlert
from bole.signals.shown.values import value_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodShown:
    """A period: its value, on how many records it stands, and where these are; without any it opens nothing."""

    name: str
    value: str
    records: str
    url: str


def periods_shown(one: OneAlert, *, base: str) -> tuple[PeriodShown, ...]:
    """Return the periods, the newest first; `base` is the page of the indicator's records."""
    return tuple(
        PeriodShown(
            name=period_words(found.period),
            value=value_words(one.row.indicator, found.value),
            records=ngettext("%(n)s record", "%(n)s records", found.records) % {"n": found.records},
            url=f"{base}?period={found.period.code}" if found.records else "",
        )
        for found in one.periods
    )
