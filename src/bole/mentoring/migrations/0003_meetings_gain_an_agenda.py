"""Meetings gain an agenda and say when they were corrected; plans say who changed them last."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0002_screening_finds_who_may_mentor"),
        ("people", "0003_person_is_found_by_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="corrected_at",
            field=models.DateTimeField(db_comment="C1", null=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="changed_by",
            field=models.CharField(db_comment="C1", default="", max_length=120),
        ),
        migrations.CreateModel(
            name="AgendaPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("words", models.TextField(db_comment="C3")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_comment="C0", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="mentoring.meeting"
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(condition=models.Q(("meeting", None)), fields=["mentorship", "at"], name="agenda_open")],
            },
        ),
    ]
