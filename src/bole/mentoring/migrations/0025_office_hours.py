import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0024_project_of_a_pair"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="OfficeHours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("begins_at", models.DateTimeField(db_comment="C1")),
                ("ends_at", models.DateTimeField(db_comment="C1")),
                ("place", models.CharField(db_comment="C1", max_length=200)),
                ("minutes", models.PositiveSmallIntegerField(db_comment="C1")),
                ("skills", models.JSONField(db_comment="C1", default=list)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("called_off_at", models.DateTimeField(db_comment="C1", null=True)),
                ("reminded_at", models.DateTimeField(db_comment="C0", null=True)),
                ("marked_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "mentor",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OfficePlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("number", models.PositiveSmallIntegerField(db_comment="C0")),
                ("begins_at", models.DateTimeField(db_comment="C1")),
                ("words", models.TextField(db_comment="C3", default="")),
                ("booked_at", models.DateTimeField(db_comment="C1", null=True)),
                ("came", models.BooleanField(db_comment="C1", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.officehours"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="officehours",
            index=models.Index(fields=["begins_at"], name="office_begins"),
        ),
        migrations.AddConstraint(
            model_name="officehours",
            constraint=models.CheckConstraint(condition=models.Q(("ends_at__gt", models.F("begins_at"))), name="office_right_way_round"),
        ),
        migrations.AddConstraint(
            model_name="officehours",
            constraint=models.CheckConstraint(condition=models.Q(("minutes__gte", 1)), name="office_takes_time"),
        ),
        migrations.AddConstraint(
            model_name="officehours",
            constraint=models.UniqueConstraint(
                condition=models.Q(("called_off_at", None)), fields=("mentor", "begins_at"), name="office_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="officeplace",
            constraint=models.UniqueConstraint(fields=("session", "number"), name="office_place_once"),
        ),
        migrations.AddConstraint(
            model_name="officeplace",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person", None), _negated=True), fields=("session", "person"), name="office_place_one_each"
            ),
        ),
        migrations.AddConstraint(
            model_name="officeplace",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person", None), _negated=True), fields=("person", "begins_at"), name="office_place_one_at_a_time"
            ),
        ),
    ]
