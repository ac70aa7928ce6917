from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0015_half_days_that_are_set"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="was",
            field=models.JSONField(db_comment="C1", default=list),
        ),
        migrations.AddField(
            model_name="skilltest",
            name="was",
            field=models.JSONField(db_comment="C1", default=list),
        ),
    ]
