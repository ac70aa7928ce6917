from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signals", "0002_series_and_diagnoses"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="alert",
            index=models.Index(fields=["state", "-noticed_on", "-id"], name="alert_state"),
        ),
    ]
