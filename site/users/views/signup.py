"""Signing up: year of birth, a guardian's consent where it is needed, then phone or e-mail."""

from dataclasses import replace
from datetime import datetime

from allauth.account.adapter import get_adapter
from allauth.account.utils import (
    complete_signup,
    get_next_redirect_url,
    passthrough_next_redirect_url,
    perform_login,
)
from allauth.account.views import SignupView
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..actions.accounts import Consent, Credentials, create_account
from ..codes import check_code, new_code, pending_code
from ..consent_texts import CURRENT, PURPOSES
from ..errors import UsersError
from ..forms import CodeForm, GuardianConfirmForm, GuardianForm, PhoneSignupForm, StartForm, refuse
from ..limits import limit, limit_sms
from ..models import User
from ..phones import mask_phone
from ..signup_state import SignupState, begin, change_state, code_slot, forget_state, load_state
from ..sms import SmsError, send_sms

GUARDIAN, PHONE = "guardian", "signup"


def step(request: HttpRequest, name: str) -> HttpResponseRedirect:
    """Go to another step and keep where the person wanted to go."""
    return HttpResponseRedirect(passthrough_next_redirect_url(request, reverse(name), "next"))


def page(request: HttpRequest, template: str, form: Form | None, **context) -> HttpResponse:
    context |= {"form": form, "next": get_next_redirect_url(request), "phone_login": settings.PHONE_LOGIN}
    return render(request, template, context)


def first_step() -> str:
    return "account_signup_phone" if settings.PHONE_LOGIN else "account_signup_email"


def state_or_none(request: HttpRequest, now: datetime) -> SignupState | None:
    """The state of somebody whose personal data may be asked for."""
    state = load_state(request, now)
    return state if state and state.may_go_on(now) else None


def send_code(request: HttpRequest, form: Form, *, purpose: str, phone: str, details: dict, now: datetime) -> bool:
    """Send a code to `phone`; a refusal is shown at the form."""
    try:
        limit_sms(request, phone)
        code = new_code(slot=code_slot(request, purpose), phone=phone, now=now, details=details)
        send_sms(phone=phone, template=purpose, values={"code": code})
    except (UsersError, SmsError) as problem:
        refuse(form, None, problem if isinstance(problem, UsersError) else UsersError("sms_failed"))
        return False
    return True


@never_cache
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Which year somebody was born in decides whether a guardian is asked first."""
    if request.user.is_authenticated:
        return step(request, "account_me")
    now = timezone.now()
    form = StartForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        state = SignupState(birth_year=form.cleaned_data["birth_year"], told_at=now)
        response = step(request, first_step() if state.may_go_on(now) else "account_signup_guardian")
        begin(request, response, state)
        return response
    return page(request, "users/signup_start.html", form)


@never_cache
@require_http_methods(["GET", "POST"])
def guardian(request: HttpRequest) -> HttpResponse:
    """A child names the guardian, who then gets a message."""
    now = timezone.now()
    if load_state(request, now) is None:
        return step(request, "account_signup")
    if not settings.PHONE_LOGIN:
        return page(request, "users/guardian.html", None)
    form = GuardianForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        details = {"relation": form.cleaned_data["relation"]}
        if send_code(request, form, purpose=GUARDIAN, phone=form.cleaned_data["phone"], details=details, now=now):
            return step(request, "account_signup_guardian_confirm")
    return page(request, "users/guardian.html", form)


@never_cache
@require_http_methods(["GET", "POST"])
def guardian_confirm(request: HttpRequest) -> HttpResponse:
    """The guardian reads the purposes and agrees with the code from their own phone."""
    now = timezone.now()
    state = load_state(request, now)
    waiting = pending_code(slot=code_slot(request, GUARDIAN), now=now) if state else None
    if waiting is None:
        return step(request, "account_signup_guardian")
    form = GuardianConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answered = check_code(slot=code_slot(request, GUARDIAN), code=form.cleaned_data["code"], now=now)
        except UsersError as refusal:
            refuse(form, "code", refusal)
        else:
            consent = Consent(answered.details["relation"], answered.phone, CURRENT, now)
            change_state(request, replace(state, consent=consent))
            return step(request, first_step())
    return page(
        request, "users/guardian_confirm.html", form, purposes=PURPOSES[CURRENT], phone=mask_phone(waiting.phone)
    )


@never_cache
@require_http_methods(["GET", "POST"])
def phone(request: HttpRequest) -> HttpResponse:
    """An account with a phone number: first the code, then the account."""
    now = timezone.now()
    if state_or_none(request, now) is None or not settings.PHONE_LOGIN:
        return step(request, "account_signup")
    form = PhoneSignupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        details = {"nickname": form.cleaned_data["nickname"], "audience": form.cleaned_data["audience"]}
        if send_code(request, form, purpose=PHONE, phone=form.cleaned_data["phone"], details=details, now=now):
            return step(request, "account_signup_phone_confirm")
    return page(request, "users/phone_signup.html", form)


@never_cache
@require_http_methods(["GET", "POST"])
def phone_confirm(request: HttpRequest) -> HttpResponse:
    """The code proves the number. A number that has an account signs its owner in, so nobody learns who has one."""
    now = timezone.now()
    state = state_or_none(request, now)
    waiting = pending_code(slot=code_slot(request, PHONE), now=now) if state else None
    if waiting is None:
        return step(request, "account_signup_phone")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            limit(request, "signup")
            answered = check_code(slot=code_slot(request, PHONE), code=form.cleaned_data["code"], now=now)
            return enter(request, state, answered.phone, answered.details, now)
        except UsersError as refusal:
            refuse(form, "code", refusal)
    return page(request, "users/phone_signup_confirm.html", form, phone=mask_phone(waiting.phone))


def enter(request: HttpRequest, state: SignupState, phone: str, details: dict, now: datetime) -> HttpResponse:
    """Sign in the owner of a proven number; a new one gets an account. Raises UsersError of create_account."""
    next_url = get_next_redirect_url(request)
    known = User.objects.filter(phone=phone).first()
    if known:
        get_adapter().set_phone_verified(known, phone)
        forget_state(request)
        return perform_login(request, known, redirect_url=next_url)
    user = create_account(
        credentials=Credentials(phone=phone), birth_year=state.birth_year, consent=state.consent, now=now, **details
    )
    forget_state(request)
    return complete_signup(request, user, None, next_url)


class EmailSignupView(SignupView):
    """allauth's sign-up, once the year of birth is known and a guardian has agreed where one must."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if request.user.is_anonymous and state_or_none(request, timezone.now()) is None:
            return step(request, "account_signup")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"phone_login": settings.PHONE_LOGIN}


email = EmailSignupView.as_view()
