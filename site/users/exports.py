"""A person's own data as one JSON document."""

from datetime import datetime
from typing import Any

from .models import User
from .personal_data import sources

FORMAT = "mingbai-personal-data-1"


def export_personal_data(*, user: User, now: datetime) -> dict[str, Any]:
    """Everything kept about `user`, a section for each registered source."""
    return {
        "format": FORMAT,
        "exported_at": now.isoformat(),
        **{source.key: {"label": str(source.label), "data": source.export(user)} for source in sources()},
    }
