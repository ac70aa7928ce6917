"""Cards of HR: 待审批, 数据来源, 辅导健康度, 归因诊断, accounts that wait for a person, the company."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from bole.access.rules import may, may_company
from bole.home.cards.reads import accounts_without_person, company, sources
from bole.home.shown.amounts import named
from bole.home.shown.cards import CardRow
from bole.home.shown.company import company_shown, sources_words
from bole.home.shown.late import late_words
from bole.home.shown.silent import silent_words
from bole.kit.cards import NOTHING, NOW, SOON, TODAY, Asked, CardKind, Live, offer_card
from bole.kit.ui.days import brief_day
from bole.kit.ui.languages import joined
from bole.mentoring.queries.duties import overdue_duties
from bole.mentoring.queries.effect import roles_ended
from bole.mentoring.queries.health import pairs_alive
from bole.mentoring.queries.plans import count_to_approve
from bole.mentoring.queries.waiting import Waiting, waiting_for
from bole.signals.queries import silent_sources
from bole.signals.queries.diagnoses import DiagnosisRow, diagnoses_for
from bole.values.viewer import Role

ROWS, REQUESTS = "home/cards/rows.html", "/company/mentoring/requests/"
HR: tuple[Role, ...] = ("hr", "hr_partner", "hr_admin")


def hr_approvals(asked: Asked) -> Live | None:
    """Return what waits for the viewer's approval: plans, applications to mentor, targets that a second person checks."""
    viewer = asked.viewer
    if not viewer.has_role(*HR):
        return None
    waiting = _waiting(asked)
    plans, applications = count_to_approve(viewer), waiting.applications
    targets = sum(one.state == "proposed" for one in _diagnoses(asked)) if viewer.has_role("hr_admin") else 0
    ways = (
        (plans, _("Mentoring plans"), "/company/mentoring/plans/", "file-text"),
        (applications, _("Applications to mentor"), "/company/mentoring/applications/", "award"),
        (targets, _("Targets to check"), "/diagnoses/", "scale"),
    )
    rows = tuple(CardRow(words=words, icon=icon, trail=str(count), url=url) for count, words, url, icon in ways if count)
    if waiting.requests:  # an answer is promised within three working days, so what is late stands first
        late = _("overdue") if waiting.late else ""
        row = CardRow(
            words=_("Requests of mentees"), icon="life-buoy", trail=str(waiting.requests), state=late, state_tone="watch", url=REQUESTS
        )
        rows = (row, *rows) if waiting.late else (*rows, row)
    if not rows:
        return Live(words=_("All done"), is_empty=True)
    words = _approvals(plans=plans, applications=applications, targets=targets)
    note = requests_words(waiting)
    return Live(
        words=words or note, note=note if words else "", act=pgettext("card", "Approve") if words else _("Answer"), url=rows[0].url,
        urgency=NOW, more=rows, template=ROWS,
    )  # fmt: skip


def _approvals(*, plans: int, applications: int, targets: int) -> str:
    kinds = (
        ngettext("%(count)s plan", "%(count)s plans", plans) % {"count": plans} if plans else "",
        ngettext("%(count)s mentor application", "%(count)s mentor applications", applications) % {"count": applications}
        if applications
        else "",
        ngettext("%(count)s target change", "%(count)s target changes", targets) % {"count": targets} if targets else "",
    )
    said = [one for one in kinds if one]
    return _("%(n)s: %(kinds)s") % {"n": plans + applications + targets, "kinds": joined(*said)} if len(said) > 1 else "".join(said)


def _waiting(asked: Asked) -> Waiting:
    return asked.once("waiting", lambda: waiting_for(asked.viewer, day=asked.day))


def requests_words(found: Waiting) -> str:
    """Return how many requests of mentees wait, and how many longer than three working days; nothing if none does."""
    words = ngettext("%(n)s request of a mentee waits for an answer", "%(n)s requests of mentees wait for an answer", found.requests)
    if found.late:
        words = ngettext(
            "%(n)s request of a mentee waits for an answer, %(late)s overdue",
            "%(n)s requests of mentees wait for an answer, %(late)s overdue",
            found.requests,
        )
    return words % {"n": found.requests, "late": found.late} if found.requests else ""


def hr_sources(asked: Asked) -> Live | None:
    """Return how the sources of data are."""
    found = sources(asked)
    if found is None:
        return None
    if not found.rows:
        return Live(words=sources_words(found), act=pgettext("card", "Open"), url="/company/connections/", is_empty=True)
    words, bad = sources_words(found), found.bad
    silent = [one for one in silent_sources(asked.viewer, day=asked.day) if not one.last_day]
    rows = tuple(CardRow(words=silent_words(one), icon="wifi-off", tone="watch", url="/company/sources/") for one in silent)
    return Live(
        words=words,
        act=pgettext("card", "Open"),
        url="/company/connections/",
        urgency=SOON if bad or silent else NOTHING,
        more=rows,
        template=ROWS if rows else "",
    )


