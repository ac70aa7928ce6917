"""The library, learning paths, career steps; courses gain topics and skills a source."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("growth", "0002_certificates_say_what_they_certify"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="LearningPath",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(db_comment="C0", max_length=40, unique=True)),
                ("title_zh", models.CharField(db_comment="C0", max_length=60)),
                ("title_en", models.CharField(db_comment="C0", max_length=80)),
                ("words_zh", models.CharField(db_comment="C0", default="", max_length=300)),
                ("words_en", models.CharField(db_comment="C0", default="", max_length=300)),
                ("steps", models.JSONField(db_comment="C0", default=list)),
                ("is_offered", models.BooleanField(db_comment="C0", default=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
        ),
        migrations.AddField(
            model_name="course",
            name="level",
            field=models.PositiveSmallIntegerField(db_comment="C0", default=0),
        ),
        migrations.AddField(
            model_name="course",
            name="topics",
            field=models.JSONField(db_comment="C0", default=list),
        ),
        migrations.AddField(
            model_name="skill",
            name="source",
            field=models.CharField(db_comment="C0", default="", max_length=120),
        ),
        migrations.CreateModel(
            name="LibraryItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("code", models.CharField(db_comment="C0", default="", max_length=60)),
                ("kind", models.CharField(db_comment="C0", max_length=7)),
                ("state", models.CharField(db_comment="C0", default="draft", max_length=9)),
                ("title_zh", models.CharField(db_comment="C0", max_length=80)),
                ("title_en", models.CharField(db_comment="C0", default="", max_length=120)),
                ("words_zh", models.CharField(db_comment="C0", default="", max_length=200)),
                ("words_en", models.CharField(db_comment="C0", default="", max_length=300)),
                ("text_zh", models.TextField(db_comment="C0", default="")),
                ("text_en", models.TextField(db_comment="C0", default="")),
                ("body_zh", models.TextField(db_comment="C0", default="")),
                ("body_en", models.TextField(db_comment="C0", default="")),
                ("topics", models.JSONField(db_comment="C0", default=list)),
                ("stages", models.JSONField(db_comment="C0", default=list)),
                ("roles", models.JSONField(db_comment="C0", default=list)),
                ("minutes", models.PositiveSmallIntegerField(db_comment="C0", default=1)),
                ("video", models.CharField(db_comment="C0", default="", max_length=300)),
                ("published_at", models.DateTimeField(db_comment="C0", null=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
                (
                    "author",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LibraryReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_at", models.DateTimeField(db_comment="C1")),
                ("last_at", models.DateTimeField(db_comment="C1")),
                ("finished_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "item",
                    models.ForeignKey(
                        db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="growth.libraryitem"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LibraryVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(db_comment="C0")),
                ("held", models.JSONField(db_comment="C0")),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("made_by", models.CharField(db_comment="C1", max_length=120)),
                (
                    "item",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="growth.libraryitem"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReadCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(db_comment="C0")),
                ("reads", models.PositiveIntegerField(db_comment="C0", default=0)),
                (
                    "item",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="growth.libraryitem"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CareerStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words_zh", models.CharField(db_comment="C0", default="", max_length=300)),
                ("words_en", models.CharField(db_comment="C0", default="", max_length=300)),
                ("tree", models.JSONField(db_comment="C0")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
                (
                    "family",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.jobfamily"
                    ),
                ),
                (
                    "grade",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.jobgrade"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("family", "grade"), name="career_step_once")],
            },
        ),
        migrations.AddIndex(
            model_name="libraryitem",
            index=models.Index(fields=["state", "kind"], name="library_item_listed"),
        ),
        migrations.AddConstraint(
            model_name="libraryitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("draft", "published", "withdrawn"))), name="library_item_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="libraryitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("article", "case", "guide", "video"))), name="library_item_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="libraryitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code", ""), _negated=True), fields=("code",), name="library_item_ships_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="libraryreading",
            constraint=models.UniqueConstraint(fields=("person", "item"), name="library_reading_once"),
        ),
        migrations.AddConstraint(
            model_name="libraryversion",
            constraint=models.UniqueConstraint(fields=("item", "number"), name="library_version_once"),
        ),
        migrations.AddConstraint(
            model_name="readcount",
            constraint=models.UniqueConstraint(fields=("item", "month"), name="read_count_once"),
        ),
    ]
