"""What both backends share: what is stored of an object, which objects a query finds, and in which order.

An entry has three columns, as Wagtail made them; each holds a set of tokens (see search.segment):

    title         the SearchFields named `title`, one token for the whole title, and the words that the text says often
                  (they are looked at for the order alone, and this column is small)
    autocomplete  the AutocompleteFields: what suggestions look at; for our materials title and summary
    body          everything: the title, the AutocompleteFields and all other SearchFields. A query of two words finds
                  a page that has one in its title and the other in its text.

The order is a sum of integers over yes/no questions that both databases answer alike, then the shorter title, then the
newer object. So results are the same, in the same order, on SQLite and PostgreSQL.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain
from operator import add, and_, or_

from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.db.models import Case, F, Field, FloatField, IntegerField, Lookup, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Length
from django.utils.functional import cached_property
from modelsearch.conf import get_app_config
from modelsearch.index import AutocompleteField, RelatedFields, SearchField
from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks

from ..segment import (
    Condition,
    Has,
    Word,
    every,
    index_tokens,
    phrase,
    query_tokens,
    some,
    title_core,
    word_token,
)

IndexEntry = get_app_config().get_model("IndexEntry", require_ready=False)

TITLE_IS_QUERY, TITLE_BEGINS, TITLE_HAS_PHRASE = 1000, 100, 80
TITLE_HAS_WORDS, TITLE_HAS_WHOLE_WORDS, TITLE_HAS_WORD = 160, 40, 20
SUMMARY_HAS_WORDS, TEXT_HAS_WHOLE_WORDS, TEXT_HAS_PHRASE, TEXT_SAYS_OFTEN = 24, 12, 8, 6
MAX_BYTES = 900_000  # of the tokens in one column; PostgreSQL's tsvector ends at 1 MB
RANKED_WORDS = 4  # words of a query that are looked for in the title one by one


def rendered(condition: Condition, dialect: dict[str, str]) -> str:
    """A condition in a database's query language. Tokens hold letters and digits only: nothing needs escaping."""
    if isinstance(condition, Has):
        return dialect["prefix" if condition.prefix else "token"] % condition.token
    joint = dialect[type(condition).__name__]
    return "(" + joint.join(rendered(part, dialect) for part in condition.parts) + ")"


class Columns:
    """The tokens of an object, by column. Wraps Wagtail's ObjectIndexer, which knows how to read the fields."""

    def __init__(self, indexer):
        titles, completions, others = [], [], []
        for field in indexer.search_fields:
            for found, *_weight, value in indexer.prepare_field(indexer.obj, field):
                if isinstance(found, AutocompleteField):
                    completions.append(value)
                elif isinstance(found, SearchField):
                    (titles if found.field_name == "title" else others).append(value)
        self.plain_title, self.plain_body = " ".join(titles), " ".join(others)
        title = union(index_tokens(text, short=True) for text in titles)
        self.autocomplete = union(index_tokens(text, short=True) for text in completions)
        self.body = union([title, self.autocomplete, index_tokens(self.plain_body)])
        core = title_core(self.plain_title)
        whole = [word_token("t", core)] if core else []
        self.title = union([title, whole, [token for token in self.body if token[0] == "m"]])


def union(lists: Iterable[Iterable[str]]) -> list[str]:
    """Each token once, in order, as far as a database can hold them."""
    tokens: dict[str, None] = {}
    size = 0
    for token in chain.from_iterable(lists):
        if token not in tokens:
            size += len(token.encode())
            if size > MAX_BYTES:
                break
            tokens[token] = None
    return list(tokens)


class ChineseIndex:
    """Mixin for Wagtail's index classes: stores tokens instead of text."""

    EXTRA_FIELDS: list[str] = []

    def add_item(self, obj) -> None:
        """Write the entry of an object that was just saved.

        A page writes its child objects and many-to-many fields after the signal that brings us here. So an object with
        RelatedFields is written again when the transaction ends, as it stands in the database then.
        """
        super().add_item(obj)
        model = type(obj)
        if any(isinstance(field, RelatedFields) for field in model.get_search_fields()):
            transaction.on_commit(
                lambda: self.add_items(model, model._default_manager.filter(pk=obj.pk)),
                using=self.write_connection.alias,
                robust=True,
            )

    def add_items(self, model, objs) -> None:
        """Write the entries of `objs`, new or not, in one statement."""
        if not model.get_search_fields():
            return
        content_type = get_content_type_pk(model)
        # A statement may not touch the same entry twice.
        unique = {str(obj.pk): obj for obj in objs}
        entries = [self.entry(content_type, obj) for obj in unique.values()]
        self.entries.bulk_create(
            entries,
            batch_size=100,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title", "autocomplete", "body", *self.EXTRA_FIELDS],
        )

    def entry(self, content_type: int, obj):
        raise NotImplementedError

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing: the order does not use them, and refreshing would rewrite every entry's full text."""


class Match(Lookup):
    """The object's entry holds, in one column, what a condition asks for.

    The subquery is written out: a search needs a dozen of them, and the ORM takes a millisecond to compile each.
    """

    lookup_name = "holds"
    dialect: dict[str, str] = {}

    def __init__(self, key: Field, content_types: tuple[int, ...], column: str, condition: Condition):
        self.key, self.content_types, self.column = key, content_types, column
        self.text = rendered(condition, self.dialect)
        # The right side is there for Django to tell one match from another.
        super().__init__(F("pk"), Value(f"{column} {self.text}"))

    def entry_matches(self) -> tuple[str, list]:
        """SQL with parameters: the row of the index's table matches."""
        raise NotImplementedError

    def as_sql(self, compiler, connection):
        key, params = compiler.compile(self.lhs)
        matches, match_params = self.entry_matches()
        types = ", ".join(map(str, self.content_types)) or "NULL"
        sql = (
            f"{key} IN (SELECT CAST(object_id AS {self.key.cast_db_type(connection)}) FROM {IndexEntry._meta.db_table}"  # noqa: S608
            f" WHERE content_type_id IN ({types}) AND {matches})"
        )
        return sql, [*params, *match_params]


