import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signals", "0003_alerts_by_state"),
    ]

    operations = [
        migrations.CreateModel(
            name="TargetProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("before", models.BigIntegerField(db_comment="C1")),
                ("after", models.BigIntegerField(db_comment="C1")),
                ("reason", models.TextField(db_comment="C3")),
                ("by", models.CharField(db_comment="C1", max_length=120)),
                ("by_account", models.BigIntegerField(db_comment="C1")),
                ("by_person", models.BigIntegerField(db_comment="C1", null=True)),
                ("at", models.DateTimeField(db_comment="C0")),
                ("state", models.CharField(db_comment="C1", default="waiting", max_length=10)),
                ("second_by", models.CharField(db_comment="C1", default="", max_length=120)),
                ("second_account", models.BigIntegerField(db_comment="C1", null=True)),
                ("second_words", models.TextField(db_comment="C3", default="")),
                ("second_at", models.DateTimeField(db_comment="C0", null=True)),
                ("first_day", models.DateField(db_comment="C0", null=True)),
                ("target_ref", models.CharField(db_comment="C0", default="", max_length=12)),
                (
                    "alert",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="signals.alert"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("state", "waiting")), fields=("alert",), name="one_waiting_proposal")
                ],
            },
        ),
    ]
