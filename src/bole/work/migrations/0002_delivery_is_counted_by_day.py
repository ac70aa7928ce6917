"""A connection's page counts the deliveries of today and of seven days."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("work", "0001_first_tables")]

    operations = [
        migrations.AddIndex(model_name="delivery", index=models.Index(fields=["received_at"], name="delivery_received")),
    ]
