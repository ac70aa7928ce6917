from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0005_wish_gains_a_style"),
    ]

    operations = [
        migrations.AddField(
            model_name="wish",
            name="suggested_at",
            field=models.DateTimeField(db_comment="C0", null=True),
        ),
    ]
