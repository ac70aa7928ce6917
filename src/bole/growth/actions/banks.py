"""Changes of exams and their banks. A question that was drawn is never changed: its next version takes its place."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from bole.growth.actions.keeping import keep_by_code, texts_of
from bole.growth.models import Drawn, Exam, Question
from bole.growth.permissions import insist_on_keeping
from bole.growth.refusals import (
    NoRightOption,
    OneRightOption,
    PassOutOfReach,
    SameOptionTwice,
    TextMissing,
    TooFewOptions,
)
from bole.kit.action import action, on_record
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

TEXTS = ("title_zh", "title_en", "words_zh", "words_en", "course", "certificate", "certificate_zh", "certificate_en", "skill")
# Each number of an exam with its bounds and its name.
NUMBERS = {
    "drawn": (1, 100, _("Questions drawn")),
    "minutes": (1, 240, _("Minutes")),
    "pass_points": (1, 100, _("Pass mark")),
    "days_between": (0, 365, _("Days between two tries")),
    "tries_a_year": (1, 50, _("Tries a year")),
    "certificate_months": (0, 120, _("Months that the certificate holds")),
    "skill_level": (1, 5, _("Level that a pass shows")),
}
ASKED = ("text_zh", "text_en", "why_zh", "why_en")
MOST_OPTIONS = 6


@action("growth.save_exam")
def save_exam(
    *, code: str, texts: Mapping[str, str], numbers: Mapping[str, int], repeats: bool, is_offered: bool, version: int,
    by: Viewer, at: datetime,
) -> Exam:  # fmt: skip
    """Add an exam (version 0) or change its rules; tries that began keep theirs.

    :raises TextMissing, PassOutOfReach: if it cannot be kept
    :raises CodeTaken: if a new one has a code that is taken
    :raises ChangedMeanwhile: if somebody changed it first
    """
    insist_on_keeping(by)
    fields = _rules(texts, numbers) | {"repeats": repeats, "is_offered": is_offered}
    on_record(thing=f"exam {code}", fields=tuple(fields))
    return keep_by_code(Exam, code, fields, version=version, by=by, at=at)


def _rules(texts: Mapping[str, str], numbers: Mapping[str, int]) -> dict[str, object]:
    """Return the fields of an exam.

    :raises TextMissing, PassOutOfReach: at the first that cannot be kept
    """
    said = {key: str(texts.get(key, "")).strip() for key in TEXTS}
    for one in ("title_zh", "title_en", *(("certificate_zh", "certificate_en") if said["certificate"] else ())):
        if not said[one]:
            raise TextMissing(where=one)
    for key, (least, most, name) in NUMBERS.items():
        if not least <= numbers[key] <= most:
            raise PassOutOfReach(where=key, name=name, least=least, most=most)
    return {**said, **{key: numbers[key] for key in NUMBERS}}


@action("growth.save_question")
def save_question(
    *, exam: str, question: str, kind: str, texts: Mapping[str, str], options: Sequence[tuple[str, str]], right: Collection[int],
    by: Viewer, at: datetime,
) -> Question:  # fmt: skip
    """Add a question (`question` empty) or change one (its ref); one that was drawn is replaced by its next version.

    `options` are (Chinese, English), `right` the places of the right ones, from 0.

    :raises NotFound: if there is no such exam or question
    :raises TextMissing, TooFewOptions, SameOptionTwice, NoRightOption, OneRightOption: if it cannot be asked
    """
    insist_on_keeping(by)
    found = Exam.objects.select_for_update().filter(code=exam).first()
    if found is None:
        raise NotFound
    fields = texts_of(texts, ASKED, needed=ASKED)
    made = _options(kind, options, right)
    on_record(thing=f"question of {exam}")
    kept = Question.objects.filter(exam=found, ref=question, is_in=True).first() if question else None
    if question and kept is None:
        raise NotFound
    if kept is None:
        last = Question.objects.filter(exam=found).order_by("-number").values_list("number", flat=True).first() or 0
        return Question.objects.create(exam=found, kind=kind, **fields, **made, number=last + 1, made_at=at, made_by=by.name)
    return _changed(kept, {"kind": kind, **fields, **made}, by=by, at=at)


def _changed(kept: Question, fields: Mapping[str, object], *, by: Viewer, at: datetime) -> Question:
    """Change a question that nobody met yet; replace one that was drawn."""
    stamp = {"made_at": at, "made_by": by.name}
    if not Drawn.objects.filter(question=kept).exists():
        for key, value in {**fields, **stamp}.items():
            setattr(kept, key, value)
        kept.save(update_fields=[*fields, *stamp])
        return kept
    kept.is_in = False
    kept.save(update_fields=["is_in"])
    return Question.objects.create(exam=kept.exam, number=kept.number, version=kept.version + 1, **fields, **stamp)


def _options(kind: str, options: Sequence[tuple[str, str]], right: Collection[int]) -> dict[str, object]:
    """Return the options with their keys, and which are right.

    :raises TooFewOptions, SameOptionTwice, NoRightOption, OneRightOption: whatever is wrong
    """
    told = [(n, zh.strip(), en.strip()) for n, (zh, en) in enumerate(options) if zh.strip() or en.strip()]
    if not 2 <= len(told) <= MOST_OPTIONS or not all(zh and en for _n, zh, en in told):
        raise TooFewOptions
    if len({zh for _n, zh, _en in told}) < len(told) or len({en for _n, _zh, en in told}) < len(told):
        raise SameOptionTwice
    keys = {n: chr(ord("a") + place) for place, (n, _zh, _en) in enumerate(told)}
    ticked = [keys[n] for n in sorted(right) if n in keys]
    if not ticked:
        raise NoRightOption
    if kind == "single" and len(ticked) != 1:
        raise OneRightOption
    return {"options": [{"key": keys[n], "zh": zh, "en": en} for n, zh, en in told], "right": ticked}


@action("growth.drop_question")
def drop_question(*, exam: str, question: str, by: Viewer, at: datetime) -> Question:
    """Take a question out of the bank; tries that drew it keep it.

    :raises NotFound: if there is no such question in the bank
    """
    insist_on_keeping(by)
    kept = Question.objects.select_for_update(of=("self",)).filter(exam__code=exam, ref=question, is_in=True).first()
    if kept is None:
        raise NotFound
    kept.is_in = False
    kept.save(update_fields=["is_in"])
    on_record(thing=f"question of {exam}")
    return kept
