"""SQLite: tokens in Wagtail's FTS5 table, whose tokenizer (unicode61) only has to split at spaces."""

from modelsearch.backends.database.sqlite import sqlite as stock

from .common import ChineseAutocompleteCompiler, ChineseCompiler, ChineseIndex, Columns, IndexEntry, Match

FTS_TABLE = stock.SQLiteFTSIndexEntry._meta.db_table


class FullTextMatch(Match):
    """The entry's row in the FTS5 table matches."""

    dialect = {"token": '"%s"', "prefix": '"%s" *', "Every": " AND ", "Some": " OR "}

    def entry_matches(self):
        return f"id IN (SELECT rowid FROM {FTS_TABLE} WHERE {FTS_TABLE} MATCH %s)", [f"{{{self.column}}} : {self.text}"]  # noqa: S608


class SQLiteIndex(ChineseIndex, stock.SQLiteIndex):
    def entry(self, content_type: int, obj) -> IndexEntry:
        columns = Columns(stock.ObjectIndexer(obj, self.backend))
        return IndexEntry(
            content_type_id=content_type,
            object_id=str(obj.pk),
            title=" ".join(columns.title),
            autocomplete=" ".join(columns.autocomplete),
            body=" ".join(columns.body),
        )


class SQLiteSearchQueryCompiler(ChineseCompiler, stock.SQLiteSearchQueryCompiler):
    match_class = FullTextMatch


class SQLiteAutocompleteQueryCompiler(ChineseAutocompleteCompiler, stock.SQLiteAutocompleteQueryCompiler):
    match_class = FullTextMatch


class SQLiteSearchBackend(stock.SQLiteSearchBackend):
    index_class = SQLiteIndex
    query_compiler_class = SQLiteSearchQueryCompiler
    autocomplete_query_compiler_class = SQLiteAutocompleteQueryCompiler


SearchBackend = SQLiteSearchBackend