class ChineseCompiler:
    """Mixin for Wagtail's query compilers: finds and orders by tokens."""

    COLUMN = "body"
    match_class: type[Match]

    # Which objects

    @cached_property
    def content_types(self) -> tuple[int, ...]:
        return tuple(get_descendants_content_types_pks(self.queryset.model))

    def matches(self, condition: Condition, column: str) -> Match:
        key = self.queryset.model._meta.pk
        while key.remote_field:
            key = key.target_field
        return self.match_class(key, self.content_types, column, condition)

    @property
    def column(self) -> str:
        return (
            "title"
            if self.COLUMN == "body" and self.fields is not None and set(self.fields) == {"title"}
            else self.COLUMN
        )

    def condition(self, query: PlainText | Phrase | Fuzzy) -> Condition | None:
        """What a text asks of a document; None when it has nothing to look for."""
        if isinstance(query, Phrase):
            return phrase(query.query_string)
        words = [word.found for word in query_tokens(query.query_string)]
        join = some if getattr(query, "operator", "and").lower() == "or" else every
        return join(words) if words else None

    def found(self, query: SearchQuery) -> Q:
        """The objects that a query of any shape finds, as a filter."""
        nothing = Q(pk__in=[])
        if isinstance(query, MatchAll):
            return ~nothing
        if isinstance(query, Not):
            return ~self.found(query.subquery)
        if isinstance(query, Boost):
            return self.found(query.subquery)
        if isinstance(query, And | Or):
            parts = [self.found(part) for part in query.subqueries]
            return reduce(and_ if isinstance(query, And) else or_, parts) if parts else nothing
        condition = self.condition(query)
        return nothing if condition is None else Q(self.matches(condition, self.column))

    # In which order

    def signals(self) -> Iterator[tuple[int, str, Condition]]:
        """(weight, column, condition): what raises an object in the order."""
        text = " ".join(texts_of(self.query))
        words = query_tokens(text)
        if not words:
            return
        core, whole_text = title_core(text), phrase(text)
        if core:
            yield TITLE_IS_QUERY, "title", Has(word_token("t", core))
            yield TITLE_BEGINS, "title", Has(word_token("t", core), prefix=True)
        yield TITLE_HAS_PHRASE, "title", whole_text
        yield TITLE_HAS_WORDS, "title", every([word.found for word in words])
        yield TITLE_HAS_WHOLE_WORDS, "title", every([word.whole for word in words])
        yield SUMMARY_HAS_WORDS, "autocomplete", every([word.found for word in words])
        if len(words) > 1:
            for word in words[:RANKED_WORDS]:
                yield TITLE_HAS_WORD, "title", word.found
        if self.COLUMN == "body":
            yield from self.text_signals(words, whole_text)

    @staticmethod
    def text_signals(words: list[Word], whole_text: Condition) -> Iterator[tuple[int, str, Condition]]:
        yield TEXT_SAYS_OFTEN, "title", every([word.often for word in words])
        if any(len(word.text) <= 2 for word in words):  # a longer word hardly ever stands across two others by accident
            yield TEXT_HAS_WHOLE_WORDS, "body", every([word.whole for word in words])
        if len(words) > 1:
            yield TEXT_HAS_PHRASE, "body", whole_text

    def score(self) -> list:
        """The sum of the signals, an integer for each object, in a list; an empty list when nothing tells objects apart."""
        parts = [
            Case(
                When(self.matches(condition, column), then=Value(weight)), default=Value(0), output_field=IntegerField()
            )
            for weight, column, condition in self.signals()
        ]
        return [reduce(add, parts)] if parts else []

    def tie_breakers(self) -> list:
        """The shorter title first, then the newer object."""
        try:
            self.queryset.model._meta.get_field("title")
        except FieldDoesNotExist:
            return ["-pk"]
        return [Length("title"), "-pk"]

    def search(self, config, start, stop, score_field=None, **_options) -> QuerySet:
        """The queryset of results; the signature is Wagtail's."""
        queryset = self.queryset
        score = self.score()
        if not isinstance(self.query, MatchAll):
            queryset = queryset.filter(self.found(self.query))
            if self.order_by_relevance:
                queryset = queryset.order_by(*(total.desc() for total in score), *self.tie_breakers())
        if not queryset.query.order_by:
            queryset = queryset.order_by("-pk")
        if score_field is not None:
            queryset = queryset.annotate(**{score_field: Cast(score[0] if score else Value(0), FloatField())})
        return queryset[start:stop]


class ChineseAutocompleteCompiler(ChineseCompiler):
    """For suggestions: what was typed stands, in pieces or whole, in a title or a summary."""

    COLUMN = "autocomplete"


def texts_of(query: SearchQuery) -> Iterator[str]:
    """The texts that a query wants to find, however deep; what it excludes is left out."""
    if isinstance(query, PlainText | Phrase | Fuzzy):
        yield query.query_string
    elif isinstance(query, And | Or):
        for part in query.subqueries:
            yield from texts_of(part)
    elif isinstance(query, Boost):
        yield from texts_of(query.subquery)
