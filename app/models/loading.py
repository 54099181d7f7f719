"""What the store needs before a key: done while a passphrase is typed, not when home is waited for."""

from sqlalchemy.orm import configure_mappers

from app.models import tables as tables  # (the tables, so that there is something to work out)


def make_ready() -> None:
    """Let SQLAlchemy work out how the tables hang together, which it else does at the first question."""
    configure_mappers()
