"""How far a matching is, in words; why one did not come to its end, and what helps."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from bole.kit.ui.days import moment
from bole.mentoring.queries.matching_runs import RunRow
from bole.mentoring.rules.matching_steps import STAGES
from bole.values.refusal import say

NAMES: Final = {
    "read": say("Read the pool"),
    "weigh": say("Weigh all pairs"),
    "solve": say("Find the best for all together"),
    "compare": say("Compare with first come, first served"),
    "keep": say("Put the draft down"),
}
COUNTED: Final = {
    "read": say("%(done)s of %(whole)s readings"),
    "weigh": say("%(done)s of %(whole)s pairs"),
    "compare": say("%(done)s of %(whole)s mentees"),
    "keep": say("%(done)s of %(whole)s pairs with reasons"),
}
WHY: Final = {
    "nobody_waits": say("Nobody waits for a mentor any more, so there was nothing to match."),
    "draft_over": say("The draft was published or replaced meanwhile, so the change had no draft to go into."),
    "not_found": say("Whoever asked for it may not match any more."),
    "gave_out": say("The work broke off three times in the middle, each time with its process."),
    "error": say("Something went wrong that is not your doing; the log of the server has it under %(ref)s."),
}
HELPS: Final = {
    "nobody_waits": say("Look at the waiting list, put people on it, and match again."),
    "draft_over": say("Look at the newest draft and change that one."),
    "not_found": say("Somebody of HR who may match can start it again."),
    "gave_out": say("Try again when the server is quiet. If it breaks off again, tell your system administrator: it may lack memory."),
    "error": say("Try again. If it fails again, tell your system administrator this number."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StageShown:
    """A stage: `state` is done, now or next."""

    name: str
    state: str
    icon: str
    counted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunShown:
    """The page of a matching."""

    ref: str
    title: str
    words: str
    note: str
    is_open: bool
    stages: tuple[StageShown, ...]
    share: float
    step: str
    why: str
    helps: str


def run_shown(found: RunRow) -> RunShown:
    """Return the page in words."""
    at = STAGES.index(found.stage)
    is_open = found.state in {"waiting", "running"}
    titles = {"waiting": _("Matching begins in a moment"), "running": _("The pool is being matched"), "off": _("Matching was called off")}
    words = _("You may leave this page: a notice tells you when the draft is there. Until then nothing changes.") if is_open else ""
    within = found.done / found.whole if found.whole else 0
    return RunShown(
        ref=found.ref, title=titles.get(found.state, _("Matching did not come to its end")), words=words,
        note=_("Asked for by %(name)s, %(moment)s") % {"name": found.asked_by, "moment": moment(found.asked_at)}, is_open=is_open,
        stages=tuple(_stage(found, n, at, is_running=found.state == "running") for n in range(len(STAGES))),
        share=(at + min(within, 1)) / len(STAGES), step=f"{at + 1}/{len(STAGES)}",
        why=_(WHY.get(found.why, WHY["error"])) % {"ref": found.ref} if found.state == "failed" else "",
        helps=_(HELPS.get(found.why, HELPS["error"])) if found.state == "failed" else "",
    )  # fmt: skip


def _stage(found: RunRow, n: int, at: int, *, is_running: bool) -> StageShown:
    name = STAGES[n]
    if n > at or not is_running:
        return StageShown(name=_(NAMES[name]), state="next", icon="circle", counted="")
    if n < at:
        return StageShown(name=_(NAMES[name]), state="done", icon="circle-check", counted="")
    return StageShown(name=_(NAMES[name]), state="now", icon="hourglass", counted=_counted(found))


def _counted(found: RunRow) -> str:
    """Return what is behind in the stage that is on."""
    if found.stage == "solve":
        return _("Round %(n)s") % {"n": max(1, found.done)}
    return _(COUNTED[found.stage]) % {"done": f"{found.done:,}", "whole": f"{found.whole:,}"} if found.whole else ""
