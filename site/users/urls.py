"""Addresses of one's own account. They come before allauth's: signing up is ours, the rest is allauth's."""

from django.urls import path
from django.views.generic import RedirectView

from .views import me, signup

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="account_me")),
    path("me/", me.me, name="account_me"),
    path("me/export/", me.export, name="account_export"),
    path("me/delete/", me.delete, name="account_delete"),
    path("second-factor/", me.second_factor, name="account_second_factor"),
    path("no-cms-access/", me.no_cms_access, name="account_no_cms_access"),
    path("signup/", signup.start, name="account_signup"),
    path("signup/guardian/", signup.guardian, name="account_signup_guardian"),
    path("signup/guardian/confirm/", signup.guardian_confirm, name="account_signup_guardian_confirm"),
    path("signup/phone/", signup.phone, name="account_signup_phone"),
    path("signup/phone/confirm/", signup.phone_confirm, name="account_signup_phone_confirm"),
    path("signup/email/", signup.email, name="account_signup_email"),
]
