from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0019_messages_of_a_pair"),
    ]
    operations = [
        migrations.AddField(
            model_name="matchrun",
            name="came",
            field=models.JSONField(db_comment="C1", null=True),
        ),
    ]
