"""How values are kept in the record: times in UTC, days, decimals and closed sets, all as text."""

from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import CheckConstraint, Dialect, ForeignKey, Text
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator

E = TypeVar("E", bound=Enum)


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept in UTC to the microsecond so that text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write the moment in UTC; a time without its zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone cannot be kept")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Read the moment, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A calendar day, kept as YYYY-MM-DD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write the day."""
        if isinstance(value, datetime):
            raise ValueError("a moment is not a day")
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        """Read the day."""
        return None if value is None else date.fromisoformat(value)


class OneOf(TypeDecorator[E]):
    """A member of a closed set, kept as its word."""

    impl = Text
    cache_ok = True

    def __init__(self, closed_set: type[E]) -> None:
        super().__init__()
        self.closed_set = closed_set

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """Write the word; anything that is not a member is refused."""
        return None if value is None else str(self.closed_set(value).value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> E | None:
        """Read the member."""
        return None if value is None else self.closed_set(value)


def is_one_of(column: str, closed_set: type[Enum]) -> CheckConstraint:
    """Let the database itself refuse a word that is not in the closed set."""
    words = ", ".join("'" + str(member.value).replace("'", "''") + "'" for member in closed_set)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_is_known")


def is_between(column: str, least: int, most: int) -> CheckConstraint:
    """Let the database itself refuse a text that is too short or too long."""
    return CheckConstraint(f"length({column}) BETWEEN {least} AND {most}", name=f"{column}_length")


def key_column() -> Any:
    """A UUIDv7 key."""
    return mapped_column(Text, primary_key=True)


def points_to(table: str, *, optional: bool = False) -> Any:
    """A reference to a row of another table, by its id; held to at the end of the transaction.

    At the end, because the order in which SQLAlchemy inserts is not ours to choose.
    """
    return mapped_column(Text, reference(table), nullable=optional, index=True)


def reference(table: str) -> ForeignKey:
    """A foreign key that the database checks when the transaction ends."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
