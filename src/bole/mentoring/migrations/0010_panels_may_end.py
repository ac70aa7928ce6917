from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0009_promotion_panels"),
    ]

    operations = [
        migrations.AddField(
            model_name="candidate",
            name="words",
            field=models.TextField(db_comment="C3", default=""),
        ),
        migrations.AddField(
            model_name="promotionpanel",
            name="ended_as",
            field=models.CharField(db_comment="C1", default="", max_length=12),
        ),
        migrations.AddField(
            model_name="promotionpanel",
            name="ended_at",
            field=models.DateTimeField(db_comment="C1", null=True),
        ),
        migrations.AddField(
            model_name="promotionpanel",
            name="reason",
            field=models.TextField(db_comment="C3", default=""),
        ),
    ]
