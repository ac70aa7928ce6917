"""Counting what there is: whether something was left half done shows in the number of rows of each table."""

from django.apps import apps
from django.db import connection

# What a refusal may leave behind: its line, its fate, and the sessions of whoever asked.
TRACES = frozenset({"sessions.Session"})


def counted() -> dict[str, int]:
    """Return how many rows each table has, in one question."""
    tables = {model._meta.label: model._meta.db_table for model in apps.get_models() if model._meta.label not in TRACES}
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f'(SELECT count(*) FROM "{table}")' for table in tables.values()))
        return dict(zip(tables, cursor.fetchone(), strict=True))


def grown(before: dict[str, int]) -> dict[str, int]:
    """Return the tables that have more or fewer rows than before, and by how many."""
    after = counted()
    return {table: after[table] - rows for table, rows in before.items() if after[table] != rows}
