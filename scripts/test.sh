#!/usr/bin/env bash
# The whole suite on SQLite (with the browser), then all but the browser tests on PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh dev
workers="${WORKERS:-auto}"
echo "== SQLite"
.venv/bin/python -m pytest -q -n "$workers" --dist loadfile "$@"
echo "== PostgreSQL"
.venv/bin/python scripts/with_postgres.py .venv/bin/python -m pytest -q -n "$workers" --dist loadfile -m "not e2e" "$@"
