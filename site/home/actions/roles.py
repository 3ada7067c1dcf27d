"""Who may do what in the CMS: three groups and the two-step workflow."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from quizzes.models import Question

EDITORS, MODERATORS, BUREAU = "编辑", "审核", "市局"
WORKFLOW, FIRST_TASK, FINAL_TASK = "两级审核", "初审", "终审"
# What Wagtail's own migrations set up in English; ours take their place.
WAGTAIL_GROUPS = {"Editors": EDITORS, "Moderators": MODERATORS}
WAGTAIL_WORKFLOW = "Moderators approval"

# Wagtail asks for the permissions of its own image and document models, whatever model is in use.
LIBRARY = ("wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image")
DOCUMENTS = ("wagtaildocs.add_document", "wagtaildocs.change_document", "wagtaildocs.choose_document")
RECORDINGS = ("media.add_recording", "media.change_recording", "media.view_recording")
GLOSSARY = ("education.add_glossaryterm", "education.change_glossaryterm", "education.view_glossaryterm")

# Questions can be deleted as long as they were never published. Publishing is left to the bureau, as for pages.
QUESTIONS = (
    "quizzes.add_question",
    "quizzes.change_question",
    "quizzes.delete_question",
    "quizzes.view_question",
    "quizzes.view_category",
    "quizzes.view_quiztally",
)


def every(app: str, *names: str) -> tuple[str, ...]:
    """All four permissions of some models."""
    return tuple(f"{app}.{verb}_{name}" for name in names for verb in ("add", "change", "delete", "view"))


@dataclass(frozen=True)
class Role:
    """A group's permissions, as "app.codename": on every page, on every collection of the library, and on models."""

    name: str
    pages: tuple[str, ...]
    collections: tuple[str, ...]
    models: tuple[str, ...]


ROLES = [
    # Writes; nothing an editor does is public before two others have seen it.
    Role(
        EDITORS,
        ("wagtailcore.add_page", "wagtailcore.change_page"),
        (*LIBRARY, *DOCUMENTS),
        ("wagtailadmin.access_admin", *RECORDINGS, *QUESTIONS),
    ),
    # Checks facts and wording. Without the right to publish: a moderator's own text goes the same way.
    Role(
        MODERATORS,
        ("wagtailcore.add_page", "wagtailcore.change_page", "wagtailcore.lock_page"),
        (*LIBRARY, *DOCUMENTS),
        (
            "wagtailadmin.access_admin",
            *RECORDINGS,
            *GLOSSARY,
            *QUESTIONS,
            "quizzes.lock_question",
            "quizzes.add_category",
            "quizzes.change_category",
            "quizzes.view_regrade",
            *every("quizzes", "dailyquestion"),
        ),
    ),
    # Answers for what is public, and for the site's frame and accounts.
    Role(
        BUREAU,
        (
            "wagtailcore.add_page",
            "wagtailcore.change_page",
            "wagtailcore.publish_page",
            "wagtailcore.bulk_delete_page",
            "wagtailcore.lock_page",
            "wagtailcore.unlock_page",
        ),
        (*LIBRARY, *DOCUMENTS, "wagtailimages.delete_image", "wagtaildocs.delete_document"),
        (
            "wagtailadmin.access_admin",
            *every("media", "recording"),
            *every("education", "glossaryterm", "topic", "audience"),
            *every("wagtailredirects", "redirect"),
            *QUESTIONS,
            "quizzes.publish_question",
            "quizzes.lock_question",
            "quizzes.unlock_question",
            *every("quizzes", "category", "dailyquestion", "extratime"),
            "quizzes.add_regrade",
            "quizzes.view_regrade",
            "home.change_sitetexts",
            "users.add_user",
            "users.change_user",
            "users.view_user",
            "wagtailcore.add_collection",
            "wagtailcore.change_collection",
        ),
    ),
]


@transaction.atomic(durable=True)
def set_up_roles() -> None:
    """Create the groups and the workflow, or add what is missing to them.

    Run by `setup_site` after every upgrade, so that new kinds of content reach the groups. It only adds: what an
    administrator has changed by hand stays, except on Wagtail's own two groups when they first become ours.
    """
    groups = {role.name: set_up_group(role) for role in ROLES}
    set_up_workflow(groups[MODERATORS], groups[BUREAU])


def set_up_group(role: Role) -> Group:
    group = Group.objects.filter(name=role.name).first()
    if not group:
        old = next((old for old, new in WAGTAIL_GROUPS.items() if new == role.name), None)
        group = Group.objects.filter(name=old).first() if old else None
        if group:
            # Wagtail's Moderators may publish; with two steps of approval they may not.
            group.page_permissions.all().delete()
            group.name = role.name
            group.save()
        else:
            group = Group.objects.create(name=role.name)
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    for permission in permissions(role.pages):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    for permission in permissions(role.collections):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
    group.permissions.add(*permissions(role.models))
    return group


def permissions(names: tuple[str, ...]) -> QuerySet[Permission]:
    """The permissions with these names; every one of them must exist."""
    pairs = {tuple(name.split(".")) for name in names}
    condition = Q()
    for app, codename in pairs:
        condition |= Q(content_type__app_label=app, codename=codename)
    found = Permission.objects.filter(condition)
    if missing := pairs - {(p.content_type.app_label, p.codename) for p in found.select_related("content_type")}:
        raise Permission.DoesNotExist(f"No such permission: {sorted(missing)}")
    return found


def set_up_workflow(moderators: Group, bureau: Group) -> None:
    """Two steps: 审核 looks first, 市局 approves and so publishes."""
    root = Page.get_first_root_node()
    workflow, created = Workflow.objects.get_or_create(name=WORKFLOW)
    if created:
        for order, (name, group) in enumerate(((FIRST_TASK, moderators), (FINAL_TASK, bureau))):
            task, new = GroupApprovalTask.objects.get_or_create(name=name)
            if new:
                task.groups.add(group)
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    attached = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if not attached:
        WorkflowPage.objects.create(page=root, workflow=workflow)
    elif attached.workflow.name == WAGTAIL_WORKFLOW:
        replaced = attached.workflow
        attached.workflow = workflow
        attached.save()
        retire(replaced)
    question = ContentType.objects.get_for_model(Question)
    WorkflowContentType.objects.get_or_create(content_type=question, defaults={"workflow": workflow})


def retire(workflow: Workflow) -> None:
    """Switch off Wagtail's one-step workflow and its task, unless something is still under way in it."""
    if not workflow.workflow_states.filter(status="in_progress").exists():
        for task in workflow.tasks:
            task.active = False
            task.save()
        workflow.active = False
        workflow.save()
