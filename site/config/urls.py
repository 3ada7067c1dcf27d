"""Every address of the site. Wagtail's pages come last and take what is left."""

from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import Sitemap
from wagtail.documents import urls as wagtaildocs_urls

from .api import api, root, unknown_address

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    path("accounts/", include("users.urls")),
    path("accounts/", include("allauth.urls")),
    path("api/v1/", root),
    path("api/v1/", api.urls),
    path("_allauth/app/v1/", include("users.app_urls")),
    re_path(r"^(api|_allauth)/", unknown_address),
    path("documents/", include(wagtaildocs_urls)),
    path("media/", include("media.urls")),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": Sitemap}}, name="sitemap"),
    path("", include("home.urls")),
    path("", include("education.urls")),
    path("", include("quizzes.urls")),
    path("practice/", include("quizzes.practice.urls")),
    path("", include(wagtail_urls)),
]

handler404 = "home.views.page_not_found"
handler500 = "home.views.server_error"
