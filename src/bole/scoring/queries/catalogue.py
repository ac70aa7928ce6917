"""Models and indicators as HR keeps them: which version is in force, who is scored by it, what waits to be published."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may_company
from bole.scoring.models import Indicator, ModelUse, ModelVersion, ScoringModel
from bole.scoring.rules.indicator import IndicatorRule, indicator_of
from bole.scoring.rules.tree import Tree, tree_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A job family that is scored by a model in these days."""

    code: str
    zh: str
    en: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version of a model; a draft has no first day."""

    number: int
    tree: Tree
    indicators: Mapping[str, IndicatorRule]
    first_day: date | None
    last_day: date | None
    note: str
    changed_by: str
    changed_at: datetime

    @property
    def is_draft(self) -> bool:
        """Test if it was not published yet."""
        return self.first_day is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRow:
    """A model with its versions, the newest first, and the families that use it, now or later."""

    code: str
    zh: str
    en: str
    versions: tuple[VersionRow, ...]
    uses: tuple[Use, ...]
    day: date

    @property
    def in_force(self) -> VersionRow | None:
        """The version that scores on the day."""
        return next((one for one in self.versions if one.first_day and one.first_day <= self.day), None)

    @property
    def draft(self) -> VersionRow | None:
        """What waits to be published."""
        return next((one for one in self.versions if one.is_draft), None)

    @property
    def used_now(self) -> tuple[Use, ...]:
        """The families that are scored by it on the day."""
        return tuple(one for one in self.uses if one.first_day <= self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """An indicator of the library, and the models that use it in the version in force."""

    rule: IndicatorRule
    version: int
    changed_by: str
    changed_at: datetime
    models: tuple[ModelRow, ...]


def models_for(viewer: Viewer, *, day: date) -> list[ModelRow]:
    """Return all models by name (three queries).

    :raises NotFound: if they are not open to the viewer
    """
    _insist(viewer)
    return _models(ScoringModel.objects.order_by("zh", "code").values_list("id", "code", "zh", "en"), day)


def model_of(viewer: Viewer, code: str, *, day: date) -> ModelRow:
    """Return one model (three queries).

    :raises NotFound: if it is not open to the viewer, or there is none
    """
    _insist(viewer)
    found = _models(ScoringModel.objects.filter(code=code).values_list("id", "code", "zh", "en"), day)
    if not found:
        raise NotFound(where="model")
    return found[0]


def _insist(viewer: Viewer) -> None:
    if not may_company(viewer, "read", "models"):
        raise NotFound


def _models(rows: Iterable[tuple[int, str, str, str]], day: date) -> list[ModelRow]:
    named = list(rows)
    keys = [row[0] for row in named]
    versions, uses = defaultdict[int, list[VersionRow]](list), defaultdict[int, list[Use]](list)
    for one in ModelVersion.objects.filter(model__in=keys).order_by("-number"):
        versions[one.model_id].append(_version(one))
    for use in ModelUse.objects.filter(model__in=keys).exclude(last_day__lt=day).order_by("family__code").select_related("family"):
        family = use.family
        uses[use.model_id].append(Use(code=family.code, zh=family.name, en=family.name_en, first_day=use.first_day, last_day=use.last_day))
    return [ModelRow(code=code, zh=zh, en=en, versions=tuple(versions[key]), uses=tuple(uses[key]), day=day) for key, code, zh, en in named]


def _version(one: ModelVersion) -> VersionRow:
    return VersionRow(
        number=one.number,
        tree=tree_of(one.tree),
        indicators={code: indicator_of(raw) for code, raw in one.indicators.items()},
        first_day=one.first_day,
        last_day=one.last_day,
        note=one.note,
        changed_by=one.changed_by,
        changed_at=one.changed_at,
    )


def library(viewer: Viewer) -> dict[str, IndicatorRule]:
    """Return the indicators of the library by code (one query).

    :raises NotFound: if they are not open to the viewer
    """
    _insist(viewer)
    return {code: indicator_of(raw) for code, raw in Indicator.objects.order_by("code").values_list("code", "definition")}


def indicators_for(viewer: Viewer, *, day: date) -> list[IndicatorRow]:
    """Return the library with where each indicator is used (four queries).

    :raises NotFound: if they are not open to the viewer
    """
    models = models_for(viewer, day=day)
    return sorted((_indicator(one, models) for one in Indicator.objects.all()), key=_by_sound)


def indicator_row(viewer: Viewer, code: str, *, day: date) -> IndicatorRow:
    """Return one indicator with where it is used (four queries).

    :raises NotFound: if it is not open to the viewer, or there is none
    """
    models = models_for(viewer, day=day)
    found = Indicator.objects.filter(code=code).first()
    if found is None:
        raise NotFound(where="indicator")
    return _indicator(found, models)


def _indicator(one: Indicator, models: list[ModelRow]) -> IndicatorRow:
    using = tuple(model for model in models if any(_holds(version, one.code) for version in (model.in_force, model.draft)))
    return IndicatorRow(
        rule=indicator_of(one.definition), version=one.version, changed_by=one.changed_by, changed_at=one.changed_at, models=using
    )


def _by_sound(row: IndicatorRow) -> tuple[bool, list[str]]:
    """Order by what is in use, then by how the Chinese name sounds."""
    from pypinyin import lazy_pinyin  # here: a quarter of a second, which no process should wait for before it can answer

    return not row.models, lazy_pinyin(row.rule.zh.casefold())


def _holds(version: VersionRow | None, code: str) -> bool:
    return version is not None and any(leaf.indicator == code for leaf in version.tree.leaves)
