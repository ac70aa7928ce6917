import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_person_is_found_by_name"),
        ("scoring", "0002_target_may_be_of_the_whole"),
    ]

    operations = [
        migrations.CreateModel(
            name="RatingYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(db_comment="C0", unique=True)),
                ("bands", models.JSONField(db_comment="C0")),
                ("excellent", models.JSONField(db_comment="C0")),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
                ("closed_at", models.DateTimeField(db_comment="C0", null=True)),
                ("closed_by", models.CharField(db_comment="C1", default="", max_length=120)),
                ("people", models.PositiveIntegerField(db_comment="C0", default=0)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
            ],
        ),
        migrations.CreateModel(
            name="YearCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("year", models.PositiveSmallIntegerField(db_comment="C0")),
                ("score", models.IntegerField(db_comment="C1", null=True)),
                ("level", models.TextField(db_comment="C3")),
                ("reason", models.TextField(db_comment="C3")),
                ("state", models.CharField(db_comment="C1", default="proposed", max_length=10)),
                ("proposed_by", models.CharField(db_comment="C1", max_length=120)),
                ("proposed_by_account", models.BigIntegerField(db_comment="C1")),
                ("proposed_at", models.DateTimeField(db_comment="C0")),
                ("decided_by", models.CharField(db_comment="C1", default="", max_length=120)),
                ("decided_at", models.DateTimeField(db_comment="C0", null=True)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")), fields=("person", "year"), name="year_correction_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="YearResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(db_comment="C0")),
                ("revision", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("score", models.IntegerField(db_comment="C1", null=True)),
                ("level", models.TextField(db_comment="C3", default="")),
                ("source", models.CharField(db_comment="C0", max_length=10)),
                ("note", models.TextField(db_comment="C3", default="")),
                ("parts", models.JSONField(db_comment="C1", default=list)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("made_by", models.CharField(db_comment="C1", max_length=120)),
                ("is_last", models.BooleanField(db_comment="C0", default=True)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(condition=models.Q(("is_last", True)), fields=["year"], name="year_result_year")],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "year", "revision"), name="year_result_once"),
                    models.UniqueConstraint(condition=models.Q(("is_last", True)), fields=("person", "year"), name="year_result_last"),
                    models.CheckConstraint(
                        condition=models.Q(("score", None), models.Q(("score__gte", 0), ("score__lte", 10000)), _connector="OR"),
                        name="year_score_in_range",
                    ),
                ],
            },
        ),
    ]
