"""Everything the site keeps about a person: each app registers what it holds, and how it lets go of it.

users lies below the other apps and knows none of them. An app registers in its AppConfig.ready():

    register(PersonalDataSource(key="learning", label=_("学习记录"), export=export_learning, erase=erase_learning))
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

# Stands for a person's name on what stays after they have left, for example certificates.
FORMER_USER = "已注销用户"


@dataclass(frozen=True)
class PersonalDataSource:
    """What one app keeps about a person.

    `export(user)` returns plain JSON values (dates as ISO strings), complete and without secrets.
    `erase(user, now)` runs inside the transaction that deletes the account, before its row goes: it deletes what is
    personal and cuts the link of what must stay. Rows whose foreign key cascades may be left to it.
    """

    key: str
    label: str
    export: Callable[[Any], Any]
    erase: Callable[[Any, datetime], None]


_sources: dict[str, PersonalDataSource] = {}


def register(source: PersonalDataSource) -> None:
    """Add a source; the same key twice is a programming error."""
    if source.key in _sources:
        raise ValueError(f"Personal data “{source.key}” is registered twice.")
    _sources[source.key] = source


def sources() -> list[PersonalDataSource]:
    """Every source, in the order of registration."""
    return list(_sources.values())
