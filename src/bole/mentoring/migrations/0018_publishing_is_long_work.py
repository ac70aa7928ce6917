from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0017_mentors_step_down"),
    ]

    operations = [
        migrations.AddField(
            model_name="matchrun",
            name="work",
            field=models.CharField(db_comment="C0", default="match", max_length=7),
        ),
        migrations.AddField(
            model_name="proposal",
            name="refused",
            field=models.JSONField(db_comment="C1", null=True),
        ),
    ]
