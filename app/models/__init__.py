"""The store: SQLAlchemy and SQLCipher live only here."""
