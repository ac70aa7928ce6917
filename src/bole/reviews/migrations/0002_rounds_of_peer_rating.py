import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_unit_gains_a_place"),
        ("reviews", "0001_feedback_and_talks"),
    ]

    operations = [
        migrations.CreateModel(
            name="PeerRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("first_day", models.DateField(db_comment="C0")),
                ("last_day", models.DateField(db_comment="C0")),
                ("closes_on", models.DateField(db_comment="C0")),
                ("opened_at", models.DateTimeField(db_comment="C0")),
                ("opened_by", models.CharField(db_comment="C1", max_length=120)),
                ("closed_at", models.DateTimeField(db_comment="C0", null=True)),
                (
                    "unit",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PeerRatee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("survey", models.CharField(db_comment="C0", default="", max_length=12)),
                ("ratings", models.PositiveSmallIntegerField(db_comment="C1", null=True)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.peerround"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="peerround",
            constraint=models.UniqueConstraint(condition=models.Q(("closed_at", None)), fields=("unit",), name="one_open_peer_round"),
        ),
        migrations.AddConstraint(
            model_name="peerround",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="peer_round_right_way_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="peerratee",
            constraint=models.UniqueConstraint(fields=("round", "person"), name="peer_rated_once"),
        ),
    ]
