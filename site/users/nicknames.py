"""What a nickname may be: others see it in rankings and on certificates."""

import re
import unicodedata

from .errors import UsersError

PRIVATE = re.compile(r"\d{6,}|@")
RESERVED = ("管理员", "官方", "客服", "市场监管", "12315", "消保委", "明白消费")


def clean_nickname(text: str, *, official: bool = False) -> str:
    """Return the nickname on one line, without control characters.

    Raises UsersError `nickname_private` (it looks like a phone number, an ID number or an e-mail address) or
    `nickname_reserved` (it passes for an official; staff may).
    """
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in text)
    nickname = " ".join(shown.split())
    plain = unicodedata.normalize("NFKC", nickname)
    if PRIVATE.search(plain.replace(" ", "").replace("-", "")):
        raise UsersError("nickname_private")
    if not official and any(word in plain for word in RESERVED):
        raise UsersError("nickname_reserved")
    return nickname
