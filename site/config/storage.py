"""Where static files live: fingerprinted and precompressed."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Fingerprints imports between ES modules too, so that every script can be cached for ever."""

    support_js_module_import_aggregation = True
