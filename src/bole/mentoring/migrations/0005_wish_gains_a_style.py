from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0004_reminders_and_calendar_feeds"),
    ]

    operations = [
        migrations.AddField(
            model_name="wish",
            name="style",
            field=models.JSONField(db_comment="C1", default=dict),
        ),
    ]
