import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0003_meetings_gain_an_agenda"),
        ("people", "0003_person_is_found_by_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="helprequest",
            name="answered_by",
            field=models.ForeignKey(
                db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AlterField(
            model_name="helprequest",
            name="by",
            field=models.ForeignKey(
                db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hash", models.CharField(db_comment="C4", max_length=64, unique=True)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("ended_at", models.DateTimeField(db_comment="C0", null=True)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("ended_at", None)), fields=("person",), name="one_calendar_feed")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(db_comment="C0", max_length=7)),
                ("day", models.DateField(db_comment="C1")),
                ("to", models.CharField(db_comment="C0", max_length=7)),
                ("told_at", models.DateTimeField(db_comment="C0")),
                (
                    "duty",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.duty"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("duty", "what", "day", "to"), name="reminder_once")],
            },
        ),
    ]
