"""Addresses of practice, below /practice/."""

from django.urls import path

from . import views

app_name = "practice"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("topic/<slug:slug>/", views.topic, name="topic"),
    path("wrong/", views.wrong, name="wrong"),
    path("review/", views.review, name="review"),
    path("daily/", views.daily, name="daily"),
]
