from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0005_connection_says_who_changed_it"),
    ]

    operations = [
        migrations.AddField(
            model_name="connection",
            name="counted",
            field=models.PositiveIntegerField(db_comment="C0", default=0),
        ),
        migrations.AddField(
            model_name="connection",
            name="counted_on",
            field=models.DateField(db_comment="C0", null=True),
        ),
    ]
