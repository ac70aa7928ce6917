"""Connections, deliveries, items, facts, readings, and whose account is whose."""

from django.db import models

from bole.kit.fields import RefField
from bole.people.models import Person
from bole.vault.fields import Sealed

BUILT_IN = "bole"  # the vendor of what Bole itself finds out
HANDED_IN = "people"  # the vendor of what people hand in themselves
OWN = (BUILT_IN, HANDED_IN)  # nothing is sent to these from outside


class Connection(models.Model):
    """One installation of an outside tool."""

    ref = RefField(db_comment="C0")
    vendor = models.CharField(max_length=20, db_comment="C0")
    name = models.CharField(max_length=120, db_comment="C1")
    secret = Sealed(default="", db_comment="C4")
    runs_directory = models.BooleanField(default=False, db_comment="C0")
    is_on = models.BooleanField(default=True, db_comment="C0")
    made_at = models.DateTimeField(db_comment="C0")
    last_at = models.DateTimeField(null=True, db_comment="C0")
    last_refused_at = models.DateTimeField(null=True, db_comment="C0")
    counted_on = models.DateField(null=True, db_comment="C0")
    counted = models.PositiveIntegerField(default=0, db_comment="C0")  # deliveries of that day, refused ones too
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(null=True, db_comment="C0")
    changed_by = models.CharField(max_length=120, default="", db_comment="C1")


