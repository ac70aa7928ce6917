"""How far somebody is, in words: what is met, what is left, and the shortest way."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.requirements import Judged, JudgedLeaf, words_of
from bole.kit.ui.days import day
from bole.kit.ui.languages import is_english as is_english
from bole.mentoring.queries.admission import RoleRow, Rules
from bole.mentoring.queries.admission_own import Becoming, Own
from bole.mentoring.shown.admission_groups import Block, blocks_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseShown:
    """A clause with its evidence."""

    words: str
    evidence: str
    is_met: bool
    state: str
    tone: str
    left: str
    address: str
    is_on_the_way: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BecomingShown:
    """The page of whoever is no mentor yet."""

    title: str
    words: str
    rules: str = ""
    blocks: tuple[Block[ClauseShown], ...] = ()
    is_met: bool = False
    is_invited: bool = False
    is_waiting: bool = False
    note: str = ""
    may_apply: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShown:
    """The page of a mentor."""

    title: str
    words: str
    waiver: str
    code: str
    ends: str  # that the mentor ends the role, and when it is over
    farewell: str
    may_stay: bool
    may_step_down: bool
    running: str


def name_of_rules(rules: Rules) -> str:
    """Return the name of a rule set in the reader's language."""
    return rules.name_en if is_english() else rules.name_zh


def becoming_shown(found: Becoming) -> BecomingShown:
    """Return the page in words."""
    judged, own = found.judged, found.application
    if judged is None or found.rules is None:
        words = _("HR says first what a mentor needs. Then you see here what you meet and what is left.")
        return BecomingShown(title=_("No rule set is in force yet"), words=words)
    met = _("You meet every requirement. You can apply now.") if found.may_apply else _("You meet every requirement.")
    return BecomingShown(
        title=met if judged.passes else summary(judged),
        words="" if judged.passes else shortest(judged),
        rules=name_of_rules(found.rules),
        blocks=blocks_of(found.rules.tree, [clause_shown(one) for one in judged.leaves]),
        is_met=judged.passes,
        is_invited=own is not None and own.state == "invited",
        is_waiting=own is not None and own.state == "waiting",
        note=_note(own),
        may_apply=found.may_apply,
    )


def summary(judged: Judged) -> str:
    """Say how many are met, and how many are to go on the shortest way."""
    return _("%(met)s met, %(left)s to go") % {"met": judged.met, "left": len(judged.way)}


def shortest(judged: Judged) -> str:
    """Say the shortest step, and the others of the shortest way."""
    way = judged.way
    if not way:
        return ""
    first, *rest = [{"step": one.finding.left, "effort": one.finding.effort or _effort(one.finding.minutes)} for one in way]
    words = _("The shortest step: %(step)s, about %(effort)s.") % first
    steps = _("; ").join(_("%(step)s, about %(effort)s") % one for one in rest)
    return words + (" " if is_english() else "") + _("Then: %(steps)s.") % {"steps": steps} if rest else words


def _effort(minutes: int) -> str:
    if minutes < 60:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    hours = (minutes + 30) // 60
    return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}


def clause_shown(one: JudgedLeaf) -> ClauseShown:
    """Return a clause in words."""
    finding = one.finding
    return ClauseShown(
        words=words_of(one.leaf),
        evidence=_("; ").join(evidence.words for evidence in finding.evidence),
        is_met=finding.is_met,
        state=_("Met") if finding.is_met else _("Not yet"),
        tone="done" if finding.is_met else "wait",
        left="" if finding.is_met else finding.left,
        is_on_the_way=one.is_on_the_way,
        address=finding.address or next((evidence.address for evidence in finding.evidence if evidence.address), ""),
    )


def _note(own: Own | None) -> str:
    """Return what stands about the last application."""
    if own is None:
        return ""
    if own.state == "invited":
        return _("You meet every requirement and we would like you to mentor. Accept, or not now; it affects no review.")
    if own.state == "waiting":
        return _("Sent. HR answers by %(date)s.") % {"date": day(own.answer_by) if own.answer_by else "–"}
    if own.state == "returned" and own.again_from is not None:
        said = {"reason": own.reason, "date": day(own.again_from)}
        return _("Not this time. Reason: %(reason)s. You can apply again from %(date)s.") % said
    return ""


def role_shown(found: Becoming, role: RoleRow) -> RoleShown:
    """Return a mentor's role in words."""
    own = found.application
    waiver = ""
    if role.how == "waiver" and role.last_day is not None:
        said = {"reason": role.reason, "name": own.decided_by if own else "", "date": day(role.last_day)}
        waiver = _("Admitted as an exception. Reason: %(reason)s. By %(name)s, until %(date)s.") % said
    words = _("Since %(day)s. Here you say how many mentees you take and what they see.") % {"day": day(role.first_day)}
    return RoleShown(
        title=_("You are a mentor"),
        words=words,
        waiver=waiver,
        code=role.code,
        ends=_ends(found, role),
        farewell=role.farewell,
        may_stay=role.steps_down_on is not None,
        may_step_down=role.steps_down_on is None,
        running=ngettext("%(n)s pair runs", "%(n)s pairs run", found.running) % {"n": found.running} if found.running else "",
    )


def _ends(found: Becoming, role: RoleRow) -> str:
    """Return when the role ends that the mentor ends, or nothing."""
    if role.steps_down_on is None:
        return ""
    said = {"day": day(role.steps_down_on)}
    if not found.running:
        return _("You ended your role as a mentor on %(day)s. Today is its last day; you can apply again at any time.") % said
    if role.hands_over:
        return _("You ended your role as a mentor on %(day)s. HR looks for other mentors; with the last pair your role is over.") % said
    return _("You ended your role as a mentor on %(day)s. Your pairs go on to their end; with the last one your role is over.") % said
