"""Addresses of the site's frame."""

from django.urls import path

from . import views

urlpatterns = [
    path("display/", views.set_display, name="display"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]
