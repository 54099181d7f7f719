"""Rows written by the driver itself: what is saved at every answer must not wait for an object mapper.

The statements are made from the tables once, so that they cannot drift from them; measured in `bench.visit`.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any, cast

from sqlalchemy import Insert
from sqlalchemy import Table as SqlTable
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from app.models.tables import Table

Execute = Callable[[str, tuple[object, ...]], Any]
"""Runs one statement with its values by place: the driver's own, or a session's in its transaction."""

_DIALECT = sqlite.dialect()


def in_session(session: Session) -> Execute:
    """Statements that belong to a session's transaction; flush before, so that rows come in order."""
    return cast(Execute, session.connection().exec_driver_sql)


class Writes:
    """Writes whole rows of one table; `replaces` the row that has the same key."""

    def __init__(self, kind: type[Table], *, replaces: bool = False) -> None:
        self._kind, self._replaces = kind, replaces

    def __call__(self, execute: Execute, **values: object) -> None:
        """Write one row, every column of it; raises TypeError where one is missing or unknown."""
        sql, columns = self._compiled
        if values.keys() != columns.keys():
            raise TypeError(f"not the columns of {self._kind.__name__}: {values.keys() ^ columns.keys()}")
        execute(sql, tuple(write(values[name]) for name, write in columns.items()))

    @cached_property
    def _compiled(self) -> tuple[str, dict[str, Callable[[Any], object]]]:
        table = cast(SqlTable, self._kind.__table__)
        statement: Insert = sqlite.insert(table)
        if self._replaces:
            wanted = sqlite.insert(table)
            rest = {c.name: wanted.excluded[c.name] for c in table.columns if not c.primary_key}
            statement = wanted.on_conflict_do_update(index_elements=list(table.primary_key), set_=rest)
        compiled = statement.compile(dialect=_DIALECT)
        names = compiled.positiontup or []
        return str(compiled), {name: _writer(table, name) for name in names}


def _writer(table: SqlTable, name: str) -> Callable[[Any], object]:
    """What turns a value into the column's text or number."""
    return table.columns[name].type.bind_processor(_DIALECT) or (lambda value: value)
