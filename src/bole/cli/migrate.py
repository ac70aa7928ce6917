"""`bole migrate`: bring the tables of the database up to this version."""

import io
from argparse import ArgumentParser, Namespace

from bole.cli.command import Command, answer, declare_data, declare_json, make_ready, take_place


def declare(reader: ArgumentParser) -> None:
    """Read where the data is, and whether to look only."""
    declare_data(reader)
    declare_json(reader)
    reader.add_argument("--plan", action="store_true", help="only list what would be done")


def run(options: Namespace) -> int:
    """Migrate, and list what was done."""
    take_place(options)
    make_ready()
    steps = open_steps()
    if not options.plan and steps:
        apply_all()
    verb = "to do" if options.plan else "done"
    words = "\n".join(f"  {step}" for step in steps) or "  nothing: the database is up to date"
    answer({verb.replace(" ", "_"): steps}, as_json=options.json, words=f"Migrations {verb}:\n{words}")
    return 0


def open_steps() -> list[str]:
    """Return the migrations that this database still lacks, in order."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def apply_all() -> None:
    """Apply every migration; a database that holds nothing yet gets its tables as they are now, which takes a tenth of the time."""
    from django.core.management import call_command

    _lay_tables_in_an_empty_one()
    call_command("migrate", interactive=False, verbosity=0, stdout=io.StringIO())


def _lay_tables_in_an_empty_one() -> None:
    """Make all tables at once, and say of each migration that it is done; all or nothing."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    executor.recorder.ensure_schema()
    if connection.introspection.table_names() != [executor.recorder.Migration._meta.db_table]:
        return
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for app, name in executor.loader.disk_migrations:
            executor.recorder.record_applied(app, name)


COMMAND = Command(name="migrate", words="bring the database up to this version", declare=declare, run=run)
