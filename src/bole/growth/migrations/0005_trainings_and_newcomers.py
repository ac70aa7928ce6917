import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("growth", "0004_what_is_remembered"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="NewcomerStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("ordinal", models.PositiveSmallIntegerField(db_comment="C0")),
                ("day", models.PositiveSmallIntegerField(db_comment="C0")),
                ("title_zh", models.CharField(db_comment="C0", max_length=60)),
                ("title_en", models.CharField(db_comment="C0", max_length=80)),
                ("words_zh", models.CharField(db_comment="C0", default="", max_length=200)),
                ("words_en", models.CharField(db_comment="C0", default="", max_length=200)),
                ("minutes", models.PositiveSmallIntegerField(db_comment="C0")),
                ("address", models.CharField(db_comment="C0", default="", max_length=120)),
                ("by_itself", models.CharField(db_comment="C0", default="", max_length=12)),
                ("is_in", models.BooleanField(db_comment="C0", default=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
            options={
                "indexes": [models.Index(fields=["ordinal"], name="newcomer_step_order")],
                "constraints": [models.CheckConstraint(condition=models.Q(("day__gte", 1), ("day__lte", 20)), name="newcomer_step_day")],
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("title_zh", models.CharField(db_comment="C0", max_length=60)),
                ("title_en", models.CharField(db_comment="C0", max_length=80)),
                ("words_zh", models.CharField(db_comment="C0", default="", max_length=300)),
                ("words_en", models.CharField(db_comment="C0", default="", max_length=300)),
                ("place_zh", models.CharField(db_comment="C0", max_length=60)),
                ("place_en", models.CharField(db_comment="C0", max_length=80)),
                ("begins_at", models.DateTimeField(db_comment="C0")),
                ("minutes", models.PositiveSmallIntegerField(db_comment="C0")),
                ("for_newcomers", models.BooleanField(db_comment="C0", default=False)),
                ("called_off_at", models.DateTimeField(db_comment="C0", null=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
            options={
                "indexes": [models.Index(fields=["begins_at"], name="training_begins")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("minutes__gte", 5), ("minutes__lte", 600)), name="training_minutes")
                ],
            },
        ),
        migrations.CreateModel(
            name="NewcomerDone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
                (
                    "step",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="growth.newcomerstep"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("step", "person"), name="newcomer_step_done_once")],
            },
        ),
        migrations.CreateModel(
            name="TrainingSeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
                (
                    "training",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="growth.training"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("training", "person"), name="training_seat_once")],
            },
        ),
    ]
