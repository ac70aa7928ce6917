import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0020_tries_of_a_capacity"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="LeftTopics",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField(db_comment="C0")),
                ("reminded_at", models.DateTimeField(db_comment="C0", null=True)),
                ("why", models.CharField(db_comment="C1", default="", max_length=10)),
                ("words", models.TextField(db_comment="C3", default="")),
                ("answered_at", models.DateTimeField(db_comment="C1", null=True)),
                ("was", models.TextField(db_comment="C3", default="[]")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "by",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
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
