"""Signs in words: what the records show, and nothing about the person."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.signals.queries.signs import SignRow
from bole.signals.shown.amounts import month_words, percent_words
from bole.signals.shown.values import number
from bole.work.rules.measures import MEASURES


@dataclass(frozen=True, slots=True, kw_only=True)
class SignShown:
    """A sign in words."""

    ref: str
    person: str
    person_note: str
    title: str
    words: str
    usual: str
    records: tuple[str, ...]
    tone: str
    state: str
    found: str
    decided: str
    is_open: bool
    may_decide: bool
    version: int


def sign_shown(one: SignRow) -> SignShown:
    """Return a sign in words."""
    tone, state = {
        "open": ("watch", _("to be looked at")), "fine": ("done", _("checked, nothing is wrong")),
        "corrected": ("done", _("checked, records corrected")),
    }[one.state]  # fmt: skip
    decided = ""
    if one.decided_at is not None:
        decided = _("%(name)s, %(day)s") % {"name": one.decided_by, "day": brief_day(local_day(one.decided_at))}
    return SignShown(
        ref=one.ref, person=one.person.name, person_note=f"{one.person.unit_name} {one.person.number}", title=_title(one),
        words=_words(one),
        usual=_usual(one), records=tuple(_record(one, row) for row in one.evidence.get("items", ())), tone=tone, state=state,
        found=one.words, decided=decided, is_open=one.state == "open", may_decide=one.may_decide and one.state == "open",
        version=one.version,
    )  # fmt: skip


def _title(one: SignRow) -> str:
    return {
        "month_end": _("Many records at the month's end"),
        "duplicates": _("Records that stand there twice"),
        "self_report": _("Given by hand more than the tool counted"),
        "one_source": _("One source alone knows of it"),
    }[one.kind]


def _words(one: SignRow) -> str:
    told = one.evidence
    said = {
        "month": month_words(one.month), "measure": _measure(one.measure), "count": told["count"], "part": told["part"],
        "share": percent_words(told["now"]), "times": number(told["now"], 2),
    }  # fmt: skip
    return {
        "month_end": _("%(measure)s, %(month)s: %(part)s of %(count)s records on the last two working days, %(share)s"),
        "duplicates": _("%(measure)s, %(month)s: %(part)s of %(count)s records repeat another with the same counterpart and value"),
        "self_report": _("%(measure)s, %(month)s: %(times)s times as many given by hand as the tool counted"),
        "one_source": _("%(measure)s, %(month)s: %(share)s of %(count)s records come from one source"),
    }[one.kind] % said


def _usual(one: SignRow) -> str:
    shares = [one.evidence.get("usual"), one.evidence.get("unit")]
    own, unit = ["–" if share is None else (number(share, 2) if one.kind == "self_report" else percent_words(share)) for share in shares]
    return _("usually %(own)s; others of the unit in this month %(unit)s") % {"own": own, "unit": unit}


def _record(one: SignRow, row: list[object]) -> str:
    connection, _external_id, day, counterpart = row
    source = one.sources.get(int(str(connection)), "")
    return " ".join(part for part in (brief_day(date.fromisoformat(str(day))), str(counterpart), source) if part)


def _measure(code: str) -> str:
    words = MEASURES[code].name if code in MEASURES else None
    if words is None:
        return code
    return words.en if (get_language() or "").startswith("en") else words.zh
