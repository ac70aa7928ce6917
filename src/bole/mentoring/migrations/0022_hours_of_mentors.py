import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0021_why_core_topics_were_left"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="MentoringTerms",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(db_comment="C0", default="hours", max_length=8, unique=True)),
                ("reduces", models.BooleanField(db_comment="C0", default=False)),
                ("least_share", models.PositiveIntegerField(db_comment="C0")),
                ("most_reduction", models.PositiveIntegerField(db_comment="C0")),
                ("rate", models.PositiveIntegerField(db_comment="C1")),
                ("most_allowance", models.PositiveIntegerField(db_comment="C1")),
                ("most_hours", models.PositiveIntegerField(db_comment="C0")),
                ("usual_minutes", models.PositiveIntegerField(db_comment="C0")),
                ("hour_cost", models.PositiveIntegerField(db_comment="C1")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=0)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="HoursProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("month", models.DateField(db_comment="C0")),
                ("minutes", models.PositiveIntegerField(db_comment="C1")),
                ("days", models.PositiveIntegerField(db_comment="C1")),
                ("talks", models.JSONField(db_comment="C1", default=list)),
                ("terms", models.JSONField(db_comment="C1", default=dict)),
                ("percent", models.PositiveIntegerField(db_comment="C1")),
                ("amount", models.TextField(db_comment="C3")),
                ("state", models.CharField(db_comment="C1", default="waiting", max_length=8)),
                ("granted_percent", models.PositiveIntegerField(db_comment="C1", null=True)),
                ("granted", models.TextField(db_comment="C3", default="")),
                ("reason", models.TextField(db_comment="C3", default="")),
                ("period", models.CharField(db_comment="C0", default="", max_length=8)),
                ("targets", models.JSONField(db_comment="C1", default=list)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("decided_at", models.DateTimeField(db_comment="C1", null=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["month"], name="hours_by_month")],
                "constraints": [models.UniqueConstraint(fields=("person", "month"), name="hours_once_a_month")],
            },
        ),
    ]
