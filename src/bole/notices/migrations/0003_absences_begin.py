from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0002_ways_out"),
    ]

    operations = [
        migrations.AddField(
            model_name="delegation",
            name="handed_at",
            field=models.DateTimeField(db_comment="C1", null=True),
        ),
    ]
