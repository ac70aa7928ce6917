import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_unit_gains_a_place"),
        ("reviews", "0002_rounds_of_peer_rating"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImprovementPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("state", models.CharField(db_comment="C1", default="proposed", max_length=9)),
                ("why", models.TextField(db_comment="C3")),
                ("goals", models.TextField(db_comment="C3", default="[]")),
                ("support", models.TextField(db_comment="C3")),
                ("first_day", models.DateField(db_comment="C1")),
                ("weeks", models.PositiveSmallIntegerField(db_comment="C1", default=12)),
                ("proposed_at", models.DateTimeField(db_comment="C1")),
                ("answered_at", models.DateTimeField(db_comment="C1", null=True)),
                ("remark", models.TextField(db_comment="C3", default="")),
                ("ended_on", models.DateField(db_comment="C1", null=True)),
                ("outcome", models.CharField(db_comment="C1", default="", max_length=11)),
                ("reason", models.TextField(db_comment="C3", default="")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "manager",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("words", models.TextField(db_comment="C3")),
                ("due_on", models.DateField(db_comment="C1")),
                ("done_on", models.DateField(db_comment="C1", null=True)),
                (
                    "plan",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.improvementplan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WeekCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.PositiveSmallIntegerField(db_comment="C1")),
                ("way", models.CharField(db_comment="C1", max_length=6)),
                ("words", models.TextField(db_comment="C3", default="")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.improvementplan"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="improvementplan",
            index=models.Index(fields=["manager", "state"], name="improvement_manager"),
        ),
        migrations.AddConstraint(
            model_name="improvementplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("proposed", "running"))), fields=("person",), name="one_improvement_plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="improvementplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", models.F("manager")), _negated=True), name="improvement_of_another"
            ),
        ),
        migrations.AddIndex(
            model_name="milestone",
            index=models.Index(fields=["plan", "due_on"], name="milestone_due"),
        ),
        migrations.AddConstraint(
            model_name="weekcheck",
            constraint=models.UniqueConstraint(fields=("plan", "week"), name="week_checked_once"),
        ),
    ]
