"""How far a matching or a publishing is, in words; why one did not come to its end, and what helps."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from bole.kit.ui.days import moment
from bole.mentoring.queries.matching_runs import RunRow
from bole.mentoring.rules.matching_steps import PUBLISHING, STAGES, TRYING, Stage
from bole.values.refusal import say

NAMES: Final = {
    "read": say("Read the pool"),
    "weigh": say("Weigh all pairs"),
    "solve": say("Find the best for all together"),
    "compare": say("Compare with first come, first served"),
    "keep": say("Put the draft down"),
    "begin": say("Begin the pairs and tell the two"),
    "tell": say("Tell who waits on, and the managers"),
}
COUNTED: Final = {
    "read": say("%(done)s of %(whole)s readings"),
    "weigh": say("%(done)s of %(whole)s pairs"),
    "compare": say("%(done)s of %(whole)s mentees"),
    "keep": say("%(done)s of %(whole)s pairs with reasons"),
    "begin": say("%(done)s of %(whole)s pairs"),
    "tell": say("%(done)s of %(whole)s notices"),
}
TITLES: Final = {
    "waiting": say("Matching begins in a moment"),
    "running": say("The pool is being matched"),
    "off": say("Matching was called off"),
    "failed": say("Matching did not come to its end"),
}
TITLES_OF_PUBLISHING: Final = {
    "waiting": say("Publishing begins in a moment"),
    "running": say("The matching is being published"),
    "off": say("Publishing was called off"),
    "failed": say("Publishing did not come to its end"),
}
TITLES_OF_TRYING: Final = {
    "waiting": say("Trying it out begins in a moment"),
    "running": say("What would change is being worked out"),
    "off": say("Trying it out was called off"),
    "failed": say("Trying it out did not come to its end"),
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
GOES_ON: Final = say("The pairs that began stay, and the two have been told. Publishing again goes on with the rest.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StageShown:
    """A stage: `state` is done, now or next."""

    name: str
    state: str
    icon: str
    counted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunShown:
    """The page of a matching or a publishing."""

    ref: str
    is_publishing: bool
    is_try: bool
    may_call_off: bool
    version: int
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
    stages, titles = _stages(found)
    at = stages.index(found.stage) if found.stage in stages else 0
    is_open = found.state in {"waiting", "running"}
    within = found.done / found.whole if found.whole else 0
    return RunShown(
        ref=found.ref, is_publishing=found.is_publishing, is_try=found.is_try, version=found.version,
        may_call_off=is_open and not (found.is_publishing and found.state == "running"),
        title=_(titles.get(found.state, titles["failed"])), words=_words(found) if is_open else "",
        note=_("Asked for by %(name)s, %(moment)s") % {"name": found.asked_by, "moment": moment(found.asked_at)}, is_open=is_open,
        stages=tuple(_stage(found, stages, n, at) for n in range(len(stages))),
        share=(at + min(within, 1)) / len(stages), step=f"{at + 1}/{len(stages)}",
        why=_(WHY.get(found.why, WHY["error"])) % {"ref": found.ref} if found.state == "failed" else "", helps=_helps(found),
    )  # fmt: skip


def _stages(found: RunRow) -> tuple[tuple[Stage, ...], dict[str, str]]:
    if found.is_publishing:
        return PUBLISHING, TITLES_OF_PUBLISHING
    return (TRYING, TITLES_OF_TRYING) if found.is_try else (STAGES, TITLES)


def _words(found: RunRow) -> str:
    """Return what to know while it runs."""
    if found.is_try:
        return _("The draft stays as it is. You may leave this page: if it takes longer, a notice tells you when it is worked out.")
    if found.is_publishing:
        return _("You may leave this page: a notice tells you when all is done. The two of a pair are told as soon as it begins.")
    return _("You may leave this page: a notice tells you when the draft is there. Until then nothing changes.")


def _helps(found: RunRow) -> str:
    """Return what helps where it failed."""
    if found.state != "failed":
        return ""
    return _(GOES_ON) if found.is_publishing else _(HELPS.get(found.why, HELPS["error"]))


def _stage(found: RunRow, stages: tuple[Stage, ...], n: int, at: int) -> StageShown:
    name = stages[n]
    if n > at or found.state != "running":
        return StageShown(name=_(NAMES[name]), state="next", icon="circle", counted="")
    if n < at:
        return StageShown(name=_(NAMES[name]), state="done", icon="circle-check", counted="")
    return StageShown(name=_(NAMES[name]), state="now", icon="hourglass", counted=_counted(found))


def _counted(found: RunRow) -> str:
    """Return what is behind in the stage that is on."""
    if found.stage == "solve":
        return _("Round %(n)s") % {"n": max(1, found.done)}
    return _(COUNTED[found.stage]) % {"done": f"{found.done:,}", "whole": f"{found.whole:,}"} if found.whole else ""
