import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0011_matching_runs"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanReminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(db_comment="C0", max_length=7)),
                ("day", models.DateField(db_comment="C1")),
                ("to", models.CharField(db_comment="C0", max_length=7)),
                ("told_at", models.DateTimeField(db_comment="C0")),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("mentorship", "what", "day", "to"), name="plan_reminder_once")],
            },
        ),
    ]
