"""One's own account: profile, security, data, leaving."""

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ..actions.accounts import delete_account
from ..actions.profiles import update_profile
from ..codes import check_code, new_code
from ..errors import UsersError
from ..exports import export_personal_data
from ..forms import DeleteForm, ProfileForm, refuse
from ..limits import limit, limit_sms
from ..phones import mask_phone
from ..selectors import overview, proves_by_phone
from ..sms import SmsError, send_sms


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """My profile, and the way to everything else of my account."""
    now = timezone.now()
    user = request.user
    initial = {"nickname": user.nickname, "audience": user.audience, "birth_year": user.birth_year}
    form = ProfileForm(
        request.POST or None, initial=initial, today=timezone.localdate(now), official=user.may_enter_cms
    )
    if request.method == "POST" and form.is_valid():
        try:
            update_profile(user=user, **form.cleaned_data, now=now)
            messages.success(request, _("已经保存。"))
            return redirect("account_me")
        except UsersError as refusal:
            refuse(form, "birth_year" if refusal.code == "guardian_consent_needed" else "nickname", refusal)
    context = {"form": form, "account": overview(user), "phone_login": settings.PHONE_LOGIN}
    return render(request, "users/me.html", context)


@login_required
@never_cache
@require_POST
@reauthentication_required(app="allauth.account")
def export(request: HttpRequest) -> HttpResponse:
    """Everything kept about me, as a JSON file."""
    try:
        limit(request, "export_data")
    except UsersError as refusal:
        messages.error(request, str(refusal))
        return redirect("account_me")
    now = timezone.now()
    name = f"mingbai-{timezone.localdate(now):%Y%m%d}.json"
    return JsonResponse(
        export_personal_data(user=request.user, now=now),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
@reauthentication_required(app="allauth.account", allow_get=True)
def delete(request: HttpRequest) -> HttpResponse:
    """Delete my account. Asks for the password or second factor again; without either, for a code to my phone."""
    now = timezone.now()
    needs_code = proves_by_phone(request.user)
    sending = request.method == "POST" and request.POST.get("action") == "send" and needs_code
    form = DeleteForm(request.POST if request.method == "POST" and not sending else None, needs_code=needs_code)
    if sending:
        send_delete_code(request)
        return redirect("account_delete")
    if request.method == "POST" and form.is_valid():
        try:
            limit(request, "delete_account")
            if needs_code:
                check_code(slot=delete_slot(request), code=form.cleaned_data["code"], now=now)
            delete_account(user=request.user, now=now)
        except UsersError as refusal:
            refuse(form, "code" if needs_code and refusal.code.startswith("code_") else None, refusal)
        else:
            logout(request)
            messages.success(request, _("账号已经注销，资料已经删除。"))
            return redirect("/")
    context = {"form": form, "needs_code": needs_code, "phone": mask_phone(request.user.phone or "")}
    return render(request, "users/delete.html", context)


def send_delete_code(request: HttpRequest) -> None:
    user = request.user
    try:
        limit_sms(request, user.phone)
        code = new_code(slot=delete_slot(request), phone=user.phone, now=timezone.now())
        send_sms(phone=user.phone, template="delete", values={"code": code})
        messages.success(request, _("验证码已经发到 %(phone)s。") % {"phone": mask_phone(user.phone)})
    except UsersError as refusal:
        messages.error(request, str(refusal))
    except SmsError:
        messages.error(request, str(UsersError("sms_failed")))


def delete_slot(request: HttpRequest) -> str:
    return f"delete:{request.user.pk}"


@login_required
@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    """Why the CMS stays closed, and how to open it."""
    return render(request, "users/second_factor.html")


@login_required
@never_cache
def no_cms_access(request: HttpRequest) -> HttpResponse:
    """Where people land who may not enter the CMS. Below /cms/ the site's frame and display choice are missing."""
    return render(request, "users/no_cms_access.html", status=403)
