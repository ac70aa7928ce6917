from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0003_results_are_handed_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="facts",
            field=models.JSONField(db_comment="C1", default=dict),
        ),
    ]
