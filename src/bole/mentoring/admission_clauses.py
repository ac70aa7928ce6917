"""What can be asked of whoever wants to mentor, beside ratings, exams and certificates: grade, tenure, and mentoring so far."""

from collections.abc import Collection, Iterable
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.growth.requirements import Clause, Evidence, Finding, Value, Values, offer_clause
from bole.kit.ui.days import day as day_words
from bole.kit.ui.languages import joined, listed
from bole.kit.ui.periods import month_span
from bole.kit.ui.words import points
from bole.mentoring.queries.admission_facts import Lifted, Mentored, lifts_of, mentored_by
from bole.mentoring.rules.admission import GRADE, LIFT, MENTEES, MONTHS, TENURE, Days, months_since, whole_months
from bole.mentoring.rules.growth_figures import tenths_of_percent
from bole.people.models import JobGrade
from bole.people.queries import assignments_on, employments_on
from bole.scoring.rules.rounding import five_point

# To compare ways by: a month of work is 160 hours, mentoring somebody to the end about half a year, a grade about two years.
MINUTES_A_MONTH = 160 * 60
MONTHS_A_MENTEE = 6
MONTHS_A_GRADE = 24
PAIRS = "/mentoring/"


def offer_admission_clauses() -> None:
    """Offer what mentoring and people can say of somebody."""
    people, own = gettext_lazy("Person"), gettext_lazy("Mentoring so far")
    months = Value(name="months", kind="whole", least=1, most=480, default=24, label=gettext_lazy("Months"))
    tenure = Value(name="months", kind="whole", least=1, most=480, default=12, label=gettext_lazy("Months"))
    mentees = Value(name="mentees", kind="whole", least=1, most=50, default=1, label=gettext_lazy("Mentees"))
    grade = Value(name="grade", kind="code", default="", label=gettext_lazy("Job grade"), options=grade_choices)
    lift = Value(name="lift", kind="percent", least=1, most=20_000, default=2000, label=gettext_lazy("Rise"), unit="%")
    how = Value(name="how", kind="choice", default="each", label=gettext_lazy("Counted"), options=how_choices)
    rows = (
        (GRADE, gettext_lazy("Job grade at least"), check_grade, grade_words, (grade,), people),
        (TENURE, gettext_lazy("Time in the company"), check_tenure, tenure_words, (tenure,), people),
        (MENTEES, gettext_lazy("Former mentees"), check_mentees, mentees_words, (mentees,), own),
        (MONTHS, gettext_lazy("Mentoring time"), check_months, months_words, (months,), own),
        (LIFT, gettext_lazy("Mentees whose performance rose"), check_lift, lift_words, (mentees, lift, how), own),
    )
    for code, name, check, words, values, group in rows:
        offer_clause(Clause(code=code, name=name, check=check, words=words, values=values, group=group))


def grade_choices() -> list[tuple[str, object]]:
    """Return the grades, the lowest first (one query)."""
    return [(code, code) for code in JobGrade.objects.order_by("rank", "code").values_list("code", flat=True)]


def how_choices() -> tuple[tuple[str, object], ...]:
    """Return how mentees are counted together."""
    return (("each", _("each mentee")), ("mean", _("the mean of the mentees")))


def grade_words(values: Values) -> str:
    """Say what is asked."""
    return _("Job grade %(grade)s or higher") % {"grade": values["grade"]}


def tenure_words(values: Values) -> str:
    """Say what is asked."""
    return _("At least %(time)s in the company") % {"time": time_words(int(values["months"]))}


def mentees_words(values: Values) -> str:
    """Say what is asked."""
    return _("Mentored at least %(n)s") % {"n": values["mentees"]}


def months_words(values: Values) -> str:
    """Say what is asked."""
    return _("At least %(time)s of mentoring") % {"time": time_words(int(values["months"]))}


def lift_words(values: Values) -> str:
    """Say what is asked."""
    said = {"n": values["mentees"], "p": points(int(values["lift"]), 0 if int(values["lift"]) % 100 == 0 else 1)}
    if values["how"] == "mean":
        return _("At least %(n)s mentees whose performance rose by %(p)s %% or more in the mean") % said
    return _("At least %(n)s mentees whose performance rose by %(p)s %% or more") % said


def time_words(months: int) -> str:
    """Say a time: years if they are whole ones, else months."""
    if months % 12 == 0:
        return ngettext("%(n)s year", "%(n)s years", months // 12) % {"n": months // 12}
    return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}


def check_grade(person_ids: Collection[int], values: Values, day: date) -> dict[int, Finding]:
    """Judge the grade of the day (two queries)."""
    wanted = JobGrade.objects.filter(code=values["grade"]).values_list("rank", flat=True).first()
    posts = assignments_on(person_ids, day)
    judged = {}
    for person in person_ids:
        post = posts.get(person)
        is_met = wanted is not None and post is not None and post.grade_rank >= wanted
        evidence = (Evidence(words=post.grade_code),) if post else ()
        judged[person] = _found(evidence, is_met=is_met, left=grade_words(values), months=MONTHS_A_GRADE)
    return judged


def check_tenure(person_ids: Collection[int], values: Values, day: date) -> dict[int, Finding]:
    """Judge how long somebody has been here without a break (one query)."""
    held = employments_on(person_ids, day)
    judged = {}
    for person in person_ids:
        here = months_since(held[person].joined_on, day) if person in held else 0
        evidence = (Evidence(words=_("since %(day)s") % {"day": day_words(held[person].joined_on)}),) if person in held else ()
        still = int(values["months"]) - here
        left = _("%(time)s more in the company") % {"time": time_words(max(still, 1))}
        judged[person] = _found(evidence, is_met=still <= 0, left=left, months=still)
    return judged


