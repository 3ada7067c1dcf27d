"""Ids in the API's addresses: `{id:quiz_id}` takes what a database can hold, so that a longer number is just unknown."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class IdConverter(IntConverter):
    regex = "[0-9]{1,18}"


register_converter(IdConverter, "id")
