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
            name="HomeLayout",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.JSONField(db_comment="C1", default=list)),
                ("pinned", models.JSONField(db_comment="C1", default=list)),
                ("hidden", models.JSONField(db_comment="C1", default=list)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                (
                    "account",
                    models.OneToOneField(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
    ]
