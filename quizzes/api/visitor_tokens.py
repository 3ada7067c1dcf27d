"""The token by which an app knows a visitor without an account: a signed random id, good for a year and renewed on request."""

from datetime import timedelta
from uuid import UUID

from django.core import signing

from ..errors import QuizError

GOOD_FOR = timedelta(days=365)
_SALT = "quizzes.visitor"


def visitor_token(visitor: UUID) -> str:
    return signing.dumps(visitor.hex, salt=_SALT)


def read_visitor_token(token: str) -> UUID:
    """Return the visitor; raise QuizError invalid_token for a token that is not ours or too old."""
    try:
        return UUID(signing.loads(token, salt=_SALT, max_age=GOOD_FOR))
    except (signing.BadSignature, TypeError, ValueError) as error:
        raise QuizError("invalid_token") from error
