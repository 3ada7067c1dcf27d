"""Addresses of education beside its pages."""

from django.urls import path

from . import feeds, views

app_name = "education"
urlpatterns = [
    path("notices/feed.xml", feeds.NoticesFeed(), name="notices-feed"),
    path("course-certificates/<int:course_id>/", views.certificate, name="certificate"),
    path("certificates/", views.check_certificate, name="check-certificate"),
    path("certificates/<str:code>/", views.show_certificate, name="show-certificate"),
    path("certificates/<str:code>.pdf", views.certificate_file, {"kind": "pdf"}, name="certificate-pdf"),
    path("certificates/<str:code>.png", views.certificate_file, {"kind": "png"}, name="certificate-png"),
    path("guides/<int:page_id>/print.pdf", views.guide_pdf, name="guide-pdf"),
    path("activities/<int:page_id>/print.pdf", views.activity_pdf, name="activity-pdf"),
]
