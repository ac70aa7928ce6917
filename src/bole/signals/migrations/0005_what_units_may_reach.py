import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signals", "0004_target_proposals"),
    ]

    operations = [
        migrations.CreateModel(
            name="UnitReach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(db_comment="C0", max_length=40)),
                ("month", models.DateField(db_comment="C0")),
                ("quantiles", models.JSONField(db_comment="C1", default=list)),
                ("months", models.PositiveSmallIntegerField(db_comment="C0")),
                ("inputs_hash", models.CharField(db_comment="C0", max_length=64)),
                ("worked_out_at", models.DateTimeField(db_comment="C0")),
                (
                    "unit",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.unit"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("unit", "indicator", "month"), name="unit_reach_once")],
            },
        ),
    ]
