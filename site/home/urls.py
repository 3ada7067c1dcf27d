"""Addresses of the site's frame."""

from django.urls import path

from . import search_views, share_views, views

urlpatterns = [
    path("display/", views.set_display, name="display"),
    path("search/", search_views.search, name="search"),
    path("search/suggest/", search_views.suggest, name="search-suggest"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("offline/", views.offline, name="offline"),
    path("service-worker.js", views.service_worker, name="service-worker"),
    path("share/<int:page_id>/poster.png", share_views.poster_png, name="poster"),
    path("share/<int:page_id>/picture.png", share_views.picture_png, name="share-picture"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]
