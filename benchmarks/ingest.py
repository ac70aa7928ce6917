"""Ingest: facts a second through `record`, against the same rows into the same tables by bare batched SQL.

Run as `python -m benchmarks.ingest sqlite` or `… postgres`. Limit and ours take turns: after each batch of ours its rows are read, and
written to a twin database by the driver alone, in one transaction, with the same durability.
"""

import json
import random
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from benchmarks.measuring import Row, middle, timed
from benchmarks.place import folder, make_ready

BATCH, ROUNDS, PEOPLE = 5_000, 7, 500
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
TABLES = {
    "work_item": "connection_id, external_id, kind, account, state, title, link, project, opened_at, due_on, responded_at, closed_at,"
    " detail, version, is_retracted, is_waiting, changed_at, person_id, id",
    "work_fact": "item_id, measure, ordinal, moment, day, value, recorded_at, withdrawn_at, person_id, id",
    "work_reading": "person_id, measure, day, total, count, least, most, id",
}


def main(database: str) -> Row:
    """Measure on one database."""
    with folder() as path:
        if database == "postgres":
            from postgres import postgres

            with postgres(path / "server", is_throwaway=False) as address:
                return _measure(path, address)
        return _measure(path, "")


def _measure(path: Any, address: str) -> Row:
    make_ready(path / "data", database=address)
    from django.db import connection

    batches, send = _company()
    twin = _twin(path, address)
    marks = {"work_item": 0, "work_fact": 0, "work_reading": 0}

    def ours(n: int) -> float:
        return timed(lambda: send(batches[n + 1]))

    def limit(n: int) -> float:
        rows = {name: _new_rows(connection, name, columns, marks) for name, columns in TABLES.items()}
        return timed(lambda: _write(twin, rows, is_postgres=bool(address)))

    send(batches[0])  # the first batch makes caches warm; the twin gets it too, uncounted
    limit(0)
    ours_seconds, limit_seconds = [], []
    for n in range(ROUNDS):
        ours_seconds.append(ours(n))
        limit_seconds.append(limit(n))
    a, b = BATCH / middle(limit_seconds), BATCH / middle(ours_seconds)
    name = "PostgreSQL" if address else "SQLite"
    return Row(f"Ingest, {name}, facts/s", f"{a:,.0f}", f"{b:,.0f}", b / a, "≥ 0.4", b / a >= 0.4, f"{ROUNDS} batches of {BATCH:,}, median")


def _company() -> tuple[list[list[Any]], Any]:
    """Return batches of facts, and what sends one."""
    from bole.work.rules.item import ItemVersion
    from tests.factories import make_company, make_connection, make_person, map_to, send

    company, tool = make_company(), make_connection()
    for n in range(PEOPLE):
        map_to(tool, f"a{n}", make_person(company, f"人{n}"))
    chance = random.Random(7)
    batches = []
    for k in range(ROUNDS + 1):
        batch = []
        for n in range(BATCH):
            moment = NOON - timedelta(minutes=chance.randrange(30 * 24 * 60))
            batch.append(
                ItemVersion(
                    external_id=f"f{k * BATCH + n}", kind="fact", version=1, account=f"a{chance.randrange(PEOPLE)}", state="done",
                    opened_at=moment, closed_at=moment, values=(("satisfaction", chance.randrange(4000, 10001)),),
                )
            )  # fmt: skip
        batches.append(batch)
    return batches, lambda batch: send(tool, *batch, at=NOON)


def _new_rows(connection: Any, table: str, columns: str, marks: dict[str, int]) -> list[tuple[Any, ...]]:
    """Return the rows that came with the last batch (readings that were only changed are left out: the limit has less to do)."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table} WHERE id > %s ORDER BY id", [marks[table]])
        rows = cursor.fetchall()
    marks[table] = max([marks[table], *(row[-1] for row in rows)])
    return [tuple(json.dumps(value) if isinstance(value, dict | list) else value for value in row) for row in rows]


def _twin(path: Any, address: str) -> Any:
    """Make a second database with the same three tables and indexes, and return a bare connection to it."""
    from django.db import connection

    if address:
        import psycopg

        with psycopg.connect(address, autocommit=True) as admin:
            connection.close()
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        with psycopg.connect(address.rsplit("/", 1)[0] + "/template1", autocommit=True) as admin:
            admin.execute("CREATE DATABASE twin TEMPLATE postgres")
        return psycopg.connect(address.rsplit("/", 1)[0] + "/twin")
    source = sqlite3.connect(path / "data" / "bole.sqlite3")
    twin = sqlite3.connect(path / "twin.sqlite3", isolation_level=None)
    source.backup(twin)
    source.close()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-64000"):
        twin.execute(f"PRAGMA {pragma}")
    return twin


def _write(twin: Any, rows: dict[str, list[tuple[Any, ...]]], *, is_postgres: bool) -> None:
    """Write rows by the driver alone, in one transaction."""
    if is_postgres:
        with twin.transaction(), twin.cursor() as cursor:
            for table, columns in TABLES.items():
                if rows[table]:
                    # One array a column: the fastest of multi-row VALUES, executemany and this.
                    casts = ", ".join(f"%s::{kind}[]" for kind in _types(cursor, table, columns))
                    cursor.execute(
                        f"INSERT INTO {table} ({columns}) SELECT * FROM unnest({casts})",
                        [list(one) for one in zip(*rows[table], strict=True)],
                    )
        return
    twin.execute("BEGIN IMMEDIATE")
    for table, columns in TABLES.items():
        if rows[table]:
            twin.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(rows[table][0]))})", _plain(rows[table]))
    twin.execute("COMMIT")


def _plain(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(str(value) if hasattr(value, "isoformat") else value for value in row) for row in rows]


def _types(cursor: Any, table: str, columns: str) -> list[str]:
    """Return PostgreSQL's types of the columns."""
    cursor.execute("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", [table])
    kinds = dict(cursor.fetchall())
    return [kinds[name.strip()] for name in columns.split(",")]


if __name__ == "__main__":
    print(json.dumps(asdict(main(sys.argv[1] if len(sys.argv) > 1 else "sqlite")), ensure_ascii=False))
