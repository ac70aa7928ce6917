from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0006_wish_gains_a_suggestion"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="submission",
            field=models.CharField(db_comment="C0", default="", max_length=12),
        ),
        migrations.AddField(
            model_name="skilltest",
            name="submission",
            field=models.CharField(db_comment="C0", default="", max_length=12),
        ),
        migrations.AddField(
            model_name="skilltest",
            name="waits",
            field=models.BooleanField(db_comment="C1", default=False),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(("submission", ""), _negated=True), fields=("submission",), name="report_of_submission_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="skilltest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("submission", ""), _negated=True), fields=("submission",), name="test_of_submission_once"
            ),
        ),
    ]
