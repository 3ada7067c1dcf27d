"""Views of education beside its pages: certificates and print editions."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.models import Site

from media.certificates import course_certificate

from .actions.certificates import issue_certificate
from .errors import EducationError
from .guide_print import activity_pdf as render_activity
from .guide_print import guide_pdf as render_guide
from .models import ActivityPage, CourseCertificate, CoursePage, GuidePage
from .selectors import course_progress, sees_teacher_notes


@login_required
@require_http_methods(["GET", "POST"])
def certificate(request: HttpRequest, course_id: int) -> HttpResponse:
    """GET: my progress in a course. POST: issue its certificate."""
    course = get_object_or_404(CoursePage.objects.live(), pk=course_id)
    error = ""
    if request.method == "POST":
        try:
            issued = issue_certificate(user=request.user, course=course, now=timezone.now())
            return redirect("education:show-certificate", code=issued.code)
        except EducationError as refusal:
            error = str(refusal)
    issued = CourseCertificate.objects.filter(user=request.user, course=course).first()
    context = {"course": course, "progress": course_progress(course, request.user), "issued": issued, "error": error}
    return render(request, "education/certificate.html", context, status=409 if error else 200)


@require_GET
def check_certificate(request: HttpRequest) -> HttpResponse:
    """Anyone may look up a certificate by its code."""
    code = request.GET.get("code", "").strip().upper().replace(" ", "")[:16]
    if code and CourseCertificate.objects.filter(code=code).exists():
        return redirect("education:show-certificate", code=code)
    return render(request, "education/check_certificate.html", {"code": code}, status=404 if code else 200)


@require_GET
def show_certificate(request: HttpRequest, code: str) -> HttpResponse:
    """What was certified, to whom and when."""
    found = CourseCertificate.objects.filter(code=code.upper()).select_related("course").first()
    if found is None:
        return render(request, "education/check_certificate.html", {"code": code[:16]}, status=404)
    return render(request, "education/show_certificate.html", {"certificate": found})


@require_GET
def certificate_file(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """The certificate as a picture or PDF, for the person who earned it."""
    found = get_object_or_404(CourseCertificate, code=code.upper())
    if found.user_id is None or found.user_id != request.user.pk:
        raise Http404
    body = course_certificate(
        name=found.name,
        course=found.course_title,
        lessons=found.lesson_count,
        issued_on=timezone.localdate(found.issued_at),
        code=found.code,
        check_url=request.build_absolute_uri(reverse("education:show-certificate", args=[found.code])),
        organiser=organiser_of(request),
        kind=kind,
    )
    return file_response(body, f"{found.code}.{kind}", {"pdf": "application/pdf", "png": "image/png"}[kind])


@require_GET
def guide_pdf(request: HttpRequest, page_id: int) -> HttpResponse:
    """The print edition of a guide; teachers get their notes with it."""
    guide = get_object_or_404(GuidePage.objects.live().public(), pk=page_id)
    notes = sees_teacher_notes(request.user)
    body = render_guide(
        guide, teacher_notes=notes, base_url=request.build_absolute_uri("/"), organiser=organiser_of(request)
    )
    return file_response(body, f"{guide.slug}.pdf", "application/pdf")


@require_GET
def activity_pdf(request: HttpRequest, page_id: int) -> HttpResponse:
    """A class activity with its handouts, to print."""
    activity = get_object_or_404(ActivityPage.objects.live().public(), pk=page_id)
    body = render_activity(activity, base_url=request.build_absolute_uri("/"), organiser=organiser_of(request))
    return file_response(body, f"{activity.slug}.pdf", "application/pdf")


def organiser_of(request: HttpRequest) -> str:
    """The name of the site, as printed on paper."""
    site = Site.find_for_request(request)
    return (site and site.site_name) or settings.WAGTAIL_SITE_NAME


def file_response(body: bytes, name: str, content_type: str) -> HttpResponse:
    """A file that the browser shows and can save under `name` (ASCII)."""
    return HttpResponse(body, content_type=content_type, headers={"Content-Disposition": f'inline; filename="{name}"'})
