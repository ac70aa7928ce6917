import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0001_first_tables"),
        ("people", "0003_person_is_found_by_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Eligible",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(db_comment="C1")),
                ("looked_at", models.DateTimeField(db_comment="C0")),
                (
                    "person",
                    models.OneToOneField(
                        db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "rule_set",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.ruleset"
                    ),
                ),
            ],
        ),
    ]
