"""Many rows at once: the same two statements on both databases, without an object for each row."""

import json
from collections.abc import Sequence
from datetime import UTC
from typing import Any

from django.db import connection, models

CHUNK = 5_000


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows given as sequences in the order of `columns` (attribute names such as `person_id`)."""
    _each_chunk(model, columns, rows, "INSERT INTO {table} ({names}) {source}")


def merge_rows(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]], *, key: Sequence[str]) -> None:
    """Insert rows, or overwrite those that have the same key."""
    fields = _fields(model, columns)
    changed = [f'"{f.column}" = excluded."{f.column}"' for name, f in zip(columns, fields, strict=True) if name not in key]
    keys = ", ".join(f'"{f.column}"' for f in _fields(model, key))
    tail = f" ON CONFLICT ({keys}) DO UPDATE SET {', '.join(changed)}" if changed else f" ON CONFLICT ({keys}) DO NOTHING"
    _each_chunk(model, columns, rows, "INSERT INTO {table} ({names}) {source}" + tail)


def _fields(model: type[models.Model], columns: Sequence[str]) -> list[Any]:
    by_attribute = {f.attname: f for f in model._meta.concrete_fields}
    return [by_attribute[name] for name in columns]


def _each_chunk(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]], statement: str) -> None:
    if not rows:
        return
    fields = _fields(model, columns)
    names = ", ".join(f'"{f.column}"' for f in fields)
    table = f'"{model._meta.db_table}"'
    columns_ready = [_ready(f, column) for f, column in zip(fields, zip(*rows, strict=True), strict=True)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            casts = ", ".join(f"%s::{_type(f)}[]" for f in fields)
            source = f"SELECT * FROM unnest({casts}) AS given ({names})"
            if any(_type(f) == "jsonb" for f in fields):
                casts = ", ".join(f"%s::{'text' if _type(f) == 'jsonb' else _type(f)}[]" for f in fields)
                picked = ", ".join(f'"{f.column}"::jsonb' if _type(f) == "jsonb" else f'"{f.column}"' for f in fields)
                source = f"SELECT {picked} FROM unnest({casts}) AS given ({names})"
            sql = statement.format(table=table, names=names, source=source)
            for n in range(0, len(rows), CHUNK):
                cursor.execute(sql, [list(column[n : n + CHUNK]) for column in columns_ready])
        else:
            source = f"VALUES ({', '.join(['%s'] * len(fields))})"
            cursor.executemany(statement.format(table=table, names=names, source=source), list(zip(*columns_ready, strict=True)))


def _type(field: Any) -> str:  # noqa: ANN401  (a field of any kind)
    kind = str(field.db_type(connection) or "").split("(")[0]
    return {"varchar": "text", "serial": "integer", "bigserial": "bigint"}.get(kind, kind)


def _ready(field: Any, column: Sequence[Any]) -> Sequence[Any]:  # noqa: ANN401
    """Return a column's values as the driver takes them."""
    if isinstance(field, models.JSONField):
        return ["{}" if value == {} else json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in column]
    if isinstance(field, models.TextField) and type(field) is not models.TextField:
        return [field.get_prep_value(value) if value else "" for value in column]
    if connection.vendor == "postgresql":
        return column
    if isinstance(field, models.DateTimeField):
        # As Django itself writes it: UTC without its sign. One moment often fills a whole column.
        known: dict[Any, str | None] = {None: None}
        return [known[one] if one in known else known.setdefault(one, str(one.astimezone(UTC).replace(tzinfo=None))) for one in column]
    if isinstance(field, models.DateField):
        return [None if value is None else value.isoformat() for value in column]
    return column


def given_rows(rows: Sequence[Sequence[Any]], types: Sequence[str]) -> tuple[str, list[Any]]:
    """Return a SELECT of rows that are given, and its parameters: few parameters, however many rows.

    `types` are PostgreSQL's (`bigint`, `text`, `date`); the columns have no names of their own.
    """
    if connection.vendor == "postgresql":
        source = "SELECT * FROM unnest(" + ", ".join(f"%s::{kind}[]" for kind in types) + ")"
        return source, [list(column) for column in zip(*rows, strict=True)]
    columns = ", ".join(f"value ->> {n}" for n in range(len(types)))
    return f"SELECT {columns} FROM json_each(%s)", [json.dumps(rows, default=str)]
