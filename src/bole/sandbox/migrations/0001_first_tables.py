"""The table of the demo's state."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DemoState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("anchor", models.DateField(db_comment="C0")),
                ("today", models.DateField(db_comment="C0")),
                ("seed", models.BigIntegerField(db_comment="C0")),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("items", models.PositiveIntegerField(db_comment="C0", default=0)),
                ("seconds", models.FloatField(db_comment="C0", default=0)),
            ],
        ),
    ]
