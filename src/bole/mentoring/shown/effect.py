"""What came of mentoring, in words: each figure with what it rests on."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day, day
from bole.kit.ui.words import points, shown
from bole.mentoring.queries.effect import EffectPage, ScoreRow
from bole.mentoring.queries.effect_kept import Kept
from bole.mentoring.queries.effect_rows import MenteeRow
from bole.mentoring.queries.effect_survey import QUESTIONS, SurveySeen
from bole.mentoring.rules.growth_figures import Contribution, tenths_of_percent, whole_percent
from bole.mentoring.rules.mentor_score import is_low
from bole.mentoring.shown.effect_end import RetirementShown, farewell_words, retirement_shown
from bole.mentoring.shown.effect_range import RangeShown, range_shown
from bole.mentoring.shown.naming import framework_name, is_english, joined, name_of, place_of
from bole.scoring.rules.rounding import five_point


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeShown:
    """A mentee: what grew, and what that rests on."""

    name: str
    note: str
    trail: str
    lines: tuple[str, ...]
    url: str
    ident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyShown:
    """How mentees see it."""

    words: str
    note: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectShown:
    """The page."""

    title: str
    words: str
    note: str
    composite: str
    made_of: str
    parts: tuple[tuple[str, str], ...]
    range: RangeShown | None
    gave: str
    hours: str
    kept: tuple[tuple[str, str, str], ...]
    mentees: tuple[MenteeShown, ...]
    survey: SurveyShown | None
    coaching: str
    coaching_words: str
    course_url: str
    is_helped: bool
    can_help: bool
    farewell: str
    farewell_said: str
    retirement: RetirementShown | None
    may_retire: bool
    number: str
    name: str


def effect_shown(found: EffectPage, *, today: date) -> EffectShown:
    """Return the page in words."""
    score = found.score
    own = found.is_own
    title = _("Mentor score %(score)s") % {"score": points(score.total)} if score and score.total is not None else _("No mentor score yet")
    if score and score.total is not None:
        words = _("As of %(day)s; computed again on %(next)s. It never moves on the arrival of an answer.") % {
            "day": brief_day(score.day), "next": brief_day(found.next_day),
        }  # fmt: skip
    else:
        words = _("Shown once the first mentee has been mentored for 3 months.")
    return EffectShown(
        title=title if own else _("%(name)s: %(title)s") % {"name": found.card.name, "title": title},
        words=words,
        note=_("My effect as mentor") if own else place_of(found.card),
        composite=composite_words(score),
        made_of=_made_of(score),
        parts=_parts(score),
        range=range_shown(score),
        gave=contribution_words(found.gave) if found.gave else "",
        hours=_("Mentoring time in 12 months: %(hours)s h") % {"hours": found.gave.hours} if found.gave else "",
        kept=_kept(found.kept),
        mentees=tuple(_mentee(one, found) for one in found.rows),
        survey=survey_shown(found.survey) if found.survey else None,
        coaching=_coaching(found),
        coaching_words=found.coaching.words if found.coaching and found.coaching.is_open else "",
        course_url=f"/growth/courses/{found.coaching.course}/" if found.is_own and found.coaching and found.coaching.is_open else "",
        is_helped=bool(found.coaching and found.coaching.is_open),
        can_help=bool(score and is_low(high=score.high, mentees=score.mentees)),
        farewell=farewell_words(found),
        farewell_said=found.farewell.words if found.farewell else "",
        retirement=retirement_shown(found, today=today),
        may_retire=found.retirement is None or not found.retirement.stands(today),
        number=found.card.number,
        name=name_of(found.card),
    )


def composite_words(score: ScoreRow | None) -> str:
    """Return the score as the sum of its parts."""
    if score is None or score.total is None:
        return ""
    if score.survey is None:
        return _("Mentor score %(s)s: growth alone, until enough mentees have answered") % {"s": points(score.total)}
    return _("Mentor score %(s)s = growth %(a)s + mentees' view %(b)s") % {
        "s": points(score.total), "a": points(score.growth), "b": points(score.survey),
    }  # fmt: skip


def _made_of(score: ScoreRow | None) -> str:
    if score is None or score.total is None:
        return ""
    if score.survey is None:
        return _("Growth of the mentees alone, until their view is published")
    return _("Made of growth %(a)s and the mentees' view %(b)s") % {"a": points(score.growth), "b": points(score.survey)}


def _parts(score: ScoreRow | None) -> tuple[tuple[str, str], ...]:
    if score is None or score.growth is None:
        return ()
    growth = _("%(n)s of 60") % {"n": points(score.growth)}
    survey = _("%(n)s of 40") % {"n": points(score.survey)} if score.survey is not None else _("not counted yet")
    return ((_("Growth of the mentees"), growth), (_("Mentees' view"), survey))


def contribution_words(gave: Contribution) -> str:
    """Return what was given in twelve months."""
    if gave.promotion_rate is None or gave.high_performer_rate is None:
        return _("No mentees in the last 12 months")
    promoted, high = whole_percent(gave.promotion_rate), whole_percent(gave.high_performer_rate)
    words = _("{n} mentees in 12 months, {a} promoted, {b} in the department's top 10 %: promotion rate {p} %, high-performer share {q} %")
    return words.format(n=gave.mentees, a=gave.promoted, b=gave.high_performers, p=promoted, q=high)


def _kept(found: Kept | None) -> tuple[tuple[str, str, str], ...]:
    """Return how much of what was planned took place: names, shares, and of how many."""
    if found is None:
        return ()
    rows = []
    if found.on_time is not None:
        rows.append((_("Talks on time"), f"{whole_percent(found.on_time)}%", _("of %(n)s talks that were due") % {"n": found.talks}))
    if found.covered is not None:
        rows.append((_("Core topics covered"), f"{whole_percent(found.covered)}%", _("of %(n)s core topics") % {"n": found.topics}))
    return tuple(rows)


def percent(share: Fraction) -> str:
    """Write a lift: one decimal at most, without a nought at the end."""
    tenths = tenths_of_percent(share)
    written = shown(abs(tenths) * 10, 1).removesuffix(".0")
    return ("+" if tenths > 0 else "\u2212" if tenths < 0 else "") + written


def _mentee(one: MenteeRow, found: EffectPage) -> MenteeShown:
    card, can_read = found.people.get(one.pair.mentee_id), one.pair.mentee_id in found.readable
    name = name_of(card)
    marks = [_("promoted")] * one.is_promoted + [_("top tenth of the department")] * one.is_high_performer
    span = _("%(m)s months") % {"m": one.months} if one.pair.is_alive else _("ended on %(day)s") % {"day": brief_day(one.pair.ended_on)}
    return MenteeShown(
        name=name,
        note=joined(framework_name(one.pair), span, *marks),
        trail=f"{percent(one.lift)}%" if one.lift is not None else "–",
        lines=tuple(_lines(one, name, can_read=can_read)),
        url=f"/mentoring/pairs/{one.pair.ref}/" if found.is_own else f"/people/{card.number}/" if card else "",
        ident=f"mentee-{one.pair.ref}",
    )


def _lines(one: MenteeRow, name: str, *, can_read: bool) -> list[str]:
    lines = [_growth(one, name, can_read=can_read)]
    if one.is_open and one.after is not None and can_read:
        lines.append(_("In progress; not a review result"))
    if one.minutes:
        lines.append(_("Talks in 12 months: %(hours)s h") % {"hours": points(round(one.minutes * 100 / 60))})
    return [line for line in lines if line]


def _growth(one: MenteeRow, name: str, *, can_read: bool) -> str:
    """Return what grew, in the sentence of the list of words where all of it is known and may be read."""
    parts = []
    facts = {"name": name, "m": one.months, "a": "", "b": "", "p": "", "c": "", "d": "", "q": ""}
    if one.lift is not None and one.before is not None and one.after is not None:
        facts |= {"a": points(five_point(one.before)), "b": points(five_point(one.after)), "p": percent(one.lift)}
        parts.append(_("score from {a} to {b}, {p} %") if can_read else _("performance {p} %"))
    if one.tests and one.skill_lift is not None:
        facts |= {"c": _mark(one.tests[0].points), "d": _mark(one.tests[1].points), "q": percent(one.skill_lift)}
        parts.append(_("skill test from {c} to {d}, {q} %"))
    if len(parts) == 2 and can_read and all(one.removeprefix("+") != one for one in (str(facts["p"]), str(facts["q"]))):
        facts |= {"p": str(facts["p"])[1:], "q": str(facts["q"])[1:]}
        return _("{name}, {m} months: score from {a} to {b}, +{p} %; skill test from {c} to {d}, +{q} %").format(**facts)
    said = [(_("{name}, {m} months: ") + _("; ").join(parts)).format(**facts)] if parts else []
    if one.before is None:
        said.append(_("{name} had no score before joining, so no performance lift; skills and targets count instead.").format(name=name))
    elif one.after is None:
        said.append(_("The period that shows it is not closed yet."))
    return " ".join(said)


def _mark(hundredths: int) -> str:
    return shown(hundredths, 1).removesuffix(".0")


def survey_shown(seen: SurveySeen) -> SurveyShown:
    """Return how mentees see it: the own rates, the programme's marked as such, or that there are too few."""
    found = seen.published
    if found is None:
        words = _("Too few yet: shown from 5 answers of at least 3 mentees. Until then only growth is counted.")
        return SurveyShown(words=words, note="", is_own=False)
    rates = {code: str(found.rates[code].percent) if code in found.rates else "–" for code in QUESTIONS}
    words = _("On time {a} %, content fits {b} %, problems solved {c} %").format(a=rates["on_time"], b=rates["fits"], c=rates["solved"])
    if not seen.is_own:
        note = _("This is the mean of all mentors, not yours: your own is shown from 5 answers of at least 3 mentees, a month later.")
        return SurveyShown(words=words, note=note, is_own=False)
    note = _("Yes counts 1, partly 0.5, no 0; “does not apply yet” is left out. {n} answers of {m} mentees.").format(
        n=found.answers, m=found.people
    )
    return SurveyShown(
        words=words, note=note + (" " if is_english() else "") + _("Published on %(day)s.") % {"day": brief_day(found.day)}, is_own=True
    )


def _coaching(found: EffectPage) -> str:
    one = found.coaching
    if one is None or not one.is_open:
        return ""
    return _(
        "The effect with your last {n} mentees is below that of similar pairs. First comes a review of your mentoring and “{course}”; "
        "we look again on {date}."
    ).format(n=one.mentees, course=_("Mentoring Skills"), date=day(one.again_on))
