from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0004_delivery_keeps_what_fills_its_reason"),
    ]

    operations = [
        migrations.AddField(
            model_name="connection",
            name="changed_at",
            field=models.DateTimeField(db_comment="C0", null=True),
        ),
        migrations.AddField(
            model_name="connection",
            name="changed_by",
            field=models.CharField(db_comment="C1", default="", max_length=120),
        ),
    ]
