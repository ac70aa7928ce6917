import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0002_lines_gain_a_mark"),
    ]

    operations = [
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("first_day", models.DateField(db_comment="C1")),
                ("last_day", models.DateField(db_comment="C1")),
                ("kind", models.TextField(db_comment="C2")),
                ("recorded_at", models.DateTimeField(db_comment="C0")),
                ("by", models.CharField(db_comment="C1", max_length=120)),
                ("withdrawn_at", models.DateTimeField(db_comment="C0", null=True)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("withdrawn_at", None)), fields=["person", "first_day"], name="absence_person"),
                    models.Index(condition=models.Q(("withdrawn_at", None)), fields=["last_day", "first_day"], name="absence_days"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("last_day__gte", models.F("first_day"))), name="absence_right_way_round")
                ],
            },
        ),
    ]
