from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("growth", "0001_first_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="certificate",
            name="certifies",
            field=models.CharField(db_comment="C1", default="", max_length=40),
        ),
        migrations.AddField(
            model_name="exam",
            name="certificate",
            field=models.CharField(db_comment="C0", default="", max_length=40),
        ),
    ]
