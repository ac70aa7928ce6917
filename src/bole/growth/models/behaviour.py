"""Tables of what is remembered for recommendations, of what somebody said about them, and of what is recommended."""

from typing import ClassVar

from django.db import models

from bole.people.models import Person


class Behaviour(models.Model):
    """Somebody opened or finished something, searched, or wrote about a topic: the day alone, never the hour; kept twelve months."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    what = models.CharField(max_length=11, db_comment="C1")  # opened | finished | searched | wrote_about
    item = models.CharField(max_length=80, default="", db_comment="C1")  # kind:code, empty where there is none
    topics = models.JSONField(default=list, db_comment="C1")  # codes of skills
    day = models.DateField(db_comment="C1")

    class Meta:
        """Read by person, erased by day; what is opened again on one day is one."""

        indexes: ClassVar = [
            models.Index(fields=["person", "day"], name="behaviour_person"),
            models.Index(fields=["day"], name="behaviour_day"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "what", "item", "day"], condition=~models.Q(item=""), name="behaviour_once_a_day")
        ]


class LessOf(models.Model):
    """Somebody wants less of a topic, said at this item, which is not shown again; taken back by deleting the row."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    topic = models.CharField(max_length=40, default="", db_comment="C1")
    item = models.CharField(max_length=80, db_comment="C1")
    at = models.DateTimeField(db_comment="C1")

    class Meta:
        """Once an item."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "item"], name="less_of_once")]


class WithoutRecommendations(models.Model):
    """Somebody switched recommendations off; nothing is remembered of them."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    at = models.DateTimeField(db_comment="C1")


class Recommended(models.Model):
    """Something that is recommended to somebody as last worked out, with what made it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_comment="C1")
    place = models.PositiveSmallIntegerField(db_comment="C1")
    kind = models.CharField(max_length=12, db_comment="C1")
    item = models.CharField(max_length=80, db_comment="C1")
    title_zh = models.CharField(max_length=120, db_comment="C0")
    title_en = models.CharField(max_length=160, db_comment="C0")
    minutes = models.PositiveSmallIntegerField(default=0, db_comment="C0")
    address = models.CharField(max_length=200, db_comment="C0")
    topic = models.CharField(max_length=40, default="", db_comment="C1")
    why = models.CharField(max_length=12, db_comment="C1")  # the part that made it: opened | wrote | searched | wanted | alike | role
    count = models.PositiveSmallIntegerField(default=0, db_comment="C1")  # how often, or how many people
    day = models.DateField(db_comment="C1")

    class Meta:
        """In order of the person."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "item"], name="recommended_once")]


class Learned(models.Model):
    """What people together show: about an item or a role (its code), how strongly an item goes with it, of how many people."""

    about = models.CharField(max_length=90, db_comment="C0")  # item:… | role:…
    item = models.CharField(max_length=80, db_comment="C0")
    weight = models.FloatField(db_comment="C0")
    people = models.PositiveIntegerField(db_comment="C0")

    class Meta:
        """Read by what it is about."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["about", "item"], name="learned_once")]
