"""Uploaded files, where no web server in front serves them."""

from django.urls import path

from . import views

urlpatterns = [path("<path:path>", views.serve_upload, name="upload")]
