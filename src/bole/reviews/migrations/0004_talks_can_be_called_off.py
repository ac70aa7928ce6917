from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_unit_gains_a_place"),
        ("reviews", "0003_improvement_plans"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="onetoone",
            name="one_planned_talk",
        ),
        migrations.AddField(
            model_name="onetoone",
            name="called_off_at",
            field=models.DateTimeField(db_comment="C1", null=True),
        ),
        migrations.AddConstraint(
            model_name="onetoone",
            constraint=models.UniqueConstraint(
                condition=models.Q(("called_off_at", None), ("held_on", None)), fields=("manager", "report"), name="one_planned_talk"
            ),
        ),
        migrations.AddConstraint(
            model_name="onetoone",
            constraint=models.CheckConstraint(
                condition=models.Q(("held_on", None), ("called_off_at", None), _connector="OR"), name="talk_held_or_called_off"
            ),
        ),
    ]
