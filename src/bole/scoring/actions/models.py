"""Indicators, models and targets: changed by HR, in force from the border of a period."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from bole.access.rules import may_company
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.kit.ui.days import moment
from bole.people.models import JobFamily, Person, Unit
from bole.people.queries import employments_on
from bole.scoring.actions.scores import live_kind, put_due
from bole.scoring.models import Closing, Indicator, ModelUse, ModelVersion, ScoringModel, Target
from bole.scoring.refusals import FamilyUnknown, NeedsReason, NotAtBorder, NotAtEnd, PeriodClosedAlready, TargetOutOfRange
from bole.scoring.rules.indicator import indicator_json, indicator_of
from bole.scoring.rules.rule import rule_of
from bole.scoring.rules.tree import tree_json, tree_of
from bole.values.period import Period
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import Viewer

UNIT = 1000
MOST_TARGET = {"percent": 100, "points": 100, "rating5": 5, "hours": 10_000}
MOST_OTHER = 10**12


@action("scoring.save_indicator")
def save_indicator(*, definition: Mapping[str, Any], version: int, by: Viewer, at: datetime) -> Indicator:
    """Add an indicator to the library (version 0) or change it. Published models keep the definition they were published with.

    :raises Invalid: naming the place, if the definition is not sound
    :raises Stale: if someone changed it since it was read
    """
    _insist(by, "models")
    rule = indicator_of(definition)
    held = Indicator.objects.select_for_update().filter(code=rule.code).first()
    if held is not None and held.version != version:
        raise Stale(name=held.changed_by, time=moment(held.changed_at))
    if held is None and version:
        raise NotFound
    row = held or Indicator(code=rule.code, version=0)
    row.zh, row.en, row.definition = rule.zh, rule.en, indicator_json(rule)
    row.version, row.changed_at, row.changed_by = row.version + 1, at, by.name
    row.save()
    on_record(thing=f"indicator {rule.code}", fields=("definition",))
    return row


@action("scoring.save_draft")
def save_draft(*, code: str, tree: Mapping[str, Any], version: int, by: Viewer, at: datetime) -> ModelVersion:
    """Keep a draft of a model's next version. A draft may be incomplete; publishing checks it.

    :raises Stale: if someone changed the draft since it was read
    """
    _insist(by, "models")
    read = tree_of(tree)
    model, _ = ScoringModel.objects.get_or_create(code=code, defaults={"zh": read.zh, "en": read.en})
    ScoringModel.objects.select_for_update(no_key=True).get(pk=model.pk)
    draft = ModelVersion.objects.filter(model=model, first_day=None).first()
    if draft is None:
        last = ModelVersion.objects.filter(model=model).order_by("-number").values_list("number", flat=True).first() or 0
        draft = ModelVersion(model=model, number=last + 1, indicators={}, version=0)
    elif draft.version != version:
        raise Stale(name=draft.changed_by, time=moment(draft.changed_at))
    draft.tree, draft.changed_at, draft.changed_by, draft.version = tree_json(read), at, by.name, draft.version + 1
    draft.save()
    on_record(thing=f"model {code}", fields=("tree",))
    return draft


@action("scoring.publish_version")
def publish_version(*, code: str, first_day: date, note: str, by: Viewer, at: datetime, version: int | None = None) -> ModelVersion:
    """Put the draft in force from the first day of a period that is not closed; the version before ends the day before.

    :raises WeightsUnder, WeightsOver: if the weights of a level do not add up, saying by how much
    :raises NotAtBorder: if the day is inside a period
    :raises PeriodClosedAlready: if that period, or a later one, is closed
    """
    _insist(by, "models")
    model = ScoringModel.objects.select_for_update(no_key=True).filter(code=code).first()
    draft = ModelVersion.objects.filter(model=model, first_day=None).first() if model else None
    if draft is None or model is None:
        raise NotFound
    if version is not None and draft.version != version:
        raise Stale(name=draft.changed_by, time=moment(draft.changed_at))
    _insist_open(first_day)
    tree = tree_of(draft.tree)
    library = {row.code: row.definition for row in Indicator.objects.filter(code__in={leaf.indicator for leaf in tree.leaves})}
    rule_of(tree, {key: indicator_of(raw) for key, raw in library.items()})
    for later in ModelVersion.objects.filter(model=model, first_day__gte=first_day):
        raise PeriodClosedAlready(period=f"{model.zh} v{later.number}", next=str(later.first_day))
    ModelVersion.objects.filter(model=model, first_day__lt=first_day, last_day=None).update(last_day=first_day - timedelta(days=1))
    draft.indicators, draft.first_day, draft.note = library, first_day, note.strip()[:300]
    draft.changed_at, draft.changed_by = at, by.name
    draft.save(update_fields=["indicators", "first_day", "note", "changed_at", "changed_by"])
    on_record(thing=f"model {code} version {draft.number}", fields=("first_day",))
    _everybody_due(first_day, at=at)
    return draft


@action("scoring.use_model")
def use_model(*, code: str, families: Sequence[str], first_day: date, by: Viewer, at: datetime) -> None:
    """Let job families be scored by a model from the first day of a period; what they used before ends."""
    _insist(by, "models")
    _insist_open(first_day)
    model = ScoringModel.objects.filter(code=code).first()
    if model is None:
        raise NotFound
    known = dict(JobFamily.objects.filter(code__in=families).values_list("code", "id"))
    for family in families:
        if family not in known:
            raise FamilyUnknown(family=family, where="families")
        ModelUse.objects.filter(family=known[family], first_day__gte=first_day).delete()
        before = ModelUse.objects.filter(family=known[family]).exclude(last_day__lt=first_day)
        before.update(last_day=first_day - timedelta(days=1))
        ModelUse.objects.create(model=model, family_id=known[family], first_day=first_day)
    on_record(thing=f"model {code}", fields=("families",))
    _everybody_due(first_day, at=at)


@action("scoring.set_target")
def set_target(
    *,
    indicator: str,
    value: int,
    first_day: date,
    why: str,
    by: Viewer,
    at: datetime,
    family: str = "",
    unit_ref: str = "",
    number: str = "",
    is_whole: bool = False,
    last_day: date | None = None,
) -> Target:
    """Set a target (in thousandths of the indicator's unit) for the company, a family, a unit or one person.

    `is_whole`: for the unit as a whole (its contracts of a month), not for each of its people; diagnoses read it, scores do not.
    `last_day`: it holds for these periods alone; what held before holds beneath it, and again afterwards. Without one it takes the
    place of all that began on that day or later.

    :raises NotAtBorder, PeriodClosedAlready: as for models
    :raises NotAtEnd: if the last day does not end a period
    :raises NeedsReason: without a reason
    :raises TargetOutOfRange: if the indicator can never have that value
    """
    _insist(by, "targets")
    _insist_open(first_day)
    _insist_border_after(first_day, last_day)
    if not why.strip():
        raise NeedsReason(where="why")
    row = Indicator.objects.filter(code=indicator).first()
    if row is None:
        raise NotFound
    most = MOST_TARGET.get(str(row.definition["unit"]), MOST_OTHER)
    if not 0 <= value <= most * UNIT:
        raise TargetOutOfRange(low=0, high=most, where="value")
    scope = {
        "family": JobFamily.objects.get(code=family) if family else None,
        "unit": Unit.objects.get(ref=unit_ref) if unit_ref else None,
        "person": Person.objects.get(number=number) if number else None,
        "is_whole": is_whole and bool(unit_ref),
    }
    same = Target.objects.filter(indicator=indicator, withdrawn_at=None, **scope)
    if last_day is None:
        same.filter(first_day__gte=first_day).update(withdrawn_at=at)
        same.filter(first_day__lt=first_day).exclude(last_day__lt=first_day).update(last_day=first_day - timedelta(days=1))
    else:
        same.filter(first_day=first_day, last_day=last_day).update(withdrawn_at=at)
    made = Target.objects.create(
        indicator=indicator, first_day=first_day, last_day=last_day, value=value, why=why.strip()[:300], by=by.name, recorded_at=at, **scope
    )
    on_record(thing=f"target {made.ref}", fields=("value",))
    if made.person_id is not None:
        _due([made.person_id], first_day, at=at)
    else:
        _everybody_due(first_day, at=at)
    return made


def _insist(by: Viewer, what: str) -> None:
    if not may_company(by, "change", what):
        raise NotYours


def _insist_open(first_day: date) -> None:
    """Refuse a day that is not the first of a period, or whose period is closed."""
    period = Period.of(live_kind(), first_day)
    if period.first_day != first_day:
        raise NotAtBorder(day=first_day.isoformat(), next=period.after.first_day.isoformat(), where="first_day")
    last = Closing.objects.order_by("-period").filter(period__gte=period.code).values_list("period", flat=True)
    closed = [Period.parse(code) for code in last if Period.parse(code).kind == live_kind()]
    if closed:
        raise PeriodClosedAlready(period=closed[0], next=closed[0].after, where="first_day")


def _insist_border_after(first_day: date, last_day: date | None) -> None:
    """Refuse a last day that does not end a period from that day on."""
    if last_day is not None and (last_day < first_day or Period.of(live_kind(), last_day).last_day != last_day):
        ends = Period.of(live_kind(), max(first_day, last_day)).last_day
        raise NotAtEnd(day=last_day.isoformat(), next=ends.isoformat(), where="last_day")


def _everybody_due(first_day: date, *, at: datetime) -> None:
    """Score again everybody who is here, from that day's period on."""
    if first_day <= local_day(at):
        _due(employments_on(None, local_day(at)), first_day, at=at)


def _due(person_ids: Collection[int], first_day: date, *, at: datetime) -> None:
    """Score these people again, from that day's period on to the present one."""
    today = local_day(at)
    if first_day <= today:
        periods = [Period.of(live_kind(), first_day)]
        while periods[-1].after.first_day <= today:
            periods.append(periods[-1].after)
        put_due(((person, period.code) for person in person_ids for period in periods), at=at)
