"""The one door to the CMS, and one answer to too many requests."""

from allauth.core.exceptions import RateLimited
from allauth.core.ratelimit import respond_429
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from .second_factor import has_second_factor, needs_second_factor


class CmsEntranceMiddleware:
    """Wagtail's own sign-in, sign-out and password pages lead to allauth's, where limits and second factors apply.

    People who may not enter get a page that says so (Wagtail would send them to a sign-in page that sends them back);
    staff without a second factor are led to set one up where MFA_REQUIRED_FOR_STAFF is on.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("wagtailadmin_home")):
            answer = self.answer(request)
            if answer is not None:
                answer.headers["Cache-Control"] = "no-store"
                return answer
        return self.get_response(request)

    def answer(self, request: HttpRequest) -> HttpResponse | None:
        """The response in the CMS's place, or None to let the request in."""
        path, user = request.path, request.user
        if path == reverse("wagtailadmin_login"):
            return self.to_login(request)
        if path == reverse("wagtailadmin_logout"):
            return self.to_logout(request)
        if path.startswith(reverse("wagtailadmin_password_reset")):
            return HttpResponseRedirect(reverse("account_reset_password"))
        if user.is_anonymous or path in (reverse("wagtailadmin_sprite"), reverse("wagtailadmin_javascript_catalog")):
            return None  # Wagtail sends strangers to sign in (WAGTAILADMIN_LOGIN_URL)
        if not user.has_perm("wagtailadmin.access_admin"):
            return HttpResponseRedirect(reverse("account_no_cms_access"))
        if needs_second_factor(user) and not has_second_factor(user):
            return HttpResponseRedirect(reverse("account_second_factor"))
        return None

    @staticmethod
    def to_login(request: HttpRequest) -> HttpResponse:
        target = request.GET.get("next") or reverse("wagtailadmin_home")
        if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
            target = reverse("wagtailadmin_home")
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': target})}")

    @staticmethod
    def to_logout(request: HttpRequest) -> HttpResponse:
        """307 keeps the POST, and with it the CSRF token; allauth's view does the work."""
        return HttpResponse(
            status=307 if request.method == "POST" else 302, headers={"Location": reverse("account_logout")}
        )

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """allauth raises RateLimited where no form is at hand to show it."""
        return respond_429(request) if isinstance(exception, RateLimited) else None
