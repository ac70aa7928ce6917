import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def plan_none(apps, _schema):
    """What was told before there were ways out goes out by none."""
    notices = apps.get_model("notices", "Notice")
    notices.objects.filter(planned_at=None).update(planned_at=models.F("told_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_notices"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Device",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("name", models.CharField(db_comment="C1", max_length=60)),
                ("endpoint", models.TextField(db_comment="C4")),
                ("endpoint_index", models.CharField(db_comment="C4", max_length=32, unique=True)),
                ("p256dh", models.TextField(db_comment="C4")),
                ("auth", models.TextField(db_comment="C4")),
                ("session_mark", models.CharField(db_comment="C4", default="", max_length=32)),
                ("made_at", models.DateTimeField(db_comment="C1")),
                ("sent_at", models.DateTimeField(db_comment="C1", null=True)),
                ("ended_at", models.DateTimeField(db_comment="C1", null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quiet_from", models.TimeField(db_comment="C1", default=datetime.time(20, 0))),
                ("quiet_to", models.TimeField(db_comment="C1", default=datetime.time(8, 30))),
                ("digest", models.CharField(db_comment="C1", default="", max_length=3)),
                ("off", models.JSONField(db_comment="C1", default=list)),
                ("language", models.CharField(db_comment="C1", default="", max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("key", models.CharField(db_comment="C0", max_length=160)),
                ("channel", models.CharField(db_comment="C0", max_length=12)),
                ("target", models.CharField(db_comment="C0", default="", max_length=12)),
                ("is_duty", models.BooleanField(db_comment="C0", default=False)),
                ("day", models.DateField(db_comment="C1")),
                ("due_at", models.DateTimeField(db_comment="C1")),
                ("state", models.CharField(db_comment="C0", default="waiting", max_length=10)),
                ("result", models.CharField(db_comment="C0", default="", max_length=40)),
                ("tries", models.PositiveSmallIntegerField(db_comment="C0", default=0)),
                ("next_try_at", models.DateTimeField(db_comment="C0", null=True)),
                ("claimed_at", models.DateTimeField(db_comment="C0", null=True)),
                ("ended_at", models.DateTimeField(db_comment="C1", null=True)),
            ],
        ),
        migrations.AddField(
            model_name="notice",
            name="planned_at",
            field=models.DateTimeField(db_comment="C0", null=True),
        ),
        migrations.AlterField(
            model_name="notice",
            name="key",
            field=models.CharField(db_comment="C0", max_length=140),
        ),
        migrations.CreateModel(
            name="Channel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("code", models.CharField(db_comment="C0", max_length=20)),
                ("name", models.CharField(db_comment="C1", default="", max_length=60)),
                ("settings", models.TextField(db_comment="C4")),
                ("is_on", models.BooleanField(db_comment="C0", default=True)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("code", "name"), name="channel_once")],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("first_day", models.DateField(db_comment="C1")),
                ("last_day", models.DateField(db_comment="C1")),
                ("made_at", models.DateTimeField(db_comment="C1")),
                ("ended_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "delegate",
                    models.ForeignKey(
                        db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="notice",
            name="stands_for",
            field=models.ForeignKey(
                db_comment="C1", null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="notices.delegation"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(condition=models.Q(("planned_at", None)), fields=["id"], name="notice_unplanned"),
        ),
        migrations.AddField(
            model_name="device",
            name="account",
            field=models.ForeignKey(
                db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="preference",
            name="account",
            field=models.OneToOneField(
                db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="account",
            field=models.ForeignKey(
                db_comment="C1", null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="notice",
            field=models.ForeignKey(
                db_comment="C1", null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="notices.notice"
            ),
        ),
        migrations.AddIndex(
            model_name="delegation",
            index=models.Index(condition=models.Q(("ended_at", None)), fields=["account"], name="delegation_open"),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="delegation_right_way_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("account", models.F("delegate")), _negated=True), name="delegation_never_oneself"
            ),
        ),
        migrations.AddIndex(
            model_name="device",
            index=models.Index(fields=["account"], name="device_account"),
        ),
        migrations.AddIndex(
            model_name="sending",
            index=models.Index(condition=models.Q(("state__in", ("waiting", "sending"))), fields=["due_at"], name="sending_open"),
        ),
        migrations.AddIndex(
            model_name="sending",
            index=models.Index(fields=["account", "day"], name="sending_day"),
        ),
        migrations.AddIndex(
            model_name="sending",
            index=models.Index(fields=["notice"], name="sending_notice"),
        ),
        migrations.AddConstraint(
            model_name="sending",
            constraint=models.UniqueConstraint(fields=("account", "key", "channel", "target"), name="sending_once"),
        ),
        migrations.AddConstraint(
            model_name="sending",
            constraint=models.UniqueConstraint(
                condition=models.Q(("account", None)), fields=("key", "channel", "target"), name="sending_to_groups_once"
            ),
        ),
        migrations.RunPython(plan_none, migrations.RunPython.noop),
    ]
