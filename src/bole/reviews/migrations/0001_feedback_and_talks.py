import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0002_lines_gain_a_mark"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("once", models.CharField(db_comment="C0", max_length=12)),
                ("kind", models.CharField(db_comment="C1", max_length=8)),
                ("words", models.TextField(db_comment="C3")),
                ("about_kind", models.CharField(db_comment="C1", default="", max_length=10)),
                ("about_period", models.CharField(db_comment="C0", default="", max_length=8)),
                ("about_code", models.CharField(db_comment="C0", default="", max_length=40)),
                ("about_ref", models.CharField(db_comment="C1", default="", max_length=250)),
                ("about_title", models.TextField(db_comment="C2", default="")),
                ("is_from_manager", models.BooleanField(db_comment="C1", default=False)),
                ("sent_at", models.DateTimeField(db_comment="C1")),
                ("last_at", models.DateTimeField(db_comment="C1")),
                ("answered_at", models.DateTimeField(db_comment="C1", null=True)),
                ("taken_back_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "about_person",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "sender",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "shared_with",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OneToOne",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("planned_on", models.DateField(db_comment="C1")),
                ("held_on", models.DateField(db_comment="C1", null=True)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                (
                    "made_by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "manager",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "report",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ActionPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("words", models.TextField(db_comment="C3")),
                ("due_on", models.DateField(db_comment="C1")),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("done_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "made_by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "owner",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "talk",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.onetoone"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Point",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("source", models.CharField(db_comment="C1", default="hand", max_length=8)),
                ("source_ref", models.CharField(db_comment="C0", default="", max_length=12)),
                ("code", models.CharField(db_comment="C0", default="", max_length=40)),
                ("words", models.TextField(db_comment="C3", default="")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "by",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "talk",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.onetoone"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("words", models.TextField(db_comment="C3")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "feedback",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.feedback"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Seen",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "feedback",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.feedback"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TalkNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("words", models.TextField(db_comment="C3")),
                ("is_private", models.BooleanField(db_comment="C0", default=False)),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "point",
                    models.ForeignKey(
                        db_comment="C0", null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.point"
                    ),
                ),
                (
                    "talk",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="reviews.onetoone"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(db_comment="C1", max_length=8)),
                ("words", models.TextField(db_comment="C3")),
                ("saved_at", models.DateTimeField(db_comment="C1")),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
                (
                    "recipient",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "recipient"), name="feedback_draft_once")],
            },
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(fields=["recipient", "-last_at"], name="feedback_recipient"),
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(fields=["sender", "-last_at"], name="feedback_sender"),
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(
                condition=models.Q(("shared_with", None), _negated=True), fields=["shared_with", "-last_at"], name="feedback_shared"
            ),
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(
                condition=models.Q(("about_person", None), _negated=True), fields=["about_person", "about_period"], name="feedback_about"
            ),
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(fields=["sent_at"], name="feedback_sent"),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.UniqueConstraint(fields=("sender", "once"), name="feedback_once"),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(("sender", models.F("recipient")), _negated=True), name="feedback_to_another"
            ),
        ),
        migrations.AddIndex(
            model_name="onetoone",
            index=models.Index(fields=["report", "-planned_on"], name="talk_report"),
        ),
        migrations.AddIndex(
            model_name="onetoone",
            index=models.Index(condition=models.Q(("held_on", None), _negated=True), fields=["held_on"], name="talk_held"),
        ),
        migrations.AddConstraint(
            model_name="onetoone",
            constraint=models.UniqueConstraint(
                condition=models.Q(("held_on", None)), fields=("manager", "report"), name="one_planned_talk"
            ),
        ),
        migrations.AddConstraint(
            model_name="onetoone",
            constraint=models.CheckConstraint(condition=models.Q(("manager", models.F("report")), _negated=True), name="talk_of_two"),
        ),
        migrations.AddIndex(
            model_name="actionpoint",
            index=models.Index(condition=models.Q(("done_at", None)), fields=["owner", "due_on"], name="talk_action_open"),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source", "hand"), _negated=True), fields=("talk", "source", "source_ref"), name="talk_point_once"
            ),
        ),
        migrations.AddIndex(
            model_name="reply",
            index=models.Index(fields=["feedback", "at"], name="feedback_reply"),
        ),
        migrations.AddConstraint(
            model_name="seen",
            constraint=models.UniqueConstraint(fields=("feedback", "person"), name="feedback_seen_once"),
        ),
        migrations.AddIndex(
            model_name="talknote",
            index=models.Index(fields=["talk", "at"], name="talk_note"),
        ),
        migrations.AddConstraint(
            model_name="talknote",
            constraint=models.UniqueConstraint(condition=models.Q(("is_private", True)), fields=("talk", "by"), name="one_private_note"),
        ),
    ]
