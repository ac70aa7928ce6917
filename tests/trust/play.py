"""Asking as somebody: the addresses put together, forms that would be taken, and everything taken back afterwards."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from tests.trust.company import Firm
from tests.trust.expected import Address

PARTS = {"start_part": "cards", "performance_part": "score", "team_part": "members"}


@contextmanager
def taken_back() -> Iterator[list[str]]:
    """Take back what happens inside; the list names the tables that were written to."""
    written: list[str] = []

    def watch(execute, sql, params, many, context):
        found = re.match(r'(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)', sql.lstrip())
        if found and found[1] not in {"django_session", "audit_entry"}:  # a look at what one may see goes on the record
            written.append(found[1])
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(watch):
        yield written
        transaction.set_rollback(True)


def address_of(firm: Firm, name: str, address: Address, persona: str, target: str) -> str:
    """Return the address with its things put in."""
    person = firm.people.get(persona, firm.people["colleague"]).number if target == "own" else firm.things["person"].get(target, "")
    things = {kind: refs.get(target, refs.get("ghost", "")) for kind, refs in firm.things.items()}
    part = PARTS.get(name, "") if target != "ghost" else "nothing"
    return address.path.format_map({**things, "person": person, "part": part, "mapped": firm.things["mapped"].get(target, ""), "hook": "x"})


def form_of(firm: Firm, address: Address) -> dict[str, str]:
    """Return a form that would be taken."""
    return {key: value.format_map({kind: refs["li"] for kind, refs in firm.things.items()}) for key, value in address.form.items()}


def left_changed(tables: list[str], cell: Callable[[], object]) -> list[str]:
    """Return the tables that differ after the cell was done once more: a statement that changed no row, or was taken back, is nothing."""
    with transaction.atomic():
        before = [rows_of(table) for table in tables]
        cell()
        changed = [table for table, rows in zip(tables, before, strict=True) if rows_of(table) != rows]
        transaction.set_rollback(True)
    return changed


def rows_of(table: str) -> list[tuple[object, ...]]:
    """Return all rows of a table."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
        return list(cursor.fetchall())


def ask(firm: Firm, persona: str, method: str, path: str, form: dict[str, str]) -> HttpResponse:
    """Ask as somebody."""
    browser: Client = firm.browsers[persona]
    browser.cookies = SimpleCookie(firm.cookies.get(persona, ""))  # the cell before may have ended the session
    if method == "POST" and path.startswith("/api/"):
        return browser.post(path, b"{}", content_type="application/json")
    if method == "POST":
        return browser.post(path, form)
    return browser.generic(method, path)
