"""Tables of the library: what can be read or watched, its versions, one's own reading, and how often a thing was opened in a month."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bole.kit.fields import RefField
from bole.people.models import Person


class LibraryItem(models.Model):
    """An article, a case, a guide or a video link. Texts are as typed; bodies are the HTML made of them, cleaned when it is kept.

    `code` names what ships with the product. `state`: draft | published | withdrawn. Topics are codes of skills and of `rules.topics`.
    """

    ref = RefField(db_comment="C0")
    code = models.CharField(max_length=60, default="", db_comment="C0")
    kind = models.CharField(max_length=7, db_comment="C0")  # article | case | guide | video
    state = models.CharField(max_length=9, default="draft", db_comment="C0")
    title_zh = models.CharField(max_length=80, db_comment="C0")
    title_en = models.CharField(max_length=120, default="", db_comment="C0")
    words_zh = models.CharField(max_length=200, default="", db_comment="C0")
    words_en = models.CharField(max_length=300, default="", db_comment="C0")
    text_zh = models.TextField(default="", db_comment="C0")
    text_en = models.TextField(default="", db_comment="C0")
    body_zh = models.TextField(default="", db_comment="C0")
    body_en = models.TextField(default="", db_comment="C0")
    topics = models.JSONField(default=list, db_comment="C0")
    stages = models.JSONField(default=list, db_comment="C0")
    roles = models.JSONField(default=list, db_comment="C0")
    minutes = models.PositiveSmallIntegerField(default=1, db_comment="C0")
    video = models.CharField(max_length=300, default="", db_comment="C0")
    author = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+", db_comment="C1")
    published_at = models.DateTimeField(null=True, db_comment="C0")
    version = models.PositiveIntegerField(default=1, db_comment="C0")
    changed_at = models.DateTimeField(db_comment="C0")
    changed_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """Listed by state; what ships is here once."""

        indexes: ClassVar = [models.Index(fields=["state", "kind"], name="library_item_listed")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=("draft", "published", "withdrawn")), name="library_item_state_known"),
            models.CheckConstraint(condition=Q(kind__in=("article", "case", "guide", "video")), name="library_item_kind_known"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="library_item_ships_once"),
        ]


class LibraryVersion(models.Model):
    """How an item read as of a version: what the form held."""

    item = models.ForeignKey(LibraryItem, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    number = models.PositiveIntegerField(db_comment="C0")
    held = models.JSONField(db_comment="C0")
    made_at = models.DateTimeField(db_comment="C0")
    made_by = models.CharField(max_length=120, db_comment="C1")

    class Meta:
        """Once a number."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "number"], name="library_version_once")]


class LibraryReading(models.Model):
    """Somebody's own history with an item; nobody else's to read. Finished when they say so."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    item = models.ForeignKey(LibraryItem, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    first_at = models.DateTimeField(db_comment="C1")
    last_at = models.DateTimeField(db_comment="C1")
    finished_at = models.DateTimeField(null=True, db_comment="C1")

    class Meta:
        """Once for each person and item."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "item"], name="library_reading_once")]


class ReadCount(models.Model):
    """How often an item was read in a month (its first day): once a person and day, without a word of whose."""

    item = models.ForeignKey(LibraryItem, on_delete=models.CASCADE, related_name="+", db_comment="C0")
    month = models.DateField(db_comment="C0")
    reads = models.PositiveIntegerField(default=0, db_comment="C0")

    class Meta:
        """Once a month."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "month"], name="read_count_once")]
