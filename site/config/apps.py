"""Django's static files without what no page loads."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class ServedFilesConfig(StaticFilesConfig):
    # The API's document is shown by Swagger UI; ninja brings a second viewer, four megabytes with its map.
    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "redoc.standalone.js*"]
