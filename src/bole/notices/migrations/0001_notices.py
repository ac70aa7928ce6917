import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("kind", models.CharField(db_comment="C0", max_length=60)),
                ("key", models.CharField(db_comment="C0", max_length=120)),
                ("params", models.JSONField(db_comment="C1", default=dict)),
                ("address", models.CharField(db_comment="C1", max_length=250)),
                ("told_at", models.DateTimeField(db_comment="C1")),
                ("read_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["account", "-told_at"], name="notice_account"),
                    models.Index(condition=models.Q(("read_at", None)), fields=["account"], name="notice_unread"),
                ],
                "constraints": [models.UniqueConstraint(fields=("account", "kind", "key"), name="notice_once")],
            },
        ),
    ]
