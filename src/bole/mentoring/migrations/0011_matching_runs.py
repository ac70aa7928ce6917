import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0010_panels_may_end"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MatchRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("is_open", models.BooleanField(db_comment="C0", default=True)),
                ("state", models.CharField(db_comment="C0", default="waiting", max_length=7)),
                ("why", models.CharField(db_comment="C0", default="", max_length=20)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=0)),
                ("settings", models.JSONField(db_comment="C0", default=dict)),
                ("stage", models.CharField(db_comment="C0", default="read", max_length=7)),
                ("done", models.PositiveIntegerField(db_comment="C0", default=0)),
                ("whole", models.PositiveIntegerField(db_comment="C0", default=0)),
                ("asked_at", models.DateTimeField(db_comment="C0")),
                ("asked_by", models.CharField(db_comment="C1", max_length=120)),
                ("hand", models.CharField(db_comment="C0", default="", max_length=16)),
                ("seen_at", models.DateTimeField(db_comment="C0", null=True)),
                ("tries", models.PositiveSmallIntegerField(db_comment="C0", default=0)),
                ("ended_at", models.DateTimeField(db_comment="C0", null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_comment="C1",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_comment="C0", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mentoring.matchround"
                    ),
                ),
                (
                    "wish",
                    models.ForeignKey(
                        db_comment="C0", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mentoring.wish"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(condition=models.Q(("is_open", True)), fields=("is_open",), name="one_match_run")],
            },
        ),
    ]
