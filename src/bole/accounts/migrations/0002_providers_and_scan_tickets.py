import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_first_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="ScanTicket",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("pair", models.CharField(db_comment="C0", max_length=2)),
                ("device", models.CharField(db_comment="C1", max_length=60)),
                ("address", models.CharField(db_comment="C1", max_length=45)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("confirmed_at", models.DateTimeField(db_comment="C0", null=True)),
                ("refused_at", models.DateTimeField(db_comment="C0", null=True)),
                ("used_at", models.DateTimeField(db_comment="C0", null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        db_comment="C1",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SignInProvider",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("corp_id", models.CharField(db_comment="C1", default="", max_length=80)),
                ("app_id", models.CharField(db_comment="C1", default="", max_length=80)),
                ("agent_id", models.CharField(db_comment="C1", default="", max_length=80)),
                ("secret", models.TextField(db_comment="C4", default="")),
                ("addresses", models.JSONField(db_comment="C1", default=dict)),
                ("runs_directory", models.BooleanField(db_comment="C0", default=False)),
                ("is_on", models.BooleanField(db_comment="C0", default=False)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
                (
                    "written_by",
                    models.ForeignKey(
                        db_comment="C1",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProviderUser",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("provider", models.CharField(db_comment="C0", max_length=12)),
                ("user_id", models.CharField(db_comment="C1", max_length=120)),
                ("is_by_directory", models.BooleanField(db_comment="C0", default=False)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("made_by", models.CharField(db_comment="C1", max_length=120)),
                ("ended_at", models.DateTimeField(db_comment="C0", null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("provider", "user_id"), name="one_account_a_provider_user"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("provider", "account"), name="one_provider_user_an_account"
                    ),
                ],
            },
        ),
    ]
