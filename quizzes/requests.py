"""Who a request comes from."""

from uuid import UUID, uuid4

from django.http import HttpRequest

from .actions.visitors import adopt_visitor
from .people import Person

_VISITOR = "quiz_visitor"


def person_of(request: HttpRequest) -> Person | None:
    """Return who is asking; None for a visitor who has not answered anything yet.

    Somebody who signs in takes along what they did as a visitor in the same session.
    """
    visitor = request.session.get(_VISITOR)
    if not request.user.is_authenticated:
        return Person(visitor=UUID(visitor)) if visitor else None
    person = Person(user_id=request.user.pk)
    if visitor:
        adopt_visitor(user_id=request.user.pk, visitor=UUID(visitor))
        del request.session[_VISITOR]
    return person


def new_person_of(request: HttpRequest) -> Person:
    """Return who is asking; a visitor gets an id in the session."""
    person = person_of(request)
    if person is None:
        request.session[_VISITOR] = str(uuid4())
        person = Person(visitor=UUID(request.session[_VISITOR]))
    return person
