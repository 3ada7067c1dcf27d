"""Choosing accounts in the CMS by searching, or by pasting a list of user names or phone numbers."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from wagtail.admin.forms.models import WagtailAdminModelForm

from users.errors import UsersError
from users.models import User
from users.phones import mask_phone, normalise_phone

SHOWN = 20
MAX_PASTED = 2000


def person_label(user: User) -> str:
    """A person as an officer tells people apart: nickname, user name, masked number."""
    return " · ".join(filter(None, [user.nickname, user.username, mask_phone(user.phone or "")]))


def found_people(words: str) -> list[User]:
    """Return up to SHOWN accounts whose nickname, user name or number contains the words."""
    condition = Q(nickname__icontains=words) | Q(username__icontains=words)
    digits = "".join(c for c in words if c.isdigit())
    if len(digits) >= 4:
        condition |= Q(phone__contains=digits)
    return list(User.objects.filter(condition, is_active=True).order_by("nickname", "username")[:SHOWN])


@require_GET
def people_search(request: HttpRequest) -> JsonResponse:
    """The accounts that match `q`, for the widget."""
    if not request.user.has_perm("quizzes.change_extratime"):
        raise PermissionDenied
    words = request.GET.get("q", "").strip()
    people = found_people(words) if words else []
    return JsonResponse({"people": [{"id": user.pk, "label": person_label(user)} for user in people]})


class PeopleWidget(forms.SelectMultiple):
    """The chosen people as ticked boxes, and a search that adds to them (site/static/js/cms-people.js)."""

    class Media:
        js = [forms.widgets.Script("js/cms-people.js", type="module")]

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        chosen = User.objects.filter(pk__in=[pk for pk in value or [] if str(pk).isdigit()]).order_by(
            "nickname", "username"
        )
        context = {
            "name": name,
            "id": (attrs or {}).get("id", ""),
            "people": [{"id": user.pk, "label": person_label(user)} for user in chosen],
            "search_url": reverse("quizzes_cms_people"),
        }
        return mark_safe(render_to_string("quizzes/cms/people_widget.html", context))


def people_named(lines: str) -> tuple[list[User], list[str]]:
    """Return the accounts of a list of user names or phone numbers, and the entries that nobody has. Two queries."""
    entries = list(dict.fromkeys(line.strip() for line in lines.replace("，", "\n").replace(",", "\n").splitlines()))
    entries = [entry for entry in entries if entry]
    numbers = {}
    for entry in entries:
        try:
            numbers[entry] = normalise_phone(entry)
        except UsersError:
            continue
    by_name = {user.username: user for user in User.objects.filter(username__in=entries)}
    by_phone = {user.phone: user for user in User.objects.filter(phone__in=numbers.values())}
    found = {entry: by_name.get(entry) or by_phone.get(numbers.get(entry)) for entry in entries}
    return [user for user in found.values() if user], [entry for entry, user in found.items() if user is None]


class ExtraTimeForm(WagtailAdminModelForm):
    """Extra time for people who were searched for, pasted as a list, or both."""

    users = forms.ModelMultipleChoiceField(
        User.objects.all(), label=gettext_lazy("人"), required=False, widget=PeopleWidget
    )
    more_people = forms.CharField(
        label=gettext_lazy("粘贴名单"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("一行一个用户名或手机号，可以从表格里整列复制。"),
    )

    def clean_more_people(self) -> list[User]:
        words = self.cleaned_data["more_people"]
        if words.count("\n") >= MAX_PASTED:
            raise ValidationError(_("名单太长，一次最多 %(most)d 行。") % {"most": MAX_PASTED})
        people, unknown = people_named(words)
        if unknown:
            raise ValidationError(_("没有这些人的账号：%(names)s。") % {"names": "、".join(unknown)})
        return people

    def clean(self):
        cleaned = super().clean()
        if "more_people" in cleaned and "users" in cleaned:
            everybody = {user.pk for user in [*cleaned["users"], *cleaned["more_people"]]}
            cleaned["users"] = User.objects.filter(pk__in=everybody)
            if not everybody:
                self.add_error("users", _("请至少选一个人。"))
        return cleaned
