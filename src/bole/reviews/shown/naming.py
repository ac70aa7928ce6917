"""Names in words: of people, periods, indicators, and of what feedback is about."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from bole.kit.ui.languages import either as either
from bole.kit.ui.languages import is_english as is_english
from bole.kit.ui.languages import joined as joined
from bole.kit.ui.languages import listed as listed
from bole.people.words import name_of as name_of
from bole.people.words import place_of as place_of
from bole.reviews.rules.about import About
from bole.scoring.models import Indicator
from bole.scoring.rules.library import LIBRARY
from bole.values.period import Period

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def names_of_indicators(codes: Collection[str]) -> dict[str, str]:
    """Return the names of indicators in the reader's language (one query)."""
    wanted = {code for code in codes if code}
    if not wanted:
        return {}
    own = {code: (zh, en) for code, zh, en in Indicator.objects.filter(code__in=wanted).values_list("code", "zh", "en")}
    shipped = {code: (LIBRARY[code].zh, LIBRARY[code].en) for code in wanted if code in LIBRARY}
    return {code: either(*(own.get(code) or shipped.get(code) or (code, code))) for code in wanted}


def month_of(code: str) -> str:
    """Return a period as people say it: 2026年11月; other kinds by their code."""
    if not code:
        return ""
    period = Period.parse(code)
    if period.kind != "month":
        return code
    year, month = period.first_day.year, period.first_day.month
    return either(f"{year}年{month}月", f"{_MONTHS[month - 1]} {year}")


def about_words(about: About | None, names: Mapping[str, str]) -> str:
    """Return what a piece is about; nothing for nothing in particular."""
    if about is None:
        return ""
    match about.kind:
        case "score":
            return _("the score of %(period)s") % {"period": month_of(about.period)}
        case "indicator":
            return joined(names.get(about.code, about.code), month_of(about.period))
        case "alert":
            return _("%(indicator)s, a recent change") % {"indicator": names.get(about.code, about.code)}
        case "record":
            return _("the record “%(title)s”") % {"title": about.title}


def about_url(about: About | None, *, reader_id: int | None, number: str) -> str:
    """Return where what it is about stands, for its reader; `number` is of whose it is."""
    if about is None or about.kind in {"alert", "record"}:
        return ""
    base = "/performance/" if about.person_id == reader_id else f"/people/{number}/score/"
    way = f"{about.code}/" if about.kind == "indicator" else ""
    return f"{base}{way}?period={about.period}"
