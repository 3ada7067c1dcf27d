"""users in the CMS."""

from wagtail import hooks

from .viewsets import DeleteUsersBulkAction

# Takes the place of Wagtail's own action of the same type.
hooks.register("register_bulk_action", DeleteUsersBulkAction, order=10)
