"""Signing in from an app, under /_allauth/app/v1/: the part of allauth's headless addresses that an app needs.

Left out on purpose: signing up (the year of birth and a guardian's consent come first, on the site), and everything that
changes an account (the site asks for the password again).
"""

from allauth.headless.account import views as account
from allauth.headless.constants import Client
from allauth.headless.mfa import views as mfa
from django.urls import path

app_name = "app_sign_in"


def app(view):
    return view.as_api_view(client=Client.APP)


urlpatterns = [
    path("auth/session", app(account.SessionView), name="session"),
    path("auth/login", app(account.LoginView), name="login"),
    path("auth/code/request", app(account.RequestLoginCodeView), name="request_code"),
    path("auth/code/resend", app(account.ResendLoginCodeView), name="resend_code"),
    path("auth/code/confirm", app(account.ConfirmLoginCodeView), name="confirm_code"),
    path("auth/email/verify", app(account.VerifyEmailView), name="verify_email"),
    path("auth/email/verify/resend", app(account.ResendEmailVerificationCodeView), name="resend_email"),
    path("auth/2fa/authenticate", app(mfa.AuthenticateView), name="second_factor"),
]
