from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0016_corrections_keep_what_was"),
    ]

    operations = [
        migrations.AddField(
            model_name="mentorrole",
            name="farewell",
            field=models.TextField(db_comment="C3", default=""),
        ),
        migrations.AddField(
            model_name="mentorrole",
            name="hands_over",
            field=models.BooleanField(db_comment="C1", default=False),
        ),
        migrations.AddField(
            model_name="mentorrole",
            name="steps_down_at",
            field=models.DateTimeField(db_comment="C1", null=True),
        ),
    ]
