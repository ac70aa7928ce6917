from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kit", "0001_first_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("who", models.CharField(db_comment="C1", max_length=40)),
                ("key", models.CharField(db_comment="C0", max_length=40)),
                ("address", models.CharField(db_comment="C1", max_length=400)),
                ("on", models.DateField(db_comment="C1")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("who", "key"), name="one_entry_a_key")],
            },
        ),
    ]
