from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_person_is_found_by_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="unit",
            name="place",
            field=models.CharField(db_comment="C1", default="", max_length=60),
        ),
        migrations.AddField(
            model_name="unit",
            name="place_en",
            field=models.CharField(db_comment="C1", default="", max_length=60),
        ),
    ]
