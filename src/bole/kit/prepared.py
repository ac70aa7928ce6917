"""Questions that every page asks: their SQL is put together once, which takes many times as long as the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

Value = int | date


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    """The SQL of one kind of database. `places` holds, in order, what goes into it; `converters` make values of columns, by number.

    `model`: what each row is made, where the rows are whole objects.
    """

    sql: str
    places: tuple[Any, ...]
    model: type[Model] | None
    converters: tuple[tuple[int, tuple[Callable[..., Any], ...], Any], ...]


class Prepared:
    """A question whose SQL is put together when it is first asked, and whose values alone change.

    `build` makes the query of its values. It puts each of them into the query as it is, for it is called once, with values that stand
    for all others; their types are `kinds`: int (a key) or date. None has SQL of its own, so it cannot be a value. The query brings
    whole objects of one table, or ends in `values_list`.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], *kinds: type[int] | type[date]) -> None:
        """Keep how the question is built."""
        self._build = build
        self._stand_ins: tuple[Value, ...] = tuple(-9_000_001 - n if kind is int else date(1, 1, 2 + n) for n, kind in enumerate(kinds))
        self._questions: dict[str, _Question] = {}

    def ask(self, *values: Value) -> list[Any]:
        """Return the rows for these values: objects or tuples (one query)."""
        question = self._questions.get(connection.vendor) or self._put_together()
        given = dict(zip(map(_plain, self._stand_ins), map(_adapted, values), strict=True))
        places: list[Any] = [given.get(_plain(one), one) for one in question.places]
        if question.model is not None:
            return list(question.model._default_manager.raw(question.sql, places))
        with connection.cursor() as cursor:
            cursor.execute(question.sql, places)
            rows = cursor.fetchall()
        return [_converted(row, question) for row in rows] if question.converters else rows

    def _put_together(self) -> _Question:
        built = self._build(*self._stand_ins)
        compiler = built.query.get_compiler(connection=connection)
        sql, places = compiler.as_sql()
        left = {_plain(one) for one in self._stand_ins} - {_plain(one) for one in places}
        if left:
            raise ValueError(f"{self._build.__qualname__} changes or leaves out a value")
        converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
        model = built.model if built.query.default_cols else None
        question = _Question(sql, tuple(places), model, tuple((n, tuple(made), about) for n, (made, about) in converters.items()))
        self._questions[connection.vendor] = question
        return question


def _converted(row: tuple[Any, ...], question: _Question) -> tuple[Any, ...]:
    """Return a row as Django would: dates, truth, JSON and what is sealed as Python knows them."""
    values = list(row)
    for n, made, about in question.converters:
        for convert in made:
            values[n] = convert(values[n], about, connection)
    return tuple(values)


def _plain(one: object) -> object:
    """Return a day as databases without days write it, so that it is found in the SQL of each."""
    return one.isoformat() if isinstance(one, date) else one


def _adapted(value: Value) -> object:
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
