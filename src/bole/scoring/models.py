"""Indicators, models, targets; live scores, closings, ratings of years, and requests for support."""

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import JobFamily, Person, Unit
from bole.vault.fields import Sealed


class Indicator(models.Model):
    """An indicator of the library. A model's version keeps the definition that was in force when it was published."""

    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    zh = models.CharField(max_length=60, db_comment="C0")
    en = models.CharField(max_length=80, db_comment="C0")
    definition = models.JSONField(db_comment="C0")
    is_used = models.BooleanField(default=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")


class ScoringModel(models.Model):
    """A scoring model; job families use it."""

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=40, unique=True, db_comment="C0")
    zh = models.CharField(max_length=60, db_comment="C0")
    en = models.CharField(max_length=80, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")


class ModelUse(models.Model):
    """A job family uses a model from a day to a day, both on borders of periods."""

    model = models.ForeignKey(ScoringModel, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    family = models.ForeignKey(JobFamily, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    first_day = models.DateField(db_comment="C0")
    last_day = models.DateField(null=True, db_comment="C0")


class ModelVersion(models.Model):
    """A version of a model: its tree and the indicators in it, frozen when published."""

    model = models.ForeignKey(ScoringModel, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    number = models.PositiveIntegerField(db_comment="C0")
    tree = models.JSONField(db_comment="C0")
    indicators = models.JSONField(db_comment="C0")
    first_day = models.DateField(null=True, db_comment="C0")  # None: a draft
    last_day = models.DateField(null=True, db_comment="C0")
    note = models.CharField(max_length=300, default="", db_comment="C1")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """Numbers count up; a model has one draft at most."""

        constraints = [
            models.UniqueConstraint(fields=["model", "number"], name="model_version_once"),
            models.UniqueConstraint(fields=["model"], condition=models.Q(first_day=None), name="one_draft"),
        ]


class Target(models.Model):
    """A target value: for the company, a family, a unit or one person; the nearest wins."""

    ref = RefField(db_comment="C0")
    indicator = models.CharField(max_length=40, db_comment="C0")
    family = models.ForeignKey(JobFamily, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    first_day = models.DateField(db_comment="C0")
    last_day = models.DateField(null=True, db_comment="C0")
    value = models.BigIntegerField(db_comment="C1")  # thousandths of the indicator's unit
    is_whole = models.BooleanField(default=False, db_comment="C0")  # of the unit as a whole: no score of a person reads it
    why = models.CharField(max_length=300, db_comment="C1")
    by = models.CharField(max_length=120, db_comment="C1")
    recorded_at = models.DateTimeField(db_comment="C0")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """Read by indicator."""

        indexes = [models.Index(fields=["indicator"], condition=models.Q(withdrawn_at=None), name="target_living")]


class ScoringDue(models.Model):
    """A person's period that must be scored again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    period = models.CharField(max_length=8, db_comment="C0")
    since = models.DateTimeField(db_comment="C0")

    class Meta:
        """Once in the queue is enough."""

        constraints = [models.UniqueConstraint(fields=["person", "period"], name="due_once")]


class LiveScore(models.Model):
    """The score of a person's open period, as of now. `parts` is the explanation without texts."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    period = models.CharField(max_length=8, db_comment="C0")
    score = models.IntegerField(null=True, db_comment="C1")
    state = models.CharField(max_length=12, db_comment="C1")  # scored | not_enough | no_model | no_data
    parts = models.JSONField(default=dict, db_comment="C1")
    model_version = models.ForeignKey(ModelVersion, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    scored_at = models.DateTimeField(db_comment="C0")
    revision = models.PositiveIntegerField(default=0, db_comment="C0")

    class Meta:
        """One for each (person, period)."""

        constraints = [models.UniqueConstraint(fields=["person", "period"], name="live_score_once")]


class ScorePoint(models.Model):
    """The live score as it stood at the end of a day on which it changed: what was shown then."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    day = models.DateField(db_comment="C0")
    period = models.CharField(max_length=8, db_comment="C0")
    score = models.IntegerField(null=True, db_comment="C1")
    parts = models.JSONField(default=dict, db_comment="C1")

    class Meta:
        """One a day and period."""

        constraints = [models.UniqueConstraint(fields=["person", "day", "period"], name="point_once")]


class Closing(models.Model):
    """A period that was closed for everybody."""

    period = models.CharField(max_length=8, unique=True, db_comment="C0")
    closed_at = models.DateTimeField(db_comment="C0")
    closed_by = models.CharField(max_length=120, db_comment="C1")
    people = models.PositiveIntegerField(db_comment="C0")


class ClosedScore(models.Model):
    """A frozen result: score, parts, the hash of the readings it was made of. A reopening adds a revision; both are kept."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    period = models.CharField(max_length=8, db_comment="C0")
    revision = models.PositiveIntegerField(default=1, db_comment="C0")
    score = models.IntegerField(null=True, db_comment="C1")
    state = models.CharField(max_length=12, db_comment="C1")
    parts = models.JSONField(default=dict, db_comment="C1")
    readings_hash = models.CharField(max_length=64, db_comment="C0")
    model_version = models.ForeignKey(ModelVersion, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    closed_at = models.DateTimeField(db_comment="C0")
    is_last = models.BooleanField(default=True, db_comment="C0")

    class Meta:
        """One last revision for each (person, period)."""

        constraints = [
            models.UniqueConstraint(fields=["person", "period", "revision"], name="closed_score_once"),
            models.UniqueConstraint(fields=["person", "period"], condition=models.Q(is_last=True), name="closed_score_last"),
        ]
        indexes = [models.Index(fields=["period"], name="closed_score_period")]


class LateChange(models.Model):
    """Readings of a closed period changed afterwards: HR sees by how much, and may have the period reopened for that person."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    period = models.CharField(max_length=8, db_comment="C0")
    score_now = models.IntegerField(null=True, db_comment="C1")
    seen_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """One for each (person, period)."""

        constraints = [models.UniqueConstraint(fields=["person", "period"], name="late_change_once")]


class Reopening(models.Model):
    """A proposal to score a closed period of one person again; another person must approve it."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    period = models.CharField(max_length=8, db_comment="C0")
    reason = Sealed(db_comment="C3")
    state = models.CharField(max_length=10, default="proposed", db_comment="C1")  # proposed | approved | declined
    proposed_by = models.CharField(max_length=120, db_comment="C1")
    proposed_by_account = models.BigIntegerField(db_comment="C1")
    proposed_at = models.DateTimeField(db_comment="C0")
    decided_by = models.CharField(max_length=120, default="", db_comment="C1")
    decided_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """One open proposal for each (person, period)."""

        constraints = [
            models.UniqueConstraint(fields=["person", "period"], condition=models.Q(state="proposed"), name="reopening_once"),
        ]


class RatingYear(models.Model):
    """A year of ratings: from which score on each level is given, which levels are excellent, and when it was closed.

    `bands` are `{"S": 9000, …}`: the least score in hundredths; below all of them the lowest level is given.
    """

    year = models.PositiveSmallIntegerField(unique=True, db_comment="C0")
    bands = models.JSONField(db_comment="C0")
    excellent = models.JSONField(db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")
    closed_at = models.DateTimeField(null=True, db_comment="C0")
    closed_by = models.CharField(max_length=120, default="", db_comment="C1")
    people = models.PositiveIntegerField(default=0, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")


class YearResult(models.Model):
    """A person's rating of a year: closed here, or imported and verified by HR. A correction adds a revision; all are kept."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    year = models.PositiveSmallIntegerField(db_comment="C0")
    revision = models.PositiveIntegerField(default=1, db_comment="C0")
    score = models.IntegerField(null=True, db_comment="C1")  # hundredths of 100, as a closed score
    level = Sealed(default="", db_comment="C3")  # S | A | B | C | D; empty: not enough to rate
    source = models.CharField(max_length=10, db_comment="C0")  # closed | import | correction
    note = Sealed(default="", db_comment="C3")  # where an imported one comes from, or why it was corrected
    parts = models.JSONField(default=list, db_comment="C1")  # [{"period", "score", "days"}]: what the mean was made of
    verified_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    made_at = models.DateTimeField(db_comment="C0")
    made_by = models.CharField(max_length=120, db_comment="C1")
    is_last = models.BooleanField(default=True, db_comment="C0")

    class Meta:
        """One last revision for each (person, year)."""

        constraints = [
            models.UniqueConstraint(fields=["person", "year", "revision"], name="year_result_once"),
            models.UniqueConstraint(fields=["person", "year"], condition=models.Q(is_last=True), name="year_result_last"),
            models.CheckConstraint(condition=models.Q(score=None) | models.Q(score__gte=0, score__lte=10_000), name="year_score_in_range"),
        ]
        indexes = [models.Index(fields=["year"], condition=models.Q(is_last=True), name="year_result_year")]


class YearCorrection(models.Model):
    """A proposal to correct a person's rating of a year; another person must approve it."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    year = models.PositiveSmallIntegerField(db_comment="C0")
    score = models.IntegerField(null=True, db_comment="C1")
    level = Sealed(db_comment="C3")
    reason = Sealed(db_comment="C3")
    state = models.CharField(max_length=10, default="proposed", db_comment="C1")  # proposed | approved | declined
    proposed_by = models.CharField(max_length=120, db_comment="C1")
    proposed_by_account = models.BigIntegerField(db_comment="C1")
    proposed_at = models.DateTimeField(db_comment="C0")
    decided_by = models.CharField(max_length=120, default="", db_comment="C1")
    decided_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """One open proposal for each (person, year)."""

        constraints = [
            models.UniqueConstraint(fields=["person", "year"], condition=models.Q(state="proposed"), name="year_correction_once"),
        ]


class SupportRequest(models.Model):
    """Somebody asks their manager for support. It never touches a score."""

    ref = RefField(db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    asked_at = models.DateTimeField(db_comment="C1")
    state = models.CharField(max_length=10, default="open", db_comment="C1")  # open | answered | withdrawn
    answer = Sealed(default="", db_comment="C3")
    answered_by = models.CharField(max_length=120, default="", db_comment="C1")
    answered_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Open ones of a team are found at once."""

        indexes = [models.Index(fields=["person"], condition=models.Q(state="open"), name="support_open")]
