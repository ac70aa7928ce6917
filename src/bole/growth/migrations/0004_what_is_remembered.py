import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("growth", "0003_library_and_paths"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="Learned",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(db_comment="C0", max_length=90)),
                ("item", models.CharField(db_comment="C0", max_length=80)),
                ("weight", models.FloatField(db_comment="C0")),
                ("people", models.PositiveIntegerField(db_comment="C0")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("about", "item"), name="learned_once")],
            },
        ),
        migrations.CreateModel(
            name="WithoutRecommendations",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "person",
                    models.OneToOneField(
                        db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Behaviour",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(db_comment="C1", max_length=11)),
                ("item", models.CharField(db_comment="C1", default="", max_length=80)),
                ("topics", models.JSONField(db_comment="C1", default=list)),
                ("day", models.DateField(db_comment="C1")),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "day"], name="behaviour_person"),
                    models.Index(fields=["day"], name="behaviour_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("item", ""), _negated=True),
                        fields=("person", "what", "item", "day"),
                        name="behaviour_once_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LessOf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("topic", models.CharField(db_comment="C1", default="", max_length=40)),
                ("item", models.CharField(db_comment="C1", max_length=80)),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "item"), name="less_of_once")],
            },
        ),
        migrations.CreateModel(
            name="Recommended",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField(db_comment="C1")),
                ("kind", models.CharField(db_comment="C1", max_length=12)),
                ("item", models.CharField(db_comment="C1", max_length=80)),
                ("title_zh", models.CharField(db_comment="C0", max_length=120)),
                ("title_en", models.CharField(db_comment="C0", max_length=160)),
                ("minutes", models.PositiveSmallIntegerField(db_comment="C0", default=0)),
                ("address", models.CharField(db_comment="C0", max_length=200)),
                ("topic", models.CharField(db_comment="C1", default="", max_length=40)),
                ("why", models.CharField(db_comment="C1", max_length=12)),
                ("count", models.PositiveSmallIntegerField(db_comment="C1", default=0)),
                ("day", models.DateField(db_comment="C1")),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "item"), name="recommended_once")],
            },
        ),
    ]