def check_mentees(person_ids: Collection[int], values: Values, day: date) -> dict[int, Finding]:
    """Judge how many mentees were mentored to the end (one query); who runs does not count yet, and it says when."""
    found, wanted = mentored_by(person_ids, day), int(values["mentees"])
    judged = {}
    for person in person_ids:
        pairs = found.get(person, ())
        over, running = _once(one for one in pairs if one.is_over), [one for one in pairs if not one.is_over]
        still = wanted - len(over)
        evidence = (*_over_said(over), *(_running_said(one, day) for one in running))
        waits = sorted(one.until for one in running)[:still] if still > 0 else []
        is_near = 0 < still <= len(waits)
        months = max(1, months_since(day, max(waits))) if is_near else MONTHS_A_MENTEE * still
        left = _("the running mentoring comes to its end on %(day)s") % {"day": day_words(max(waits))} if is_near else _mentees_left(still)
        judged[person] = _found(evidence, is_met=still <= 0, left=left, months=months)
    return judged


def _mentees_left(still: int) -> str:
    return ngettext("mentor %(n)s mentee to the end", "mentor %(n)s mentees to the end", still) % {"n": still}


def check_months(person_ids: Collection[int], values: Values, day: date) -> dict[int, Finding]:
    """Judge how long somebody has mentored, days with several mentees once (one query)."""
    found = mentored_by(person_ids, day)
    judged = {}
    for person in person_ids:
        pairs = found.get(person, ())
        done = whole_months([Days(one.first_day, min(one.until, day)) for one in pairs])
        still = int(values["months"]) - done
        said = _("%(time)s with %(n)s mentees") % {"time": time_words(done), "n": len({one.mentee_id for one in pairs})}
        evidence = (Evidence(words=_imported(said, pairs), address=PAIRS),) if pairs else ()
        left = _("%(time)s more of mentoring") % {"time": time_words(max(still, 1))}
        judged[person] = _found(evidence, is_met=still <= 0, left=left, months=still)
    return judged


def check_lift(person_ids: Collection[int], values: Values, day: date) -> dict[int, Finding]:
    """Judge by how much the performance of mentees rose (three queries). Fractions are compared, so exactly 20 % is 20 %."""
    found = lifts_of(mentored_by(person_ids, day))
    wanted, least = int(values["mentees"]), Fraction(int(values["lift"]), 10_000)
    judged = {}
    for person in person_ids:
        known = [one.lift for one in found.get(person, ()) if one.lift is not None]
        reached = sum(one >= least for one in known)
        if values["how"] == "mean":
            is_met = len(known) >= wanted and sum(known, Fraction(0)) / len(known) >= least
            still = max(1, wanted - len(known))
        else:
            is_met, still = reached >= wanted, wanted - reached
        evidence = tuple(_lift_said(one) for one in found.get(person, ()))
        left = ngettext("help %(n)s mentee rise as much", "help %(n)s mentees rise as much", still) % {"n": still}
        judged[person] = _found(evidence, is_met=is_met, left=left, months=MONTHS_A_MENTEE * still)
    return judged


def _found(evidence: tuple[Evidence, ...], *, is_met: bool, left: str, months: int) -> Finding:
    if is_met:
        return Finding(is_met=True, evidence=evidence)
    return Finding(is_met=False, evidence=evidence, left=left, minutes=MINUTES_A_MONTH * months, effort=time_words(months))


def _once(pairs: Iterable[Mentored]) -> list[Mentored]:
    """Keep each mentee once, with the last mentorship."""
    return list({one.mentee_id: one for one in pairs}.values())


def _over_said(over: list[Mentored]) -> tuple[Evidence, ...]:
    if not over:
        return ()
    names = listed(joined(one.mentee, month_span(one.first_day, one.until)) for one in over)
    said = ngettext("%(n)s ended: %(names)s", "%(n)s ended: %(names)s", len(over)) % {"n": len(over), "names": names}
    return (Evidence(words=_imported(said, over), address=PAIRS),)


def _running_said(one: Mentored, day: date) -> Evidence:
    if one.until < day:
        return Evidence(words=_("%(name)s is running, counts once it has ended") % {"name": one.mentee}, address=PAIRS)
    said = {"name": one.mentee, "day": day_words(one.until)}
    return Evidence(words=_("%(name)s is running, counts after it ends on %(day)s") % said, address=PAIRS)


def _imported(words: str, pairs: Collection[Mentored]) -> str:
    """Mark what was imported, with who verified it."""
    names = sorted({one.verified_by for one in pairs if one.is_imported and one.verified_by})
    return _("%(words)s (imported, verified by %(name)s)") % {"words": words, "name": listed(names)} if names else words


def _lift_said(one: Lifted) -> Evidence:
    if one.lift is None:
        return Evidence(words=_("%(name)s: no score before or after, so no rise") % {"name": one.mentee}, address=PAIRS)
    tenths = tenths_of_percent(one.lift)
    said = {
        "name": one.mentee, "a": points(five_point(one.before or 0), 2), "b": points(five_point(one.after or 0), 2),
        "p": points(tenths * 10, 0 if tenths % 10 == 0 else 1),
    }  # fmt: skip
    return Evidence(words=_("%(name)s: from %(a)s to %(b)s, %(p)s %%") % said, address=PAIRS)
