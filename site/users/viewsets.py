"""Accounts in the CMS."""

from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.log_actions import log
from wagtail.users.views.bulk_actions import DeleteBulkAction
from wagtail.users.views.users import DeleteView as WagtailDeleteView
from wagtail.users.views.users import IndexView as WagtailIndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .actions.accounts import delete_account
from .cms_forms import UserCreationForm, UserEditForm
from .errors import UsersError
from .phones import mask_phone


class IndexView(WagtailIndexView):
    """Wagtail's list with masked phone numbers and who is a teacher; the search finds nicknames and numbers too."""

    @cached_property
    def columns(self) -> list:
        columns = list(super().columns)
        columns[3:3] = [
            Column("phone", label=_("手机号"), accessor=lambda user: mask_phone(user.phone or ""), width="12%"),
            BooleanColumn("is_teacher", label=_("教师或联络员"), sort_key="is_teacher", width="10%"),
        ]
        return columns

    @cached_property
    def search_fields(self) -> set[str]:
        return {"username", "nickname", "email", "phone"}


class DeleteView(WagtailDeleteView):
    """Deleting somebody's account does what deleting one's own does."""

    def delete_action(self) -> None:
        delete_account(user=self.object, now=timezone.now())  # noqa: TID251 -- a view
        log(
            instance=self.object,
            action="wagtail.delete",
            user=self.request.user,
            title=f"#{self.object.pk}",
            deleted=True,
        )

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except UsersError as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.get_success_url())


class DeleteUsersBulkAction(DeleteBulkAction):
    """The same for several accounts; an account that must stay is named."""

    def prepare_action(self, objects: list, objects_without_access: dict):
        """Delete here: Wagtail would run `execute_action` in one transaction, and each account needs its own."""
        deleted = 0
        for user in objects:
            try:
                delete_account(user=user, now=timezone.now())  # noqa: TID251 -- a view
            except UsersError as refusal:
                messages.error(self.request, f"{user}：{refusal}")
                continue
            log(instance=user, action="wagtail.delete", user=self.request.user, title=f"#{user.pk}", deleted=True)
            deleted += 1
        if deleted:
            messages.success(self.request, self.get_success_message(deleted, 0))
        return redirect(self.next_url)


class UserViewSet(WagtailUserViewSet):
    index_view_class = IndexView
    delete_view_class = DeleteView
    create_template_name = "users/cms/create.html"
    edit_template_name = "users/cms/edit.html"

    def get_form_class(self, for_update: bool = False):
        return UserEditForm if for_update else UserCreationForm
