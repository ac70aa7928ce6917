import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0008_thanks"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="PromotionPanel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("post", models.CharField(db_comment="C1", max_length=60)),
                ("begins_on", models.DateField(db_comment="C1")),
                ("opened_at", models.DateTimeField(db_comment="C0")),
                ("decided_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "opened_by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "unit",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Candidate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(db_comment="C1", default="waiting", max_length=10)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.promotionpanel"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PanelVoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(db_comment="C3")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "chosen",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.candidate"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.promotionpanel"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("panel", "member"), name="panel_voice_once")],
            },
        ),
        migrations.CreateModel(
            name="PanelMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.promotionpanel"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("panel", "person"), name="panel_member_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.UniqueConstraint(fields=("panel", "person"), name="candidate_once"),
        ),
    ]
