from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0014_retirements_are_answered"),
    ]

    operations = [
        migrations.AddField(
            model_name="duty",
            name="set_half",
            field=models.CharField(db_comment="C1", default="", max_length=2),
        ),
    ]
