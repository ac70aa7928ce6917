import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0013_pairs_end_after_they_began"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.AddField(
            model_name="retirement",
            name="answer",
            field=models.TextField(db_comment="C3", default=""),
        ),
        migrations.AddField(
            model_name="retirement",
            name="answered_at",
            field=models.DateTimeField(db_comment="C1", null=True),
        ),
        migrations.AddField(
            model_name="retirement",
            name="answered_by",
            field=models.ForeignKey(
                db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="retirement",
            name="taken_back_at",
            field=models.DateTimeField(db_comment="C1", null=True),
        ),
    ]
