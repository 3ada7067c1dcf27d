"""Wagtail's search backends for SQLite and PostgreSQL, made to find Chinese. See docs/decisions/0003-chinese-search.md."""

from django.db import connection


def SearchBackend(params: dict):
    """Return the backend for the database in use; on any other database Wagtail's own."""
    if connection.vendor == "sqlite":
        from .sqlite import SQLiteSearchBackend

        return SQLiteSearchBackend(params)
    if connection.vendor == "postgresql":
        from .postgres import PostgresSearchBackend

        return PostgresSearchBackend(params)
    from modelsearch.backends.database import SearchBackend as OtherBackend

    return OtherBackend(params)
