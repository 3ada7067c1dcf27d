"""The one API document under /api/v1/: each app adds its router here."""

from ninja import NinjaAPI

from education.api import router as education

api = NinjaAPI(title="明白消费", version="1", urls_namespace="api", docs_url=None)
api.add_router("", education)
