import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0003_person_is_found_by_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Calendar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("days", models.JSONField(db_comment="C0")),
                ("set_at", models.DateTimeField(db_comment="C0")),
                ("set_by", models.CharField(db_comment="C1", max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(db_comment="C0", max_length=20)),
                ("about", models.CharField(db_comment="C1", default="", max_length=60)),
                ("day", models.DateField(db_comment="C0")),
                ("fresh", models.TextField(db_comment="C3", default="")),
                ("results", models.TextField(db_comment="C3", default="")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "about", "day"), name="survey_published_once")],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("kind", models.CharField(db_comment="C0", max_length=20)),
                ("about", models.CharField(db_comment="C1", default="", max_length=60)),
                ("questions", models.CharField(db_comment="C0", max_length=20)),
                ("opens_on", models.DateField(db_comment="C0")),
                ("closes_on", models.DateField(db_comment="C0")),
                ("secret", models.TextField(db_comment="C4", default="")),
                ("closed_on", models.DateField(db_comment="C0", null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "about", "closes_on"], name="survey_about"),
                    models.Index(condition=models.Q(("closed_on", None)), fields=["closes_on"], name="survey_open"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "about", "opens_on"), name="survey_once"),
                    models.CheckConstraint(condition=models.Q(("closes_on__gte", models.F("opens_on"))), name="survey_right_way_round"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("key", models.CharField(db_comment="C0", max_length=64, primary_key=True, serialize=False)),
                ("values", models.TextField(db_comment="C3")),
                (
                    "round",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.round"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answered_on", models.DateField(db_comment="C1", null=True)),
                ("is_noted", models.BooleanField(db_comment="C0", default=False)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "round",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.round"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("answered_on", None)), fields=["person"], name="survey_waits_for"),
                    models.Index(
                        condition=models.Q(("is_noted", False), models.Q(("answered_on", None), _negated=True)),
                        fields=["answered_on"],
                        name="survey_to_note",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("round", "person"), name="survey_asked_once")],
            },
        ),
        migrations.CreateModel(
            name="Included",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(db_comment="C0", max_length=40)),
                (
                    "publication",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.publication"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.round"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("round", "question"), name="survey_joined_once")],
            },
        ),
    ]
