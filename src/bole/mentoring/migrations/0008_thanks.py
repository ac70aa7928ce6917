import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0007_results_count_in_mentoring"),
    ]

    operations = [
        migrations.CreateModel(
            name="Thanks",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("day", models.DateField(db_comment="C1")),
                ("words", models.TextField(db_comment="C3")),
                ("at", models.DateTimeField(db_comment="C0")),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("mentorship", "day"), name="thanks_once_a_day")],
            },
        ),
    ]
