"""Addresses of quizzes beside their pages."""

from django.urls import path

from . import attempt_views, views

app_name = "quizzes"
urlpatterns = [
    path("quizzes/<int:quiz_id>/start/", views.start, name="start"),
    path("attempts/", views.attempts, name="attempts"),
    path("attempts/<uuid:attempt_id>/", views.attempt, name="attempt"),
    path("attempts/<uuid:attempt_id>/result/", views.result, name="result"),
    path("attempts/<uuid:attempt_id>/state/", attempt_views.state, name="attempt-state"),
    path("attempts/<uuid:attempt_id>/save/", attempt_views.save, name="attempt-save"),
    path("attempts/<uuid:attempt_id>/check/", attempt_views.check, name="attempt-check"),
    path("attempts/<uuid:attempt_id>/submit/", attempt_views.submit, name="attempt-submit"),
]