class Delivery(models.Model):
    """One call from outside, and what became of it. The body is not kept."""

    connection = models.ForeignKey(Connection, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    delivery_id = models.CharField(max_length=200, db_comment="C0")
    event = models.CharField(max_length=80, default="", db_comment="C0")
    received_at = models.DateTimeField(db_comment="C0")
    fate = models.CharField(max_length=12, db_comment="C0")  # stored | same | older | waiting | ignored | refused
    reason = models.CharField(max_length=300, default="", db_comment="C0")
    facts = models.JSONField(default=dict, db_comment="C1")  # what fills the reason
    where = models.CharField(max_length=200, default="", db_comment="C0")
    counts = models.JSONField(default=dict, db_comment="C0")
    size = models.PositiveIntegerField(default=0, db_comment="C0")

    class Meta:
        """A delivery is taken once; a connection's page reads the newest, its counts those of some days."""

        constraints = [
            models.UniqueConstraint(fields=["connection", "delivery_id"], name="delivery_once", condition=~models.Q(fate="refused")),
        ]
        indexes = [
            models.Index(fields=["connection", "-id"], name="delivery_newest"),
            models.Index(fields=["received_at"], name="delivery_received"),
        ]


class OutsideAccount(models.Model):
    """An account that an outside tool named, whoever it may be."""

    ref = RefField(db_comment="C0")
    connection = models.ForeignKey(Connection, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    account = models.CharField(max_length=200, db_comment="C1")
    name = models.CharField(max_length=200, default="", db_comment="C1")
    email = models.CharField(max_length=254, default="", db_comment="C1")
    first_seen_at = models.DateTimeField(db_comment="C0")
    is_nobody = models.BooleanField(default=False, db_comment="C0")  # a robot or a customer, so decided by HR

    class Meta:
        """One row an account."""

        constraints = [models.UniqueConstraint(fields=["connection", "account"], name="account_once")]


class Identity(models.Model):
    """Whose account it was, from a day to a day."""

    outside = models.ForeignKey(OutsideAccount, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    active_from = models.DateField(null=True, db_comment="C1")
    active_to = models.DateField(null=True, db_comment="C1")  # half-open
    by = models.CharField(max_length=120, db_comment="C1")
    recorded_at = models.DateTimeField(db_comment="C0")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")


class Item(models.Model):
    """A thing in an outside tool, as last known."""

    connection = models.ForeignKey(Connection, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    external_id = models.CharField(max_length=200, db_comment="C1")
    kind = models.CharField(max_length=12, db_comment="C0")
    account = models.CharField(max_length=200, null=True, db_comment="C1")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    state = models.CharField(max_length=8, db_comment="C0")
    title = Sealed(default="", db_comment="C3")
    link = Sealed(default="", db_comment="C3")
    project = models.CharField(max_length=200, default="", db_comment="C1")
    opened_at = models.DateTimeField(null=True, db_comment="C1")
    due_on = models.DateField(null=True, db_comment="C1")
    responded_at = models.DateTimeField(null=True, db_comment="C1")
    closed_at = models.DateTimeField(null=True, db_comment="C1")
    detail = models.JSONField(default=dict, db_comment="C1")  # labels, values, marks
    version = models.BigIntegerField(db_comment="C0")
    is_retracted = models.BooleanField(default=False, db_comment="C0")
    is_waiting = models.BooleanField(default=False, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")

    class Meta:
        """One row a thing; what is open and what waits is found at once."""

        constraints = [models.UniqueConstraint(fields=["connection", "external_id"], name="item_once")]
        indexes = [
            models.Index(fields=["connection", "account"], name="item_account"),
            models.Index(fields=["person"], condition=models.Q(state="open", is_retracted=False), name="item_open"),
            models.Index(fields=["connection"], condition=models.Q(is_waiting=True), name="item_waiting"),
        ]


class Correction(models.Model):
    """What HR corrected on an item after an objection; the item itself stays as the tool said."""

    ref = RefField(db_comment="C0")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    is_excluded = models.BooleanField(default=False, db_comment="C1")
    due_on = models.DateField(null=True, db_comment="C1")
    without_marks = models.JSONField(default=list, db_comment="C1")
    by = models.CharField(max_length=120, db_comment="C1")
    decided_at = models.DateTimeField(db_comment="C0")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")


class Fact(models.Model):
    """A number that an item stands for. A correction withdraws the old one and adds another."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    measure = models.CharField(max_length=32, db_comment="C0")
    ordinal = models.PositiveSmallIntegerField(default=0, db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    moment = models.DateTimeField(db_comment="C1")
    day = models.DateField(db_comment="C1")
    value = models.BigIntegerField(db_comment="C1")
    recorded_at = models.DateTimeField(db_comment="C0")
    withdrawn_at = models.DateTimeField(null=True, db_comment="C0")

    class Meta:
        """One living fact for each (item, measure, ordinal); a reading is summed from one index."""

        constraints = [
            models.UniqueConstraint(fields=["item", "measure", "ordinal"], condition=models.Q(withdrawn_at=None), name="fact_once"),
            models.CheckConstraint(condition=models.Q(value__gte=-(10**12), value__lte=10**12), name="fact_in_range"),
        ]
        indexes = [
            models.Index(
                fields=["person", "measure", "day"], include=["value"], condition=models.Q(withdrawn_at=None), name="fact_reading"
            ),
        ]


class Reading(models.Model):
    """A measure of one person and day, summed again from its facts whenever one of them changes."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    measure = models.CharField(max_length=32, db_comment="C0")
    day = models.DateField(db_comment="C1")
    total = models.BigIntegerField(db_comment="C1")
    count = models.IntegerField(db_comment="C1")
    least = models.BigIntegerField(db_comment="C1")
    most = models.BigIntegerField(db_comment="C1")

    class Meta:
        """One row for each (person, measure, day)."""

        constraints = [models.UniqueConstraint(fields=["person", "measure", "day"], name="reading_once")]
        indexes = [models.Index(fields=["person", "day"], name="reading_person_day")]


class Objection(models.Model):
    """A person's doubt about a fact of theirs (数据异议); the original stays on record."""

    ref = RefField(db_comment="C0")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+", db_comment="C0")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    words = Sealed(db_comment="C3")
    raised_at = models.DateTimeField(db_comment="C1")
    due_on = models.DateField(db_comment="C1")
    state = models.CharField(max_length=10, default="open", db_comment="C1")  # open | kept | corrected
    answer = Sealed(default="", db_comment="C3")
    answered_by = models.CharField(max_length=120, default="", db_comment="C1")
    answered_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """One open objection an item."""

        constraints = [models.UniqueConstraint(fields=["item"], condition=models.Q(state="open"), name="objection_once")]


class Submission(models.Model):
    """A result that somebody handed in: a project report, a customer's feedback, a mark in a test. It counts as the item of its ref.

    `after_confirmation`: it counts once somebody confirmed it; else at once, marked as self-reported. Its files hang on `submission <ref>`.
    """

    ref = RefField(db_comment="C0")
    once = models.CharField(max_length=12, db_comment="C0")  # of the form that sent it: sent twice, it is one
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    kind = models.CharField(max_length=17, db_comment="C1")  # project_report | customer_feedback | skill_score
    title = Sealed(default="", db_comment="C3")
    words = Sealed(default="", db_comment="C3")
    value = models.IntegerField(null=True, db_comment="C1")  # hundredths of a scale to 100; a report has none
    for_mentor = models.BooleanField(default=False, db_comment="C1")
    state = models.CharField(max_length=9, default="waiting", db_comment="C1")  # waiting | confirmed | returned | withdrawn
    after_confirmation = models.BooleanField(default=False, db_comment="C1")
    sent_at = models.DateTimeField(db_comment="C1")
    day = models.DateField(db_comment="C1")
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_comment="C1")
    decided_at = models.DateTimeField(null=True, db_comment="C1")
    remark = Sealed(default="", db_comment="C3")
    version = models.PositiveIntegerField(default=1, db_comment="C0")

    class Meta:
        """A form is taken once; a person's own, the newest first; what waits of a team is found at once."""

        constraints = [models.UniqueConstraint(fields=["person", "once"], name="submission_once")]
        indexes = [
            models.Index(fields=["person", "-sent_at"], name="submission_own"),
            models.Index(fields=["person"], condition=models.Q(state="waiting"), name="submission_waiting"),
        ]
