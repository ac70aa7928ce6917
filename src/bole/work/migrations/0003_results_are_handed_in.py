import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_unit_gains_a_place"),
        ("work", "0002_delivery_is_counted_by_day"),
    ]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("once", models.CharField(db_comment="C0", max_length=12)),
                ("kind", models.CharField(db_comment="C1", max_length=17)),
                ("title", models.TextField(db_comment="C3", default="")),
                ("words", models.TextField(db_comment="C3", default="")),
                ("value", models.IntegerField(db_comment="C1", null=True)),
                ("for_mentor", models.BooleanField(db_comment="C1", default=False)),
                ("state", models.CharField(db_comment="C1", default="waiting", max_length=9)),
                ("after_confirmation", models.BooleanField(db_comment="C1", default=False)),
                ("sent_at", models.DateTimeField(db_comment="C1")),
                ("day", models.DateField(db_comment="C1")),
                ("decided_at", models.DateTimeField(db_comment="C1", null=True)),
                ("remark", models.TextField(db_comment="C3", default="")),
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
                "indexes": [
                    models.Index(fields=["person", "-sent_at"], name="submission_own"),
                    models.Index(condition=models.Q(("state", "waiting")), fields=["person"], name="submission_waiting"),
                ],
                "constraints": [models.UniqueConstraint(fields=("person", "once"), name="submission_once")],
            },
        ),
    ]
