"""Forms of signing up and of one's own account."""

from datetime import date

from allauth.account import forms as account_forms
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.webauthn import forms as webauthn_forms
from allauth.socialaccount import forms as social_forms
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .actions.accounts import Credentials, create_account
from .errors import UsersError
from .fields import BirthYearField, CodeField, NicknameField, PhoneNumberField
from .models import AudienceGroup, GuardianRelation, User
from .signup_state import forget_state, load_state


def audience_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("我是"),
        required=False,
        choices=[("", _("不说也行")), *AudienceGroup.choices],
        help_text=_("用来给您推荐合适的内容。"),
    )


class StartForm(forms.Form):
    """The first question of signing up."""

    birth_year = BirthYearField()

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["birth_year"].today = today


class GuardianForm(forms.Form):
    """Whom to ask for consent."""

    relation = forms.ChoiceField(label=_("监护人是你的"), choices=GuardianRelation, widget=forms.RadioSelect)
    phone = PhoneNumberField(label=_("监护人的手机号"), help_text=_("我们会发一条短信，请监护人来看一看说明。"))


class GuardianConfirmForm(forms.Form):
    """The guardian's answer, given with the code that reached the guardian's phone."""

    code = CodeField(label=_("监护人手机上的验证码"))
    agree = forms.BooleanField(
        label=_("我是监护人，看过上面的说明，同意。"), error_messages={"required": _("监护人同意才能继续。")}
    )


class PhoneSignupForm(forms.Form):
    """An account with a phone number."""

    phone = PhoneNumberField()
    nickname = NicknameField()
    audience = audience_field()


class CodeForm(forms.Form):
    """A code from a message."""

    code = CodeField()


class LoginForm(account_forms.LoginForm):
    """allauth's, with a label that says what may be typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("手机号、邮箱或用户名")
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}
        self.fields["password"].help_text = ""


class RequestLoginCodeForm(account_forms.RequestLoginCodeForm):
    """allauth's; it takes two empty fields for a valid answer and then fails."""

    def clean(self) -> dict:
        data = super().clean()
        if not self.errors and not data.get("phone") and not data.get("email"):
            raise ValidationError(_("请填手机号或邮箱。"), code="required")
        return data


class AddKeyForm(webauthn_forms.AddWebAuthnForm):
    """allauth's, which leaves the name's label to Django."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("给它起个名字")


class EditKeyForm(webauthn_forms.EditWebAuthnForm):
    """The same."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("名字")


class SignupThroughAction:
    """What both of allauth's sign-up forms do here: the account is made by our action, in one transaction."""

    def credentials(self) -> Credentials:
        raise NotImplementedError

    def make_account(self, request: HttpRequest) -> User:
        now = timezone.now()  # noqa: TID251 -- called by allauth's view; there is no clock to pass in
        state = load_state(request, now)
        if state is None:
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_signup")))
        try:
            user = create_account(
                credentials=self.credentials(),
                birth_year=state.birth_year,
                consent=state.consent,
                nickname=self.cleaned_data["nickname"],
                audience=self.cleaned_data["audience"],
                now=now,
            )
        except UsersError as refusal:
            # Only a race gets here: the form has checked all of it.
            messages.error(request, str(refusal))
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_signup"))) from None
        forget_state(request)
        return user


class EmailSignupForm(SignupThroughAction, account_forms.SignupForm):
    """An account with an e-mail address and a password."""

    nickname = NicknameField()
    audience = audience_field()
    field_order = ["email", "password1", "username", "nickname", "audience"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("用户名（可以不填）")
        self.fields["username"].help_text = _("登录时可以代替邮箱。字母、数字或汉字，不要空格。")

    def _get_signup_fields(self, kwargs: dict) -> dict:
        return {"email": {"required": True}, "password1": {"required": True}, "username": {"required": False}}

    def credentials(self) -> Credentials:
        data = self.cleaned_data
        return Credentials(email=data["email"], password=data["password1"], username=data.get("username", ""))

    def save(self, request: HttpRequest) -> User:
        return self.make_account(request)


class WeixinSignupForm(SignupThroughAction, social_forms.SignupForm):
    """An account with WeChat: nothing but what others shall see is asked."""

    nickname = NicknameField()
    audience = audience_field()

    def _get_signup_fields(self, kwargs: dict) -> dict:
        kwargs.pop("email_required", None)
        kwargs.pop("username_required", None)
        return {}

    def credentials(self) -> Credentials:
        return Credentials(weixin_uid=self.sociallogin.account.uid)

    def save(self, request: HttpRequest) -> User:
        user = self.make_account(request)
        self.sociallogin.user = user
        self.sociallogin.account = user.socialaccount_set.get()
        return user


class ProfileForm(forms.Form):
    """What people say about themselves."""

    nickname = NicknameField()
    audience = audience_field()
    birth_year = BirthYearField(required=False, help_text=_("只用来判断要不要监护人同意，不给别人看。"))

    def __init__(self, *args, today: date, official: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["birth_year"].today = today
        self.fields["nickname"].official = official


class DeleteForm(forms.Form):
    """The last question before an account goes; people without a password also prove their phone."""

    agree = forms.BooleanField(
        label=_("我明白：注销以后不能恢复。"), error_messages={"required": _("请先勾选这一项。")}
    )
    code = CodeField(help_text=_("先按“发送验证码”，再把短信里的六位数字填在这里。"))

    def __init__(self, *args, needs_code: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not needs_code:
            del self.fields["code"]


def refuse(form: forms.Form, field: str | None, refusal: UsersError) -> None:
    """Show a refusal at a field of the form."""
    form.add_error(field, ValidationError(str(refusal), code=refusal.code))
