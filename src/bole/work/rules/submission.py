"""What a person hands in: which kinds there are, what each stands for as a fact, and how it is called."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, get_args

from bole.work.refusals import NothingHandedIn, NoValue, OutOfScale, TooMuchWritten
from bole.work.rules.item import ItemVersion
from bole.work.rules.wording import cleaned, is_safe

SubmissionKind = Literal["project_report", "customer_feedback", "skill_score"]
State = Literal["waiting", "confirmed", "returned", "withdrawn"]
KINDS: tuple[SubmissionKind, ...] = get_args(SubmissionKind)
MEASURES: Mapping[SubmissionKind, str] = {
    "project_report": "project_reports",
    "customer_feedback": "satisfaction",
    "skill_score": "skill_scores",
}
MOST_WORDS = 2000
MOST_FILES = 5
LONGEST_TITLE = 60
FULL = 10_000  # hundredths of a scale to 100
A_STAR = 2_000  # one of five
STARS = (5, 4, 3, 2, 1)
# What a record says of itself: that a person handed it in, and whether the manager has looked at it.
WAITING, CONFIRMED = "self-reported:waiting", "self-reported:confirmed"


def plain(words: str) -> str:
    """Return the words without what nobody sees or what turns the direction of reading; their lines stay.

    :raises TooMuchWritten: if there are more than 2,000 characters
    """
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    kept = "\n".join("".join(sign for sign in line if is_safe(sign)).rstrip() for line in lines).strip()
    if len(kept) > MOST_WORDS:
        raise TooMuchWritten(count=len(kept), most=MOST_WORDS, over=len(kept) - MOST_WORDS, where="words")
    return kept


def checked_value(kind: SubmissionKind, value: int | None) -> int | None:
    """Return the number that a kind holds, in hundredths of a scale to 100: a report has none.

    :raises NoValue: if it is missing
    :raises OutOfScale: if no scale has it
    """
    if kind == "project_report":
        return None
    if value is None:
        raise NoValue(where="stars" if kind == "customer_feedback" else "points")
    if kind == "customer_feedback" and value not in {A_STAR * n for n in STARS}:
        raise OutOfScale(where="stars")
    if not 0 <= value <= FULL:
        raise OutOfScale(where="points")
    return value


def insist_on_something(kind: SubmissionKind, words: str, files: int) -> None:
    """Let pass what says something: words or a file; a mark needs neither, but says of which test it is.

    :raises NothingHandedIn: if there is neither
    """
    if not words and (kind == "skill_score" or not files):
        raise NothingHandedIn(where="words")


def title_of(words: str) -> str:
    """Return how the result is called in lists: the beginning of its first line."""
    first = next((line for line in words.split("\n") if line.strip()), "")
    return cleaned(first, longest=LONGEST_TITLE)


def item_of(
    *, ref: str, kind: SubmissionKind, account: str, value: int | None, sent_at: datetime, state: State, version: int
) -> ItemVersion:
    """Return the result as an item: what it stands for on the day on which it was handed in; nothing once it is
    taken back or returned. Its words are not in it: more people may see that there is a record than may read a result.
    """
    return ItemVersion(
        external_id=f"result:{ref}",
        kind="rating" if kind == "customer_feedback" else "fact",
        version=version,
        account=account,
        state="done",
        link=f"/results/{ref}/",
        opened_at=sent_at,
        closed_at=sent_at,
        labels=frozenset({CONFIRMED if state == "confirmed" else WAITING}),
        values=((MEASURES[kind], 1 if value is None else value),),
        is_retracted=state in {"returned", "withdrawn"},
    )
