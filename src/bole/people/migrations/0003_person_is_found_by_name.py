from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_lines_gain_a_mark"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["name"], name="person_name"),
        ),
    ]
