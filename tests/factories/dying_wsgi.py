"""The site as production serves it, but a request with the header X-Die kills the process after its work, before its response."""

import os
import signal

from config.wsgi import application as site


def application(environ, start_response):
    if "HTTP_X_DIE" not in environ:
        return site(environ, start_response)
    list(site(environ, lambda *_args: None))
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")
