"""Phone numbers and nicknames as people write them."""

import pytest

from users.errors import UsersError
from users.nicknames import clean_nickname
from users.phones import mask_phone, normalise_phone


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("13812345678", "+8613812345678"),
        (" 138 1234 5678 ", "+8613812345678"),
        ("138-1234-5678", "+8613812345678"),
        ("+86 13812345678", "+8613812345678"),
        ("008613812345678", "+8613812345678"),
        ("１３８１２３４５６７８", "+8613812345678"),
        ("+44 7400 123456", "+447400123456"),
        ("+1 415 555 2671", "+14155552671"),
        ("+852 5123 4567", "+85251234567"),
    ],
)
def test_one_form_for_a_number(written, kept):
    assert normalise_phone(written) == kept


@pytest.mark.parametrize(
    "written", ["", "12345", "1381234567", "23812345678", "bureau", "1-800-FLOWERS", "021-12315", "+86", "１２"]
)
def test_no_mobile_number(written):
    with pytest.raises(UsersError, match="手机号"):
        normalise_phone(written)


def test_masking():
    assert mask_phone("+8613812345678") == "138****5678"
    assert mask_phone("+447400123456") == "+44****56"
    assert mask_phone("") == ""


def test_nicknames():
    assert clean_nickname("  小\u200b 明\n同学 ") == "小 明 同学"
    assert clean_nickname("2026 年") == "2026 年"
    for private in ("13812345678", "138 1234 5678", "我是１３８１２３４", "a@b.cn"):
        with pytest.raises(UsersError) as refusal:
            clean_nickname(private)
        assert refusal.value.code == "nickname_private"
    with pytest.raises(UsersError) as refusal:
        clean_nickname("12315客服")
    assert refusal.value.code == "nickname_reserved"
