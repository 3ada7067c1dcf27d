"""Where allauth asks us: phone numbers, text messages, sign-in steps, second factors, WeChat."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.stages import EmailVerificationStage
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse, RateLimited
from allauth.core.internal.httpkit import is_headless_request
from allauth.core.ratelimit import consume
from allauth.headless.internal.restkit.response import APIResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .actions.accounts import new_username
from .errors import UsersError
from .fields import PhoneNumberField
from .limits import limit_sms
from .models import User
from .phones import mask_phone, normalise_phone
from .second_factor import has_second_factor, needs_second_factor
from .signup_state import load_state
from .sms import SmsError, send_sms


class AccountAdapter(DefaultAccountAdapter):
    """allauth's account hooks."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "rate_limited": _("操作太频繁了，请过一会儿再试。"),
        "too_many_login_attempts": _("试的次数太多了，请过几分钟再试。"),
        "incorrect_code": _("验证码不对，请再看一眼。"),
    }

    # Phone numbers

    def phone_form_field(self, **kwargs) -> PhoneNumberField:
        return PhoneNumberField(**kwargs)

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user: User, phone: str, verified: bool) -> None:
        user.phone, user.phone_verified = phone or None, bool(phone and verified)
        user.save(update_fields=["phone", "phone_verified"])

    def set_phone_verified(self, user: User, phone: str) -> None:
        self.set_phone(user, phone, True)

    def get_user_by_phone(self, phone: str) -> User | None:
        """The account with this number, as typed or normalised.

        A number that staff entered counts before it is verified: only a code sent to it lets anyone in by it.
        """
        try:
            return User.objects.filter(phone=normalise_phone(phone)).first()
        except UsersError:
            return None

    def send_verification_code_sms(self, user: User, phone: str, code: str, **kwargs) -> None:
        self._send(phone, "login", {"code": code})

    def send_unknown_account_sms(self, phone: str, **kwargs) -> None:
        self._send(phone, "unknown", {})

    def send_account_already_exists_sms(self, phone: str) -> None:
        """Somebody who is signed in wants a number that another account has: its owner need not hear of it."""

    def _send(self, phone: str, template: str, values: dict[str, str]) -> None:
        request = context.request
        try:
            limit_sms(request, phone)
        except UsersError:
            raise RateLimited from None
        try:
            send_sms(phone=phone, template=template, values=values)
        except SmsError:
            refusal = UsersError("sms_failed")
            if is_headless_request(request):
                errors = [{"code": refusal.code, "message": str(refusal)}]
                raise ImmediateHttpResponse(APIResponse(request, errors=errors, status=503)) from None
            messages.error(request, str(refusal))
            raise ImmediateHttpResponse(HttpResponseRedirect(request.get_full_path())) from None

    # Sign-up and sign-in

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made on the site, where the year of birth comes first; apps only sign in."""
        return not is_headless_request(request)

    def generate_unique_username(self, txts: list, regex: str | None = None) -> str:
        return new_username()

    def get_login_stages(self) -> list[str]:
        """allauth's steps, with our rule for e-mail, and without the one that demands a number to be verified.

        People's own numbers are proven before they are kept; a number that staff mistyped must lock nobody out.
        """
        replaced = {
            "allauth.account.stages.EmailVerificationStage": "users.adapters.EmailStage",
            "allauth.account.stages.PhoneVerificationStage": None,
        }
        stages = (replaced.get(stage, stage) for stage in super().get_login_stages())
        return [stage for stage in stages if stage]

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Codes by e-mail keep the same pause between two as codes by SMS."""
        if template_prefix == "account/email/login_code" and not consume(
            self.request, action="send_email_code", key=email.lower()
        ):
            raise RateLimited
        super().send_mail(template_prefix, email, context)


class EmailStage(EmailVerificationStage):
    """An e-mail address must be verified by those who sign in with one; a proven phone or WeChat does without."""

    def handle(self):
        login = self.login
        if login.user and not login.email and (not login.user.email or login.user.phone_verified):
            return None, True
        return super().handle()


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """WeChat. Of what WeChat tells us only its id is kept."""

    def populate_user(self, request: HttpRequest, sociallogin, data: dict) -> User:
        sociallogin.account.extra_data = {}
        return sociallogin.user

    def pre_social_login(self, request: HttpRequest, sociallogin) -> None:
        """Somebody new first tells the year of birth; until then not even the session keeps WeChat's id."""
        if sociallogin.is_existing or sociallogin.state.get("process") == "connect" or request.user.is_authenticated:
            return
        now = timezone.now()  # noqa: TID251 -- called by allauth's view; there is no clock to pass in
        state = load_state(request, now)
        if state is None or not state.may_go_on(now):
            messages.info(request, _("这个微信还没有账号。先填一下出生年份，再用微信注册。"))
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_signup")))

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin) -> bool:
        return False


@cache
def fernet(secret_key: str, fallbacks: tuple[str, ...]) -> MultiFernet:
    def derived(keys: tuple[str, ...]) -> Iterator[Fernet]:
        for key in keys:
            yield Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"users.mfa:" + key.encode()).digest()))

    return MultiFernet(derived((secret_key, *fallbacks)))


class MFAAdapter(DefaultMFAAdapter):
    """Second factors: secrets encrypted at rest, and staff cannot drop their last one where they need it."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("工作人员必须保留一种双重验证。先添加另一种，再停用这一种。"),
    }

    def encrypt(self, text: str) -> str:
        return self._fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._fernet().decrypt(encrypted_text.encode()).decode()

    @staticmethod
    def _fernet() -> MultiFernet:
        return fernet(settings.SECRET_KEY, tuple(settings.SECRET_KEY_FALLBACKS))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        user = authenticator.user
        return not needs_second_factor(user) or has_second_factor(user, besides=authenticator)

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": settings.WAGTAIL_SITE_NAME}

    def _get_user_identifier(self, user: User) -> str:
        return user.email or (mask_phone(user.phone) if user.phone else user.username)