def hr_accounts(asked: Asked) -> Live | None:
    """Return how many outside accounts wait for a person."""
    waiting = accounts_without_person(asked)
    if not waiting:
        return None
    words = ngettext("%(n)s account waits for its person", "%(n)s accounts wait for their people", waiting) % {"n": waiting}
    return Live(words=words, act=pgettext("card", "Open"), url="/company/waiting/", urgency=TODAY)


def hr_mentoring(asked: Asked) -> Live | None:
    """Return how many pairs run, and which talks are overdue."""
    if not may_company(asked.viewer, "read", "mentoring_health"):
        return None
    pairs = pairs_alive(asked.viewer, day=asked.day)
    if not pairs:
        return None
    late = [
        one
        for one in overdue_duties(None, day=asked.day)
        if may(asked.viewer, "read", "mentoring", one.pair.mentee_id) or may(asked.viewer, "read", "mentoring", one.pair.mentor_id)
    ]
    words, others = late_words(pairs, [one.duty for one in late])
    since = half_before(asked.day)
    ended = roles_ended(asked.viewer, since, asked.day)
    told = ngettext("%(n)s mentor's role ended since %(day)s", "%(n)s mentors' roles ended since %(day)s", ended)
    requests = _waiting(asked)
    asks = tuple(
        CardRow(words=words_, icon="life-buoy", tone="watch" if requests.late else "", url=REQUESTS)
        for words_ in (requests_words(requests),)
        if words_
    )
    note = " ".join(one for one in (others, told % {"n": ended, "day": brief_day(since)} if ended else "") if one)
    return Live(
        words=words,
        note=note,
        act=_("Details"),
        url="/company/mentoring/",
        urgency=TODAY if late or asks else NOTHING,
        more=asks,
        template=ROWS if asks else "",
    )


def half_before(day: date) -> date:
    """Return the first day of the half-year before the day's own: what ended in it is still told."""
    return date(day.year, 1, 1) if day.month > 6 else date(day.year - 1, 7, 1)


def hr_diagnoses(asked: Asked) -> Live | None:
    """Return the diagnoses of missed targets, those that wait first."""
    if not asked.viewer.has_role(*HR):
        return None
    found = _diagnoses(asked)
    if not found:
        return None
    states = {
        "open": _("waits for a decision"),
        "proposed": _("waits for the second person"),
        "kept": _("decided"),
        "changed": _("decided"),
    }
    waiting = sum(one.state in {"open", "proposed"} for one in found)
    said = {"n": len(found), "w": waiting}
    words = ngettext("%(n)s diagnosis, %(w)s waiting", "%(n)s diagnoses, %(w)s waiting", len(found)) % said
    rows = tuple(
        CardRow(
            words=_("%(unit)s: %(indicator)s") % {"unit": named(one.unit, one.unit_en), "indicator": named(one.rule.zh, one.rule.en)},
            note=brief_day(one.opened_at),
            state=states.get(one.state, ""),
            state_tone="wait" if one.state in {"open", "proposed"} else "done",
            url=f"/diagnoses/{one.ref}/",
            icon="scale",
        )
        for one in found[:3]
    )
    return Live(words=words, act=_("Details"), url="/diagnoses/", urgency=TODAY if waiting else NOTHING, more=rows, template=ROWS)


def _diagnoses(asked: Asked) -> tuple[DiagnosisRow, ...]:
    return asked.once("diagnoses", lambda: diagnoses_for(asked.viewer, day=asked.day).rows)


def company_figures(asked: Asked) -> Live | None:
    """Return the company's score in a line."""
    if not may_company(asked.viewer, "read", "company"):
        return None
    shown = company_shown(company(asked))
    return Live(words=shown.title, note=shown.words, act=_("Details"), url="/company/")


def offer_hr_cards() -> None:
    """Offer the cards."""
    why = gettext_lazy("Because you look after people and their data.")
    names = (
        ("hr_approvals", gettext_lazy("Waiting for approval"), hr_approvals, 5),
        ("hr_accounts", gettext_lazy("Records waiting for a person"), hr_accounts, 50),
        ("hr_mentoring", gettext_lazy("Programme health"), hr_mentoring, 51),
        ("hr_diagnoses", gettext_lazy("Diagnosis"), hr_diagnoses, 52),
        ("hr_sources", gettext_lazy("Data sources"), hr_sources, 53),
        ("company_figures", gettext_lazy("Company"), company_figures, 54),
    )
    for code, title, find, order in names:
        offer_card(CardKind(code=code, title=title, role="hr", order=order, find=find, why=why))
