from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="KeptFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("parent", models.CharField(db_comment="C0", max_length=60)),
                ("name", models.TextField(db_comment="C3")),
                ("kind", models.CharField(db_comment="C1", max_length=4)),
                ("size", models.PositiveIntegerField(db_comment="C1")),
                ("digest", models.CharField(db_comment="C1", max_length=64)),
                ("kept_at", models.DateTimeField(db_comment="C1")),
                ("kept_by", models.CharField(db_comment="C1", max_length=120)),
            ],
            options={
                "indexes": [models.Index(fields=["parent"], name="kept_file_parent")],
            },
        ),
    ]
