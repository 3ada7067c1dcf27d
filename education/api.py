"""The API of education."""

from ninja import Router

router = Router(tags=["education"])
