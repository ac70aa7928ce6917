import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0023_agreements_of_pairs"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField(db_comment="C3")),
                ("link", models.TextField(db_comment="C3", default="")),
                ("changed_at", models.DateTimeField(db_comment="C1")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "mentorship",
                    models.OneToOneField(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
    ]
