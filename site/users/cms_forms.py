"""Forms for accounts in the CMS: a nickname and a phone in place of Wagtail's first and last name."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm

from .actions.profiles import follow_email
from .fields import PhoneNumberField
from .models import User

OWN_FIELDS = {"nickname", "phone", "is_teacher"}


class PersonFields(forms.ModelForm):
    """What both forms share. A changed number or address counts as unverified until its owner has proven it."""

    # None takes Wagtail's fields out.
    first_name = None
    last_name = None
    email = forms.EmailField(required=False, label=_("邮箱"), help_text=_("第一次登录时要用收到的验证码确认。"))
    nickname = forms.CharField(required=False, max_length=30, label=_("昵称"))
    phone = PhoneNumberField(required=False, help_text=_("填了就能用手机验证码登录。"))
    is_teacher = forms.BooleanField(required=False, label=_("教师或联络员"), help_text=_("可以看到指南里的教学提示。"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = _("必填。字母、数字、汉字和 @ . + - _，不要空格。")

    def clean_phone(self) -> str | None:
        """An empty number is NULL: several people may have none."""
        phone = self.cleaned_data["phone"] or None
        if phone and User.objects.filter(phone=phone).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("这个手机号已经是另一个账号的了。"), code="phone_taken")
        return phone

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if email and User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("这个邮箱已经是另一个账号的了。"), code="email_taken")
        return email

    def save(self, commit: bool = True) -> User:
        if "phone" in self.changed_data and self.instance.phone != self.initial.get("phone"):
            self.instance.phone_verified = False
        user = super().save(commit)
        if commit and "email" in self.changed_data:
            follow_email(user=user)
        return user


class UserCreationForm(PersonFields, WagtailUserCreationForm):
    class Meta(WagtailUserCreationForm.Meta):
        fields = WagtailUserCreationForm.Meta.fields - {"first_name", "last_name"} | OWN_FIELDS


class UserEditForm(PersonFields, WagtailUserEditForm):
    class Meta(WagtailUserEditForm.Meta):
        fields = WagtailUserEditForm.Meta.fields - {"first_name", "last_name"} | OWN_FIELDS


class NicknameForm(forms.ModelForm):
    """One's own name in the CMS."""

    class Meta:
        model = User
        fields = ["nickname"]
