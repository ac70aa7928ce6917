from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def end_on_the_first_day(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Let pairs that were handed over on the day they began have that day as their last."""
    pairs = apps.get_model("mentoring", "Mentorship").objects
    pairs.filter(ended_on__lt=models.F("first_day")).update(ended_on=models.F("first_day"))


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0012_plans_are_reminded_of"),
        ("people", "0004_unit_gains_a_place"),
    ]

    operations = [
        migrations.RunPython(end_on_the_first_day, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="mentorship",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("first_day")), _connector="OR"),
                name="mentorship_ends_after_it_began",
            ),
        ),
    ]
