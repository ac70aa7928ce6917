import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0003_person_is_found_by_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("kind", models.CharField(db_comment="C0", max_length=7)),
                ("ordinal", models.PositiveIntegerField(db_comment="C0")),
                ("nominal_on", models.DateField(db_comment="C1")),
                ("due_on", models.DateField(db_comment="C1")),
                ("set_for", models.DateField(db_comment="C1", null=True)),
                ("moved_for", models.JSONField(db_comment="C1", default=list)),
                ("done_on", models.DateField(db_comment="C1", null=True)),
                ("dropped_at", models.DateTimeField(db_comment="C0", null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Framework",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("code", models.CharField(db_comment="C0", max_length=40)),
                ("number", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("is_last", models.BooleanField(db_comment="C0", default=True)),
                ("is_on", models.BooleanField(db_comment="C0", default=True)),
                ("name_zh", models.CharField(db_comment="C0", max_length=60)),
                ("name_en", models.CharField(db_comment="C0", max_length=60)),
                ("goal_zh", models.CharField(db_comment="C0", max_length=300)),
                ("goal_en", models.CharField(db_comment="C0", max_length=300)),
                ("form", models.CharField(db_comment="C0", default="one_to_one", max_length=12)),
                ("months", models.PositiveIntegerField(db_comment="C0", default=6)),
                ("meeting_every", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("test_every", models.PositiveIntegerField(db_comment="C0", default=3)),
                ("report_every", models.PositiveIntegerField(db_comment="C0", default=6)),
                ("topics", models.JSONField(db_comment="C0", default=list)),
                ("materials", models.JSONField(db_comment="C0", default=list)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "number"), name="framework_once"),
                    models.UniqueConstraint(condition=models.Q(("is_last", True)), fields=("code",), name="framework_last"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatchRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("state", models.CharField(db_comment="C0", default="draft", max_length=9)),
                ("settings", models.JSONField(db_comment="C0", default=dict)),
                ("objective", models.IntegerField(db_comment="C1", default=0)),
                ("greedy", models.IntegerField(db_comment="C1", default=0)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("made_by", models.CharField(db_comment="C1", max_length=120)),
                ("published_at", models.DateTimeField(db_comment="C0", null=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
            ],
            options={
                "constraints": [models.UniqueConstraint(condition=models.Q(("state", "draft")), fields=("state",), name="one_match_draft")],
            },
        ),
        migrations.CreateModel(
            name="Mentorship",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("group", models.CharField(db_comment="C0", default="", max_length=12)),
                ("state", models.CharField(db_comment="C1", default="planned", max_length=8)),
                ("source", models.CharField(db_comment="C0", max_length=8)),
                ("why_so", models.JSONField(db_comment="C1", default=list)),
                ("first_day", models.DateField(db_comment="C1")),
                ("last_day", models.DateField(db_comment="C1")),
                ("ended_on", models.DateField(db_comment="C1", null=True)),
                ("ended_why", models.CharField(db_comment="C1", default="", max_length=12)),
                ("hours", models.PositiveIntegerField(db_comment="C1", null=True)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                ("made_by", models.CharField(db_comment="C1", max_length=120)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "follows",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mentoring.mentorship"
                    ),
                ),
                (
                    "framework",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mentoring.framework"
                    ),
                ),
                (
                    "mentee",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "mentor",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("once", models.CharField(db_comment="C0", max_length=40)),
                ("number", models.PositiveIntegerField(db_comment="C1")),
                ("held_on", models.DateField(db_comment="C1")),
                ("minutes", models.PositiveIntegerField(db_comment="C1", default=60)),
                ("place", models.CharField(db_comment="C1", default="face", max_length=6)),
                ("codes", models.JSONField(db_comment="C1", default=list)),
                ("advice", models.TextField(db_comment="C3", default="")),
                ("shared_with", models.JSONField(db_comment="C1", default=list)),
                ("next_on", models.DateField(db_comment="C1", null=True)),
                ("at", models.DateTimeField(db_comment="C1")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        db_comment="C0", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="mentoring.duty"
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HelpRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("kind", models.CharField(db_comment="C1", max_length=7)),
                ("words", models.TextField(db_comment="C3", default="")),
                ("asked_at", models.DateTimeField(db_comment="C1")),
                ("answer_by", models.DateField(db_comment="C1")),
                ("answered_at", models.DateTimeField(db_comment="C1", null=True)),
                ("answer", models.TextField(db_comment="C3", default="")),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="duty",
            name="mentorship",
            field=models.ForeignKey(
                db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
            ),
        ),
        migrations.CreateModel(
            name="MethodCard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("code", models.CharField(db_comment="C0", max_length=40, unique=True)),
                ("zh", models.CharField(db_comment="C0", max_length=300)),
                ("en", models.CharField(db_comment="C0", max_length=300)),
                ("numbers", models.JSONField(db_comment="C1", default=dict)),
                ("found_on", models.DateField(db_comment="C0")),
                ("is_shown", models.BooleanField(db_comment="C0", default=False)),
                (
                    "whose",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MethodUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(db_comment="C1")),
                (
                    "card",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.methodcard"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_day", models.DateField(db_comment="C1")),
                ("last_day", models.DateField(db_comment="C1", null=True)),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("number", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("state", models.CharField(db_comment="C1", default="draft", max_length=9)),
                ("goal", models.TextField(db_comment="C3", default="")),
                ("outcomes", models.TextField(db_comment="C3", default="[]")),
                ("topics", models.TextField(db_comment="C3", default="[]")),
                ("codes", models.JSONField(db_comment="C1", default=list)),
                ("submitted_at", models.DateTimeField(db_comment="C1", null=True)),
                ("decided_at", models.DateTimeField(db_comment="C1", null=True)),
                ("remark", models.TextField(db_comment="C3", default="")),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("likes", models.BooleanField(db_comment="C1")),
                ("at", models.DateTimeField(db_comment="C0")),
                (
                    "other",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PrivateNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(db_comment="C3", default="")),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("words", models.TextField(db_comment="C3", default="")),
                ("files", models.JSONField(db_comment="C1", default=list)),
                ("saved_at", models.DateTimeField(db_comment="C0")),
                ("sent_at", models.DateTimeField(db_comment="C1", null=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "duty",
                    models.ForeignKey(
                        db_comment="C0", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="mentoring.duty"
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Retirement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("reason", models.TextField(db_comment="C3")),
                ("evidence", models.JSONField(db_comment="C1", default=dict)),
                ("decided_at", models.DateTimeField(db_comment="C1")),
                ("ends_on", models.DateField(db_comment="C1")),
                ("object_until", models.DateField(db_comment="C1")),
                ("objection", models.TextField(db_comment="C3", default="")),
                ("objected_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "decided_by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RuleSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("code", models.CharField(db_comment="C0", max_length=40)),
                ("number", models.PositiveIntegerField(db_comment="C0", default=1)),
                ("name_zh", models.CharField(db_comment="C0", max_length=60)),
                ("name_en", models.CharField(db_comment="C0", max_length=60)),
                ("tree", models.JSONField(db_comment="C0")),
                ("is_last", models.BooleanField(db_comment="C0", default=True)),
                ("is_in_force", models.BooleanField(db_comment="C0", default=False)),
                ("changed_at", models.DateTimeField(db_comment="C0")),
                ("changed_by", models.CharField(db_comment="C1", max_length=120)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "number"), name="rule_set_once"),
                    models.UniqueConstraint(condition=models.Q(("is_last", True)), fields=("code",), name="rule_set_last"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_in_force", True)), fields=("is_in_force",), name="one_rule_set_in_force"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("state", models.CharField(db_comment="C1", max_length=9)),
                ("was_invited", models.BooleanField(db_comment="C1", default=False)),
                ("is_met", models.BooleanField(db_comment="C1", default=False)),
                ("screened", models.TextField(db_comment="C3", default="[]")),
                ("words", models.TextField(db_comment="C3", default="")),
                ("sent_at", models.DateTimeField(db_comment="C1")),
                ("answer_by", models.DateField(db_comment="C1", null=True)),
                ("decided_at", models.DateTimeField(db_comment="C1", null=True)),
                ("reason", models.TextField(db_comment="C3", default="")),
                ("again_from", models.DateField(db_comment="C1", null=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "rule_set",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mentoring.ruleset"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SkillTest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("taken_on", models.DateField(db_comment="C1")),
                ("points", models.IntegerField(db_comment="C1")),
                ("most", models.IntegerField(db_comment="C0", default=10000)),
                ("exam", models.CharField(db_comment="C0", default="", max_length=40)),
                ("attempt", models.CharField(db_comment="C0", default="", max_length=12)),
                ("at", models.DateTimeField(db_comment="C0")),
                ("by", models.CharField(db_comment="C1", max_length=120)),
                (
                    "duty",
                    models.ForeignKey(
                        db_comment="C0", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="mentoring.duty"
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TextOpening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("reason", models.TextField(db_comment="C3")),
                ("opened_at", models.DateTimeField(db_comment="C1")),
                ("until", models.DateTimeField(db_comment="C1")),
                (
                    "by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.mentorship"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("skills", models.JSONField(db_comment="C1", default=list)),
                ("hours", models.JSONField(db_comment="C1", default=list)),
                ("words", models.TextField(db_comment="C3", default="")),
                ("made_at", models.DateTimeField(db_comment="C1")),
                ("made_by", models.CharField(db_comment="C1", max_length=120)),
                ("state", models.CharField(db_comment="C1", default="waiting", max_length=9)),
                ("closed_at", models.DateTimeField(db_comment="C0", null=True)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "asked",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "framework",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mentoring.framework"
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        db_comment="C0", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mentoring.mentorship"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("value", models.IntegerField(db_comment="C1", default=0)),
                ("reasons", models.JSONField(db_comment="C1", default=list)),
                ("is_by_hand", models.BooleanField(db_comment="C1", default=False)),
                (
                    "mentor",
                    models.ForeignKey(
                        db_comment="C1", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.matchround"
                    ),
                ),
                (
                    "wish",
                    models.ForeignKey(db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.wish"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Coaching",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("course", models.CharField(db_comment="C0", default="", max_length=40)),
                ("words", models.TextField(db_comment="C3", default="")),
                ("evidence", models.JSONField(db_comment="C1", default=dict)),
                ("opened_at", models.DateTimeField(db_comment="C1")),
                ("again_on", models.DateField(db_comment="C1")),
                ("closed_at", models.DateTimeField(db_comment="C1", null=True)),
                ("came_of_it", models.CharField(db_comment="C1", default="", max_length=8)),
                (
                    "opened_by",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("closed_at", None)), fields=("person",), name="one_open_coaching")
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("words", models.TextField(db_comment="C3")),
                ("due_on", models.DateField(db_comment="C1", null=True)),
                ("done_at", models.DateTimeField(db_comment="C1", null=True)),
                (
                    "owner",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_comment="C0", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mentoring.meeting"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(condition=models.Q(("done_at", None)), fields=["owner", "due_on"], name="agreed_open")],
            },
        ),
        migrations.CreateModel(
            name="MentorRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(db_comment="C0", max_length=12, unique=True)),
                ("first_day", models.DateField(db_comment="C1")),
                ("last_day", models.DateField(db_comment="C1", null=True)),
                ("how", models.CharField(db_comment="C1", max_length=8)),
                ("reason", models.TextField(db_comment="C3", default="")),
                ("code", models.CharField(db_comment="C0", default="", max_length=20)),
                ("capacity", models.PositiveIntegerField(db_comment="C1", default=3)),
                ("is_open", models.BooleanField(db_comment="C1", default=True)),
                ("shows_mobile", models.BooleanField(db_comment="C1", default=False)),
                ("learns_style", models.BooleanField(db_comment="C1", default=False)),
                ("hours", models.JSONField(db_comment="C1", default=list)),
                ("version", models.PositiveIntegerField(db_comment="C0", default=1)),
                (
                    "application",
                    models.ForeignKey(
                        db_comment="C0",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mentoring.application",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("last_day", None)), fields=("person",), name="one_mentor_role")
                ],
            },
        ),
        migrations.CreateModel(
            name="MentorScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(db_comment="C0")),
                ("growth", models.IntegerField(db_comment="C1", null=True)),
                ("survey", models.IntegerField(db_comment="C1", null=True)),
                ("total", models.IntegerField(db_comment="C1", null=True)),
                ("adjusted", models.IntegerField(db_comment="C1", null=True)),
                ("low", models.IntegerField(db_comment="C1", null=True)),
                ("high", models.IntegerField(db_comment="C1", null=True)),
                ("mentees", models.PositiveIntegerField(db_comment="C1", default=0)),
                ("parts", models.JSONField(db_comment="C1", default=dict)),
                ("made_at", models.DateTimeField(db_comment="C0")),
                (
                    "person",
                    models.ForeignKey(db_comment="C1", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "day"), name="mentor_score_once")],
            },
        ),
        migrations.AddIndex(
            model_name="mentorship",
            index=models.Index(fields=["mentor", "state"], name="mentorship_mentor"),
        ),
        migrations.AddIndex(
            model_name="mentorship",
            index=models.Index(fields=["mentee", "state"], name="mentorship_mentee"),
        ),
        migrations.AddConstraint(
            model_name="mentorship",
            constraint=models.CheckConstraint(condition=models.Q(("mentor", models.F("mentee")), _negated=True), name="mentorship_of_two"),
        ),
        migrations.AddConstraint(
            model_name="mentorship",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="mentorship_right_way_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="mentorship",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("planned", "running", "paused"))), fields=("mentee",), name="one_mentor_at_a_time"
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["mentorship", "held_on"], name="meeting_held"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("mentorship", "once"), name="meeting_sent_once"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("mentorship", "number"), name="meeting_once"),
        ),
        migrations.AddConstraint(
            model_name="helprequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None)), fields=("mentorship", "kind"), name="one_open_request"
            ),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(condition=models.Q(("done_on", None), ("dropped_at", None)), fields=["due_on"], name="duty_open"),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(fields=("mentorship", "kind", "ordinal"), name="duty_once"),
        ),
        migrations.AddConstraint(
            model_name="methoduse",
            constraint=models.UniqueConstraint(fields=("card", "person"), name="method_use_once"),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.UniqueConstraint(condition=models.Q(("last_day", None)), fields=("mentorship",), name="one_open_pause"),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(condition=models.Q(("state", "submitted")), fields=["submitted_at"], name="plan_waits"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("mentorship", "number"), name="plan_once"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "submitted", "returned"))), fields=("mentorship",), name="one_open_plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="preference",
            constraint=models.UniqueConstraint(fields=("person", "other"), name="preference_once"),
        ),
        migrations.AddConstraint(
            model_name="preference",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", models.F("other")), _negated=True), name="preference_of_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="privatenote",
            constraint=models.UniqueConstraint(fields=("mentorship", "by"), name="private_note_once"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(condition=models.Q(("sent_at", None)), fields=("mentorship",), name="one_report_draft"),
        ),
        migrations.AddIndex(
            model_name="retirement",
            index=models.Index(fields=["person", "-ends_on"], name="retirement_person"),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(condition=models.Q(("state", "waiting")), fields=["sent_at"], name="application_waits"),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("invited", "waiting"))), fields=("person",), name="one_open_application"
            ),
        ),
        migrations.AddIndex(
            model_name="skilltest",
            index=models.Index(fields=["mentorship", "taken_on"], name="skill_test_taken"),
        ),
        migrations.AddConstraint(
            model_name="skilltest",
            constraint=models.CheckConstraint(
                condition=models.Q(("points__gte", 0), ("points__lte", models.F("most"))), name="test_within_bounds"
            ),
        ),
        migrations.AddConstraint(
            model_name="skilltest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("attempt", ""), _negated=True), fields=("attempt",), name="test_of_attempt_once"
            ),
        ),
        migrations.AddIndex(
            model_name="textopening",
            index=models.Index(fields=["mentorship", "by", "until"], name="text_opening"),
        ),
        migrations.AddIndex(
            model_name="wish",
            index=models.Index(condition=models.Q(("state__in", ("waiting", "asked"))), fields=["made_at"], name="wish_waits"),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("waiting", "asked"))), fields=("person",), name="one_open_wish"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(fields=("round", "wish"), name="proposal_once"),
        ),
    ]
