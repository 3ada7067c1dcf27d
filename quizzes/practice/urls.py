"""Addresses of practice, below /practice/."""

from django.urls import path

from . import views as practice_views

app_name = "practice"
urlpatterns = [
    path("", practice_views.overview, name="overview"),
    path("topic/<slug:slug>/", practice_views.topic, name="topic"),
    path("wrong/", practice_views.wrong, name="wrong"),
    path("review/", practice_views.review, name="review"),
    path("daily/", practice_views.daily, name="daily"),
]
