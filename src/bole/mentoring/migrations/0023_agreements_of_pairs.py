import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0022_hours_of_mentors"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreementSwitch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_on", models.BooleanField(db_comment="C0")),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("text_zh", models.TextField(db_comment="C3")),
                ("text_en", models.TextField(db_comment="C3")),
                ("hash", models.CharField(db_comment="C1", max_length=64)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("reminded_at", models.DateTimeField(db_comment="C0", null=True)),
                ("replaced_at", models.DateTimeField(db_comment="C0", null=True)),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.plan"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("signed_at", models.DateTimeField(db_comment="C1")),
                ("hash", models.CharField(db_comment="C1", max_length=64)),
                ("language", models.CharField(db_comment="C1", max_length=7)),
                (
                    "agreement",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.agreement"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(fields=("plan",), name="agreement_of_plan_once"),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)), fields=("mentorship",), name="one_agreement_in_force"
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(fields=("agreement", "person"), name="signed_once"),
        ),
    ]
