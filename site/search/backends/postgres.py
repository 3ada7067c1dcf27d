"""PostgreSQL: tokens as the lexemes of Wagtail's tsvector columns, past every parser and dictionary of the server."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, TextField, Value
from modelsearch.backends.database.postgres import postgres as stock

from .common import ChineseAutocompleteCompiler, ChineseCompiler, ChineseIndex, Columns, IndexEntry, Match


class LexemeVector(Func):
    """A tsvector of exactly these lexemes, without positions: those end at 16,383 and would cut a long text short."""

    function = "array_to_tsvector"
    output_field = SearchVectorField()

    def __init__(self, tokens: list[str]):
        super().__init__(Value(tokens, output_field=ArrayField(TextField())))


class VectorMatch(Match):
    """The entry's column matches, through its GIN index."""

    dialect = {"token": "'%s'", "prefix": "'%s':*", "Every": " & ", "Some": " | "}

    def entry_matches(self):
        return f"{self.column} @@ %s::tsquery", [self.text]


class PostgresIndex(ChineseIndex, stock.PostgresIndex):
    EXTRA_FIELDS = ["title_text", "body_text"]  # for Wagtail's fuzzy search

    def entry(self, content_type: int, obj) -> IndexEntry:
        columns = Columns(stock.ObjectIndexer(obj, self.backend))
        return IndexEntry(
            content_type_id=content_type,
            object_id=str(obj.pk),
            title=LexemeVector(columns.title),
            autocomplete=LexemeVector(columns.autocomplete),
            body=LexemeVector(columns.body),
            title_text=columns.plain_title.replace("\0", ""),
            body_text=columns.plain_body.replace("\0", ""),
        )


class PostgresSearchQueryCompiler(ChineseCompiler, stock.PostgresSearchQueryCompiler):
    match_class = VectorMatch


class PostgresAutocompleteQueryCompiler(ChineseAutocompleteCompiler, stock.PostgresAutocompleteQueryCompiler):
    match_class = VectorMatch


class PostgresSearchBackend(stock.PostgresSearchBackend):
    index_class = PostgresIndex
    query_compiler_class = PostgresSearchQueryCompiler
    autocomplete_query_compiler_class = PostgresAutocompleteQueryCompiler


SearchBackend = PostgresSearchBackend
