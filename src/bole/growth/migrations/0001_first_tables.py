import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0003_person_is_found_by_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Course",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(db_comment="C0", max_length=40, unique=True)),
                ("title_zh", models.CharField(db_comment="C0", max_length=60)),
                ("title_en", models.CharField(db_comment="C0", max_length=80)),
                ("words_zh", models.CharField(db_comment="C0", max_length=300)),
                ("words_en", models.CharField(db_comment="C0", max_length=300)),
                ("exam", models.CharField(db_comment="C0", default="", max_length=40)),
                ("is_offered", models.BooleanField(db_comment="C0", default=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="Skill",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(db_comment="C0", max_length=40, unique=True)),
                ("group", models.CharField(db_comment="C0", max_length=12)),
                ("name_zh", models.CharField(db_comment="C0", max_length=60)),
                ("name_en", models.CharField(db_comment="C0", max_length=60)),
                ("words_zh", models.CharField(db_comment="C0", default="", max_length=200)),
                ("words_en", models.CharField(db_comment="C0", default="", max_length=200)),
                ("is_offered", models.BooleanField(db_comment="C0", default=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="CourseStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("ordinal", models.PositiveSmallIntegerField(db_comment="C0")),
                ("title_zh", models.CharField(db_comment="C0", max_length=60)),
                ("title_en", models.CharField(db_comment="C0", max_length=80)),
                ("text_zh", models.TextField(db_comment="C0")),
                ("text_en", models.TextField(db_comment="C0")),
                ("minutes", models.PositiveSmallIntegerField(db_comment="C0")),
                ("is_in", models.BooleanField(db_comment="C0", default=True)),
                (
                    "course",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="growth.course"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("began_at", models.DateTimeField(db_comment="C1")),
                ("finished_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "course",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="growth.course"),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Exam",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(db_comment="C0", max_length=40, unique=True)),
                ("title_zh", models.CharField(db_comment="C0", max_length=60)),
                ("title_en", models.CharField(db_comment="C0", max_length=80)),
                ("words_zh", models.CharField(db_comment="C0", default="", max_length=300)),
                ("words_en", models.CharField(db_comment="C0", default="", max_length=300)),
                ("course", models.CharField(db_comment="C0", default="", max_length=40)),
                ("drawn", models.PositiveSmallIntegerField(db_comment="C0", default=25)),
                ("minutes", models.PositiveSmallIntegerField(db_comment="C0", default=40)),
                ("pass_points", models.PositiveSmallIntegerField(db_comment="C0", default=80)),
                ("days_between", models.PositiveSmallIntegerField(db_comment="C0", default=14)),
                ("tries_a_year", models.PositiveSmallIntegerField(db_comment="C0", default=4)),
                ("repeats", models.BooleanField(db_comment="C0", default=False)),
                ("certificate_zh", models.CharField(db_comment="C0", default="", max_length=60)),
                ("certificate_en", models.CharField(db_comment="C0", default="", max_length=80)),
                ("certificate_months", models.PositiveSmallIntegerField(db_comment="C0", default=24)),
                ("skill", models.CharField(db_comment="C0", default="", max_length=40)),
                ("skill_level", models.PositiveSmallIntegerField(db_comment="C0", default=3)),
                ("is_offered", models.BooleanField(db_comment="C0", default=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pass_points__gte", 1), ("pass_points__lte", 100)), name="exam_pass_1_to_100"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("code", models.CharField(db_comment="C1", max_length=12, unique=True)),
                ("kind", models.CharField(db_comment="C1", max_length=6)),
                ("attempt", models.CharField(db_comment="C0", default="", max_length=12)),
                ("title_zh", models.CharField(db_comment="C1", max_length=60)),
                ("title_en", models.CharField(db_comment="C1", max_length=80)),
                ("body_zh", models.CharField(db_comment="C1", default="", max_length=300)),
                ("body_en", models.CharField(db_comment="C1", default="", max_length=300)),
                ("granted_on", models.DateField(db_comment="C1")),
                ("valid_until", models.DateField(db_comment="C1", null=True)),
                ("granted_by", models.CharField(db_comment="C1", max_length=120)),
                ("granted_at", models.DateTimeField(db_comment="C0")),
                ("reason", models.TextField(db_comment="C3", default="")),
                ("revoked_on", models.DateField(db_comment="C1", null=True)),
                ("revoked_by", models.CharField(db_comment="C1", default="", max_length=120)),
                ("revoked_why", models.TextField(db_comment="C3", default="")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "exam",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="growth.exam"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("day", models.DateField(db_comment="C1")),
                ("began_at", models.DateTimeField(db_comment="C1")),
                ("ends_at", models.DateTimeField(db_comment="C1")),
                ("pass_points", models.PositiveSmallIntegerField(db_comment="C0")),
                ("over_at", models.DateTimeField(db_comment="C1", null=True)),
                ("ran_out", models.BooleanField(db_comment="C1", default=False)),
                ("points", models.PositiveIntegerField(db_comment="C1", null=True)),
                ("passed", models.BooleanField(db_comment="C1", default=False)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "exam",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="growth.exam"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("kind", models.CharField(db_comment="C0", max_length=8)),
                ("text_zh", models.TextField(db_comment="C0")),
                ("text_en", models.TextField(db_comment="C0")),
                ("options", models.JSONField(db_comment="C0")),
                ("right", models.JSONField(db_comment="C1")),
                ("why_zh", models.TextField(db_comment="C1")),
                ("why_en", models.TextField(db_comment="C1")),
                ("number", models.PositiveIntegerField(db_comment="C0")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("is_in", models.BooleanField(db_comment="C0", default=True)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("made_by", models.CharField(db_comment="C1", max_length=120)),
                (
                    "exam",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="growth.exam"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Drawn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ordinal", models.PositiveSmallIntegerField(db_comment="C0")),
                ("order", models.JSONField(db_comment="C0")),
                ("chosen", models.JSONField(db_comment="C1", default=list)),
                ("saved_at", models.DateTimeField(db_comment="C1", null=True)),
                ("is_right", models.BooleanField(db_comment="C1", null=True)),
                (
                    "attempt",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="growth.attempt"),
                ),
                (
                    "question",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="growth.question"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SkillEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("source", models.CharField(db_comment="C1", max_length=11)),
                ("level", models.PositiveSmallIntegerField(db_comment="C1")),
                ("about", models.CharField(db_comment="C1", default="", max_length=250)),
                ("words", models.TextField(db_comment="C2", default="")),
                ("by", models.CharField(db_comment="C1", max_length=120)),
                ("at", models.DateTimeField(db_comment="C1")),
                ("withdrawn_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
                (
                    "skill",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="growth.skill"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StepDone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_comment="C1")),
                (
                    "enrolment",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="growth.enrolment"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="growth.coursestep"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="coursestep",
            index=models.Index(fields=["course", "ordinal"], name="course_step_order"),
        ),
        migrations.AddConstraint(
            model_name="enrolment",
            constraint=models.UniqueConstraint(fields=("person", "course"), name="enrolled_once"),
        ),
        migrations.AddIndex(
            model_name="certificate",
            index=models.Index(fields=["person", "granted_on"], name="certificate_person"),
        ),
        migrations.AddIndex(
            model_name="certificate",
            index=models.Index(condition=models.Q(("revoked_on", None)), fields=["valid_until"], name="certificate_expires"),
        ),
        migrations.AddConstraint(
            model_name="certificate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("attempt", ""), _negated=True), fields=("attempt",), name="certificate_of_attempt_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="certificate",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until", None), ("valid_until__gte", models.F("granted_on")), _connector="OR"),
                name="certificate_right_way_round",
            ),
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(fields=["exam", "person", "day"], name="exam_attempt"),
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(condition=models.Q(("over_at", None)), fields=["ends_at"], name="exam_attempt_open"),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.UniqueConstraint(condition=models.Q(("over_at", None)), fields=("person", "exam"), name="one_open_attempt"),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(condition=models.Q(("ends_at__gt", models.F("began_at"))), name="attempt_takes_time"),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(("points", None), ("points__lte", 10000), _connector="OR"), name="attempt_points_of_100"
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(fields=("exam", "number", "version"), name="question_version_once"),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(condition=models.Q(("is_in", True)), fields=("exam", "number"), name="one_version_in_use"),
        ),
        migrations.AddConstraint(
            model_name="drawn",
            constraint=models.UniqueConstraint(fields=("attempt", "ordinal"), name="drawn_place_once"),
        ),
        migrations.AddConstraint(
            model_name="drawn",
            constraint=models.UniqueConstraint(fields=("attempt", "question"), name="drawn_question_once"),
        ),
        migrations.AddIndex(
            model_name="skillevidence",
            index=models.Index(fields=["person", "skill", "at"], name="skill_evidence_person"),
        ),
        migrations.AddConstraint(
            model_name="skillevidence",
            constraint=models.CheckConstraint(condition=models.Q(("level__gte", 1), ("level__lte", 5)), name="skill_level_1_to_5"),
        ),
        migrations.AddConstraint(
            model_name="skillevidence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("about", ""), _negated=True), fields=("person", "skill", "about"), name="skill_shown_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="stepdone",
            constraint=models.UniqueConstraint(fields=("enrolment", "step"), name="step_done_once"),
        ),
    ]
