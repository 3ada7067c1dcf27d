"""Phone numbers: kept as E.164 ("+8613812345678"), shown masked."""

import re
import unicodedata

import phonenumbers

from .errors import UsersError

HOME_REGION = "CN"
# phonenumbers would also read "0800-CONSUMER"; a user name must never pass for a number.
WRITTEN = re.compile(r"\+?[\d\s().-]{5,30}")
MOBILE = {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE}


def normalise_phone(text: str) -> str:
    """Return the E.164 form of a mobile number; without a country code it is read as a Chinese one.

    Full-width digits are understood. Raises UsersError `phone_invalid`.
    """
    written = unicodedata.normalize("NFKC", text).strip()
    if not WRITTEN.fullmatch(written):
        raise UsersError("phone_invalid")
    try:
        number = phonenumbers.parse(written, HOME_REGION)
    except phonenumbers.NumberParseException:
        raise UsersError("phone_invalid") from None
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) not in MOBILE:
        raise UsersError("phone_invalid")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def mask_phone(phone: str) -> str:
    """138****5678; a foreign number keeps its country code and last two digits."""
    if phone.startswith("+86") and len(phone) == 14:
        return f"{phone[3:6]}****{phone[-4:]}"
    return f"{phone[:3]}****{phone[-2:]}" if phone else ""
