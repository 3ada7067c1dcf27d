"""Form fields."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .ages import plausible_birth_years
from .errors import UsersError
from .nicknames import clean_nickname
from .phones import normalise_phone


class PhoneNumberField(forms.CharField):
    """A mobile number; the clean value is E.164."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("手机号"))
        kwargs.setdefault("max_length", 30)
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}))
        super().__init__(**kwargs)

    def clean(self, value: str | None) -> str:
        value = super().clean(value)
        if not value:
            return ""
        try:
            return normalise_phone(value)
        except UsersError as refusal:
            raise ValidationError(str(refusal), code=refusal.code) from None


class NicknameField(forms.CharField):
    """A name that others see. `official` people may have names that sound so."""

    official = False

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("昵称"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 30)
        kwargs.setdefault("help_text", _("别人看得见，请不要写真名、手机号。可以不填，以后再改。"))
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "nickname"}))
        super().__init__(**kwargs)

    def clean(self, value: str | None) -> str:
        try:
            return clean_nickname(super().clean(value), official=self.official)
        except UsersError as refusal:
            raise ValidationError(str(refusal), code=refusal.code) from None


class BirthYearField(forms.IntegerField):
    """A year of birth, typed: a list of a hundred years is slow with a keyboard and worse on a phone."""

    def __init__(self, *, today: date | None = None, **kwargs):
        kwargs.setdefault("label", _("出生年份"))
        kwargs.setdefault(
            "error_messages", {"invalid": _("请填四位数的年份，例如 2012。"), "required": _("请填出生年份。")}
        )
        kwargs.setdefault(
            "widget",
            forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year", "maxlength": "4", "size": "6"}),
        )
        self.today = today
        super().__init__(**kwargs)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and self.today and value not in plausible_birth_years(self.today):
            raise ValidationError(_("请填四位数的年份，例如 2012。"), code="implausible")


class CodeField(forms.CharField):
    """Six digits from a message."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("验证码"))
        kwargs.setdefault("max_length", 12)
        kwargs.setdefault(
            "widget",
            forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "code-input"}),
        )
        super().__init__(**kwargs)
